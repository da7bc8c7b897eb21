"""The PDF reader on the smallest files that show each trap, and on files that are none."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from format_gold import FORMATS, place_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import at, pdf

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Positions, SectionKind
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, encode, read

ODD = FORMATS / "pdf" / "odd"
HEAD = at(60, 60, "Experience", "B", 14) + at(60, 85, "Cook, Blue Door Cafe", "B") + at(480, 85, "2019 - 2021")
FIRST, SECOND = "Served 90 guests a night", "Trained two cooks"


def read_pages(words: ResumeWords, *pages: str) -> Document:
    return read(decode(pdf(*pages), "cv.pdf"), words)


def bullets(document: Document) -> list[str]:
    return [bullet.text for _, entry in document.judged_entries() for bullet in entry.bullets]


def two(marker: str, font: str = "F", *, x: float = 70, text_x: float = 84) -> str:
    """An entry with two bullets that this marker stands in front of."""
    return HEAD + "".join(at(x, y, marker, font) + at(text_x, y, text) for y, text in ((105, FIRST), (120, SECOND)))


MARKERS = {
    "bullet": two("•"),
    "dash": two("-"),
    "en dash": two("–"),
    "ZapfDingbats": two("v", "Z"),
    "Symbol": two("·", "S"),
    "a letter in a font of its own": two("f", "T"),
    "a bullet far from its text": two("•", text_x=110),
    "a bullet that touches its text": HEAD + at(70, 105, f"•{FIRST}") + at(70, 120, f"•{SECOND}"),
    "a glyph off the baseline": HEAD + at(70, 107, "•") + at(84, 105, FIRST) + at(70, 122, "•") + at(84, 120, SECOND),
    "glyphs at the end of the stream": HEAD
    + at(84, 105, FIRST)
    + at(84, 120, SECOND)
    + at(70, 105, "•")
    + at(70, 120, "•"),
    "a small glyph": HEAD
    + at(70, 104, "•", size=5)
    + at(84, 105, FIRST)
    + at(70, 119, "•", size=5)
    + at(84, 120, SECOND),
    "a disc that is drawn": HEAD
    + "0 0 0 rg 70 696 3 3 re f 70 681 3 3 re f\n"
    + at(84, 105, FIRST)
    + at(84, 120, SECOND),
    "no glyph": HEAD + at(60, 110, FIRST) + at(60, 130, SECOND),
    "the heading last in the stream": two("•").removeprefix(at(60, 60, "Experience", "B", 14))
    + at(60, 60, "Experience", "B", 14),
    "a letter-spaced heading": two("•").replace(
        at(60, 60, "Experience", "B", 14), at(60, 60, "E X P E R I E N C E", "B", 14)
    ),
    "letters printed twice": two("•") + at(84.3, 105, FIRST),
    "text turned sideways": two("•") + "BT /F 9 Tf 0 1 -1 0 590 300 Tm (Led a team nobody sees upright) Tj ET\n",
    "white text": two("•") + "1 1 1 rg\n" + at(70, 135, "• Led a team in white ink") + "0 g\n",
    "tiny text": two("•") + at(70, 135, "• Led a team in small print", size=1),
    "unpainted text": two("•") + "BT 3 Tr ET\n" + at(70, 135, "• Led a team in no ink") + "BT 0 Tr ET\n",
    "text beside the page": two("•") + at(700, 135, "• Led a team out of sight"),
}


@pytest.mark.parametrize("page", MARKERS.values(), ids=MARKERS)
def test_two_bullets(page: str, words: ResumeWords) -> None:
    document = read_pages(words, page)
    assert bullets(document) == [FIRST, SECOND]
    _, entry = next(document.judged_entries())
    assert (entry.title, entry.employer, entry.start, entry.end) == ("Cook", "Blue Door Cafe", "2019", "2021")


LONG = ("Cut the cost of food from 34 to 28 percent of sales by buying whole animals and using", "every part of them")
JOINS = {
    "behind the glyph": (at(84, 105, LONG[0]) + at(84, 117, LONG[1]), "a bullet"),
    "below the glyph": (at(84, 105, LONG[0]) + at(70, 117, LONG[1]), "a bullet"),
    "words parted by gaps only": (
        at(84, 105, "Cut") + at(102.5, 105, "costs") + at(84, 117, "and waste"),
        "Cut costs and waste",
    ),
    "a raised sign": (
        at(84, 105, "Cut costs by 3 m") + at(158.7, 101, "2", size=6) + at(84, 117, "and waste"),
        "Cut costs by 3 m2 and waste",
    ),
}


@pytest.mark.parametrize(("rows", "said"), JOINS.values(), ids=JOINS)
def test_rows_of_a_bullet(rows: str, said: str, words: ResumeWords) -> None:
    rest = at(70, 132, "•") + at(84, 132, SECOND)
    found = bullets(read_pages(words, HEAD + at(70, 105, "•") + rows + rest))
    assert found == [" ".join(LONG) if said == "a bullet" else said, SECOND]


def test_a_bullet_across_pages_without_header_and_footer(words: ResumeWords) -> None:
    def page(number: int, rows: str) -> str:
        return at(60, 30, "Jo Park - Resume", size=8) + rows + at(280, 780, f"Page {number} of 2", size=8)

    first = HEAD + at(70, 105, "•") + at(84, 105, FIRST) + at(70, 740, "•") + at(84, 740, LONG[0])
    second = at(84, 60, LONG[1]) + at(70, 75, "•") + at(84, 75, SECOND)
    document = read_pages(words, page(1, first), page(2, second))
    assert bullets(document) == [FIRST, " ".join(LONG), SECOND]
    assert "Jo Park" not in document.source.text
    assert "Page" not in document.source.text


def test_places_are_pages_and_lines_on_them(words: ResumeWords) -> None:
    document = read_pages(words, two("•"), at(70, 60, "•") + at(84, 60, "Wrote the menu"))
    places = [place_of(document, bullet) for _, entry in document.judged_entries() for bullet in entry.bullets]
    assert document.positions is Positions.PAGES
    assert places == ["1/3", "1/4", "2/1"]


def test_a_sidebar_is_read_apart(words: ResumeWords) -> None:
    side = "".join(
        at(20, 60 + 17 * line, text, font)
        for line, (text, font) in enumerate(
            (("Contact", "B"), ("jo@example.org", "F"), ("Skills", "B"), ("Knives", "F"), ("Fire", "F"), ("Ice", "F"))
        )
    )
    main = "".join(
        at(200, 60 + 13 * line, text, font)
        for line, (text, font) in enumerate(
            (("Experience", "B"), ("Cook, Blue Door Cafe, 2019 - 2021", "F"), (f"• {FIRST}", "F"), (f"• {SECOND}", "F"))
        )
    )
    document = read_pages(words, side + main)
    assert bullets(document) == [FIRST, SECOND]
    assert {section.kind for section in document.sections} >= {SectionKind.EXPERIENCE, SectionKind.SKILLS}


def test_dates_in_a_left_margin_belong_to_their_line(words: ResumeWords) -> None:
    rows = [
        ("2019 - 2021", "Cook, Blue Door Cafe"),
        ("", f"• {FIRST}"),
        ("2017 - 2019", "Waiter, Old Mill Hotel"),
        ("", f"• {SECOND}"),
    ]
    page = at(160, 60, "Experience", "B", 14) + "".join(
        (at(60, 85 + 15 * number, left) if left else "") + at(160, 85 + 15 * number, right)
        for number, (left, right) in enumerate(rows)
    )
    found = [(entry.title, entry.start) for _, entry in read_pages(words, page).judged_entries()]
    assert found == [("Cook", "2019"), ("Waiter", "2017")]


@pytest.mark.parametrize("rows", [("Mar", "2016–Sep", "2020"), ("Mar 2016 –", "Sep 2020"), ("2016-03 - 2020-", "09")])
def test_dates_that_a_narrow_margin_cuts_in_rows(rows: tuple[str, ...], words: ResumeWords) -> None:
    page = at(160, 60, "Experience", "B", 14) + "".join(at(60, 85 + 12 * line, text) for line, text in enumerate(rows))
    page += "".join(
        at(160, 85 + 12 * line, text)
        for line, text in enumerate(("Cook, Blue Door Cafe", f"• {FIRST}", f"• {SECOND}", "Education"))
    )
    ((_, entry),) = read_pages(words, page).judged_entries()
    assert (entry.title, entry.start, entry.end) == ("Cook", "2016-03", "2020-09")


def test_slanted_letters_in_front_of_a_column(words: ResumeWords) -> None:
    side = [("Contact", "B"), ("jo@example.org", "F"), ("Skills", "B"), ("Knives", "F"), ("Fire", "F"), ("Ice", "F")]
    main = ["Experience", "Cook 2019 - 2021", "Blue Door Cafe", f"• {FIRST}", f"• {SECOND}", "Education", "BA 2018"]
    page = "".join(at(20, 60 + 17 * line, text, font) for line, (text, font) in enumerate(side))
    page += "".join(at(200 - 2 * (line == 2), 60 + 15 * line, text) for line, text in enumerate(main))
    assert bullets(read_pages(words, page)) == [FIRST, SECOND]


def test_every_character_spells_its_source(words: ResumeWords) -> None:
    document = read_pages(words, two("•"))
    for _, entry in document.judged_entries():
        for bullet in entry.bullets:
            spelt = bullet.source_map.source_span(Span(0, len(bullet.text))).of(document.source.text)
            assert spelt == bullet.text
            assert encode(document, bullet, "New") == tuple("New")


READABLE = {"owner-password.pdf": (), "ocr.pdf": (), "form.pdf": (), "scanned-page.pdf": ("page 2 is a picture",)}


@pytest.mark.parametrize("name", READABLE)
def test_odd_but_readable(name: str, words: ResumeWords) -> None:
    document = read(decode((ODD / name).read_bytes(), name), words)
    assert bullets(document) == [FIRST, SECOND]
    assert len(document.notes) == len(READABLE[name])
    assert all(note.startswith(start) for note, start in zip(document.notes, READABLE[name], strict=True))


PICTURE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q\n"
REFUSED = {
    "a password": ((ODD / "protected.pdf").read_bytes(), "protected by a password; save it without one"),
    "a scan": ((ODD / "scanned.pdf").read_bytes(), "pictures of text; export it with text or run OCR"),
    "a picture": (pdf(PICTURE), "pictures of text"),
    "nothing": (pdf(""), "holds no text"),
    "white text only": (pdf("1 1 1 rg\n" + at(60, 60, "Experience")), "holds no text"),
    "no pages": (pdf(), "has no pages"),
    "cut off": (pdf(HEAD)[:200], "damaged or cut off; export it again"),
    "a signature only": (b"%PDF-1.7\n", "damaged or cut off"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_line(data: bytes, said: str, words: ResumeWords) -> None:
    with pytest.raises(InputError) as caught:
        read(decode(data, "cv.pdf"), words)
    message = str(caught.value)
    assert message.startswith("cv.pdf: ")
    assert said in message
    assert "\n" not in message


def test_a_book_is_read_in_part(words: ResumeWords) -> None:
    document = read_pages(words, two("•"), *(at(60, 60, f"Chapter {number}") for number in range(60)))
    assert bullets(document) == [FIRST, SECOND]
    assert document.notes == ("only the first 50 of 61 pages were read",)


def _samples() -> list[bytes]:
    small = [path.read_bytes() for path in sorted((FORMATS / "pdf").glob("*.pdf")) if path.stat().st_size < 15_000]
    return [*small, pdf(two("•"))]


SAMPLES = _samples()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SAMPLES) - 1), st.integers(0, 2**32), st.integers(1, 30))
def test_damage_is_refused_or_read(words: ResumeWords, sample: int, seed: int, changes: int) -> None:
    chance = random.Random(seed)
    data = bytearray(SAMPLES[sample])
    for _ in range(changes):
        data[chance.randrange(9, len(data))] = chance.randrange(256)
    try:
        document = read(decode(bytes(data), "cv.pdf"), words, "pdf")
    except InputError:
        return
    assert "\0" not in document.source.text


PIECES = st.tuples(
    st.floats(0, 600),
    st.floats(0, 800),
    st.text(st.sampled_from("aB1•- .–§"), min_size=1, max_size=30),
    st.sampled_from("FBTZS"),
    st.floats(0.5, 60),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_any_layout(words: ResumeWords, pieces: list[tuple[float, float, str, str, float]]) -> None:
    page = "".join(at(x, y, text, font, size) for x, y, text, font, size in pieces)
    with suppress(InputError):
        read_pages(words, page, page)


def test_fixtures_are_small() -> None:
    assert all(path.stat().st_size < 140_000 for path in Path(FORMATS / "pdf").rglob("*.pdf"))
