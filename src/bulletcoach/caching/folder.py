"""The folder of the cache: where it is, whether it can be trusted, and what marks it as a cache."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

FOLDER_VARIABLE = "BULLETCOACH_CACHE_DIR"
OFF_VARIABLE = "BULLETCOACH_NO_CACHE"
NAME = "bulletcoach"

TAG = "CACHEDIR.TAG"
# Programs that make backups leave out a folder with this file in it: https://bford.info/cachedir/
TAG_TEXT = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# bulletcoach keeps here what it need not find out again; the whole folder may be deleted.\n"
)
IGNORE = ".gitignore"
IGNORE_TEXT = b"*\n"
_KINDS = {stat.S_IFLNK: "a link", stat.S_IFDIR: "a folder"}


class UnusableError(Exception):
    """Why there is no cache to use, in one line."""


class CachePlace(Struct, frozen=True):
    """The folder of a cache, and who named it: an option, a variable of the environment, or the system."""

    folder: Path
    named_by: str


def is_switched_off(environment: Mapping[str, str]) -> bool:
    """Whether the environment wants no cache."""
    return environment.get(OFF_VARIABLE, "") not in ("", "0")


def cache_place(folder: Path | None, environment: Mapping[str, str]) -> CachePlace:
    """Where the cache is: in `folder`, else where the environment says, else where the system keeps such things.

    Raises UnusableError where the system does not know whose home this is.
    """
    if folder is not None:
        return CachePlace(folder.absolute(), "--cache-dir")
    if named := environment.get(FOLDER_VARIABLE):
        return CachePlace(Path(named).absolute(), FOLDER_VARIABLE)
    return CachePlace(_of_the_system(environment), "the system")


def _of_the_system(environment: Mapping[str, str]) -> Path:
    if sys.platform == "linux" and "ANDROID_ROOT" not in environment:
        # What platformdirs says there, without the 3 ms of importing it.
        for base, *below in (environment.get("XDG_CACHE_HOME", ""),), (environment.get("HOME", ""), ".cache"):
            if base.startswith("/"):
                return Path(base, *below, NAME)
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path(NAME, appauthor=False)
    except RuntimeError as error:
        raise UnusableError(f"no folder for caches is known ({error})") from None
    if not folder.is_absolute():
        raise UnusableError("no folder for caches is known, for want of a home")
    return folder


def check_folder(folder: Path) -> None:
    """Raise UnusableError for a folder that others could have put something into, and for what is no folder.

    One that is not there yet is fine.
    """
    try:
        found = folder.stat()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise UnusableError(f"{folder} cannot be used: {_reason(error)}") from None
    if not stat.S_ISDIR(found.st_mode):
        raise UnusableError(f"{folder} is not a folder")
    _check_owner(folder, found)


def check_file(file: Path) -> bool:
    """Whether there is such a file. Raises UnusableError for a link, a folder, or a file that others may write."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise UnusableError(f"{file} cannot be used: {_reason(error)}") from None
    if not stat.S_ISREG(found.st_mode):
        kind = _KINDS.get(stat.S_IFMT(found.st_mode), "a pipe or device")
        raise UnusableError(f"{file} is {kind}, not a file")
    _check_owner(file, found)
    return True


def _check_owner(path: Path, found: os.stat_result) -> None:
    if os.name != "posix":
        return  # elsewhere the bits say nothing, and what is below a home is private
    if found.st_uid != os.geteuid():
        raise UnusableError(f"{path} belongs to another user")
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise UnusableError(f"others may write to {path}; “chmod go-w” on it mends that")


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing, for its owner alone, and mark an empty one as a cache. Raises OSError.

    A folder that holds other things is not marked: its owner wants those in backups and repositories.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
    if not any(folder.iterdir()):
        _write_new(folder / TAG, TAG_TEXT)
        _write_new(folder / IGNORE, IGNORE_TEXT)


def is_marked(folder: Path) -> bool:
    """Whether the folder was made as a cache of ours."""
    return holds(folder / TAG, TAG_TEXT)


def holds(file: Path, content: bytes) -> bool:
    """Whether a file holds just this. A pipe, at which one would wait, is not opened, nor is a link followed."""
    try:
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        with file.open("rb") as stream:
            return stream.read(len(content)) == content
    except OSError:
        return False


def make_file(file: Path) -> None:
    """Make an empty file for its owner alone, unless it is there. Raises OSError."""
    _write_new(file, b"")


def _write_new(file: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(file, flags, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
