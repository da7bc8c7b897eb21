"""JSON: JSON Resume, FRESH, Reactive Resume and whatever else keeps bullets under its keys."""

from __future__ import annotations

import html

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.json_scanner import scan
from bulletcoach.readers.json_strings import escaped
from bulletcoach.readers.schema import read_tree
from bulletcoach.readers.schema.strings import HTML
from bulletcoach.readers.words import ResumeWords


def read(source: Source, words: ResumeWords) -> Document:
    """Read a JSON file. Raises InputError where it is not valid; an empty file is an empty résumé, as everywhere."""
    if not source.text.strip():
        return read_tree([], source, "json", words)
    tree, comments = scan(source)
    return read_tree([tree], source, "json", words, comments)


def encode(text: str, source: Source, bullet: Bullet) -> tuple[str, ...]:
    """Clean text for a string of `source`: with escapes, in HTML with entities too."""
    only_ascii = source.text.isascii() and "\\u" in source.text
    is_html = HTML in bullet.quoting
    characters = (html.escape(each, quote=False) if is_html else each for each in text)
    return tuple("".join(escaped(each, only_ascii) for each in group) for group in characters)
