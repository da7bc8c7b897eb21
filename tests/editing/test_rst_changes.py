"""Bullets of reStructuredText files changed."""

from __future__ import annotations

from functools import partial

import pytest
from changed_anyhow import Style, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

MOST_REFUSED = 0.03
STYLE = Style(
    (("*", "*"), ("**", "**"), ("``", "``"), ("`", " <https://a.example/b>`_"), (":strong:`", "`")),
    ("* ", "- ", "1. ", "#. "),
    ("\n     ", "  "),
    ("--", r"\*", "a_b", "C++", r"x\ y", "word_"),
    "Experience\n==========\n\n**Support Agent**, Acme Corp, Jan 2020 - May 2022\n\n",
    "\n\nEducation\n=========\n\nBSc, 2014\n",
)


@pytest.mark.slow
def test_any_change(words: ResumeWords) -> None:
    tally = check_any_change(STYLE, "resume.rst", words)
    assert tally.share <= MOST_REFUSED, tally.refused


CHANGES = [
    ("- Took 60 calls", "Answered 60 calls", "- Answered 60 calls"),
    ("- Took **60 calls** a day", "Took 90 calls a day", "- Took **90 calls** a day"),
    (
        "- Saved cost",
        "Saved *much* with a_b, word_ and `x` at 5%",
        r"- Saved \*much\* with a_b, word\_ and \`x\` at 5%",
    ),
    ("- Saved cost", r"Saved C:\x | y", r"- Saved C:\\x | y"),
    ("- Saved cost", "- saved cost", r"- \- saved cost"),
    ("- Took\n  calls", "Answered calls", "- Answered\n  calls"),
    ("- See `this <https://a.example>`_ now", "See these now", "- See `these <https://a.example>`_ now"),
]


@pytest.mark.parametrize(("old", "text", "new"), CHANGES)
def test_a_change_is_written_as_rst(old: str, text: str, new: str, words: ResumeWords) -> None:
    document = read(decode(f"Experience\n==========\n\n{old}\n".encode(), "resume.rst"), words)
    edits = verified(document, {0: text}, partial(read, words=words))
    assert apply(document.source, edits).text == f"Experience\n==========\n\n{new}\n"


def test_a_bullet_in_a_grid_table_is_changed_in_place(words: ResumeWords) -> None:
    source = (
        "Work\n====\n\n+----+--------------+\n| 19 | - Took calls |\n|    | - Led teams  |\n+----+--------------+\n"
    )
    document = read(decode(source.encode(), "resume.rst"), words)
    edits = verified(document, {0: "Sold calls"}, partial(read, words=words))
    assert apply(document.source, edits).text == source.replace("Took", "Sold")
