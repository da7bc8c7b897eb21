"""The file of `--output`: where it may lie, that it is none of those that are read, and how it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletcoach.errors import OutputError

if TYPE_CHECKING:
    from bulletcoach.run import Checked


class ReportFile(Struct, frozen=True):
    """A file to write a report to."""

    path: Path

    def check(self) -> None:
        """Raises OutputError where it cannot be written; this is known before the work is done."""
        if self.path.is_dir():
            raise OutputError(f"--output {self.path}: this is a folder; name a file in it")
        if not self.path.parent.is_dir():
            raise OutputError(f"--output {self.path}: there is no folder “{self.path.parent}”; make it first")
        if self.path.exists() and not os.access(self.path, os.W_OK):
            raise OutputError(f"--output {self.path}: the file is read-only")

    def apart(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """The same results. Raises OutputError at one for which this very file was read."""
        is_there = self.path.exists()
        for one in checked:
            if is_there and any(map(self._is, _files_read(one))):
                raise OutputError(f"--output {self.path}: the report would overwrite a file that it is about")
            yield one

    def write(self, text: str) -> None:
        """Write the file in one step, in UTF-8. Raises OutputError, and then it is as it was."""
        from bulletcoach.editing.files import put_file

        data = text.encode("utf-8", "backslashreplace")
        try:
            if self.path.exists() and not self.path.is_file():  # a device or a pipe, which must not be replaced
                self.path.write_bytes(data)
            else:
                put_file(self.path.resolve(), data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be written: {error.strerror or error}") from None

    def _is(self, file: Path) -> bool:
        with suppress(OSError, ValueError):
            return self.path.samefile(file)
        return False


def _files_read(one: Checked) -> Iterator[Path]:
    """The résumé, what it includes, and what the settings are from."""
    yield Path(one.result.path)
    if one.result.document:
        yield from (source.file or Path(source.path) for source in one.result.document.sources)
    settings = one.settings
    yield from filter(None, (settings.config, settings.baseline, *settings.lexicons))
