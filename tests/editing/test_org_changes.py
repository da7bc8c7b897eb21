"""Bullets of Org files changed."""

from __future__ import annotations

from functools import partial

import pytest
from changed_anyhow import Style, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

MOST_REFUSED = 0.03
STYLE = Style(
    (("*", "*"), ("/", "/"), ("=", "="), ("[[https://a.example/b][", "]]"), ("_", "_")),
    ("- ", "+ ", "1. ", "  * ", "- [X] "),
    ("\n    ", "  "),
    ("--", r"\ndash{}", r"\%", "a_b", "C++", "<2020-01-02>"),
    "* Experience\n** Support Agent, Acme Corp\nJan 2020 -- May 2022\n",
    "\n\n* Education\nBSc, 2014\n",
)


@pytest.mark.slow
def test_any_change(words: ResumeWords) -> None:
    tally = check_any_change(STYLE, "resume.org", words)
    assert tally.share <= MOST_REFUSED, tally.refused


CHANGES = [
    ("- Took 60 calls", "Answered 60 calls", "- Answered 60 calls"),
    ("- Took *60 calls* a day", "Took 90 calls a day", "- Took *90 calls* a day"),
    ("- Saved cost", "Saved *much* with a_b and C++ at 5%", "- Saved \u200b*much* with a_b and C++ at 5%"),
    ("- Saved cost", "Saved cost :: twice", "- Saved cost :\u200b: twice"),
    ("- Saved cost", "Saved -- cost...", "- Saved -\u200b- cost.\u200b.\u200b."),
    ("- Took\n  calls", "Answered calls", "- Answered\n  calls"),
    ("- Billing :: Took calls", "Billing: Answered calls", "- Billing :: Answered calls"),
]


@pytest.mark.parametrize(("old", "text", "new"), CHANGES)
def test_a_change_is_written_as_org(old: str, text: str, new: str, words: ResumeWords) -> None:
    document = read(decode(f"* Experience\n{old}\n".encode(), "resume.org"), words)
    edits = verified(document, {0: text}, partial(read, words=words))
    assert apply(document.source, edits).text == f"* Experience\n{new}\n"


def test_a_bullet_in_a_block_of_typst_is_written_as_typst(words: ResumeWords) -> None:
    source = "* Notes\n- Keep\n#+begin_src typst\n= Experience\n- Took calls\n- Sold tills\n#+end_src\n"
    document = read(decode(source.encode(), "resume.org"), words)
    edits = verified(document, {0: "Saved $5 on *calls*"}, partial(read, words=words))
    assert apply(document.source, edits).text == source.replace("Took calls", r"Saved \$5 on \*calls\*")
