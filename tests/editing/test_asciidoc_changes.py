"""Bullets of AsciiDoc files changed."""

from __future__ import annotations

from functools import partial

import pytest
from changed_anyhow import Style, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

MOST_REFUSED = 0.03
STYLE = Style(
    (
        ("*", "*"),
        ("_", "_"),
        ("`", "`"),
        ("link:a.html[", "]"),
        ("https://a.example/b[", "]"),
        ("#", "#"),
        ("**", "**"),
    ),
    ("* ", "- ", ". ", "** ", "* [x] "),
    ("\n", "\n  ", "  "),
    ("--", "{plus}", "a_b", "{cpp}", r"\*x*", "..."),
    "= Mara Pellworth\n\n== Experience\n\n=== Support Agent, Acme Corp\nJan 2020 - May 2022\n\n",
    "\n\n== Education\n\nBSc, 2014\n",
)


@pytest.mark.slow
def test_any_change(words: ResumeWords) -> None:
    tally = check_any_change(STYLE, "resume.adoc", words)
    assert tally.share <= MOST_REFUSED, tally.refused


CHANGES = [
    ("* Took 60 calls", "Answered 60 calls", "* Answered 60 calls"),
    ("* Took *60 calls* a day", "Took 90 calls a day", "* Took *90 calls* a day"),
    ("* Saved cost", "Saved *much* with a_b and _x_ at 5%", r"* Saved \*much* with a_b and \_x_ at 5%"),
    ("* Saved cost", "Saved {plus} and C++ -- so...", r"* Saved \{plus} and C++ \-- so\..."),
    ("* Saved cost", "* saved cost", "* {asterisk} saved cost"),
    ("* Took\ncalls", "Answered calls", "* Answered\ncalls"),
    ("* See https://a.example[this] now", "See these now", "* See https://a.example[these] now"),
]


@pytest.mark.parametrize(("old", "text", "new"), CHANGES)
def test_a_change_is_written_as_asciidoc(old: str, text: str, new: str, words: ResumeWords) -> None:
    document = read(decode(f"== Experience\n\n{old}\n".encode(), "resume.adoc"), words)
    edits = verified(document, {0: text}, partial(read, words=words))
    assert apply(document.source, edits).text == f"== Experience\n\n{new}\n"
