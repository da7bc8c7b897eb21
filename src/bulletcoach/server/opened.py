"""A document that is open in an editor: its text as it stands there, saved or not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from msgspec import Struct
from pygls.uris import to_fs_path, urlparse

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.readers.formats import format_of

# The names that editors have for languages, where they say more than the name of the file.
_FORMATS = {
    "asciidoc": "asciidoc",
    "html": "html",
    "json": "json",
    "jsonc": "json",
    "latex": "latex",
    "plaintex": "latex",
    "tex": "latex",
    "gfm": "markdown",
    "markdown": "markdown",
    "quarto": "markdown",
    "rmd": "markdown",
    "org": "org",
    "restructuredtext": "rst",
    "rst": "rst",
    "typst": "typst",
    "yaml": "yaml",
}


class Opened(Struct, frozen=True):
    """One version of an open document. Another version is another object."""

    uri: str
    language: str
    version: int | None
    text: str

    @property
    def file(self) -> Path | None:
        """Where it will be saved; None for what has no place on the disk yet."""
        path = to_fs_path(self.uri)
        return Path(path) if path else None

    @property
    def name(self) -> str:
        """What to call it."""
        return str(self.file or PurePosixPath(urlparse(self.uri)[2]).name or self.uri)

    def source(self) -> Source:
        """It as a source. Raises InputError for what is no text."""
        if "\0" in self.text:
            raise InputError(f"{self.name}: this is a binary file, not text")
        newline = "\r\n" if "\r\n" in self.text else "\n"
        data = self.text.encode("utf-8", "surrogatepass")
        return Source(self.name, data, self.text, newline=newline, file=self.file)

    def format(self, source: Source) -> str:
        """The format to read it in: what the editor takes it for; of plain text, what its name and content say."""
        return _FORMATS.get(self.language.lower()) or format_of(source)
