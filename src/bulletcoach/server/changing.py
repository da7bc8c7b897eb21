"""Changing: what becomes of a document when a bullet is written anew, mended or left in peace; tried before it is told.

All of this belongs into the examiner's thread, and raises EditError where a change cannot be made without harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial

from msgspec import Struct

from bulletcoach.editing import SourceEdit, apply, verified
from bulletcoach.editing.checking import bullets_of
from bulletcoach.engine import Engine
from bulletcoach.errors import EditError, InputError
from bulletcoach.fixing.attempts import attempt
from bulletcoach.fixing.rounds import mended
from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.model.finding import Finding, Fix
from bulletcoach.model.text import Span
from bulletcoach.server.examining import Examined, sift
from bulletcoach.server.silencing import ways_to_silence


class Written(Struct, frozen=True):
    """A bullet written anew: the edits, and the source and the bullet that come of them."""

    edits: tuple[SourceEdit, ...]
    after: Source
    bullet: Bullet


def write(examined: Examined, engine: Engine, number: int, text: str) -> Written:
    """The bullet with that number, with another text."""
    document = _document(examined)
    edits = verified(document, {number: text}, partial(engine.read, settings=examined.settings))
    after = apply(document.source, edits)
    return Written(edits, after, bullets_of(engine.read(after, examined.settings))[number])


def mend(examined: Examined, engine: Engine, number: int, fix: Fix) -> tuple[SourceEdit, ...]:
    """The edits of one fix of the bullet with that number."""
    document = _document(examined)

    def read_again(sources: Sequence[Source]) -> Document:
        return engine.read(sources[0], examined.settings)

    tried = attempt(document, {number: [fix]}, read_again)
    if number in tried.refusals:
        raise EditError(tried.refusals[number])
    return tuple(edits_between(document.source.text, tried.document.source.text))


def mend_all(examined: Examined, engine: Engine) -> tuple[SourceEdit, ...]:
    """The edits of all that is safe to mend in a document, not in those that it includes."""
    document, result = _document(examined), examined.result
    assert result is not None, "there is a document"
    after = mended(
        engine, examined.settings, result, unsafe=False, sift=partial(sift, settings=examined.settings)
    ).result.document
    return tuple(edits_between(document.source.text, after.source.text)) if after is not None else ()


def silence(examined: Examined, engine: Engine, finding: Finding) -> tuple[SourceEdit, ...]:
    """The edit that puts a comment beside a bullet, after which the finding is gone and all else is as it was."""
    document = _document(examined)
    assert finding.bullet is not None, "it is about a bullet"
    texts = [bullet.text for bullet in bullets_of(document)]
    for edit in ways_to_silence(document, bullets_of(document)[finding.bullet], finding.code):
        after = apply(document.source, [edit])
        try:
            result = engine.check_one(after, examined.settings)
        except InputError:
            continue
        is_gone = not any(one.code == finding.code and one.bullet == finding.bullet for one in result.findings)
        if is_gone and result.document and [bullet.text for bullet in bullets_of(result.document)] == texts:
            return (edit,)
    raise EditError(f"{examined.opened.name}: no comment can stand there; [[suppress]] in a configuration file can")


def edits_between(before: str, after: str) -> Iterator[SourceEdit]:
    """Edits that make one text of the other: those of the lines that differ, from the first sign on that does."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = before[starts[first] : starts[last]], "".join(new[new_first:new_last])
        head = _alike(gone, come)
        tail = _alike(gone[head:][::-1], come[head:][::-1])
        yield SourceEdit(Span(starts[first] + head, starts[last] - tail), come[head : len(come) - tail])


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _document(examined: Examined) -> Document:
    if examined.result is None or examined.result.document is None:
        raise EditError(f"{examined.opened.name}: there is nothing to change")
    return examined.result.document
