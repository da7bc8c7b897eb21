"""The lexicons that come with the package: where they are, and how they are read fast.

Reading their TOML takes longer than a whole check whose bullets are known. So a store keeps them in compiled form,
under a digest of all their bytes and of the code that reads them: whatever changes, they are read and checked anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, msgpack
from msgspec.structs import replace

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.files import LexiconFile, read_lexicon_file

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
        if file.remove:
            from bulletcoach.lexicon.removal import without

            files = without(files, file)
        files.append(file)
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
    """The shipped files as they were first read by this process: reading them takes its time."""
    return tuple(read_lexicon_file(Path(path)) for path in _files(shipped_lexicons()).values())


def _files(folder: Path) -> dict[str, str]:
    """The paths of the shipped files by their names in the folder: strings, since every run looks at all of them."""
    found: dict[str, str] = {}
    for place, _, names in os.walk(folder):
        within = place.removeprefix(str(folder)).replace(os.sep, "/")
        found |= {f"{within}/{name}".lstrip("/"): os.path.join(place, name) for name in names if name.endswith(".toml")}  # noqa: PTH118
    return {name: found[name] for name in sorted(found, key=lambda name: name.split("/"))}


def _kept_in(store: Store) -> tuple[LexiconFile, ...]:
    """The shipped files as the store has them compiled, or read from their TOML and kept there."""
    from bulletcoach.caching.code import code_files
    from bulletcoach.caching.digests import digest_of

    folder = shipped_lexicons()
    paths = _files(folder)
    code = code_files()
    digest = digest_of({**code, **paths}, store, folder) if code else None
    if digest is None:
        return _shipped_files()
    shelf = store.shelf(KIND, digest)
    kept = shelf.get_many(name.encode() for name in paths)
    if len(kept) == len(paths):
        decoder = msgpack.Decoder(LexiconFile)
        with suppress(DecodeError):
            return tuple(replace(decoder.decode(kept[name.encode()]), path=path) for name, path in paths.items())
    files = {name: read_lexicon_file(Path(path)) for name, path in paths.items()}
    # They may have changed while they were read: what was read of them is kept only if they have not.
    if digest_of({**code, **paths}, store, folder) == digest:
        shelf.put_many({name.encode(): msgpack.encode(file) for name, file in files.items()})
    return tuple(files.values())
