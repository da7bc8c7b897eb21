"""Bullets of LaTeX files, changed: escaped, read again as wanted, and nothing else touched."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, texts_of

from bulletcoach.editing import apply, verified
from bulletcoach.errors import EditError
from bulletcoach.readers import ResumeWords, decode, read

HEAD = "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n\\textbf{Porter} \\hfill 2019--2021\n\n"
TAIL = "\n\\section{Skills}\n\\begin{itemize}\n\\item Lifting\n\\end{itemize}\n\\end{document}\n"


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        (r"\item Answered calls", "Answered 60% more calls & mails", r"\item Answered 60\% more calls \& mails"),
        (r"\item Answered calls", "Took \x07 calls", None),
        (r"\item Answered \textbf{all} calls", "Answered all mails", r"\item Answered \textbf{all} mails"),
        (r"\item Answered \textbf{all} calls", "Answered calls", r"\item Answered calls"),
        (
            r"\item Wrote \href{http://a.example}{the guide}",
            "Wrote the guide, [saving X%]",
            r"\item Wrote \href{http://a.example}{the guide}, [saving X\%]",
        ),
        (r"\item Answered calls", '[Your part] in "C#_x" for $5', "\\item {[}Your part] in ``C\\#\\_x'' for \\$5"),
        (
            r"\resumeItem{Cut waits by 5\%}",
            "Cut waits by 5% – and {costs}",
            r"\resumeItem{Cut waits by 5\% -- and \{costs\}}",
        ),
        (
            "\\item Took calls\n  from guests % all of them\n  daily",
            "Took mails from guests daily",
            "\\item Took mails\n  from guests % all of them\n  daily",
        ),
        (r"\item Ran $\sim$40 tours", "Ran ~40 boat tours", r"\item Ran $\sim$40 boat tours"),
        (r"\item R\'esum\'e desk", "Résumé desk run alone", r"\item R\'esum\'e desk run alone"),
        (r"\item Answered calls", "Ran a~b^c\\d", r"\item Ran a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
    ],
)
def test_a_change(old: str, new: str, written: str | None, words: ResumeWords) -> None:
    document = read(decode(f"{HEAD}{old}\n{TAIL}".encode(), "resume.tex"), words)
    read_again = partial(read, words=words)
    if written is None:
        with pytest.raises(EditError):
            verified(document, {0: new}, read_again)
        return
    after = apply(document.source, verified(document, {0: new}, read_again))
    assert after.text == f"{HEAD}{written}\n{TAIL}"


WORDS = (
    "calls",
    "guests",
    r"\textbf{all}",
    r"\href{http://a.example/%20}{mails}",
    r"40\%",
    r"caf\'e",
    "6--8",
    r"{\em daily}",
    r"R\&D",
    "$400+$",
    "12~h",
    "``desk''",
    r"C\#",
)
NEW = (
    "calls",
    "60%",
    "R&D",
    "C#",
    "$5k",
    "a_b",
    "{x}",
    '"quick"',
    "it's",
    "~40",
    "6–8",
    "—",
    "[X%]",
    "x^2",
    "\\n",
    "<b>",
    "either|or",
)
LAYOUTS = (
    "\\item {}",
    "\\item{{{}}}",
    "\\resumeItem{{{}}}",
    "\\item \\small{{{}}}",
    "  \\item\n    {}",
    "\\cvlistitem{{{}}}",
)


@st.composite
def files(draw: st.DrawFn) -> str:
    bullets = []
    for _ in range(draw(st.integers(1, 4))):
        words = ["Answered", *draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8))]
        blanks = draw(
            st.lists(st.sampled_from([" ", " ", "\n  ", " % why\n  "]), min_size=len(words), max_size=len(words))
        )
        text = "".join(word + blank for word, blank in zip(words, blanks[1:], strict=False)) + words[-1]
        bullets.append(draw(st.sampled_from(LAYOUTS)).format(text))
    return f"{HEAD}\\begin{{itemize}}\n" + "\n".join(bullets) + f"\n\\end{{itemize}}{TAIL}"


@pytest.mark.slow
def test_any_change(words: ResumeWords) -> None:
    counts = {"asked": 0, "refused": 0}

    @settings(max_examples=200, deadline=None)
    @given(files(), st.lists(st.sampled_from(NEW), min_size=1, max_size=5), st.integers(0, 3), st.booleans())
    def holds(text: str, new: list[str], place: int, at_the_end: bool) -> None:
        document = read(decode(text.encode(), "resume.tex"), words)
        texts = texts_of(document)
        number = place % len(texts)
        old = texts[number].split()
        wanted = " ".join([*old, *new] if at_the_end else [old[0], *new, *old[2:]])
        counts["asked"] += 1
        try:
            edits = verified(document, {number: wanted}, partial(read, words=words))
        except EditError:
            counts["refused"] += 1
            return
        after = apply(document.source, edits)
        span = bullets_of(document)[number].span
        assert all(span.start <= edit.span.start <= edit.span.end <= span.end for edit in edits)
        again = texts_of(read(decode(after.data, "resume.tex"), words))
        assert again == [wanted if each == number else old for each, old in enumerate(texts)]

    holds()
    assert counts["refused"] <= counts["asked"] * 0.02, counts
