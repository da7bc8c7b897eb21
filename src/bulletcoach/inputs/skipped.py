"""What a search skipped, and the notes in which that is told: a few lines, however many files there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct

_TOLD_ONE_BY_ONE = 3
_REMEDIES = ("; name it to check it", "; name them to check them")


class Reason(Enum):
    """Why something was skipped, as it is said of one and of several; the order is that of the notes.

    “{by}” stands for the file on account of which it was. EXCLUDED is what a search leaves out, FORCED what was named.
    """

    EXCLUDED = ("{by} excludes it", "the settings exclude them")
    FORCED = ("{by} excludes it, and --force-exclude was given", "the settings exclude them, as --force-exclude has it")
    IGNORED = ("{by} ignores it", "ignore files name them")
    COPY = ("it looks like a copy made from {by}", "they look like copies made from others of the same name")
    PART = ("{by} reads it in", "others read them in")
    OTHER = ("its name says that it is something else", "their names say that they are something else")
    REPORT = ("it is a report of bulletcoach", "they are reports of bulletcoach")
    EMPTY = ("nothing in it says résumé", "nothing in them says résumé")
    LINK = ("it is a link that leads out of the folder", "they are links that lead out of the folder")
    DANGLING = ("it is a link that leads nowhere", "they are links that lead nowhere")
    SPECIAL = ("it is not an ordinary file", "they are not ordinary files")
    NAME = ("its name does not say résumé or CV", "their names do not say résumé or CV")
    FOLDER = ("it holds generated or installed files", "they hold generated or installed files")


class Skipped(Struct, frozen=True):
    """Something that was skipped: its `path` to show, why, and `by` which other file."""

    path: str
    reason: Reason
    by: str = ""


def notes_on(skipped: Iterable[Skipped]) -> Iterator[str]:
    """What to tell: each of a few by its name, more of them by their number. Files of other names are only counted."""
    by_reason: dict[Reason, list[Skipped]] = {reason: [] for reason in Reason}
    for one in skipped:
        by_reason[one.reason].append(one)
    for reason, group in by_reason.items():
        if reason is Reason.NAME or len(group) > _TOLD_ONE_BY_ONE:
            if group:
                yield _counted(reason, group)
        else:
            said, remedy = reason.value[0], _remedies(reason)[0]
            yield from (f"{one.path} was skipped: {said.format(by=one.by)}{remedy}" for one in group)


def first_note(skipped: Iterable[Skipped]) -> str | None:
    """The note that tells most, if anything was skipped."""
    return next(notes_on(skipped), None)


def _counted(reason: Reason, group: list[Skipped]) -> str:
    things = "folder" if reason is Reason.FOLDER else "file"
    remedies = _remedies(reason)
    if len(group) == 1:
        return f"1 {things} was skipped: {reason.value[0]}{remedies[0]}"
    such_as = "" if reason is Reason.NAME else f", such as {group[0].path}"
    return f"{len(group)} {things}s were skipped: {reason.value[1]}{such_as}{remedies[1]}"


def _remedies(reason: Reason) -> tuple[str, str]:
    return ("", "") if reason in (Reason.FORCED, Reason.DANGLING) else _REMEDIES
