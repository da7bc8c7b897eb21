"""A file that is to be written: a new one, or one that lines are added to."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from bulletcoach.editing.files import put_file
from bulletcoach.errors import EditError


class FileChange(Struct, frozen=True):
    """The text that a file is to have; `before` is what it has, None where there is no file yet."""

    path: Path
    after: str
    before: str | None = None

    @property
    def added(self) -> str:
        """What is new in it."""
        return self.after.removeprefix(self.before or "")

    def write(self) -> None:
        """Write the file. Raises EditError where it is not as it was, or cannot be written; then it stays as it is."""
        try:
            if self.before is None:
                _create(self.path, self.after.encode("utf-8"))
                return
            file = self.path.resolve()
            if file.read_bytes() != self.before.encode("utf-8"):
                raise EditError(f"{self.path}: the file has changed since it was read; it was left as it is")
            put_file(file, self.after.encode("utf-8"))
        except FileExistsError:
            raise EditError(f"{self.path}: is there already; it was left as it is") from None
        except OSError as error:
            raise EditError(f"{self.path}: cannot be written: {error.strerror or error}") from None


def _create(file: Path, data: bytes) -> None:
    """A new file, whole or not at all, and never in the place of another."""
    with file.open("xb") as stream:
        try:
            stream.write(data)
            stream.flush()
        except BaseException:
            stream.close()
            file.unlink(missing_ok=True)
            raise
