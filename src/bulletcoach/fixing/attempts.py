"""Attempts: a document with fixes made in it, in memory, read again as it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from bulletcoach.editing import SourceEdit, apply, confirmed, ways
from bulletcoach.editing.checking import ReadAllAgain, bullets_of
from bulletcoach.errors import EditError
from bulletcoach.fixes import with_plain_stretches
from bulletcoach.fixing.choosing import new_text
from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.model.finding import Fix

_Edits = tuple[SourceEdit, ...]


class Attempt(Struct):
    """A document, the numbers of the bullets that were changed in it, and for the others why they were not."""

    document: Document
    made: set[int] = field(default_factory=set)
    refusals: dict[int, str] = field(default_factory=dict)


def attempt(document: Document, fixes: Mapping[int, Sequence[Fix]], read_again: ReadAllAgain) -> Attempt:
    """The document with the fixes of each bullet made, as far as that can be done without harm."""
    bullets = bullets_of(document)
    found = Attempt(document)
    possible: dict[int, list[_Edits]] = {}
    texts: dict[int, str] = {}
    for number, wanted in sorted(fixes.items()):
        try:
            texts[number], possible[number] = _possible(document, bullets[number], wanted)
        except EditError as error:
            found.refusals[number] = str(error)
    first = {number: each[0] for number, each in possible.items()}
    try:
        found.document = _changed(document, first, texts, read_again)
    except EditError:
        return _one_by_one(found, possible, texts, read_again)
    found.made = set(first)
    return found


def _one_by_one(
    found: Attempt, possible: Mapping[int, Sequence[_Edits]], texts: Mapping[int, str], read_again: ReadAllAgain
) -> Attempt:
    """The attempt with one bullet after the other changed; a way that does harm is not gone."""
    start = found.document
    taken: dict[int, _Edits] = {}
    for number, wanted in possible.items():
        refusal = ""
        for edits in wanted:
            try:
                found.document = _changed(start, {**taken, number: edits}, texts, read_again)
            except EditError as error:
                refusal = refusal or str(error)
            else:
                taken[number] = edits
                break
        else:
            found.refusals[number] = refusal
    found.made = set(taken)
    return found


def _possible(document: Document, bullet: Bullet, fixes: Sequence[Fix]) -> tuple[str, list[_Edits]]:
    """The new text of a bullet and the ways to write it. Raises EditError where there is none."""
    text, edits = new_text(bullet.text, fixes)
    return text, [with_plain_stretches(document, bullet, edits, way) for way in ways(document, bullet, text)]


def _changed(
    document: Document, edits: Mapping[int, _Edits], texts: Mapping[int, str], read_again: ReadAllAgain
) -> Document:
    """The document with these edits of its bullets, read again. Raises EditError where it is not read as it should."""
    if not edits:
        return document
    bullets = bullets_of(document)
    by_file: dict[int, list[SourceEdit]] = {}
    for number, found in edits.items():
        by_file.setdefault(bullets[number].file, []).extend(found)
    after = [apply(source, by_file[file]) if file in by_file else source for file, source in _numbered(document)]
    again = confirmed(document, after, {number: texts[number] for number in edits}, read_again)
    if [comment.text for comment in again.comments] != [comment.text for comment in document.comments]:
        raise EditError(f"{document.source.path}: a comment would be lost")
    return again


def _numbered(document: Document) -> Iterable[tuple[int, Source]]:
    return enumerate(document.sources)
