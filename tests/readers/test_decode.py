"""Any usual encoding is recognised; what is no text is refused in one line that says what it is."""

from __future__ import annotations

import pytest

from bulletcoach.errors import InputError
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.readers.formats import format_of

RESUME = "Experience\n- Raised CSAT to 94 % – “best of twelve” cafés\n"


@pytest.mark.parametrize(
    ("data", "encoding", "has_bom"),
    [
        (RESUME.encode(), "utf-8", False),
        (RESUME.encode("utf-8-sig"), "utf-8", True),
        (b"\xff\xfe" + RESUME.encode("utf-16-le"), "utf-16-le", True),
        (b"\xfe\xff" + RESUME.encode("utf-16-be"), "utf-16-be", True),
        (RESUME.encode("utf-16-le"), "utf-16-le", False),
        (RESUME.encode("utf-16-be"), "utf-16-be", False),
        (b"\xff\xfe\x00\x00" + RESUME.encode("utf-32-le"), "utf-32-le", True),
        (RESUME.encode("cp1252"), "cp1252", False),
    ],
)
def test_encodings(data: bytes, encoding: str, has_bom: bool) -> None:
    source = decode(data, "resume.txt")
    assert (source.text, source.encoding, source.has_bom, source.data) == (RESUME, encoding, has_bom, data)


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a\r\nb\r\n", "\r\n"), ("a\rb\r", "\r"), ("a\nb\n", "\n"), ("a", "\n"), ("", "\n"), ("a\nb\r\nc\r\n", "\r\n")],
)
def test_line_breaks_stay(text: str, newline: str) -> None:
    source = decode(text.encode(), "resume.txt")
    assert (source.text, source.newline) == (text, newline)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "this is a ZIP archive or an Office file of another kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "this is an old Office file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "this is a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a JPEG image"),
        (b"GIF89a\x01\x00", "this is a GIF image"),
        (b"\x1f\x8b\x08\x00", "this is a gzip archive"),
        (b"version https://git-lfs.github.com/spec/v1\n", "this is a pointer of Git LFS"),
        (b"text with a \x00 in it, and more", "this is a binary file"),
        (bytes(range(256)) * 4, "this is a binary file"),
        (b"\x01\x02\x03\xff\xfe\xfd", "not valid UTF-8"),
        (b"\xc3\xc3\xff\xfe\xff\xfd" * 20, "not valid UTF-8"),
        (b"\xef\xbb\xbfabc\xff", "not valid UTF-8"),
        (b"\xff\xfeabc", "not valid UTF-16"),
        ("Приёмная".encode("cp1251"), "not valid UTF-8"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "resume.txt")
    assert str(error.value).startswith(f"resume.txt: {message}")
    assert "\n" not in str(error.value)


def test_a_guessed_encoding_is_noted(words: ResumeWords) -> None:
    assert read(decode("- caf\xe9 work".encode("cp1252"), "x"), words).notes == ("not UTF-8; read as Windows-1252",)
    assert read(decode("- caf\xe9 work".encode(), "x"), words).notes == ()


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("<stdin>", '{"work": []}', "json"),
        ("<stdin>", '\n[\n  {"company": "A"}]', "json"),
        ("resume.txt", '{ "work": []}', "json"),
        ("<stdin>", "# mine\ncv:\n  name: Ada\n", "yaml"),
        ("<stdin>", "---\r\nname: Ada\r\nwork: # jobs\r\n\r\n- company: A\r\n", "yaml"),
        ("resume.txt", "work:\n- company: A\n", "text"),
        ("<stdin>", "---\ntitle: CV\nlinks:\n  - name: a\n---\n# Ada\n- Ran it\n", "text"),
        ("<stdin>", "Skills:\n- Languages: Python\n", "text"),
        ("<stdin>", "[{weird} text]\n- Ran it\n", "text"),
        ("<stdin>", "\\documentclass{article}\n", "latex"),
        ("resume", "<!DOCTYPE html><p>x</p>", "html"),
        ("resume.md", "cv:\n  name: Ada\n", "markdown"),
    ],
)
def test_the_format_is_told_by_the_name_and_in_doubt_by_the_content(name: str, text: str, format: str) -> None:
    assert format_of(decode(text.encode(), name)) == format
