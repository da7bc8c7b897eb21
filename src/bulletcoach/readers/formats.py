"""The formats: their names, the endings of their files, how one is recognised, and who reads it.

A reader is imported only when a file of its format comes along.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Protocol

from msgspec import Struct

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.words import ResumeWords


class Reader(Protocol):
    """What the module of a format offers."""

    def read(self, source: Source, words: ResumeWords, /) -> Document:
        """The document in `source`. Raises InputError, in one line that says what to do, where it cannot be read."""

    def encode(self, text: str, source: Source, bullet: Bullet, /) -> tuple[str, ...]:
        """Clean text as it is written in the place of `bullet`: for each character what stands for it."""


class Format(Struct, frozen=True):
    """A format: its name, as `--input-format` and the JSON have it, and the endings of its files, small letters."""

    name: str
    suffixes: tuple[str, ...]


FORMATS = (
    Format("text", (".txt", ".text")),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")),
    Format("latex", (".tex", ".latex", ".ltx")),
    Format("json", (".json",)),
    Format("yaml", (".yaml", ".yml")),
    Format("typst", (".typ",)),
    Format("html", (".html", ".htm", ".xhtml")),
    Format("org", (".org",)),
    Format("rst", (".rst", ".rest")),
    Format("asciidoc", (".adoc", ".asciidoc", ".asc")),
    Format("docx", (".docx", ".docm", ".dotx")),
    Format("pdf", (".pdf",)),
    Format("rtf", (".rtf",)),
)
NAMES = tuple(each.name for each in FORMATS)
SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
BINARY = ("docx", "pdf", "rtf")
"""Formats whose text is not that of their bytes: such files can be read, not changed."""

_BY_SUFFIX = {suffix: each.name for each in FORMATS for suffix in each.suffixes}
_OPEN_TO_DOUBT = ("text",)  # endings that say little: the content is asked as well
_HEAD = 4096
_PDF_HEAD = 1024  # viewers accept the signature anywhere in the first kilobyte
# These are compiled where a file may be in their format, by its first sign or its name.
_LATEX = r"(?m)^[ \t]*\\(?:documentclass|documentstyle|begin\{document\})"
_HTML = r"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b"
_JSON = r'(?:\[\s*)?\{\s*"'
# “work:” and below it “  - name: …”; in a plain text one would write “Work:”. Front matter has a second “---”.
_YAML = r"(?m)^[a-z][a-z_\-]+:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?:[ ]+(?:-[ ]+)?|-[ ]+)[A-Za-z_\-]+:(?:[ \t\n]|$)"
_FRONT_MATTER = r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)"


def format_of_bytes(data: bytes, path: str) -> str | None:
    """The format of a file that is no text, by its first bytes and its name; None for all others."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:_PDF_HEAD] and b"\0" in data):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and (b"word/" in data or _BY_SUFFIX.get(_suffix(path)) == "docx"):
        return "docx"
    return None


def promised_format(source: Source) -> str | None:
    """The format that the ending of the name promises."""
    return _BY_SUFFIX.get(_suffix(source.path))


def format_of(source: Source) -> str:
    """The name of the format that a source is in, by the ending of its name, and in doubt by its content."""
    if not source.encoding:
        return format_of_bytes(source.data, source.path) or "text"
    by_name = promised_format(source)
    if by_name in BINARY:
        by_name = None  # a text all the same
    if by_name is not None and by_name not in _OPEN_TO_DOUBT:
        return by_name
    head = source.text[:_HEAD]
    begin = head.lstrip()
    if begin.startswith(("{", "[")) and re.match(_JSON, begin):
        return "json"
    if begin.startswith("<") and re.match(_HTML, begin):
        return "html"
    if "\\" in head and re.search(_LATEX, head):
        return "latex"
    head = head.replace("\r\n", "\n").replace("\r", "\n")
    if by_name is None and re.search(_YAML, head) and not re.match(_FRONT_MATTER, head):
        return "yaml"
    return "text"


def reader(name: str) -> Reader:
    """The reader of the format called `name`, one of NAMES."""
    match name:
        case "text":
            from bulletcoach.readers import text

            return text
        case "markdown":
            from bulletcoach.readers import markdown

            return markdown
        case "latex":
            from bulletcoach.readers import latex

            return latex
        case "json":
            from bulletcoach.readers import json

            return json
        case "yaml":
            from bulletcoach.readers import yaml

            return yaml
        case "typst":
            from bulletcoach.readers import typst

            return typst
        case "html":
            from bulletcoach.readers import html

            return html
        case "org":
            from bulletcoach.readers import org

            return org
        case "rst":
            from bulletcoach.readers import rst

            return rst
        case "asciidoc":
            from bulletcoach.readers import asciidoc

            return asciidoc
        case "docx":
            from bulletcoach.readers import docx

            return docx
        case "pdf":
            from bulletcoach.readers import pdf

            return pdf
        case "rtf":
            from bulletcoach.readers import rtf

            return rtf
    raise ValueError(f"no reader for “{name}”")


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
