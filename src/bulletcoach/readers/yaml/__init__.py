"""YAML: RenderCV, YAMLResume, the data files of web sites, and whatever else keeps bullets under its keys.

`parsing`  events of PyYAML to the tree that JSON has too; nothing is ever constructed from it
`scalars`  the text of a scalar, each character traced through quotes, folding and indentation
`tags`     which plain scalars are texts, and which numbers, dates and the like
`problems` the errors of the parser in words that help
`comments` the comments between the scalars
`sealing`  quotes round a plain scalar that would no longer be read as its text
"""

from __future__ import annotations

import html

from bulletcoach.model.document import Bullet, Document, Source
from bulletcoach.readers.quotes import with_quotes_of
from bulletcoach.readers.schema import read_tree
from bulletcoach.readers.schema.strings import HTML
from bulletcoach.readers.words import ResumeWords
from bulletcoach.readers.yaml.comments import comments_of
from bulletcoach.readers.yaml.parsing import parse
from bulletcoach.readers.yaml.sealing import escaped, sealed

__all__ = ["encode", "read", "sealed"]


def read(source: Source, words: ResumeWords) -> Document:
    """Read a YAML file. Raises InputError where it is not valid."""
    parsed = parse(source)
    return read_tree(parsed.trees, source, "yaml", words, comments_of(source.text, parsed.scalars))


def encode(text: str, source: Source, bullet: Bullet) -> tuple[str, ...]:
    """Clean text for the kind of scalar that `bullet` is; whether a plain one may stay plain is settled in `sealed`."""
    characters = with_quotes_of(source, text)
    if HTML in bullet.quoting:
        characters = tuple(html.escape(each, quote=False) for each in characters)
    return tuple(escaped(each, bullet.quoting) for each in characters)
