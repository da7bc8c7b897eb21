"""Bullets such as people write, about work that nobody did: the same ones for the same seed, never two alike."""

from __future__ import annotations

from random import Random

from benchmarks.stock import Kind, Stock, Theme, load_stock

# The mix of a résumé that has not been worked on: duties, actions, achievements, in percent.
MIX: dict[Kind, int] = {"duty": 40, "action": 35, "achievement": 25}
FEWEST_WORDS, MOST_WORDS = 5, 25
# One draw in a few is too long or known already; as many in a row mean that the stock is used up.
_DRAWS = 500


class BulletWriter:
    """Writes bullets, each different from all that it wrote before."""

    def __init__(self, seed: int) -> None:
        self.stock = load_stock()
        self._random = Random(seed)
        self._metrics = {metric.name: metric for metric in self.stock.metric}
        self._written: set[str] = set()

    def bullet(self, theme: Theme | None = None, *, present: bool = False) -> str:
        """A new bullet about work of this theme, of any where none is given; `present` where the post is still held.

        Raises ValueError where the words are used up, which no 20,000 bullets do.
        """
        for _ in range(_DRAWS):
            text = self._draw(theme or self._random.choice(self.stock.theme), present)
            if text not in self._written and FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
                self._written.add(text)
                return text
        raise ValueError(f"the word stock is used up after {len(self._written)} bullets")

    def _draw(self, theme: Theme, present: bool) -> str:
        kind: Kind = self._random.choices(list(MIX), list(MIX.values()))[0]
        if kind == "duty" and present and self._random.random() < 0.5:
            kind = "present"
        pattern = self._random.choice(self.stock.bullets[kind])
        text = pattern.format_map(_words(self._random, self.stock, theme) | self._result(theme))
        return text[0].upper() + text[1:]

    def _result(self, theme: Theme) -> dict[str, str]:
        metric = self._metrics[self._random.choice(theme.metrics)]
        told = self._random.choice(self.stock.results[metric.good]).format(
            metric=metric.name,
            before=metric.unit.format(self._random.randint(*metric.before)),
            after=metric.unit.format(self._random.randint(*metric.after)),
            percent=self._random.randint(6, 65),
        )
        return {"won": self.stock.past(told), "winning": self.stock.gerund(told)}


def bullets(count: int, seed: int) -> list[str]:
    """Distinct bullets about all kinds of work."""
    writer = BulletWriter(seed)
    return [writer.bullet() for _ in range(count)]


def _words(random: Random, stock: Stock, theme: Theme) -> dict[str, str]:
    """A word for every name in a pattern but those of the result."""
    do, do2, do3 = random.sample(theme.duties, 3)
    make, make2 = random.sample(theme.acts, 2)
    return {
        "do": do,
        "do2": do2,
        "did": stock.past(do),
        "did2": stock.past(do2),
        "doing": stock.gerund(do),
        "doing2": stock.gerund(do2),
        "doing3": stock.gerund(do3),
        "made": stock.past(make),
        "made2": stock.past(make2),
        "making": stock.gerund(make),
        "people": random.choice(theme.people),
        "tool": random.choice(theme.tools),
        "problem": random.choice(theme.problems),
        "place": random.choice(stock.lists.places),
        "period": random.choice(stock.lists.periods),
        "time": random.choice(stock.lists.times),
        "few": str(random.randint(2, 9)),
        "count": str(random.randint(12, 160)),
    }
