"""A changed source, written into its file: all of it or nothing."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bulletcoach.errors import EditError
from bulletcoach.model.document import Source

_MOST_BACKUPS = 1_000


def write(before: Source, after: Source, *, backup: bool = True) -> Path | None:
    """Write `after` into the file that `before` was read from; the path of the backup, None where there is none.

    The file is replaced in one step by a new one beside it with the same permissions; of a symbolic link, the file that
    it leads to. The backup is `NAME.bak`, or `NAME.bak2` and so on where another text stands there already; one that
    holds the same bytes is used again. Nothing is done where nothing changes.

    Raises EditError if the file is not as `before` has it, or cannot be written; it is then as it was, and no new file
    is left beside it.
    """
    if before.data == after.data:
        return None
    try:
        file = _file(before)
        _check_unchanged(file, before)
        with _beside(file, after.data) as new:
            kept, is_new = _backup(file, before.data) if backup else (None, False)
            try:
                _check_unchanged(file, before)
                os.replace(new, file)  # noqa: PTH105 - says what it does
            except BaseException:
                if kept is not None and is_new:
                    kept.unlink(missing_ok=True)
                raise
        _sync_folder(file.parent)
    except OSError as error:
        raise EditError(f"{before.path}: cannot be written: {error.strerror or error}") from None
    return kept


def replace_file(file: Path, data: bytes) -> None:
    """Give a file, which need not exist, these bytes in one step. Raises OSError, and then it is as it was."""
    with _beside(file, data) as new:
        os.replace(new, file)  # noqa: PTH105 - says what it does


def put_file(file: Path, data: bytes) -> None:
    """The same for a file that others may read: a new one has the permissions of any new file. Raises OSError."""
    is_new = not file.exists()
    if is_new:
        file.touch()
    try:
        replace_file(file, data)
    except BaseException:
        if is_new:
            file.unlink(missing_ok=True)
        raise


def _file(source: Source) -> Path:
    """The file itself, behind symbolic links. Raises EditError where there is none that can be written."""
    path = Path(source.path)
    if not path.exists():
        raise EditError(f"{source.path}: there is no such file to write to")
    file = path.resolve() if path.is_symlink() else path
    if not file.is_file():
        raise EditError(f"{source.path}: this is no file that could be written to")
    if not file.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(file, os.W_OK):
        raise EditError(f"{source.path}: cannot be written: the file is read-only")
    return file


def _check_unchanged(file: Path, source: Source) -> None:
    if file.read_bytes() != source.data:
        raise EditError(f"{source.path}: the file has changed since it was read; nothing was written")


@contextmanager
def _beside(file: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in the folder of `file`, with `data` and the permissions of `file`, or the owner's alone where
    there is none yet; gone afterwards, unless it has been given another name."""
    descriptor, name = tempfile.mkstemp(prefix=".bulletcoach-", suffix=".tmp", dir=file.parent)
    new = Path(name)
    try:
        _fill(descriptor, data)
        if file.exists():
            _copy_permissions(file, new)
        yield new
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _backup(file: Path, data: bytes) -> tuple[Path, bool]:
    """A file beside `file` that holds `data`, and whether it is new."""
    for number in range(1, _MOST_BACKUPS):
        kept = file.with_name(f"{file.name}.bak{number if number > 1 else ''}")
        try:
            descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            if kept.is_file() and kept.read_bytes() == data:
                return kept, False
            continue
        try:
            _fill(descriptor, data)
            _copy_permissions(file, kept)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
        return kept, True
    raise EditError(f"{file}: there are too many backups already; remove some of {file.name}.bak…")


def _fill(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _copy_permissions(file: Path, other: Path) -> None:
    """Mode and, where the system has owners and lets us, owner. The owner comes first: changing it can drop modes."""
    found = file.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(other, found.st_uid, found.st_gid)
    shutil.copymode(file, other)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where folders can be opened for that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
