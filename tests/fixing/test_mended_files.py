"""Files fixed and written: what changes, what stays, and what is said where something cannot be changed."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from mended_files import HEAD, Fix, Texts

from bulletcoach.editing import write
from bulletcoach.errors import EditError
from bulletcoach.model.document import Source

ROOT = r"""\documentclass{article}
\begin{document}
\section{Experience}
\textbf{Porter}, Hotel Marisol \hfill Jan 2019 -- Mar 2021
\begin{itemize}
\item I carried 40 bags a day
\input{cv/more}
\end{itemize}
\end{document}
"""
PART = "\\item I trained 14 porters % at night\n\\item Swept 40\\% of the floors\n"


def test_safe_fixes_only(folder: Texts, fix: Fix) -> None:
    folder["a.txt"] = f"{HEAD}- I carried  40 bags a day\n- Responsible for ordering linen.\n- Swept the floors.\n"
    (done,) = fix("a.txt")
    assert (
        folder["a.txt"] == f"{HEAD}- Carried 40 bags a day.\n- Responsible for ordering linen.\n- Swept the floors.\n"
    )
    assert (done.checked.fixed, done.notes, done.errors) == (3, (), ())
    assert {finding.code for finding in done.checked.result.findings} >= {"BC101"}
    assert {finding.code for finding in done.checked.result.findings}.isdisjoint({"BC501", "BC506", "BC509"})


def test_unsafe_ones_too_where_they_are_asked_for(folder: Texts, fix: Fix) -> None:
    folder["a.txt"] = f"{HEAD}- Successfully trained 14 porters\n- Responsible for  ordering linen\n"
    fix("a.txt", unsafe=True)
    assert folder["a.txt"] == f"{HEAD}- Trained 14 porters\n- Ordered linen\n"


def test_a_second_round_takes_what_the_first_one_uncovers(folder: Texts, fix: Fix) -> None:
    folder["a.txt"] = f"{HEAD}- I successfully trained 14 porters\n"
    (done,) = fix("a.txt", unsafe=True)
    assert folder["a.txt"] == f"{HEAD}- Trained 14 porters\n"
    assert done.checked.fixed >= 1


@pytest.mark.parametrize("bullet", ["We carried 40 bags a day", "I carried our bags with a team of 4"])
def test_we_and_our_stay(folder: Texts, fix: Fix, bullet: str) -> None:
    folder["a.txt"] = f"{HEAD}- {bullet}\n"
    fix("a.txt", unsafe=True)
    after = folder["a.txt"].lower().split()
    assert {"we", "our", "team"} & set(bullet.lower().split()) <= set(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}- I ran the desk\n".replace("\n", "\r\n"), f"{HEAD}- Ran the desk\n".replace("\n", "\r\n")),
        (f"{HEAD}- I ran the desk", f"{HEAD}- Ran the desk"),
        (f"{HEAD}-  I ran the desk \t\n\n\n", f"{HEAD}-  Ran the desk \t\n\n\n"),
    ],
)
def test_every_other_byte_stays(folder: Texts, fix: Fix, before: str, after: str) -> None:
    folder["a.txt"] = before
    fix("a.txt")
    assert folder["a.txt"] == after


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (b"", "cp1252")]
)
def test_encoding_and_byte_order_mark_stay(folder: Texts, fix: Fix, mark: bytes, encoding: str) -> None:
    file = folder.path / "a.txt"
    file.write_bytes(mark + f"{HEAD}- I ran the café\n".encode(encoding))
    fix("a.txt")
    assert file.read_bytes() == mark + f"{HEAD}- Ran the café\n".encode(encoding)


def test_no_file_is_left_beside(folder: Texts, fix: Fix) -> None:
    folder["a.txt"] = f"{HEAD}- I ran the desk\n"
    fix("a.txt")
    assert [file.name for file in folder.path.iterdir()] == ["a.txt"]


def test_a_dry_run_writes_nothing(folder: Texts, fix: Fix) -> None:
    folder["a.txt"] = text = f"{HEAD}- I ran the desk\n"
    (done,) = fix("a.txt", dry=True)
    assert folder["a.txt"] == text
    assert [change.after.text for change in done.changes] == [text.replace("I ran", "Ran")]


def test_a_comment_is_not_lost(folder: Texts, fix: Fix) -> None:
    folder["a.tex"] = text = ROOT.replace("I carried 40 bags", "I % bulletcoach: ignore[BC301] fine\n carried 40 bags")
    (done,) = fix("a.tex")
    assert folder["a.tex"].count("% bulletcoach: ignore[BC301] fine") == 1
    assert folder["a.tex"] == text or not done.notes


@pytest.mark.parametrize("names", [("cv.tex",), ("cv.tex", "cv/more.tex"), ("cv/more.tex", "cv.tex")])
def test_an_included_file_is_fixed_where_it_stands(folder: Texts, fix: Fix, names: tuple[str, ...]) -> None:
    folder["cv.tex"], folder["cv/more.tex"] = ROOT, PART
    (done,) = fix(*names)
    assert folder["cv.tex"] == ROOT.replace("I carried", "Carried")
    assert folder["cv/more.tex"] == PART.replace("I trained", "Trained")
    assert [Path(change.after.path).name for change in done.changes] == ["cv.tex", "more.tex"]
    assert done.checked.fixed_files == 2
    assert [finding for finding in done.checked.result.findings if finding.fix] == []


@pytest.mark.parametrize("dry", [False, True])
def test_a_part_of_two_documents_is_fixed_once(folder: Texts, fix: Fix, dry: bool) -> None:
    folder["a.tex"], folder["b.tex"], folder["cv/more.tex"] = ROOT, ROOT.replace("40 bags", "60 bags"), PART
    done = fix("a.tex", "b.tex", dry=dry)
    assert [one.errors for one in done] == [(), ()]
    names = [Path(change.after.path).name for one in done for change in one.changes]
    assert names == ["a.tex", "more.tex", "b.tex"]
    assert (folder["cv/more.tex"] == PART) == dry


def test_a_part_that_cannot_be_written_keeps_nothing_else_from_it(
    folder: Texts, fix: Fix, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder["cv.tex"], folder["cv/more.tex"] = ROOT, PART

    def refusing(before: Source, after: Source, *, backup: bool) -> Path | None:
        if Path(before.path).name == "more.tex":
            raise EditError("more.tex: cannot be written: the file is read-only")
        return write(before, after, backup=backup)

    monkeypatch.setattr("bulletcoach.fixing.files.write", refusing)
    (done,) = fix("cv.tex")
    assert done.errors == ("more.tex: cannot be written: the file is read-only",)
    assert folder["cv.tex"] == ROOT.replace("I carried", "Carried")
    assert folder["cv/more.tex"] == PART
    assert done.checked.fixed == 1
    assert [each.code for each in done.checked.result.findings if each.fix] == ["BC501"]


def test_a_file_that_changed_meanwhile_is_left_and_the_others_are_fixed(
    folder: Texts, fix: Fix, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder["a.txt"] = folder["b.txt"] = f"{HEAD}- I ran the desk\n"

    def late(before: Source, after: Source, *, backup: bool) -> Path | None:
        if before.path == "a.txt":
            folder["a.txt"] = "somebody was faster"
        return write(before, after, backup=backup)

    monkeypatch.setattr("bulletcoach.fixing.files.write", late)
    first, second = fix("a.txt", "b.txt")
    assert first.errors == ("a.txt: the file has changed since it was read; nothing was written",)
    assert (folder["a.txt"], folder["b.txt"]) == ("somebody was faster", f"{HEAD}- Ran the desk\n")
    assert (first.checked.fixed, second.checked.fixed) == (0, 1)


def test_a_file_that_is_no_text_is_said_once(folder: Texts, fix: Fix) -> None:
    docx = Path(__file__).parents[1] / "readers" / "formats" / "docx" / "nested-list.docx"
    (folder.path / "cv.docx").write_bytes(docx.read_bytes())
    (done,) = fix("cv.docx", unsafe=True)
    assert done.notes == ("cv.docx: a DOCX file cannot be changed in place; 1 fix was not made",)
    assert fix("cv.docx")[0].notes == ()
    assert (folder.path / "cv.docx").read_bytes() == docx.read_bytes()
