"""Bullets read, judged and rewritten by the shipped lexicons, each alone in a post."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.facts import Facts
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Context, Judged, Judgement
from bulletcoach.model.rewrite import Rewrite, RewriteKind
from bulletcoach.model.text import SourceMap
from bulletcoach.rewriting import Rewriter, fill, rewritten, spelling_of
from bulletcoach.rules import Reference, check

ENDED = Entry(title="Clerk", employer="Example Ltd", start="2019", end="2021", current=False)
CURRENT = Entry(title="Clerk", employer="Example Ltd", start="2021", current=True)
UNDATED = Entry()
POSTS: Mapping[str, Entry] = {"ended": ENDED, "current": CURRENT, "undated": UNDATED}
SUPPORT, GENERAL = "customer-service", "general"
KINDS = {kind.value: kind for kind in RewriteKind}
GOLD = Path(__file__).parents[1] / "gold" / "bullets.jsonl"


@dataclass(frozen=True)
class Told:
    """A bullet and what the rewriting makes of it."""

    bullet: Judged
    rewrites: tuple[Rewrite, ...]

    @property
    def text(self) -> str:
        return self.bullet.facts.text

    @property
    def facts(self) -> Facts:
        return self.bullet.facts

    def of(self, kind: str) -> Rewrite | None:
        """The rewrite of a kind, None where there is none."""
        return next((each for each in self.rewrites if each.kind is KINDS[kind]), None)

    def __str__(self) -> str:
        return "\n    ".join([f"“{self.text}”", *(f"{each.kind.value}: {each.text}" for each in self.rewrites)])


class Writer:
    """Reads every text once, in batches, and keeps one bench, one reference and one rewriter for each field."""

    def __init__(self, analyser: Analyser, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._analyser = analyser
        self._facts: dict[str, Facts] = {}
        self._judgements: dict[tuple[str, str], Judgement] = {}
        self._benches = {name: Bench(lexicon.field(name), lexicon) for name in (SUPPORT, GENERAL)}
        self._references = {name: Reference(lexicon, lexicon.field(name)) for name in (SUPPORT, GENERAL)}
        self._rewriters = {name: Rewriter(reference) for name, reference in self._references.items()}

    def facts(self, text: str) -> Facts:
        self.read([text])
        return self._facts[text]

    def read(self, texts: Iterable[str]) -> None:
        """Analyses in one batch the texts that have not been read yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._facts]
        self._facts.update(zip(new, self._analyser.analyse(new), strict=True))

    def judged(self, texts: Sequence[str], entry: Entry = ENDED, field: str = SUPPORT) -> list[Judged]:
        """The texts as the bullets of one post, in order."""
        self.read(texts)
        section = Section(SectionKind.EXPERIENCE, "Experience", (entry,))
        found = []
        for number, text in enumerate(texts):
            facts = self._facts[text]
            context = Context(section, entry, number, field)
            if (field, text) not in self._judgements:
                self._judgements[field, text] = self._benches[field].judge(facts)
            judgement = self._judgements[field, text]
            found.append(Judged(Bullet(text, SourceMap(())), facts, judgement, context, number))
        return found

    def told(
        self, texts: Iterable[str], entry: Entry = ENDED, field: str = SUPPORT, taken: Collection[str] = ()
    ) -> list[Told]:
        """The bullets rewritten, each as if it stood alone; `taken` are the verbs of its neighbours."""
        rewriter = self._rewriters[field]
        return [
            Told(bullet, rewriter.rewrites(bullet, spelling_of([bullet.facts.text], self.lexicon), taken))
            for bullet in self.judged(list(texts), entry, field)
        ]

    def together(self, *posts: Sequence[str]) -> list[Told]:
        """The bullets of one or more posts that have ended, rewritten beside one another."""
        entries = [replace(ENDED, title=f"Clerk {number}") for number in range(len(posts))]
        found = [bullet for entry, texts in zip(entries, posts, strict=True) for bullet in self.judged(texts, entry)]
        bullets = [replace(bullet, number=number) for number, bullet in enumerate(found)]
        rewrites = rewritten(bullets, self._rewriters[SUPPORT], self.lexicon)
        return [Told(bullet, rewrites.get(bullet.number, ())) for bullet in bullets]

    def rewriter(self, field: str) -> Rewriter:
        return self._rewriters[field]

    def reference(self, bullet: Judged) -> Reference:
        """The lexicons as the bullet's field reads them."""
        return self._references[bullet.context.field].of(bullet)

    def findings(self, bullet: Judged) -> list[Finding]:
        """What the rules say of a bullet that stands alone."""
        return check([bullet], self._references[bullet.context.field])


def gold_texts() -> list[str]:
    """The bullets of the gold set."""
    return [json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines()]


def filled(rewrite: Rewrite) -> Rewrite:
    """The rewrite with the example of every blank in its place."""
    return fill(rewrite, {number: slot.example for number, slot in enumerate(rewrite.slots)})
