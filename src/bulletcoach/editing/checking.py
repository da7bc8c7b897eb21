"""Changes that have been checked: read again, they say what they should, and nothing else has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from bulletcoach.editing.changes import wanted, ways
from bulletcoach.editing.edits import SourceEdit, apply, place
from bulletcoach.errors import EditError, InputError
from bulletcoach.model.document import Bullet, Document, Section, Source
from bulletcoach.model.text import SourceMap, Span
from bulletcoach.readers import decode

_NOWHERE = Span(0, 0)
_NO_MAP = SourceMap(())

ReadAgain = Callable[[Source], Document]
ReadAllAgain = Callable[[Sequence[Source]], Document]
"""The same for the sources of a document: the file itself and those that it includes."""


def verified(document: Document, changes: Mapping[int, str], read_again: ReadAgain) -> tuple[SourceEdit, ...]:
    """The edits, in order, that give bullets (by their number in `document`) their new texts.

    `read_again` reads a source as `document` was read. Raises EditError, in one line that says what and where, if the
    result would not be read as just that, and for a bullet that stands in an included file.
    """
    found: list[SourceEdit] = []
    for number, new_text in sorted(changes.items()):
        found.extend(_first_way(document, number, new_text, read_again))
    if len(changes) > 1:
        _check(document, found, changes, read_again)
    return tuple(found)


def _first_way(document: Document, number: int, new_text: str, read_again: ReadAgain) -> tuple[SourceEdit, ...]:
    """The first of the ways to write one bullet that is read again as it should be."""
    bullet = bullets_of(document)[number]
    if bullet.file:
        where = place(document.sources[bullet.file], bullet.span)
        raise EditError(f"{where}: this bullet stands in a file that {document.source.path} includes: give that file")
    refusal: EditError | None = None
    for edits in ways(document, bullet, new_text):
        try:
            _check(document, edits, {number: new_text}, read_again)
        except EditError as error:
            refusal = refusal or error
        else:
            return edits
    assert refusal is not None, "there is always a way to try"
    raise refusal


def confirmed(
    document: Document, after: Sequence[Source], changes: Mapping[int, str], read_again: ReadAllAgain
) -> Document:
    """What `after`, the sources of `document` with edits in them, is read as.

    `changes` are the new texts of the bullets that were edited, by number; one that only looks other in the source has
    its old text. Raises EditError unless it is the same document with just these texts changed.
    """
    bullets = bullets_of(document)
    new = {number: wanted(document, bullets[number], text) for number, text in changes.items()}
    try:
        decoded = [replace(decode(one.data, one.path), file=one.file) for one in after]
        again = read_again(decoded)
    except InputError:
        raise EditError(f"{after[0].path}: with the new text the file could no longer be read") from None
    for one, now in zip(after, decoded, strict=True):
        if now.text != one.text:
            raise EditError(f"{one.path}: with the new text the file would be taken for one in another encoding")
    if _outline(again, {}) != _outline(document, new):
        raise EditError(_difference(document, again, new))
    return again


def _check(document: Document, edits: Iterable[SourceEdit], changes: Mapping[int, str], read_again: ReadAgain) -> None:
    """Raises EditError unless the edited source is read as the same document with just these texts changed."""
    confirmed(document, [apply(document.source, edits)], changes, lambda sources: read_again(sources[0]))


def _difference(document: Document, again: Document, new: Mapping[int, str]) -> str:
    """What is read otherwise than it should be, in a line."""
    bullets, now = bullets_of(document), bullets_of(again)
    for number, text in new.items():
        if len(now) == len(bullets) and now[number].text != text:
            return f"{_place(document, bullets[number])}: the new text would be read as “{now[number].text}”"
    return f"{_place(document, bullets[min(new)])}: with the new text, lines round it would be read in another way"


def _place(document: Document, bullet: Bullet) -> str:
    return place(document.sources[bullet.file], bullet.span)


def bullets_of(document: Document) -> list[Bullet]:
    """The bullets that are judged, in the order of their numbers."""
    return list(document.judged_bullets())


def _outline(document: Document, new: Mapping[int, str]) -> list[Section]:
    """What the document says, wherever in the file; bullets with `new` texts, by their numbers, have them."""
    texts = _texts(document, new)
    return [
        replace(
            section,
            entries=tuple(
                replace(
                    entry,
                    span=_NOWHERE,
                    bullets=tuple(Bullet(next(texts), _NO_MAP, each.marker, each.depth) for each in entry.bullets),
                )
                for entry in section.entries
            ),
        )
        for section in document.sections
    ]


def _texts(document: Document, new: Mapping[int, str]) -> Iterator[str]:
    """The texts of all bullets, also of those that are not judged and so have no number."""
    numbers = count()
    for section in document.sections:
        for entry in section.entries:
            for bullet in entry.bullets:
                yield new.get(next(numbers), bullet.text) if section.kind.holds_bullets else bullet.text
