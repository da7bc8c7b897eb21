"""Résumés in every format, as a user meets them: findings with places, and a coach that writes into the file or says
where the new text goes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.commandline import Run

FIXTURES = Path(__file__).parents[1] / "readers" / "formats"
DUTY = "Responsible for the luggage room"
NEW = "Ran the luggage room, cutting waits by 40% & {losses} by $5k, 5 * 3 a day"
RESUMES = {
    "resume.txt": "EXPERIENCE\n\nPorter, Hotel Marisol, 2019 - 2021\n- {}\n- Carried bags\n",
    "resume.md": "## Experience\n\n### Porter | Hotel Marisol\n*2019 – 2021*\n\n- {}\n- Carried bags\n",
    "resume.tex": "\\section{{Experience}}\n\\textbf{{Porter}}, Hotel Marisol \\hfill 2019--2021\n\\begin{{itemize}}\n"
    "\\item {}\n\\item Carried bags\n\\end{{itemize}}\n",
    "resume.json": '{{"work": [{{"name": "Hotel Marisol", "position": "Porter", "startDate": "2019",\n'
    '"endDate": "2021", "highlights": ["{}", "Carried bags"]}}]}}\n',
    "resume.yaml": "work:\n- name: Hotel Marisol\n  position: Porter\n  startDate: 2019\n  endDate: 2021\n"
    "  highlights:\n  - {}\n  - Carried bags\n",
    "resume.typ": "= Experience\n== Porter, Hotel Marisol #h(1fr) 2019 -- 2021\n- {}\n- Carried bags\n",
    "resume.html": "<h2>Experience</h2>\n<h3>Porter, Hotel Marisol</h3><p>2019 – 2021</p>\n<ul>\n<li>{}</li>\n"
    "<li>Carried bags</li></ul>\n",
    "resume.org": "* Experience\n** Porter, Hotel Marisol, 2019 -- 2021\n- {}\n- Carried bags\n",
    "resume.rst": "Experience\n==========\n\nPorter, Hotel Marisol, 2019 -- 2021\n\n- {}\n- Carried bags\n",
    "resume.adoc": "== Experience\n\n=== Porter, Hotel Marisol, 2019 -- 2021\n\n* {}\n* Carried bags\n",
}
WRITTEN = {
    "resume.tex": r"Ran the luggage room, cutting waits by 40\% \& \{losses\} by \$5k, 5 * 3 a day",
    "resume.html": "Ran the luggage room, cutting waits by 40% &amp; {losses} by $5k, 5 * 3 a day",
    "resume.typ": "Ran the luggage room, cutting waits by 40% & {losses} by \\$5k, 5 \\* 3 a day",
}


def one_of(format: str) -> Path:
    """The first fixture of a format."""
    gold = sorted((FIXTURES / format).glob("*.gold.toml"))[0]
    return gold.with_name(gold.name.removesuffix(".gold.toml"))


@pytest.mark.parametrize("format", sorted(path.name for path in FIXTURES.iterdir() if path.is_dir()))
def test_every_format_is_checked_and_says_where(run: Run, format: str) -> None:
    ended = run("check", one_of(format), "--format", "json", "--rewrites", "none")
    assert ended.code in (0, 1), ended.err
    (file,) = json.loads(ended.out)["files"]
    assert file["format"] == format
    assert file["bullets"]
    for bullet in file["bullets"]:
        assert (bullet["page"] is not None) == (format == "pdf")
        assert (bullet["paragraph"] is not None) == (format == "docx")
        assert (bullet["line"] is None) == (format == "docx")
        assert (bullet["column"] is None) == (format in ("docx", "pdf", "rtf"))


@pytest.mark.parametrize("name", RESUMES)
def test_the_coach_writes_it(run: Run, tmp_path: Path, name: str) -> None:
    before = RESUMES[name].format(DUTY)
    path = tmp_path / name
    path.write_text(before, encoding="utf-8")
    ended = run("coach", name, stdin=f"/own {NEW}\nyes\n/next\n")
    after = path.read_text(encoding="utf-8")
    assert after == RESUMES[name].format(WRITTEN.get(name, NEW)), ended.out + ended.err
    assert (tmp_path / f"{name}.bak").read_text(encoding="utf-8") == before
    bullets = json.loads(run("check", name, "--format", "json").out)["files"][0]["bullets"]
    assert [bullet["text"] for bullet in bullets] == [NEW, "Carried bags"]


@pytest.mark.parametrize(("format", "place"), [("docx", "paragraph "), ("pdf", "page 1, line "), ("rtf", "line ")])
def test_the_coach_says_where_to_put_it(run: Run, tmp_path: Path, format: str, place: str) -> None:
    path = tmp_path / f"resume.{format}"
    shutil.copy(one_of(format), path)
    before = path.read_bytes()
    number = json.loads(run("check", path.name, "--format", "json").out)["files"][0]["bullets"][0]
    line = number["paragraph"] or number["line"]
    ended = run("coach", path.name, "--bullet", str(line), stdin=f"/own {NEW}\nyes\n/next\n")
    assert ended.code == 0, ended.err
    said = " ".join(ended.out.split())
    assert f"Put this in yourself, on {place}{line} of {path.name}: → {NEW}" in said
    assert path.read_bytes() == before


def test_a_format_can_be_forced(run: Run) -> None:
    assert run("check", "-", "--input-format", "latex", "--format", "concise", stdin=f"\\item {DUTY}").out.startswith(
        "<stdin>:1:7: BC101"
    )
    wrong = run("check", "-", "--input-format", "latx", stdin="x")
    assert (wrong.code, "did you mean “latex”?" in wrong.err) == (2, True)
    assert "Invalid value for --input-format" in wrong.err
    assert "this is no PDF file but text" in run("check", "-", "--input-format", "pdf", stdin="x").err


def test_a_text_with_the_name_of_a_document_is_read_and_noted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.docx").write_text(f"- {DUTY}\n", encoding="utf-8")
    ended = run("check", "cv.docx", "--format", "concise")
    assert ended.out.startswith("cv.docx:1:3: BC101")
    assert "cv.docx: the name promises DOCX, but this is text; it was read as text" in ended.err


def test_one_bad_file_leaves_the_others_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "resume.json").write_text('{"work": [', encoding="utf-8")
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7\n\x00")
    (tmp_path / "cv.docx").write_bytes(b"PK\x03\x04 word/ and no more")
    (tmp_path / "cv.tex").write_text(f"\\item {DUTY}", encoding="utf-8")
    ended = run("check", "resume.json", "cv.pdf", "cv.docx", "cv.tex", "--format", "concise")
    assert ended.code == 2
    assert ended.out.startswith("cv.tex:1:7: BC101")
    errors = [line for line in ended.err.splitlines() if line.startswith("bulletcoach: error: ")]
    assert [error.removeprefix("bulletcoach: error: ").split(":")[0] for error in errors] == [
        "resume.json", "cv.pdf", "cv.docx"
    ]  # fmt: skip


def test_a_resume_in_another_language_is_noted_and_not_judged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lebenslauf.tex").write_text(
        "\\documentclass{article}\\begin{document}\\section{Berufserfahrung}\n"
        "\\textbf{Kundenberaterin}, Nordlicht GmbH \\hfill Seit 2020\n\\begin{itemize}\n"
        "\\item Betreuung der Kunden am Telefon und im Laden, mit dem Ziel, sie schnell und gut zu beraten\n"
        "\\item Schulung von neuen Kollegen in der Abteilung und Pflege der Daten für das ganze Team\n"
        "\\end{itemize}\\end{document}\n",
        encoding="utf-8",
    )
    ended = run("check", "lebenslauf.tex")
    assert (ended.code, ended.err.count("the language looks like “de”")) == (0, 1)
    assert "BC" not in ended.out


def test_a_fault_of_a_reader_costs_one_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RecursionError("no\nend")

    monkeypatch.setattr("bulletcoach.readers.org.read", broken)
    for name in ("cv.org", "cv.txt"):
        (tmp_path / name).write_text(f"- {DUTY}\n", encoding="utf-8")
    ended = run("check", "cv.org", "cv.txt", "--format", "concise")
    assert ended.code == 2
    assert "cv.org: a fault in bulletcoach (RecursionError: no end); please report it" in ended.err
    assert ended.out.startswith("cv.txt:1:3: BC101")


def test_comments_do_not_tell_the_language(run: Run, tmp_path: Path) -> None:
    aside = "<!-- these are the notes of the writer, for the page and for all of those who will have to read it -->\n"
    (tmp_path / "lebenslauf.html").write_text(
        aside * 6
        + "<h2>Berufserfahrung</h2><p>Kundenberaterin, Nordlicht GmbH, Seit 2020</p><ul>"
        + "<li>Betreuung der Kunden am Telefon und im Laden, mit dem Ziel, sie schnell und gut zu beraten</li>"
        + "<li>Schulung von neuen Kollegen in der Abteilung und Pflege der Daten für das ganze Team</li></ul>",
        encoding="utf-8",
    )
    ended = run("check", "lebenslauf.html")
    assert (ended.code, ended.err.count("the language looks like “de”")) == (0, 1)
