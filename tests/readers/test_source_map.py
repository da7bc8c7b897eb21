"""Every character of a bullet's clean text maps back to where it came from; no text whatever makes the reader fail."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of

from bulletcoach.errors import InputError
from bulletcoach.model.document import Bullet, Document
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.readers.cleaning import clean

PIECES = [
    "- ", "* ", "• ", "•", "◦ ", "o ", "1. ", "(2) ", "\uf0b7", "\n", "\n\n", "\r\n", "\r", "\t", "  ", " ",
    "\u00a0", "\u00ad", "\u200b", "\ufb01", "\ufb03ce", "“", "”", "’", "\u2011", "-", "- \n", "custo-\n", "self-\n",
    "a-\u00ad\n", "–", "—", "**", "*", "__", "_", "`", "[", "](", "](https://a.example/b)", ")", "/", "/\n",
    "EXPERIENCE\n", "Skills:\n", "## ", "=====\n", "-----\n", "| ", " |", "│ ", "Jan 2020", " – Present", "2019",
    "Support Agent", ", ", "Acme Corp", "Tulsa, OK", "Answered calls", "and led", "98 %", ".", ":", "é", "工作",
    "\x1b[31m", "\x0c", "\u2028", "🔹", "a@b.example", "https://c.example", "Tools: ", "```\n", "<!-- x -->", "I ",
    "mer",
]  # fmt: skip
RESUMES = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join)


def _normal(character: str) -> str:
    if "\ufb00" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return character.translate(str.maketrans("‘’‚‛“”„‟‐‑", "''''\"\"\"\"--"))


def check_map(bullet: Bullet, text: str) -> None:
    """The runs tile the clean text, rise in the source, and hold the same characters but for what cleaning changes."""
    at = source_at = 0
    for run in bullet.source_map.runs:
        assert run.clean.start == at, (bullet, run)
        assert len(run.clean) > 0
        assert source_at <= run.source.start < run.source.end <= len(text), (bullet, run)
        at, source_at = run.clean.end, run.source.end
        if run.is_literal and len(run.clean) > 1:
            assert _same(run.clean.of(bullet.text), run.source.of(text)), (bullet, run)
    assert at == len(bullet.text)
    for offset, character in enumerate(bullet.text):
        found = bullet.source_map.character(offset).of(text)
        if character == " ":
            assert found.isspace(), (bullet, offset)
        else:
            assert character in _normal(found), (bullet, offset, found)


def _same(clean_text: str, source: str) -> bool:
    return clean_text == "".join(" " if character.isspace() else _normal(character)[:1] for character in source) or (
        clean_text == source
    )


def all_bullets(document: Document) -> list[Bullet]:
    return [bullet for section in document.sections for entry in section.entries for bullet in entry.bullets]


def test_any_text(words: ResumeWords) -> None:
    @settings(max_examples=400, deadline=None)
    @given(RESUMES)
    def holds(text: str) -> None:
        source = decode(text.replace("\0", "").encode("utf-8", "replace"), "x")
        document = read(source, words)
        for bullet in all_bullets(document):
            check_map(bullet, source.text)
            assert bullet.text
            assert bullet.text == bullet.text.strip()
            assert not re.search(r"\s\s|[^\S ]", bullet.text)
        assert read(source, words) == document

    holds()


@settings(max_examples=300, deadline=None)
@given(RESUMES)
def test_any_cleaning(text: str) -> None:
    once, source_map = clean(text, Span(0, len(text)), lambda left, right: len(left) < len(right))
    check_map(Bullet(once, source_map), text)


def test_any_bytes(words: ResumeWords) -> None:
    @settings(max_examples=200, deadline=None)
    @given(st.binary(max_size=200))
    def holds(data: bytes) -> None:
        with suppress(InputError):
            read(decode(data, "x"), words)

    holds()


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("- Answered e\ufb03cient calls", "efficient", "e\ufb03cient"),
        ("- Answered **many** calls", "many", "many"),
        ("- Answered custo-\n  mer calls", "customer", "custo-\n  mer"),
        ("- Wrote [the guide](https://a.example) twice", "the guide", "the guide"),
        ("•\u00a0Said “yes” often", '"yes"', "“yes”"),
        ("- Took calls\r\n  and mails", "calls and", "calls\r\n  and"),
        ("• Did the till • Did the stock", "stock", "stock"),
    ],
)
def test_words_found_again(words: ResumeWords, text: str, word: str, source: str) -> None:
    found = decode(text.encode(), "x")
    bullet = bullets_of(read(found, words))[-1]
    start = bullet.text.index(word)
    assert bullet.source_map.source_span(Span(start, start + len(word))).of(found.text) == source
