"""Short ways to look at what was read from snippets of markup, and a check for any text in any such format."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from format_gold import FORMATS
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, entries_of

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Source
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, read

Post = tuple[str | None, str | None, str | None, str | None]


def read_as(text: str, format: str, words: ResumeWords) -> Document:
    """`text`, surrogates allowed, read in a format."""
    return read(Source(f"resume.{format}", text.encode("utf-8", "surrogatepass"), text), words, format)


def posts_of(document: Document) -> list[Post]:
    """Title, employer, start and end of each entry with bullets."""
    return [(each.title, each.employer, each.start, each.end) for each in entries_of(document) if each.bullets]


def check_map(document: Document) -> None:
    """Raises AssertionError for a bullet whose characters do not stand where it says."""
    text = document.source.text
    for bullet in bullets_of(document):
        assert 0 <= bullet.span.start <= bullet.span.end <= len(text)
        before = Span(bullet.span.start, bullet.span.start)
        for offset, character in enumerate(bullet.text):
            place = bullet.source_map.character(offset)
            assert bullet.span.covers(place), (bullet, character)
            assert before.end <= place.start or before == place, (bullet, character)
            if len(place) == 1 and character.isalnum():
                written = place.of(text)
                assert character in (written, *unicodedata.normalize("NFKC", written))  # a ligature spells several
            before = place


def check_read_or_refused(text: str, format: str, words: ResumeWords) -> None:
    """Raises AssertionError for a document with a wrong map, and for an error of more than one line."""
    refusal = ""
    try:
        check_map(read_as(text, format, words))
    except InputError as error:
        refusal = str(error)
    assert "\n" not in refusal


def fixtures(format: str) -> list[Path]:
    return [path for path in sorted((FORMATS / format).iterdir()) if path.suffix != ".toml"]


def check_any_text(format: str, tokens: Sequence[str], words: ResumeWords, *, examples: int = 150) -> None:
    """Whatever stands in a file: at worst an InputError, and every bullet stands where it says."""
    whole = [path.read_text(encoding="utf-8") for path in fixtures(format)]
    piece = st.one_of(st.sampled_from(tokens), st.text(max_size=4))
    anything = st.lists(piece, max_size=60).map("".join)

    def spoiled(text: str, at: int, length: int, other: str) -> str:
        start = len(text) * at // 1000
        return text[:start] + other + text[start + length :]

    mutated = st.builds(spoiled, st.sampled_from(whole), st.integers(0, 1000), st.integers(0, 60), anything)

    @settings(max_examples=examples, deadline=4000, database=None)
    @given(st.one_of(anything, mutated))
    def holds(text: str) -> None:
        check_read_or_refused(text, format, words)

    holds()
