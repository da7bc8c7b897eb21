"""The lexicons that come with the package: where they are, and how they are read fast.

Reading their TOML takes longer than a whole check whose bullets are known. So who has a shelf keeps them there in
compiled form, under a digest of all their bytes and of the code that reads them: whatever changes, they are read and
checked anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from msgspec import DecodeError, ValidationError, msgpack
from msgspec.structs import replace

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.files import LexiconFile, read_lexicon_file
from bulletcoach.lexicon.removal import without


class Shelf(Protocol):
    """A place that may have kept something, and may keep something, until the next run."""

    def get(self, key: bytes) -> bytes | None:
        """What is kept under the key, None where nothing is."""

    def put(self, key: bytes, value: bytes) -> None:
        """Keep the value, if that can be done."""


def read_lexicons(own: Iterable[Path] = (), shelf: Shelf | None = None) -> tuple[list[LexiconFile], list[LexiconFile]]:
    """The shipped files and the user's `own`, each without what an own file after it removes.

    Raises LexiconError for a broken file, and for a word to remove that is not there.
    """
    shipped = _from_shelf(shelf) if shelf is not None else _shipped_files()
    files = list(shipped)
    for path in own:
        file = read_lexicon_file(path)
        files = [*(without(files, file) if file.remove else files), file]
    return files[: len(shipped)], files[len(shipped) :]


@cache
def shipped_lexicons() -> Path:
    """The folder of the lexicons that come with the package.

    In a wheel they lie inside the package; in a source tree (and an editable install, which a wheel's force-include
    does not reach) at the top of the tree. Raises LexiconError where neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "lexicons", package.parents[1] / "lexicons"):
        if (folder / "verbs.toml").is_file():
            return folder
    raise LexiconError(f"the lexicons are missing beside {package}; install bulletcoach again")


@cache
def _shipped_files() -> tuple[LexiconFile, ...]:
    """The shipped files: they stay as they are, and reading them takes its time."""
    return tuple(read_lexicon_file(path) for path in _paths())


def _paths() -> list[Path]:
    return sorted(shipped_lexicons().rglob("*.toml"))


def _from_shelf(shelf: Shelf) -> tuple[LexiconFile, ...]:
    """The shipped files as the shelf has them compiled, or read from their TOML and put there."""
    paths = _paths()
    key = _key(paths)
    if key is None:
        return _shipped_files()
    if (kept := shelf.get(key)) is not None:
        try:
            files = msgpack.decode(kept, type=tuple[LexiconFile, ...])
        except (DecodeError, ValidationError):
            files = ()
        if len(files) == len(paths):
            return tuple(replace(file, path=str(path)) for file, path in zip(files, paths, strict=True))
    files = _shipped_files()
    shelf.put(key, msgpack.encode(files))
    return files


def _key(paths: Iterable[Path]) -> bytes | None:
    """The digest of the files and of the code that reads them, None where one of them cannot be read."""
    digest = sha256()
    try:
        for path in (*sorted(Path(__file__).parent.glob("*.py")), *paths):
            digest.update(sha256(path.read_bytes()).digest())
    except OSError:
        return None
    return digest.digest()
