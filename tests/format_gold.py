"""The gold beside the résumés in `formats`: what is in it, and what a reader found instead."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletcoach.inputs import Input, InputProblem, read_input
from bulletcoach.model.document import Bullet, Document, Entry, Positions
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers import ResumeWords, read

FORMATS = Path(__file__).parent / "readers" / "formats"
GOLD = ".gold.toml"


@dataclass(frozen=True)
class Gold:
    """The entries of one file, as tables of TOML."""

    path: Path
    entries: Sequence[dict[str, Any]]

    @property
    def format(self) -> str:
        """The folder that the file lies in, which is named after its format."""
        return self.path.relative_to(FORMATS).parts[0]

    @property
    def places(self) -> list[str]:
        return [place for entry in self.entries for place, _ in entry["bullets"]]


def all_gold() -> list[Gold]:
    return [
        Gold(path.with_name(path.name.removesuffix(GOLD)), tomllib.loads(path.read_text(encoding="utf-8"))["entry"])
        for path in sorted(FORMATS.rglob(f"*{GOLD}"))
    ]


def read_file(path: Path, words: ResumeWords) -> Document:
    source = read_input(Input(str(path), path))
    assert not isinstance(source, InputProblem), source
    return read(source, words)


def found_in(document: Document) -> list[dict[str, Any]]:
    """The entries with bullets to judge, written as the gold is."""
    found = []
    for _, entry in document.judged_entries():
        if entry.bullets:
            bullets = [[place_of(document, bullet), bullet.text] for bullet in entry.bullets]
            found.append({**_named(entry), "bullets": bullets})
    return found


def place_of(document: Document, bullet: Bullet) -> str:
    source = document.sources[bullet.file]
    start = bullet.source_map.source_span(Span(0, 1)).start
    line, _ = LineIndex(source.text).position(start)
    if document.positions is Positions.PAGES:
        page = sum(1 for begin in document.pages if begin <= start)
        first, _ = LineIndex(source.text).position(document.pages[page - 1])
        return f"{page}/{line - first + 1}"
    return f"{Path(source.path).name}:{line}" if bullet.file else str(line)


def _named(entry: Entry) -> dict[str, Any]:
    fields = {name: getattr(entry, name) for name in ("title", "employer", "start", "end", "current")}
    return {name: value for name, value in fields.items() if value is not None}


@dataclass
class Count:
    """Bullet lines of one format: in the gold, found, and both."""

    files: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: Sequence[str], found: Sequence[str]) -> None:
        self.files += 1
        self.gold += len(gold)
        self.found += len(found)
        self.right += (Counter(gold) & Counter(found)).total()

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0
