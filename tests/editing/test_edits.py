"""Edits applied in memory, in the file's own encoding, and shown as a diff."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace

from bulletcoach.editing import SourceEdit, apply, diff, verified
from bulletcoach.errors import EditError
from bulletcoach.model.document import Source
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read


def source(text: str, encoding: str = "utf-8") -> Source:
    return decode(text.encode(encoding), "cv/resume.txt")


def test_edits_in_any_order() -> None:
    edits = [SourceEdit(Span(8, 13), "mails"), SourceEdit(Span(0, 0), "- "), SourceEdit(Span(0, 4), "Sent")]
    after = apply(source("Took no calls"), [edits[0], edits[2]])
    assert (after.text, after.data) == ("Sent no mails", b"Sent no mails")
    assert apply(source("Took no calls"), edits).text == "- Sent no mails"
    assert apply(source("Took no calls"), []) == source("Took no calls")


def test_overlapping_edits() -> None:
    with pytest.raises(EditError, match=r"^cv/resume.txt: two changes overlap"):
        apply(source("Took calls"), [SourceEdit(Span(0, 6), "a"), SourceEdit(Span(5, 8), "b")])


def test_a_source_that_is_not_its_text_encoded() -> None:
    """A text taken out of a file of another kind cannot be put back by position."""
    with pytest.raises(EditError, match="cannot be changed in place"):
        apply(replace(source("Took calls"), data=b"PK\x03\x04"), [SourceEdit(Span(0, 4), "Sent")])


LACKING = [
    ("cp1252", "→", "“→” (U+2192) cannot be written in this file, which is in Windows-1252"),
    ("cp1252", "\ufb01", "(U+FB01)"),
    ("utf-8", "\ud800", "U+D800 cannot be written in this file, which is in UTF-8"),
]


@pytest.mark.parametrize(("encoding", "character", "reason"), LACKING)
def test_a_character_that_the_encoding_lacks(encoding: str, character: str, reason: str) -> None:
    with pytest.raises(EditError) as caught:
        apply(source("Rán\nTook calls", encoding), [SourceEdit(Span(9, 14), f"mail{character}s")])
    assert str(caught.value).startswith("cv/resume.txt:2:6: ")
    assert reason in str(caught.value)


def test_lacking_characters_stop_a_change(words: ResumeWords) -> None:
    document = read(source("- Rán calls", "cp1252"), words)
    assert (
        apply(document.source, verified(document, {0: "Rán cafés"}, partial(read, words=words))).data
        == b"- R\xe1n caf\xe9s"
    )
    with pytest.raises(EditError, match="Windows-1252"):
        verified(document, {0: "Rán 工"}, partial(read, words=words))


def test_diff() -> None:
    before = source("EXPERIENCE\n- Took calls\n- Sold pens\n")
    after = apply(before, [SourceEdit(Span(18, 23), "mails")])
    assert diff(before, after) == (
        "--- a/cv/resume.txt\n+++ b/cv/resume.txt\n@@ -1,3 +1,3 @@\n"
        " EXPERIENCE\n-- Took calls\n+- Took mails\n - Sold pens\n"
    )
    assert diff(before, before) == ""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_diff_shows_lines_and_a_missing_end(newline: str) -> None:
    before = replace(source(newline.join(["a\x0cb", "", "Took calls"])), path="/home/me/resume.txt")
    after = apply(before, [SourceEdit(Span(len(before.text) - 5, len(before.text)), "mails")])
    assert diff(before, after) == (
        "--- a/home/me/resume.txt\n+++ b/home/me/resume.txt\n@@ -1,3 +1,3 @@\n a\x0cb\n \n"
        "-Took calls\n\\ No newline at end of file\n+Took mails\n\\ No newline at end of file\n"
    )


def test_bytes_that_would_be_taken_for_another_encoding(words: ResumeWords) -> None:
    """“Ã©” in Windows-1252 are the bytes of “é” in UTF-8, and with the last other letter gone nothing tells."""
    document = read(source("- Rán calls", "cp1252"), words)
    with pytest.raises(EditError, match="another encoding"):
        verified(document, {0: "RÃ©n calls"}, partial(read, words=words))
