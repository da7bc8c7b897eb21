"""Words: a text cut into what is compared with the phrases of lexicons.

A text is cut at everything that is no letter, digit or one of `& + # % ' / .` inside a word; hyphens cut too, so that
"first-contact", "first contact" and "First Contact" are the same two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from bulletcoach.model.text import Span

# The curly apostrophe stands alone: in a set with others it would take the pattern ten times as long to compile.
_WORD = re.compile(r"[^\W_]+(?:[&+#'/.:][^\W_]+|’[^\W_]+)*[+#%]*|[&%]")


class Word(Struct, frozen=True, gc=False):
    """A word of a text: where it stands and how it is compared."""

    span: Span
    key: str


@lru_cache(maxsize=512)  # several stages ask for the words of the same bullets, titles and openers
def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text` in order, lower-cased, curly apostrophes straightened."""
    if text.isascii():  # most texts: lower-cased as a whole, which moves nothing
        return tuple([Word(Span(*match.span()), match[0]) for match in _WORD.finditer(text.lower())])
    return tuple([Word(Span(*match.span()), _key(match[0])) for match in _WORD.finditer(text)])


def keys_of(text: str) -> list[str]:
    """How the words of `text` are compared, in order; where they stand is not asked."""
    plain = text.lower().split()
    if all(map(str.isalnum, plain)):  # most phrases: nothing to be cut but blanks
        return plain
    return [_key(word) for word in _WORD.findall(text)]


def vocabulary(texts: Iterable[str]) -> set[str]:
    """How all words of many texts are compared, in no order: `keys_of` for each would take three times as long."""
    chunks = set(" ".join(texts).split())
    plain = {chunk for chunk in chunks if chunk.isalnum()}
    return {chunk.lower() for chunk in plain}.union(*map(keys_of, chunks - plain))


def _key(word: str) -> str:
    return word.lower().replace("’", "'")
