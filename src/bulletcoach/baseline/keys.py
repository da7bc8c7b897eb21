"""Keys: what a finding is known by, whatever becomes of the lines round it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span

# What stands for standard input where nobody gave it a name: no file, wherever the baseline lies.
_NAMELESS = ("<", ">")
_END_MARKS = " .,;:!?…"
# A bullet of more characters is known by its beginning: the file of known findings is read by people, too.
_LONGEST = 1_000


class Key(Struct, frozen=True, order=True):
    """A rule in a file, on a bullet, or on an entry, or on the whole file where both are empty.

    `file` is a path with slashes, from the folder of the baseline. `bullet` and `entry` are `plain`. The order is that
    of the baseline: the rules of one bullet stand together.
    """

    file: str
    entry: str
    bullet: str
    rule: str


# What tells a finding in an included file from all others: its key, and where it stands in that file.
Spot = tuple[Key, int, Span | None]


class Keyed(Struct, frozen=True):
    """A finding with its key. `spot` is None in the file itself, and set where several files may include the part."""

    finding: Finding
    key: Key
    spot: Spot | None = None


def keyed(result: FileResult, folder: Path) -> Iterator[Keyed]:
    """Every finding of a result, with the key that it has in a baseline which lies in `folder`."""
    if result.document is None:
        return
    bullets, entries = list(result.document.judged_bullets()), result.entries
    files = files_of(result, folder)
    for finding in result.findings:
        said = titled = ""
        home, start = (finding.at.file, finding.at.span.start) if finding.at else (0, 0)
        if finding.bullet is not None:
            bullet = bullets[finding.bullet]
            said, home, start = plain(bullet.text), bullet.file, bullet.span.start
        elif finding.entry is not None:
            entry = entries[finding.entry]
            titled, home, start = plain(entry.name), entry.file, entry.span.start
        key = Key(files[home], titled, said, finding.code)
        yield Keyed(finding, key, (key, start, finding.span) if home else None)


def files_of(result: FileResult, folder: Path) -> list[str]:
    """The file of a result and those that it includes, as a baseline in `folder` calls them."""
    sources = result.document.sources if result.document else ()
    return [file_key(source.path, folder) for source in sources] or [file_key(result.path, folder)]


def file_key(path: str, folder: Path) -> str:
    """How a baseline in `folder` calls the file at `path`, whatever folder the run was started in."""
    if is_nameless(path):
        return path
    # Links between here and there are followed, but for one in the file's own place: its name is what people know.
    parent, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - the name of a link must stay
    real = os.path.join(os.path.realpath(parent), name)  # noqa: PTH118
    try:
        relative = os.path.relpath(real, os.path.realpath(folder))
    except ValueError:  # another drive of Windows
        relative = real
    return unicodedata.normalize("NFC", Path(relative).as_posix())


def is_nameless(path: str) -> bool:
    """Whether this stands for standard input without a name."""
    return path.startswith(_NAMELESS[0]) and path.endswith(_NAMELESS[1])


def plain(text: str) -> str:
    """The text without what an editor changes by the way: case, the width of blanks, the mark at its end."""
    words = " ".join(unicodedata.normalize("NFC", text.casefold()).split())
    return (words.rstrip(_END_MARKS) or words)[:_LONGEST].rstrip()


def is_there(folder: Path, file: str) -> bool:
    """Whether there is a file of this name, which keys spell composed (“é” as one character) and disks either way.

    Standard input without a name always is.
    """
    return is_nameless(file) or any(
        os.path.lexists(folder / unicodedata.normalize(form, file)) for form in ("NFC", "NFD")
    )
