"""Invented résumés: bullets under posts, with a head and an end, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from msgspec import Struct

from benchmarks.corpus import BulletWriter
from benchmarks.stock import Persons, Theme

# One bullet in so many was in an earlier résumé: people copy from each other and from samples.
SHARED = 20
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
# Posts of longer careers than a life begin again here, so that all years can be such.
_LAST_YEAR, _FIRST_YEAR = 2024, 1980


class Post(Struct, frozen=True):
    """A job with its bullets; `dates` as one writes them."""

    title: str
    employer: str
    place: str
    dates: str
    bullets: tuple[str, ...]


class Resume(Struct, frozen=True):
    """What a résumé holds, whatever the format."""

    name: str
    contact: tuple[str, ...]
    summary: str
    skills: tuple[str, ...]
    posts: tuple[Post, ...]
    education: str

    @property
    def bullets(self) -> tuple[str, ...]:
        """All bullets of all posts, in order."""
        return tuple(bullet for post in self.posts for bullet in post.bullets)


def resumes(sizes: Sequence[int], seed: int) -> list[Resume]:
    """A résumé with so many bullets for each size. Inside of one no two bullets are alike; some are in several."""
    writer = ResumeWriter(seed)
    return [writer.write(size) for size in sizes]


class ResumeWriter:
    """Writes résumés one after the other; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._writer = BulletWriter(seed)
        self._random = Random(seed)
        self._pool: list[str] = []

    def write(self, size: int) -> Resume:
        """A résumé with `size` bullets."""
        persons = self._writer.stock.persons
        themes = [self._random.choice(self._writer.stock.theme) for _ in range(3)]
        first, last = self._random.choice(persons.first), self._random.choice(persons.last)
        place = self._random.choice(persons.places)
        posts = self._posts(size, themes, place)
        self._pool.extend(bullet for post in posts for bullet in post.bullets)
        return Resume(
            name=f"{first} {last}",
            contact=(place, self._phone(), f"{first}.{last}@mail.example".lower()),
            summary=self._random.choice(persons.summaries),
            skills=tuple(dict.fromkeys(self._random.choice(theme.tools) for theme in themes)),
            posts=tuple(posts),
            education=self._education(persons),
        )

    def fresh_bullet(self) -> str:
        """A bullet that is in no résumé."""
        return self._writer.bullet()

    def _posts(self, size: int, themes: Sequence[Theme], place: str) -> list[Post]:
        posts: list[Post] = []
        taken: set[str] = set()
        months = 12 * _LAST_YEAR + 5
        while left := size - len(taken):
            count = min(left, self._random.randint(4, 7))
            held = not posts
            theme = self._random.choice(themes)
            length = self._random.randint(7, 40)
            bullets = tuple(self._bullet(theme, held, taken) for _ in range(count))
            employer = self._employer()
            dates = f"{_month(months - length)} – {'Present' if held else _month(months)}"
            posts.append(Post(self._random.choice(theme.titles), employer, place, dates, bullets))
            months -= length + self._random.randint(1, 3)
        return posts

    def _bullet(self, theme: Theme, held: bool, taken: set[str]) -> str:
        """A bullet that is not `taken` in this résumé, and is then."""
        known = self._random.choice(self._pool) if self._pool and self._random.randrange(SHARED) == 0 else None
        bullet = self._writer.bullet(theme, present=held) if known is None or known in taken else known
        taken.add(bullet)
        return bullet

    def _employer(self) -> str:
        employers = self._writer.stock.employers
        return f"{self._random.choice(employers.names)} {self._random.choice(employers.kinds)}"

    def _phone(self) -> str:
        return f"({self._random.randint(200, 989)}) 555-01{self._random.randint(0, 99):02}"

    def _education(self, persons: Persons) -> str:
        return f"{self._random.choice(persons.degrees)}, {self._random.choice(persons.schools)}"


def _month(months: int) -> str:
    """Months since the year 0 as one writes them: “Mar 2021”."""
    year, month = divmod(months, 12)
    span = _LAST_YEAR - _FIRST_YEAR + 1
    return f"{_MONTHS[month]} {_LAST_YEAR - (_LAST_YEAR - year) % span}"
