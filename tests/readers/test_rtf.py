"""What stands in an RTF file, beside what must be found in it."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from cpu_time import cpu_seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Positions
from bulletcoach.model.text import LineIndex
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.readers.rtf.tokens import tokens

FIXTURES = sorted((Path(__file__).parent / "formats" / "rtf").glob("*.rtf"))
FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}{\f3\fcharset128 Gothic;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\sbasedon1 Mine;}{\s3\outlinelevel1 Own;}}"
LISTS = (
    r"{\*\listtable{\list{\listlevel\levelnfc23{\leveltext\'01\u8226 ?;}}\listid5}"
    r"{\list{\listlevel\levelnfc255{\leveltext\'00;}}\listid6}}"
    r"{\*\listoverridetable{\listoverride\listid5\ls1}{\listoverride\listid6\ls2}}"
)
JOB = "\\pard\\s1 Experience\\par\n\\pard\\s3 Baker, Rye & Sons Ltd\\tab 2019 \\endash  2021\\par\n\\pard\\s0 "


def _rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0" + FONTS + STYLES + LISTS + "\n" + body + "}").encode("latin-1")


def _read(data: bytes, words: ResumeWords) -> Document:
    return read(decode(data, "resume.rtf"), words)


def _bullets(found: Document) -> list[tuple[str, int, str]]:
    return [(each.marker, each.depth, each.text) for _, entry in found.judged_entries() for each in entry.bullets]


IN_A_BULLET = [
    pytest.param(r"Baked \b many\b0  rolls", "Baked many rolls", id="bold"),
    pytest.param("Baked\r\n rye", "Baked rye", id="line end in the file"),
    pytest.param(r"Baked\line rye", "Baked rye", id="line break"),
    pytest.param(r"Baked\tab rye", "Baked rye", id="tab"),
    pytest.param(r"Baked\~rye", "Baked rye", id="no-break space"),
    pytest.param(r"Full\_time baker", "Full-time baker", id="no-break hyphen"),
    pytest.param(r"Bak\-ed rye", "Baked rye", id="soft hyphen"),
    pytest.param(r"Caf\'e9s \{rye\} a\\b", r"Cafés {rye} a\b", id="escapes"),
    pytest.param(r"Earned 5 \u8364?", "Earned 5 €", id="Unicode"),
    pytest.param(r"Earned 5 \u8364\'80", "Earned 5 €", id="Unicode before a byte"),
    pytest.param(r"\uc0 Earned 5 \u8364 a", "Earned 5 €a", id="Unicode with nothing for old readers"),
    pytest.param(r"{\uc2 Earned \u8364\'a2\'a3}5", "Earned €5", id="Unicode with two characters for old readers"),
    pytest.param(r"Earned \u-10179?\u-8896?", "Earned \U0001f540", id="two halves"),
    pytest.param(r"\f2 Prodal \'e8aj", "Prodal čaj", id="Central European font"),
    pytest.param(r"\f3 Sold \'82\'b7\'82\'b5", "Sold すし", id="Japanese font"),
    pytest.param(r"Sold\ldblquote rye\rdblquote  at the baker\rquote s", 'Sold"rye" at the baker\'s', id="quotes"),
    pytest.param(r"Cut waste 5\endash 6% \emdash  in May", "Cut waste 5–6% — in May", id="dashes"),
    pytest.param(r"Baked rye{\v  wheat}\v  oats\v0  bread", "Baked rye bread", id="hidden"),
    pytest.param(r"Baked rye{\deleted  wheat}", "Baked rye", id="deleted"),
    pytest.param(r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Baked}} rye', "Baked rye", id="field"),
    pytest.param(r"Baked{\*\bkmkstart a}{\*\bkmkend a} rye{\footnote Or wheat}", "Baked rye", id="bookmark, footnote"),
    pytest.param(r"Baked{\pict\pngblip 89504e47} rye", "Baked rye", id="picture"),
    pytest.param("Baked{\\pict\\bin4 }{}{} rye", "Baked rye", id="binary picture"),
    pytest.param(r"Baked{\*\unheardof wheat{\b oats}} rye", "Baked rye", id="unknown destination"),
    pytest.param(r"Baked {\upr{rogg}{\*\ud{\u36 ?rye}}}", "Baked $rye", id="once in ANSI, once in Unicode"),
    pytest.param(r"{\*\annotation Why?}Baked rye", "Baked rye", id="comment"),
]


@pytest.mark.parametrize(("content", "text"), IN_A_BULLET)
def test_the_text_of_a_bullet(content: str, text: str, words: ResumeWords) -> None:
    found = _read(_rtf(JOB + r"{\listtext \bullet\tab}\ls1 " + content + r"\par"), words)
    assert _bullets(found) == [("•", 0, text)]


LINES = [
    pytest.param(r"{\listtext\f1 \'b7\tab}\ls1\ilvl0 Baked rye\par", [("•", 0, "Baked rye")], id="listtext"),
    pytest.param(
        r"{\listtext\bullet}\ls1 Baked\par{\listtext o\tab}\ilvl1 by hand\par",
        [("•", 0, "Baked"), ("o", 1, "by hand")],
        id="second level",
    ),
    pytest.param(r"{\pntext\f1\'B7\tab}{\*\pn{\pntxtb\'B7}}Baked rye\par", [("•", 0, "Baked rye")], id="pntext"),
    pytest.param(r"{\pntext 1.\tab}Baked rye\par", [("1.", 0, "Baked rye")], id="number"),
    pytest.param(r"\ls1 Baked rye\par", [("•", 0, "Baked rye")], id="by the list table"),
    pytest.param(r"\ls2 Baked rye.\par", [("", 0, "Baked rye.")], id="list without signs"),
    pytest.param(r"- Baked rye\par", [("-", 0, "Baked rye")], id="typed hyphen"),
    pytest.param(r"\'b7\tab Baked rye\par", [("·", 0, "Baked rye")], id="typed dot"),
    pytest.param(r"\bullet\tab Baked rye\par", [("•", 0, "Baked rye")], id="typed bullet"),
    pytest.param(r"{\f1\'d8} Baked rye\par", [("➢", 0, "Baked rye")], id="typed sign of a symbol font"),
    pytest.param(r"\u-3913 ?\tab Baked rye\par", [("•", 0, "Baked rye")], id="private use"),
    pytest.param(r"{\field{\*\fldinst SYMBOL 183 \\f Symbol}{\fldrslt}} Baked\par", [("•", 0, "Baked")], id="symbol"),
    pytest.param("- Baked\\\n- Sold\\\n", [("-", 0, "Baked"), ("-", 0, "Sold")], id="backslash ends a paragraph"),
    pytest.param(r"- Baked\line - Sold\par", [("-", 0, "Baked"), ("-", 0, "Sold")], id="line break between"),
    pytest.param(r"- Baked rye", [("-", 0, "Baked rye")], id="no end of the last paragraph"),
    pytest.param(r"\trowd\cellx9\pard\intbl - Baked\cell\row\pard - Sold\par",
                 [("-", 0, "Baked"), ("-", 0, "Sold")], id="table"),
    pytest.param(r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard - Baked\par}}{\shprslt - Baked}}\par",
                 [("-", 0, "Baked")], id="box"),
    pytest.param(r"{\header - Page\par}{\footer - Foot\par}- Baked\par", [("-", 0, "Baked")], id="header"),
    pytest.param(r"\pard\s2 Skills\par\pard\s0 - Baking\par", [], id="style based on a heading's"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "bullets"), LINES)
def test_lines_below_an_entry(body: str, bullets: list[tuple[str, int, str]], words: ResumeWords) -> None:
    assert _bullets(_read(_rtf(JOB + body), words)) == bullets


HEADS = [
    pytest.param(r"Baker, Rye & Sons Ltd\line 2019 - 2021\par", id="line break"),
    pytest.param(r"\trowd\cellx1\cellx2\pard\intbl Baker, Rye & Sons Ltd\cell 2019 - 2021\cell\row\pard", id="row"),
    pytest.param(
        r"\trowd\cellx1\cellx2\pard\intbl 2019 -\par 2021\cell Baker\par Rye & Sons Ltd\cell\row\pard", id="dates left"
    ),
    pytest.param(
        r"\trowd\cellx9\pard\intbl\itap2 Baker, Rye & Sons Ltd\nestcell 2019 - 2021\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\cell\row\pard",
        id="nested table",
    ),
]


@pytest.mark.parametrize("head", HEADS)
def test_an_entry_and_its_names(head: str, words: ResumeWords) -> None:
    found = _read(_rtf(r"\pard\s1 Experience\par\pard\s0 " + head + r" - Baked rye\par"), words)
    entries = [(each.title, each.employer, each.start, each.end) for _, each in found.judged_entries() if each.bullets]
    assert entries == [("Baker", "Rye & Sons Ltd", "2019", "2021")]


def test_places_are_lines_of_the_text(words: ResumeWords) -> None:
    found = _read(_rtf(JOB + r"Leeds\line UK\par - Baked rye\par"), words)
    (bullet,) = (bullet for _, entry in found.judged_entries() for bullet in entry.bullets)
    assert (found.positions, LineIndex(found.source.text).position(bullet.span.start)[0]) == (Positions.LINES, 5)


ERRORS = [
    pytest.param(b"{\\rtf1{\\fonttbl{\\f0 Ar", "this RTF is damaged or cut off", id="cut off"),
    pytest.param(b"{\\rtf1" + b"{" * 600, "this RTF is nested too deep", id="nested"),
    pytest.param(_rtf(r"{\pict 89504e47}\par"), "this RTF holds pictures and no text", id="pictures"),
]


@pytest.mark.parametrize(("data", "message"), ERRORS)
def test_what_cannot_be_read(data: bytes, message: str, words: ResumeWords) -> None:
    with pytest.raises(InputError) as error:
        _read(data, words)
    assert str(error.value).startswith(f"resume.rtf: {message}")
    assert "\n" not in str(error.value)


def test_a_file_without_its_last_brace(words: ResumeWords) -> None:
    found = _read(_rtf(JOB + r"- Baked rye\par")[:-1], words)
    assert found.notes == ("the file ends before its last brace; it may be cut off",)
    assert _bullets(found) == [("-", 0, "Baked rye")]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_each_character_is_traced_to_its_place(path: Path, words: ResumeWords) -> None:
    found = _read(path.read_bytes(), words)
    for _, entry in found.judged_entries():
        for bullet in entry.bullets:
            characters = [bullet.source_map.character(at).of(found.source.text) for at in range(len(bullet.text))]
            assert " ".join("".join(characters).translate(str.maketrans("’“”", '\'""')).split()) == bullet.text


PIECES = st.sampled_from(
    [
        r"\par ", r"\cell ", r"\row ", r"\nestcell ", r"\intbl ", r"\itap3 ", "{", "}", r"\u8226 ?", r"\u-10179 ", "a",
        "\\", r"{\listtext\'b7}", r"{\shp{\*\shpinst{\shptxt ", "2019 - 2021", r"\f1 ", r"\v ", r"\bin9 ", r"\'", r"\*",
        "\x81", r"\ls1 ", r"\pard ", "Experience", r"{\upr{a}{\*\ud ", r"\line ", r"\uc9 ", r"{\field{\*\fldinst ",
        "- x",
    ]
)  # fmt: skip


def test_any_file_is_read_or_refused(words: ResumeWords) -> None:
    @settings(max_examples=300, deadline=None)
    @given(st.lists(PIECES, max_size=40).map("".join))
    def holds(body: str) -> None:
        with suppress(InputError):
            _read(_rtf(JOB + body), words)

    holds()


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_damaged_files_are_read_or_refused(path: Path, words: ResumeWords) -> None:
    data, dice = path.read_bytes(), random.Random(path.name)
    for _ in range(30):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 20)):
            broken[dice.randrange(5, len(broken))] = dice.randrange(256)
        with suppress(InputError):
            _read(bytes(broken[: dice.randrange(5, len(broken))] if dice.random() < 0.3 else broken), words)


@pytest.mark.parametrize(
    "unit", ["a", "{}", r"\par ", r"\u8226 ?", r"\'b7", r"\cell ", r"\line ", r"\v ", "{\\pict 00}", "\\", r"\bin1 a"]
)
def test_time_is_linear(unit: str, words: ResumeWords) -> None:
    def seconds(size: int) -> float:
        text = _rtf(JOB + unit * (size // len(unit)))

        def read() -> None:
            with suppress(InputError):
                _read(text, words)

        return cpu_seconds(read)

    small, large = seconds(20_000), seconds(200_000)
    assert large < 30 * max(small, 0.02)


def test_binary_data_is_left_out() -> None:
    assert [token.text for token in tokens(b"a\\bin3 {{{b\\bin99 c")] == ["a", "b"]
