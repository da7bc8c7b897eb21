"""Org's headlines and their property drawers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from bulletcoach.readers.source_lines import SourceLine

_HEADLINE = re.compile(r"(\*+)[ \t]+")
_PRIORITY = re.compile(r"\[#\w\][ \t]*")
_COOKIE = re.compile(r"[ \t]*\[\d*(?:/\d*|%)\]")
_TAGS = re.compile(r"[ \t]+(:[\w@#%:]+:)$")
_COMMENT = "COMMENT"
_HIDDEN = frozenset(("noexport", "archive"))
_UNHEADED = frozenset(("ignore", "ignoreheading"))
_PROPERTY = re.compile(r"[ \t]*:([\w+-]+):[ \t]*(.*)")


class Headline(Struct, frozen=True):
    """A headline: the line of its text alone, and its property drawer. `is_hidden`: its whole subtree is not exported;
    `is_unheaded`: only its text is."""

    level: int
    title: SourceLine
    is_hidden: bool
    is_unheaded: bool
    properties: Mapping[str, str]
    start: int


class Customs(Struct, frozen=True):
    """What a file says of its headlines: the words that mark tasks, and the tags that keep subtrees from export."""

    tasks: frozenset[str] = frozenset(("TODO", "DONE"))
    hidden: frozenset[str] = _HIDDEN


def customs(keywords: Iterable[tuple[str, str]]) -> Customs:
    """By the keywords (`#+NAME: value`) of a file."""
    tasks, hidden = set(Customs().tasks), set(_HIDDEN)
    for name, value in keywords:
        if name in ("todo", "seq_todo", "typ_todo"):
            tasks.update(word.split("(")[0] for word in value.split() if word != "|")
        elif name == "exclude_tags":
            hidden.update(tag.casefold() for tag in re.split(r"[\s:]+", value) if tag)
    return Customs(frozenset(tasks), frozenset(hidden))


def headline(line: SourceLine, below: Sequence[SourceLine], usual: Customs) -> Headline | None:
    """The headline on a line, with the drawer right below it; None where there is none."""
    stars = _HEADLINE.match(line.text)
    if stars is None:
        return None
    title = line.part(stars.end())
    first, _, _ = title.text.partition(" ")
    if first in usual.tasks:
        title = title.part(len(first)).content()
    if found := _PRIORITY.match(title.text):
        title = title.part(found.end()).content()
    is_comment = title.text == _COMMENT or title.text.startswith(f"{_COMMENT} ")
    tags: set[str] = set()
    if found := _TAGS.search(f" {title.text}"):
        tags = {tag.casefold() for tag in found[1].split(":") if tag}
        title = title.part(0, max(0, found.start() - 1))
    if found := _COOKIE.search(title.text):
        if found.end() == len(title.text):
            title = title.part(0, found.start())
        elif found.start() == 0:
            title = title.part(found.end()).content()
    return Headline(
        len(stars[1]),
        title,
        is_comment or not tags.isdisjoint(usual.hidden),
        not tags.isdisjoint(_UNHEADED),
        _properties(below),
        line.start,
    )


def _properties(below: Sequence[SourceLine]) -> dict[str, str]:
    """The property drawer among the first lines below a headline."""
    found: dict[str, str] = {}
    is_open = False
    for line in below:
        text = line.text.strip().casefold()
        if text == ":properties:":
            is_open = True
        elif text == ":end:" or not (is_open or text.startswith(("scheduled:", "deadline:", "closed:"))):
            break
        elif is_open and (match := _PROPERTY.match(line.text)):
            found[match[1].casefold().replace("_", " ")] = match[2].strip()
    return found
