"""The word stock of the invented résumés, read from corpus.toml, which explains its own columns."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

_FILE = Path(__file__).with_name("corpus.toml")

Kind = Literal["duty", "present", "action", "achievement"]
Direction = Literal["down", "up"]


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that fit every theme."""

    places: tuple[str, ...]
    periods: tuple[str, ...]
    times: tuple[str, ...]


class Metric(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that is measured; `before` and `after` are ranges of whole numbers, ends included."""

    name: str
    good: Direction
    unit: str
    before: tuple[int, int]
    after: tuple[int, int]


class Theme(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of work. The first word of each duty and act is a verb in its base form."""

    titles: tuple[str, ...]
    duties: tuple[str, ...]
    acts: tuple[str, ...]
    people: tuple[str, ...]
    tools: tuple[str, ...]
    problems: tuple[str, ...]
    metrics: tuple[str, ...]


class Persons(Struct, frozen=True, forbid_unknown_fields=True):
    """What the heads of résumés are made of."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    places: tuple[str, ...]
    schools: tuple[str, ...]
    degrees: tuple[str, ...]
    summaries: tuple[str, ...]


class Employers(Struct, frozen=True, forbid_unknown_fields=True):
    """A name and a kind make an employer."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]


class Stock(Struct, frozen=True, forbid_unknown_fields=True):
    """All words. `verbs` has “past gerund” by base form; `results` tell a metric, by the direction that is good."""

    verbs: dict[str, str]
    bullets: dict[Kind, tuple[str, ...]]
    lists: Lists
    results: dict[Direction, tuple[str, ...]]
    metric: tuple[Metric, ...]
    theme: tuple[Theme, ...]
    persons: Persons
    employers: Employers

    def past(self, phrase: str) -> str:
        """“answer calls” as “answered calls”."""
        return self._inflected(phrase, 0)

    def gerund(self, phrase: str) -> str:
        """“answer calls” as “answering calls”."""
        return self._inflected(phrase, 1)

    def _inflected(self, phrase: str, form: int) -> str:
        verb, rest = phrase.split(" ", 1)
        return f"{self.verbs[verb].split()[form]} {rest}"


def load_stock() -> Stock:
    """The stock. Raises msgspec.ValidationError where corpus.toml is not as its head says."""
    return msgspec.toml.decode(_FILE.read_bytes(), type=Stock)
