"""Bullets of Markdown files are changed: only they change, and they are read again as wanted."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import strategies as st
from marked_up import NOUNS, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

NAME = "resume.md"
HEAD = "# Mara Pellworth\n\n## Experience\n\n### Support Agent, Acme Corp\n*Jan 2020 – May 2022*\n\n"
TAIL = (
    "\n\n<ul>\n<li>Kept <b>the books</b></li>\n</ul>\n\n```\n- Counted *all* of it\n```\n\n"
    "## Skills\n\n- Zendesk\n\n[ref]: https://r.example\n"
)
MARKS = [
    ("", ""), ("**", "**"), ("_", "_"), ("***", "***"), ("`", "`"), ("~~", "~~"), ("[", "](https://a.example/b_c)"),
    ("[", "][ref]"), ("<b>", "</b>"), ("*[", "](x)*"), ("", "&nbsp;&ndash;"), ("\\*", ""), ("", " <m@b.example>"),
    ("", "<!-- x -->"), ("[", "](x){:.y}"),
]  # fmt: skip


@st.composite
def bullets(draw: st.DrawFn) -> str:
    """A bullet with marks, escapes and line breaks."""
    words = ["Answered", *draw(st.lists(NOUNS, min_size=3, max_size=8))]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    opening, closing = draw(st.sampled_from(MARKS))
    words[first] = opening + words[first]
    words[last] += closing
    marker = draw(st.sampled_from(["- ", "* ", "+   ", "1. ", "- [x] "]))
    wrap = draw(st.sampled_from([" ", " ", "\n   ", "  \n   ", "\\\n   "]))
    at = draw(st.integers(1, len(words) - 1))
    return marker + " ".join(words[:at]) + wrap + " ".join(words[at:])


@st.composite
def files(draw: st.DrawFn) -> str:
    own = draw(st.lists(bullets(), min_size=1, max_size=4))
    text = HEAD + "\n".join(own) + TAIL
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def test_any_change(words: ResumeWords) -> None:
    check_any_change(files(), NAME, words)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        # nothing to escape
        ("Took calls", "Took 5 * 3 calls", "Took 5 * 3 calls"),
        ("Took calls", "Moved snake_case and R&D to C#", "Moved snake_case and R&D to C#"),
        ("Cut waits by half", "Cut waits by [X%]", "Cut waits by [X%]"),
        ("Took calls", "Took ~5 calls (of 10) a day!", "Took ~5 calls (of 10) a day!"),
        # what Markdown would take for markup
        ("Took calls", "Took 2*3*4 calls", "Took 2\\*3\\*4 calls"),
        ("Took calls", "Wrote __init__ files", "Wrote \\_\\_init\\_\\_ files"),
        ("Took calls", "Wrote <b> tags and &amp; signs", "Wrote \\<b> tags and \\&amp; signs"),
        ("Took calls", "Fixed [a](b) links", "Fixed [a]\\(b) links"),
        ("Took calls", "Ran `ls` daily", "Ran \\`ls\\` daily"),
        ("Took calls", "# of calls halved", "\\# of calls halved"),
        ("Took calls", "- took calls", "\\- took calls"),
        ("Took calls", "1. in the team", "1\\. in the team"),
        ("Took calls", "C:\\*.txt files read", "C:\\\\*.txt files read"),
        # marks stay round what stays, and go with their last word
        ("Took **40** calls a day", "Took 60 calls a day", "Took **60** calls a day"),
        ("Wrote [the guide](https://a.example) alone", "Wrote the new guide alone",
         "Wrote [the new guide](https://a.example) alone"),
        ("Took **many** calls", "Took calls", "Took calls"),
        ("Took calls \\*fast\\* &amp; well", "Took mails *fast* & well", "Took mails \\*fast\\* &amp; well"),
        ("Took calls and\n  chats daily", "Answered calls and\n  chats daily", "Answered calls and\n  chats daily"),
        ("Took *all* calls", "Took *all* calls 2*3", "Took \\**all*\\* calls 2\\*3"),
    ],
)  # fmt: skip
def test_plain_examples(words: ResumeWords, old: str, new: str, written: str) -> None:
    document = read(decode(f"{HEAD}- {old}\n".encode(), NAME), words)
    after = apply(document.source, verified(document, {0: new}, partial(read, words=words)))
    assert after.text == f"{HEAD}- {written}\n"


@pytest.mark.parametrize(
    ("number", "new", "written"),
    [
        (1, "Kept the R&D and __all__ books", "<li>Kept <b>the R&amp;D and __all__ books</b></li>"),
        (2, "Counted *all* of <it>", "- Counted *all* of <it>"),
    ],
)
def test_bullets_that_are_not_written_in_markdown(words: ResumeWords, number: int, new: str, written: str) -> None:
    document = read(decode(f"{HEAD}- Took calls{TAIL}".encode(), NAME), words)
    after = apply(document.source, verified(document, {number: new}, partial(read, words=words)))
    assert written in after.text


def test_a_bar_in_a_cell(words: ResumeWords) -> None:
    table = "| Acme Corp | Agent | 2019 - 2021 | Took calls from all shops. |"
    document = read(decode(f"## Experience\n\n| a | b | c | d |\n|--|--|--|--|\n{table}\n".encode(), NAME), words)
    after = apply(
        document.source, verified(document, {0: "Took calls a|b from all shops."}, partial(read, words=words))
    )
    assert "| Took calls a\\|b from all shops. |" in after.text
