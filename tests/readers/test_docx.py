"""What stands in a DOCX file, beside what must be found in it."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from docx_files import (
    ARROWS,
    BULLETS,
    NOTHING,
    NUMBERING,
    NUMBERS,
    STRICT_W,
    W,
    box,
    document,
    docx,
    par,
    parts,
    relationships,
    run,
    table,
    zipped,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletcoach.editing.edits import SourceEdit, apply
from bulletcoach.errors import EditError, InputError
from bulletcoach.model.document import Document, Positions
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers import ResumeWords, decode, read

FIXTURES = sorted((Path(__file__).parent / "formats" / "docx").glob("*.docx"))
JOB = par("Experience", "Heading1") + par("Baker, Rye & Sons Ltd\t2019 – 2021", "Heading2")


def _read(data: bytes, words: ResumeWords) -> Document:
    return read(decode(data, "resume.docx"), words)


def _bullets(found: Document) -> list[tuple[str, int, str]]:
    return [(each.marker, each.depth, each.text) for _, entry in found.judged_entries() for each in entry.bullets]


def _texts(found: Document) -> list[str]:
    return [text for _, _, text in _bullets(found)]


def _deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


FIELD = "".join(
    f"<w:r>{inner}</w:r>"
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>DATE</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>400</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)

IN_A_BULLET = [
    pytest.param(run("Baked ", "<w:b/>") + run("rye"), "Baked rye", id="runs"),
    pytest.param("<w:r><w:t>Baked</w:t></w:r><w:r><w:tab/><w:t>rye</w:t></w:r>", "Baked rye", id="tab"),
    pytest.param(run("Baked\nrye"), "Baked rye", id="line break"),
    pytest.param("<w:r><w:t>Baked\n   rye</w:t></w:r>", "Baked rye", id="line end in the XML"),
    pytest.param(run("Baked ") + _deleted("wheat") + f"<w:ins>{run('rye')}</w:ins>", "Baked rye", id="changes"),
    pytest.param(f"<w:moveTo>{run('Baked rye')}</w:moveTo>", "Baked rye", id="moved here"),
    pytest.param(f"<w:hyperlink>{run('Baked')}</w:hyperlink>" + run(" rye"), "Baked rye", id="link"),
    pytest.param(f"<w:smartTag>{run('Baked')}</w:smartTag>" + run(" rye"), "Baked rye", id="smart tag"),
    pytest.param(f"<w:sdt><w:sdtContent>{run('Baked rye')}</w:sdtContent></w:sdt>", "Baked rye", id="content control"),
    pytest.param(run("Baked ") + FIELD + run(" loaves"), "Baked 400 loaves", id="field"),
    pytest.param(f"<w:fldSimple w:instr='DATE'>{run('Baked rye')}</w:fldSimple>", "Baked rye", id="simple field"),
    pytest.param(run("Baked rye") + run(" wheat", "<w:vanish/>"), "Baked rye", id="hidden"),
    pytest.param(run("Baked rye", "<w:vanish w:val='0'/>"), "Baked rye", id="not hidden"),
    pytest.param(run("Baked rye") + run(" wheat", "<w:rStyle w:val='Ghost'/>"), "Baked rye", id="hidden by style"),
    pytest.param("<w:r><w:t>Full</w:t><w:noBreakHyphen/><w:t>time baker</w:t></w:r>", "Full-time baker", id="U+2011"),
    pytest.param("<w:r><w:t>Bak</w:t><w:softHyphen/><w:t>ed rye</w:t></w:r>", "Baked rye", id="soft hyphen"),
    pytest.param(run("Baked\u00a0rye"), "Baked rye", id="no-break space"),
    pytest.param(run("Raised ") + "<m:oMath><m:r><m:t>n+1</m:t></m:r></m:oMath>", "Raised n+1", id="formula"),
    pytest.param("<w:r><w:t>Baked rye</w:t><w:footnoteReference w:id='2'/></w:r>", "Baked rye", id="footnote"),
    pytest.param(run("Baked rye") + "<w:r><w:br w:type='page'/></w:r>", "Baked rye", id="page break"),
    pytest.param(run("Baked rye") + box(par("Aside")), "Baked rye", id="box"),
    pytest.param(
        "<mc:AlternateContent><mc:Choice><w:r><w:t>Baked rye</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>Baked wheat</w:t></w:r></mc:Fallback></mc:AlternateContent>",
        "Baked rye",
        id="alternative",
    ),
]


@pytest.mark.parametrize(("content", "text"), IN_A_BULLET)
def test_the_text_of_a_bullet(content: str, text: str, words: ResumeWords) -> None:
    assert _texts(_read(docx(JOB + par(content, list=BULLETS)), words)) == [text]


NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
LINES = [
    pytest.param(par("Baked rye", list=BULLETS), [("•", 0, "Baked rye")], id="bullet"),
    pytest.param(
        par("Baked rye", list=BULLETS) + par("at night", list=BULLETS, level=1) + par("alone", list=BULLETS, level=2),
        [("•", 0, "Baked rye"), ("o", 1, "at night"), ("▪", 2, "alone")],
        id="three levels",
    ),
    pytest.param(par("Baked rye", list=ARROWS), [("➢", 0, "Baked rye")], id="letter in Wingdings"),
    pytest.param(
        par("Baked rye", list=NUMBERS) + par("Sold it", list=NUMBERS),
        [("1.", 0, "Baked rye"), ("2.", 0, "Sold it")],
        id="numbers",
    ),
    pytest.param(par("Baked rye", "ListBullet"), [("•", 0, "Baked rye")], id="by its style"),
    pytest.param(par("Baked rye", "Duty"), [("•", 0, "Baked rye")], id="by the style that its own is based on"),
    pytest.param(par("Baked rye", list="99"), [("•", 0, "Baked rye")], id="list that the file lacks"),
    pytest.param(par("Baked rye.", "ListParagraph"), [("", 0, "Baked rye.")], id="List Paragraph alone"),
    pytest.param(par("Baked rye.", list=NOTHING), [("", 0, "Baked rye.")], id="a list without signs"),
    pytest.param(par("Baked rye.", "Duty", properties=NO_LIST), [("", 0, "Baked rye.")], id="taken out of the list"),
    pytest.param(par("·\tBaked rye"), [("·", 0, "Baked rye")], id="typed dot"),
    pytest.param(par("o\tBaked rye"), [("o", 0, "Baked rye")], id="typed o"),
    pytest.param(
        par('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" Baked rye")),
        [("✓", 0, "Baked rye")],
        id="symbol",
    ),
    pytest.param(
        par(run("§", "<w:rFonts w:ascii='Wingdings'/>") + run("\tBaked rye")),
        [("▪", 0, "Baked rye")],
        id="a letter set in Wingdings",
    ),
    pytest.param(par("• Baked\n• Sold"), [("•", 0, "Baked"), ("•", 0, "Sold")], id="bullets parted by line breaks"),
    pytest.param(
        par("Baked\n- at night\n- by hand", list=BULLETS),
        [("•", 0, "Baked"), ("-", 1, "at night"), ("-", 1, "by hand")],
        id="signs inside a bullet",
    ),
    pytest.param(par("", list=BULLETS) + par("Baked", list=BULLETS), [("•", 0, "Baked")], id="empty bullet"),
    pytest.param(par(_deleted("Baked"), list=BULLETS), [], id="deleted bullet"),
    pytest.param(
        "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + par("Baked", list=BULLETS) + "</w:tc></w:tr></w:tbl>",
        [],
        id="deleted row",
    ),
    pytest.param(table([par("•"), par("Baked rye")]), [("•", 0, "Baked rye")], id="sign in a cell of its own"),
    pytest.param(
        "<w:sdt><w:sdtContent>" + par("Baked rye", list=BULLETS) + "</w:sdtContent></w:sdt>",
        [("•", 0, "Baked rye")],
        id="content control",
    ),
    pytest.param(par("Skills", "Heading1") + par("Baking rye", list=BULLETS), [], id="skills"),
    pytest.param(par("SKILLS", list=ARROWS) + par("Baking rye", list=BULLETS), [], id="heading with a bullet's sign"),
]


@pytest.mark.parametrize(("body", "bullets"), LINES)
def test_lines_below_an_entry(body: str, bullets: list[tuple[str, int, str]], words: ResumeWords) -> None:
    assert _bullets(_read(docx(JOB + body), words)) == bullets


HEADS = [
    pytest.param(par("Baker", "Heading2") + par("Rye & Sons Ltd, 2019 – 2021"), id="two lines"),
    pytest.param(par("Baker\nRye & Sons Ltd\n2019 – 2021"), id="line breaks"),
    pytest.param(table([par("Baker"), par("Rye & Sons Ltd"), par("2019 – 2021")]), id="a row"),
    pytest.param(table([par("Baker"), par("2019 – 2021")], [par("Rye & Sons Ltd"), par("Leeds, UK")]), id="two rows"),
    pytest.param(table([par("2019 –") + par("2021"), par("Baker") + par("Rye & Sons Ltd")]), id="a date in two lines"),
    pytest.param(table([table([par("Baker, Rye & Sons Ltd"), par("2019 – 2021")]) + par()]), id="nested"),
    pytest.param(par(box(par("2019 – 2021")) + run("Baker, Rye & Sons Ltd")), id="dates in a box"),
    pytest.param(table([par("Employer"), par("Rye & Sons Ltd")], [par("Position"), par("Baker")],
                       [par("Dates"), par("2019 – 2021")]), id="labels"),
]  # fmt: skip


def test_a_table_with_labels_above_its_columns(words: ResumeWords) -> None:
    labels = [par(label, face="<w:b/>") for label in ("Employer", "Role", "Dates", "Responsibilities")]
    rows = [
        [par("Rye & Sons Ltd"), par("Baker"), par("2019 – 2021"), par("Baked 300 loaves a night.") + par("Sold them.")],
        [par("Oats GmbH"), par("Miller"), par("2015 – 2019"), par("Ground 2 t of oats a day.")],
    ]
    found = _read(docx(par("Experience", "Heading1") + table(labels, *rows)), words)
    entries = [(e.title, e.employer, e.start, [b.text for b in e.bullets]) for _, e in found.judged_entries()]
    assert entries == [
        ("Baker", "Rye & Sons Ltd", "2019", ["Baked 300 loaves a night.", "Sold them."]),
        ("Miller", "Oats GmbH", "2015", ["Ground 2 t of oats a day."]),
    ]


@pytest.mark.parametrize("head", HEADS)
def test_an_entry_and_its_names(head: str, words: ResumeWords) -> None:
    found = _read(docx(par("Experience", "Heading1") + head + par("Baked rye", list=BULLETS)), words)
    entries = [(each.title, each.employer, each.start, each.end) for _, each in found.judged_entries() if each.bullets]
    assert entries == [("Baker", "Rye & Sons Ltd", "2019", "2021")]


def test_a_box_beside_the_text_parts_no_entry(words: ResumeWords) -> None:
    side = box(par("SKILLS") + par("Sourdough") + par("Driving"))
    body = (
        JOB + par("Baked rye", list=BULLETS) + par(side + run("Sold bread"), list=BULLETS) + par("Swept", list=BULLETS)
    )
    assert _texts(_read(docx(body), words)) == ["Baked rye", "Sold bread", "Swept"]


def test_columns_with_headings_are_read_one_after_the_other(words: ResumeWords) -> None:
    job, more = JOB + par("Baked rye", list=BULLETS), par("Sold bread", list=BULLETS)
    skills = par("Skills", "Heading1") + par("Sourdough", list=BULLETS)
    assert _texts(_read(docx(table([skills, job], [par("Driving", list=BULLETS), more])), words)) == [
        "Baked rye",
        "Sold bread",
    ]


def test_headings_that_are_known_by_their_look(words: ResumeWords) -> None:
    big = '<w:b/><w:sz w:val="30"/>'
    body = "".join(
        par(heading, face=big) + par(line)
        for heading, line in (
            ("Education", "BA History, 2018"),
            ("Languages", "Dutch"),
            ("Things I Made", "• Built a kayak of cedar strips and paddled it to Skye"),
        )
    )
    found = _read(docx(par("Ada Quist", face=big) + body), words)
    assert [section.title for section in found.sections] == ["Education", "Languages", "Things I Made"]
    assert _texts(found) == ["Built a kayak of cedar strips and paddled it to Skye"]


def test_a_bold_name_above_bullets(words: ResumeWords) -> None:
    body = par("Projects", "Heading1") + par(run("Skylark", "<w:b/>") + run(" – a tiny bridge for the post office"))
    more = par(run("wren", "<w:b/>") + run(" written in two weeks with friends"))
    found = _read(docx(body + par("Wrote it", list=BULLETS) + more + par("Tuned it", list=BULLETS)), words)
    assert [(e.title, [b.text for b in e.bullets]) for _, e in found.judged_entries()] == [
        ("Skylark", ["Wrote it"]),
        ("wren written in two weeks with friends", ["Tuned it"]),
    ]


def test_a_bold_start_of_the_text_below_a_title(words: ResumeWords) -> None:
    body = (
        JOB + par(run("Rye & Sons", "<w:b/>") + run(" is a bakery that sells to hotels")) + par("Baked", list=BULLETS)
    )
    (entry,) = (entry for _, entry in _read(docx(body), words).judged_entries())
    assert (entry.title, entry.employer, len(entry.bullets)) == ("Baker", "Rye & Sons Ltd", 1)


def test_a_place_is_the_number_of_the_paragraph(words: ResumeWords) -> None:
    body = (
        JOB
        + par()
        + table([par("2020"), par() + par("Baked rye\nand wheat", list=BULLETS)])
        + par("Sold", list=BULLETS)
    )
    found = _read(docx(body), words)
    bullets = [bullet for _, entry in found.judged_entries() for bullet in entry.bullets]
    lines = [LineIndex(found.source.text).position(bullet.span.start)[0] for bullet in bullets]
    assert (found.positions, lines) == (Positions.PARAGRAPHS, [6, 7])
    assert found.source.text.split("\n")[5] == "Baked rye\vand wheat"


def test_comments_stand_before_their_paragraphs(words: ResumeWords) -> None:
    part = f'<w:comments xmlns:w="{W}"><w:comment w:id="3">{par("How many?")}</w:comment></w:comments>'
    body = JOB + par('<w:commentRangeStart w:id="3"/>' + run("Baked rye"), list=BULLETS)
    found = _read(docx(body, comments=part), words)
    (comment,) = found.comments
    assert comment.text == "How many?"
    assert found.source.text[comment.span.start :].startswith("Baked rye")


def _strict(files: dict[str, str]) -> dict[str, str]:
    return {name: text.replace(W, STRICT_W).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships") for name, text in files.items()}  # fmt: skip


def _with(name: str, text: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda files: files | {name: text}


def _without(*names: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda files: {name: text for name, text in files.items() if name not in names}


PACKAGES = [
    pytest.param(_strict, id="strict"),
    pytest.param(_with("_rels/.rels", relationships(("officeDocument", "word\\document.xml"))), id="backslash"),
    pytest.param(_with("_rels/.rels", relationships(("officeDocument", "/word/document.xml"))), id="absolute"),
    pytest.param(_without("_rels/.rels"), id="no relationships"),
    pytest.param(_without("_rels/.rels", "[Content_Types].xml"), id="nothing but the parts"),
    pytest.param(_without("word/_rels/document.xml.rels"), id="no relationships of the text"),
    pytest.param(lambda files: {name.replace("/", "\\"): text for name, text in files.items()}, id="names with \\"),
]  # fmt: skip


@pytest.mark.parametrize("change", PACKAGES)
def test_packages_put_together_in_other_ways(
    change: Callable[[dict[str, str]], dict[str, str]], words: ResumeWords
) -> None:
    files = parts(JOB + par("Baked rye", list=BULLETS))
    assert _bullets(_read(zipped(change(files)), words)) == [("•", 0, "Baked rye")]


def test_a_part_that_is_there_twice(words: ResumeWords) -> None:
    stream = io.BytesIO(docx(JOB + par("Baked rye", list=BULLETS)))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", document(JOB + par("Sold bread", list=BULLETS)))
    assert len(_texts(_read(stream.getvalue(), words))) == 1


PLAIN = docx(JOB + par("Baked rye", list=BULLETS))
BOMB = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
DAMAGED = "this DOCX is damaged"
ERRORS = [
    pytest.param(PLAIN[: len(PLAIN) // 2], DAMAGED, id="cut off"),
    pytest.param(b"PK\x03\x04 and no more", DAMAGED, id="hardly a ZIP archive"),
    pytest.param(PLAIN.replace(PLAIN[400:440], bytes(40)), DAMAGED, id="overwritten"),
    pytest.param(zipped({"word/media/x.txt": "x"}), "this file holds no Word document", id="no text part"),
    pytest.param(zipped(parts("") | {"word/document.xml": "<html/>"}), "this file holds no Word document", id="other"),
    pytest.param(zipped(parts("") | {"word/document.xml": "<w:document"}), DAMAGED, id="broken XML"),
    pytest.param(zipped(parts("") | {"word/document.xml": BOMB + "<w>&b;</w>"}), "this DOCX declares a document type",
                 id="entities"),
    pytest.param(docx("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200),
                 "this DOCX is nested too deep", id="nested"),
    pytest.param(docx("<w:p/>" * 600_000), "this DOCX is too large", id="too many elements"),
    pytest.param(zipped(parts("") | {"word/document.xml": b" " * 30_000_000}), "this DOCX is too large", id="ZIP bomb"),
    pytest.param(zipped({f"word/{n}": "" for n in range(6_000)}), "this DOCX has too many parts", id="many parts"),
    pytest.param(docx(par("<w:r><w:drawing/></w:r>")), "this DOCX holds pictures and no text", id="pictures"),
    pytest.param(docx("<w:altChunk r:id='rId1'/>"), "this DOCX only embeds another file", id="embedded HTML"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                 "this Office file is encrypted; save it without a password", id="encrypted"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "this is an old Office file such as .doc", id="doc"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message"), ERRORS)
def test_what_cannot_be_read(data: bytes, message: str, words: ResumeWords) -> None:
    with pytest.raises(InputError) as error:
        _read(data, words)
    assert str(error.value).startswith(f"resume.docx: {message}")
    assert "\n" not in str(error.value)


def test_a_file_without_text(words: ResumeWords) -> None:
    assert not _bullets(_read(docx(""), words))


def test_it_cannot_be_changed(words: ResumeWords) -> None:
    found = _read(PLAIN, words)
    with pytest.raises(EditError, match="this kind of file cannot be changed in place"):
        apply(found.source, [SourceEdit(Span(0, 1), "x")])


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_each_character_is_traced_to_its_place(path: Path, words: ResumeWords) -> None:
    found = _read(path.read_bytes(), words)
    for _, entry in found.judged_entries():
        for bullet in entry.bullets:
            spelled = "".join(
                bullet.source_map.character(offset).of(found.source.text) for offset in range(len(bullet.text))
            )
            assert " ".join(spelled.translate(str.maketrans("’“”‑\v", '\'""- ')).split()) == bullet.text


PIECES = st.sampled_from(
    [par("x", list=BULLETS), par("Experience", "Heading1"), par(), par("2019 – 2021"), par("a\n• b\n• c"), JOB,
     table([par("a"), par("2020")]), table([JOB], [par("• x")]), table([], [par("2019 –") + par("now"), par("- y")]),
     par(box(JOB + par("z", list=BULLETS)) + run("q")), par("a\nb\nc"), par("•", list=NUMBERS, level=7)]
)  # fmt: skip


SAID = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60)


def test_any_body_is_read(words: ResumeWords) -> None:
    @settings(max_examples=150, deadline=None)
    @given(st.lists(PIECES, max_size=12).map("".join), SAID)
    def holds(body: str, text: str) -> None:
        found = _read(docx(body + par(run(text), list=BULLETS) + par(run(text))), words)
        for _, entry in found.judged_entries():
            for bullet in entry.bullets:
                assert bullet.source_map.source_span(Span(0, len(bullet.text))).end <= len(found.source.text)

    holds()


@pytest.mark.parametrize("path", FIXTURES[:6], ids=lambda path: path.name)
def test_damaged_files_are_read_or_refused(path: Path, words: ResumeWords) -> None:
    data, dice = path.read_bytes(), random.Random(path.name)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 6)):
            broken[dice.randrange(4, len(broken))] = dice.randrange(256)
        with suppress(InputError):
            _read(bytes(broken), words)


def test_lists_of_a_numbering_style(words: ResumeWords) -> None:
    """Word keeps the levels of such a list where the style is defined."""
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Mine"/></w:abstractNum>'
    own = (
        '<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="Mine"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="»"/></w:lvl></w:abstractNum>'
    )
    number = '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
    files = parts(JOB + par("Baked rye", list="8"))
    files["word/numbering.xml"] = NUMBERING.replace("</w:numbering>", link + own + number)
    assert _bullets(_read(zipped(files), words)) == [("»", 0, "Baked rye")]
