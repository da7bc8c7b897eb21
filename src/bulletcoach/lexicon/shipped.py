"""The lexicons that come with the package: where they are, and how they are read fast.

Reading their TOML takes longer than a whole check whose bullets are known. So a store keeps them in compiled form,
under a digest of all their bytes and of the code that reads them: whatever changes, they are read and checked anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, msgpack
from msgspec.structs import replace

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.files import LexiconFile, read_lexicon_file
from bulletcoach.lexicon.removal import without

if TYPE_CHECKING:
    from bulletcoach.caching import Store

KIND = "lexicons"


def read_lexicons(own: Iterable[Path] = (), store: Store | None = None) -> tuple[list[LexiconFile], list[LexiconFile]]:
    """The shipped files and the user's `own`, each without what an own file after it removes.

    Raises LexiconError for a broken file, and for a word to remove that is not there.
    """
    shipped = _kept_in(store) if store is not None else _shipped_files()
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


def _kept_in(store: Store) -> tuple[LexiconFile, ...]:
    """The shipped files as the store has them compiled, or read from their TOML and kept there."""
    from bulletcoach.caching.digests import digest_of

    folder, paths = shipped_lexicons(), _paths()
    code = {f"code/{path.name}": str(path) for path in Path(__file__).parent.glob("*.py")}
    key = digest_of({**code, **{path.relative_to(folder).as_posix(): str(path) for path in paths}}, store, folder)
    if key is None:
        return _shipped_files()
    shelf = store.shelf(KIND)
    if (kept := shelf.get(key)) is not None:
        try:
            files = msgpack.decode(kept, type=tuple[LexiconFile, ...])
        except DecodeError:
            files = ()
        if len(files) == len(paths):
            return tuple(replace(file, path=str(path)) for file, path in zip(files, paths, strict=True))
    files = _shipped_files()
    shelf.put(key, msgpack.encode(files))
    return files
