"""LaTeX: what commands print, which of them make bullets and entries, comments, files, and bad input."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, entries_of, texts_of
from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.inputs import Input, InputProblem, read_input
from bulletcoach.model.document import Document
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read

FIXTURES = Path(__file__).parent / "formats" / "latex"
EXPERIENCE = "\\section{Experience}\n\\textbf{Porter} \\hfill 2019--2021\n\n"


def document(text: str, words: ResumeWords) -> Document:
    return read(decode(text.encode(), "resume.tex"), words)


def from_file(path: Path, words: ResumeWords, root: Path | None = None) -> Document:
    source = read_input(Input(str(path), path))
    assert not isinstance(source, InputProblem)
    return read(source, words, latex_root=root)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        (r"Cut waits by 40\,\% \& costs by \$3k", "Cut waits by 40 % & costs by $3k"),
        (r"Ran \textbf{the \emph{whole} desk} alone", "Ran the whole desk alone"),
        (r"Wrote \href{https://a.example/x_y%20z}{the guide} twice", "Wrote the guide twice"),
        (r"Moved {\bf 40} pallets {\small a day}", "Moved 40 pallets a day"),
        ("Kept ``calm'' and `cool'", "Kept \"calm\" and 'cool'"),
        (r"Trained 6--8 cooks---all stayed", "Trained 6–8 cooks—all stayed"),
        (r"Served $400+$ guests, $\sim$30 a night", "Served 400+ guests, ~30 a night"),
        (r"Raised sales $\approx 3\times$ in $2^{nd}$ year", "Raised sales ≈ 3× in 2nd year"),
        (r"Kept $^ 40$ boxes in $_{old}$ order", "Kept 40 boxes in old order"),
        (r"\itemsep -2pt Ran the desk ' s way - twice a 'day'", "Ran the desk ' s way - twice a 'day'"),
        (
            r"Fixed the caf\'e's cr\`eme br\^ul\'{e}e in Malm\"o, \c{C}e\v{s}me",
            "Fixed the café's crème brûlée in Malmö, Çešme",
        ),
        (r"Sold stra\ss e maps in \LaTeX{} and \TeX", "Sold straße maps in LaTeX and TeX"),
        ("Wrapped\n    over three\n\tlines", "Wrapped over three lines"),
        ("Wrote code % in C\n  and tests", "Wrote code and tests"),
        (r"Set \textcolor{red}{red} type, \colorbox{gray}{boxed}", "Set red type, boxed"),
        (r"Came 1\textsuperscript{st} of 40\footnote{By a nose}", "Came 1st of 40"),
        (r"Broke the line\\ and went on", "Broke the line and went on"),
        (r"Gave \unknown{some} \other[x]{help} \nothing here", "Gave some help here"),
        (r"Hyphen\-ated self\-/service", "Hyphenated self/service"),
        (r"Used C\# and R\&D_tools", "Used C# and R&D_tools"),
        (r"Raised \pounds 650 and \euro{}70 under \S 5", "Raised £650 and €70 under § 5"),
        (r"Led {the [X\%]} plan \vspace{-2pt}", "Led the [X%] plan"),
        ("Drove 12~hours", "Drove 12 hours"),
    ],
)
def test_what_is_printed(source: str, clean: str, words: ResumeWords) -> None:
    found = document(f"{EXPERIENCE}\\begin{{itemize}}\n\\item {source}\n\\end{{itemize}}\n", words)
    assert texts_of(found) == [clean]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (r"\item Led one \item Led two", ["Led one", "Led two"]),
        (r"\item{Led one thing} \item {Led two}", ["Led one thing", "Led two"]),
        ("\\item\n\nLed one thing", ["Led one thing"]),
        ("\\item Led one thing\n\n\\smallskip\n\\item Led two", ["Led one thing", "Led two"]),
        (r"\itemsep -2pt \parskip=0pt \item Led one thing", ["Led one thing"]),
        (r"\setlength\itemsep{2pt}\item Led one thing", ["Led one thing"]),
        ("%\\item Led one\n\\item Led two", ["Led two"]),
        (r"\iffalse \item Led one \fi \item Led two", ["Led two"]),
        (r"\begin{comment}\item Led one\end{comment}\item Led two", ["Led two"]),
        (r"\resumeItem{Label}{Led one thing well}", ["Led one thing well"]),
        ("\\resumeItem{Label}\n  {Led one thing well}", ["Led one thing well"]),
        (r"\resumeItem{Led one thing} \resumeSubItem{Led two}", ["Led one thing", "Led two"]),
        (r"\cvlistitem{Led one thing} \lineitem{Led two}", ["Led one thing", "Led two"]),
        (r"\newcommand{\did}[1]{\item #1} \did{Led one thing}", ["Led one thing"]),
        (r"\def\did#1{\item \textbf{#1}} \did{Led one thing}", ["Led one thing"]),
        (r"\NewDocumentCommand{\did}{m}{\item #1} \did{Led one thing}", ["Led one thing"]),
        (r"\newcommand{\sample}{\item Led nothing} \item Led one thing", ["Led one thing"]),
        (r"\item[$\bullet$] Led one thing", ["Led one thing"]),
        (r"\item[Care] Led one thing every day", ["Led one thing every day"]),
        (r"\item Led one \begin{itemize} \item Led two \end{itemize}", ["Led one", "Led two"]),
        (r"\item Wrote \verb|\item| by hand \verb*+%+", ["Wrote \\item by hand %"]),
        (r"\item Led \texorpdfstring{$\alpha$ one}{a} thing", ["Led one thing"]),
        (r"\NewDocumentCommand{\did}{s O{x} +m}{\item #3} \did*[y]{Led one thing}", ["Led one thing"]),
        (
            r"\newenvironment{wins}[1][2pt]{\begin{list}{}{#1}}{\end{list}}\begin{wins}[0pt]\item Led one\end{wins}",
            ["Led one"],
        ),
        (
            r"\newcommand{\quote}[4]{#1 #2\\ #3 \begin{itemize}\item #4\end{itemize}}\quote{Cook}{2019}{Inn}{Led one}",
            ["Led one"],
        ),
        (
            r"\cventry{2018}{Cook}{Inn}{}{}{Led one thing \newline Led two\\ and three \newline Led four}",
            ["Led one thing", "Led two and three", "Led four"],
        ),
        (
            r"\cventry{2018}{Cook}{Inn}{}{}{\textbullet\ Led one thing \newline \textbullet\ Led two}",
            ["Led one thing", "Led two"],
        ),
        (r"\entry{2018}{Cook}{Inn}{Led one great thing of many.}", ["Led one great thing of many."]),
        (r"\resumeSubheading{Cook}{Inn}{Led one great thing of many}{2018}", ["Led one great thing of many"]),
        (r"\item[2015--2017] Lift Operator, Inn\\ Led one", ["Led one"]),
        (r"\BulletItem Led one thing \Gap Cook \hfill 2020", ["Led one thing"]),
        (r"\newif\iflong \longfalse \iflong\item Led one\else\item Led two\fi", ["Led two"]),
        (r"\newif\iflong \longtrue \iflong\item Led one\else\item Led two\fi", ["Led one"]),
        (r"\ifx\a\b \item Led one \iffalse x \fi \else\item Led two\fi", ["Led one"]),
        (r"\iffalse \iftrue \item Led one \fi \item Led two \fi \item Led three", ["Led three"]),
        (r"\newtoggle{cv}\toggletrue{cv}\iftoggle{cv}{\item Led one}{\item Led two}", ["Led one"]),
        (r"\newtoggle{cv}\iftoggle{cv}{\item Led one}{\item Led two}", ["Led two"]),
        (r"\setboolean{cv}{true}\ifthenelse{\NOT\boolean{cv}}{\item Led one}{\item Led two}", ["Led two"]),
        (r"\iflong \item Led one", ["Led one"]),
    ],
)
def test_what_makes_bullets(source: str, texts: list[str], words: ResumeWords) -> None:
    assert texts_of(document(EXPERIENCE + source + "\n", words)) == texts


@pytest.mark.parametrize(
    "source",
    [
        r"\resumeSubheading{Porter}{Jan 2019 -- Mar 2021}{Hotel Marisol}{Leeds, UK}",
        r"\resumeSubheading{Hotel Marisol}{Leeds, UK}{Porter}{Jan 2019 -- Mar 2021}",
        r"\cventry{Porter}{Hotel Marisol}{Leeds, UK}{Jan 2019 -- Mar 2021}{}",
        r"\cventry{Hotel Marisol}{Porter}{Jan 2019 -- Mar 2021}{Leeds, UK}{}",
        r"\cventry{01/2019--03/2021}{Porter}{Hotel Marisol}{Leeds}{}{}",
        r"\cvevent{Porter}{Hotel Marisol}{2019-01 -- 2021-03}{Leeds}",
        "\\runsubsection{Hotel Marisol}\n\\descript{| Porter}\n\\location{Jan 2019 – Mar 2021 | Leeds, UK}",
        "\\datedsubsection{\\textbf{Hotel Marisol}, Leeds}{Jan 2019 -- Mar 2021}\n\\role{Porter}{}",
        "\\textbf{Porter} \\hfill Jan 2019 -- Mar 2021\\\\\n\\textit{Hotel Marisol} \\hfill Leeds, UK",
        "\\begin{tabular*}{\\textwidth}{l@{\\extracolsep{\\fill}}r}\n\\textbf{Porter} & Jan. 2019 -- Mar. 2021 \\\\\n"
        "Hotel Marisol & Leeds, UK \\\\\n\\end{tabular*}",
        r"\begin{rSubsection}{Hotel Marisol}{Jan 2019 - Mar 2021}{Porter}{Leeds, UK}",
        r"\newcommand{\post}[3]{\textbf{#1}, #2 \hfill #3 \\} \post{Porter}{Hotel Marisol}{Jan 2019 -- Mar 2021}",
        r"\subsection{Porter, Hotel Marisol \hfill Jan 2019 -- Mar 2021}",
        r"\cventry{Porter at Hotel Marisol}{}{Leeds}{Jan 2019 -- Mar 2021}{}",
        r"\entry{Jan 2019}{Mar 2021}{Porter}{Hotel Marisol}",
        r"\entry{Mar 2021}{Porter}{Hotel Marisol}{Leeds, UK}{Jan 2019}",
        r"\entry*[Jan 2019 -- Mar 2021] \textbf{Porter}, Hotel Marisol",
        r"\entry{Porter (night shift)}{Hotel Marisol}{Jan 2019 -- Mar 2021}{github.com/marisol/porter}",
        r"\item{Jan 2019 -- Mar 2021}{Hotel Marisol, Leeds}{Porter}",
        r"\item[] \textbf{Hotel Marisol} \hfill Leeds, UK \item[] \textit{Porter} \hfill Jan 2019 -- Mar 2021",
        "\\ecvtitle{Jan 2019 -- Mar 2021}{Porter}\n\\ecvitem{}{Hotel Marisol, Leeds}",
        "\\datedsubsection{\\textbf{Hotel Marisol} Leeds, UK}{Jan 2019 -- Mar 2021}\n\\role{Porter}{Manager: Ada Roe}",
        r"\newcommand{\role}[4]{\textbf{#1}, #2 \hfill #3 -- #4} \role{Porter}{Hotel Marisol}{Jan 2019}{Mar 2021}",
        "\\newcommand{\\role}[2]{\\textit{#1} \\hfill #2}\n"
        r"\datedsubsection{Hotel Marisol}{Jan 2019 -- Mar 2021} \role{Porter}{}",
        "\\NewDocumentCommand{\\job}{s m o m m}{\\textbf{#2}, #4 \\hfill #5}\n"
        r"\job*{Porter}[all night]{Hotel Marisol}{Jan 2019 -- Mar 2021}",
        "\\newcommand{\\inn}{Hotel Marisol}\\newcommand{\\job}[3]{#1, #2 \\hfill #3}\n"
        r"\job{Porter}{\inn}{Jan 2019 -- Mar 2021}",
    ],
)
def test_what_names_an_entry(source: str, words: ResumeWords) -> None:
    found = document(f"\\section{{Experience}}\n{source}\n\\begin{{itemize}}\\item Led it\\end{{itemize}}", words)
    entry = next(entry for entry in entries_of(found) if entry.bullets)
    assert (entry.title, entry.employer, entry.start, entry.end) == ("Porter", "Hotel Marisol", "2019-01", "2021-03")


@pytest.mark.parametrize(
    ("source", "title", "employer"),
    [
        (r"\resumeSubheading{Umbra}{Leeds, UK}{Vibe Setter}{2019 -- 2021}", "Vibe Setter", "Umbra"),
        (r"\resumeSubheading{Vibe Setter}{2019 -- 2021}{Umbra}{Leeds, UK}", "Vibe Setter", "Umbra"),
        ("\\textbf{Umbra} \\hfill Tenbury\\\\ \\emph{Vibe Setter} \\hfill 2019 -- 2021\n\n", "Vibe Setter", "Umbra"),
        (r"\cventry{}{Umbra}{Leeds}{2019 -- 2021}{}", None, "Umbra"),
        (
            r"\newcommand{\post}[4]{#1 \hfill #2 \\ #3 \hfill #4}\post{Umbra}{Tenbury}{Vibe Setter}{2019 -- 2021}",
            "Vibe Setter",
            "Umbra",
        ),
        (
            "\\newcommand{\\one}[2]{#1 \\hfill #2}\\newcommand{\\two}[2]{#1 \\hfill #2}\n"
            r"\one{Umbra}{Leeds, UK}\two{Vibe Setter}{2019 -- 2021}",
            "Vibe Setter",
            "Umbra",
        ),
        (r"\entry{2019 -- 2021 \\ part-time}{Vibe Porter}{Umbra}", "Vibe Porter", "Umbra"),
        (r"\begin{rSubsection}{Engineer, Team Lead}{Umbra Ltd}{2019 -- 2021}", "Engineer, Team Lead", "Umbra Ltd"),
        (r"\entry{2019}{present}{Porter}{Umbra Ltd}", "Porter", "Umbra Ltd"),
        (r"\entry{Present}{Porter}{Umbra Ltd}{2019}", "Porter", "Umbra Ltd"),
    ],
)
def test_what_is_whose_name(source: str, title: str | None, employer: str, words: ResumeWords) -> None:
    found = document(f"\\section{{Experience}}\n{source}\n\\begin{{itemize}}\\item Led it\\end{{itemize}}", words)
    entry = next(entry for entry in entries_of(found) if entry.bullets)
    assert (entry.title, entry.employer, entry.start) == (title, employer, "2019")
    assert entry.current is ("resent" in source)


@pytest.mark.parametrize(
    "second",
    [
        r"\resumeSubSubheading{Waiter}{2015 -- 2016}",
        r"\cventry{Waiter}{}{}{2015 -- 2016}{}",
        r"\begin{rSubsection}{}{2015 -- 2016}{Waiter}{}",
    ],
)
def test_a_further_post_has_the_employer_above(second: str, words: ResumeWords) -> None:
    first = r"\cventry{Porter}{Hotel Marisol}{Leeds}{2017 -- 2018}{}"
    list_ = r"\begin{itemize}\item Led it\end{itemize}"
    found = document(f"\\section{{Experience}}\n{first}{list_}\n{second}{list_}", words)
    assert [(entry.title, entry.employer) for entry in entries_of(found)] == [
        ("Porter", "Hotel Marisol"), ("Waiter", "Hotel Marisol")
    ]  # fmt: skip


def test_macros_of_ones_own(words: ResumeWords) -> None:
    source = r"\post{Porter}{2019--2021}\dot{Led one thing}\dot{Carried two}"
    found = document(f"\\section{{Experience}}\n{source}", words.with_commands(["dot"], ["\\post"]))
    assert texts_of(found) == ["Led one thing", "Carried two"]
    assert entries_of(found)[0].title == "Porter"


def test_comments_are_kept_with_their_places(words: ResumeWords) -> None:
    text = "% one\n\\item Led it % two\n\\begin{comment}three\\end{comment}\n50\\% no\n%\n"
    found = document(text, words)
    assert [(comment.text, comment.span.of(text)) for comment in found.comments] == [
        ("one", "% one"), ("two", "% two"), ("three", "three"), ("", "%")
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.tex")), ids=lambda path: path.name)
def test_each_character_comes_from_where_it_says(path: Path, words: ResumeWords) -> None:
    found = from_file(path, words)
    for bullet in bullets_of(found):
        text = found.sources[bullet.file].text
        for offset, character in enumerate(bullet.text):
            written = bullet.source_map.source_span(Span(offset, offset + 1)).of(text)
            assert character in written or not written.isalnum(), (bullet.text, offset, written)


class TestFiles:
    ROOT = "\\documentclass{article}\\begin{document}\\section{Experience}\\input{cv/work}\\end{document}"
    PART = "\\textbf{Porter} \\hfill 2019--2021\n\\begin{itemize}\n\\item Carried bags\n\\end{itemize}"

    def made(self, folder: Path, **files: str) -> None:
        for name, text in files.items():
            path = folder / f"{name.replace('__', '/')}.tex"
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(text, encoding="utf-8")

    def test_a_root_holds_what_it_includes(self, tmp_path: Path, words: ResumeWords) -> None:
        self.made(tmp_path, main=self.ROOT, cv__work=self.PART)
        found = from_file(tmp_path / "main.tex", words)
        bullet = bullets_of(found)[0]
        assert found.sources[bullet.file].path == str(tmp_path / "cv" / "work.tex")
        assert bullet.source_map.source_span(Span(0, 7)).of(found.sources[bullet.file].text) == "Carried"

    @pytest.mark.parametrize("is_told", [True, False])
    def test_a_part_alone_has_the_context_of_its_root(self, tmp_path: Path, words: ResumeWords, is_told: bool) -> None:
        before = self.ROOT.replace("\\input", "\\textbf{Porter}, Hotel Marisol \\hfill 2019--2021 \\input")
        self.made(tmp_path, main=before, cv__work="\\begin{itemize}\\item Carried bags\\end{itemize}")
        found = from_file(tmp_path / "cv" / "work.tex", words, tmp_path / "main.tex" if is_told else None)
        assert found.source.path == str(tmp_path / "cv" / "work.tex")
        assert [(entry.title, entry.end) for entry in entries_of(found)] == [("Porter", "2021")]
        assert [(bullet.text, bullet.file) for bullet in bullets_of(found)] == [("Carried bags", 0)]

    def test_a_part_without_a_root_is_read_by_itself(self, tmp_path: Path, words: ResumeWords) -> None:
        self.made(tmp_path, work=self.PART)
        assert texts_of(from_file(tmp_path / "work.tex", words)) == ["Carried bags"]

    def test_files_that_include_one_another_are_refused(self, tmp_path: Path, words: ResumeWords) -> None:
        self.made(tmp_path, main=self.ROOT, cv__work="\n\\input{cv/more}", cv__more="\\input{cv/work.tex}")
        with pytest.raises(InputError) as error:
            from_file(tmp_path / "main.tex", words)
        assert str(error.value).startswith(str(tmp_path / "cv" / "more.tex") + ":1: “cv/work.tex” includes itself")

    @pytest.mark.parametrize("name", ["../outside", "/etc/hosts", "gone", "\\jobname", "cv/link", "cv"])
    def test_nothing_else_is_read(self, tmp_path: Path, words: ResumeWords, name: str) -> None:
        self.made(tmp_path, outside=self.PART)
        self.made(tmp_path / "in", main=self.ROOT.replace("cv/work", name), cv__work="x")
        if hasattr(os, "symlink"):
            (tmp_path / "in" / "cv" / "link.tex").symlink_to(tmp_path / "outside.tex")
        found = from_file(tmp_path / "in" / "main.tex", words)
        assert (texts_of(found), len(found.included)) == ([], 0)
        assert name in found.notes[0]

    def test_a_preamble_in_another_file_defines(self, tmp_path: Path, words: ResumeWords) -> None:
        root = self.ROOT.replace("\\begin{document}", "\\input{own}\\input{gone}\\begin{document}")
        own = "\\newcommand{\\did}[1]{\\item #1}\\newif\\iflong \\textbf{Not read} \\item Nor this"
        part = self.PART.replace("\\item Carried bags", "\\did{Carried bags}\\iflong\\did{Led it}\\fi")
        self.made(tmp_path, main=root, own=own, cv__work=part)
        found = from_file(tmp_path / "main.tex", words)
        assert texts_of(found) == ["Carried bags"]
        assert found.notes == ("text that \\iflong turns off was left out",)

    def test_a_subfile_ends_by_itself(self, tmp_path: Path, words: ResumeWords) -> None:
        part = f"\\documentclass[../main]{{subfiles}}\\begin{{document}}{self.PART}\\end{{document}}"
        root = self.ROOT.replace("\\input{cv/work}", f"\\subfile{{cv/work}}\n\n{self.PART}")
        self.made(tmp_path, main=root, cv__work=part)
        assert texts_of(from_file(tmp_path / "main.tex", words)) == ["Carried bags", "Carried bags"]
        assert texts_of(from_file(tmp_path / "cv" / "work.tex", words)) == ["Carried bags"]

    def test_a_file_is_read_once(self, tmp_path: Path, words: ResumeWords) -> None:
        twice = self.ROOT.replace("\\input{cv/work}", "\\input{cv/work}\\import{cv/}{work}")
        self.made(tmp_path, main=twice, cv__work=self.PART)
        assert texts_of(from_file(tmp_path / "main.tex", words)) == ["Carried bags"]

    def test_a_text_without_a_file_includes_nothing(self, words: ResumeWords) -> None:
        assert document(self.ROOT, words).notes == ()


def test_braces_without_end_are_refused(words: ResumeWords) -> None:
    with pytest.raises(InputError, match=r"resume.tex:1: braces are nested more than 60 deep"):
        document("{" * 61, words)


SIGNS = r"{ } [ ] \ % $ & ~ #1 é -- '' -2pt text 2019"
COMMANDS = (
    "item begin end input ' c newcommand def let en zh iffalse iflong else fi newif longtrue iftoggle entry textbf "
    "hfill BulletItem cvitem NewDocumentCommand"
)
STARTS = r"{itemize} {comment} {document} \section{Experience} \resumeItem{ \cventry{a}{b}{c}{d}{ \\[2pt]"
PIECES = st.sampled_from(
    [*SIGNS.split(), "\n", "\n\n", " ", "\ud800", *(f"\\{name}" for name in COMMANDS.split()), *STARTS.split()]
)


def test_no_text_is_too_much(words: ResumeWords) -> None:
    @settings(max_examples=600, deadline=None)
    @given(st.lists(PIECES, max_size=60).map("".join))
    def holds(text: str) -> None:
        source = replace(decode(b"x", "resume.tex"), text=text)
        message = ""
        try:
            read(source, words)
        except InputError as error:
            message = str(error)
        assert "\n" not in message

    holds()


@pytest.mark.parametrize(
    "piece",
    [
        "\\item x\n",
        "{",
        "}{",
        "\\begin{a}",
        "\\newcommand{\\a}[2]{",
        "[",
        "$",
        "\\textbf{",
        "%\n",
        "\\en{",
        "\\iffalse ",
    ],
)
def test_long_files_take_no_longer_for_each_piece(piece: str, words: ResumeWords) -> None:
    begin = time.process_time()
    with contextlib.suppress(InputError):
        document(piece * 20_000, words)
    assert time.process_time() - begin < 20
