"""Bullets of Typst files changed."""

from __future__ import annotations

from functools import partial

import pytest
from changed_anyhow import Style, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

MOST_REFUSED = 0.03
HEAD = "= Experience\n\n*Support Agent*, Acme Corp #h(1fr) Jan 2020 -- May 2022\n"
TAIL = "\n\n= Education\n\nBSc, 2014\n"
WRAPS = (
    ("*", "*"),
    ("_", "_"),
    ("#strong[", "]"),
    ('#link("https://a.example/b")[', "]"),
    ("#text(fill: red)[_", "_]"),
    ("`", "`"),
)
LITERALS = (r"\$4K", "--", r"C\#", "$5%$", "#sym.arrow.r", r"\u{2192}", "it~is")
MARKUP = Style(WRAPS, ("- ", "+ ", "-   ", "  - "), ("\n    ", "  ", " // aside\n    "), LITERALS, HEAD, TAIL)


@pytest.mark.slow
def test_any_change_in_markup(words: ResumeWords) -> None:
    tally = check_any_change(MARKUP, "resume.typ", words)
    assert tally.share <= MOST_REFUSED, tally.refused


CHANGES = [
    ("- Took 60 calls", "Answered 60 calls", "- Answered 60 calls"),
    ("- Took *60 calls* a day", "Took *90 calls* a day", r"- Took *\*90 calls*\* a day"),
    ("- Saved cost", "Saved $4K in C# at 5% for a_b @ home", r"- Saved \$4K in C\# at 5% for a_b @ home"),
    ("- Saved cost", "Saved #1 [beta] <x> ~3", r"- Saved \#1 \[beta\] \<x> \~3"),
    ("- Saved cost", "- saved -- cost...", r"- \- saved -\- cost\..."),
    (
        "- Took calls",
        "Wrote the guide at https://a.example/b_c~d for 40 new agents",
        "- Wrote the guide at https://a.example/b_c~d for 40 new agents",
    ),
    ('- Took #link("u")[many calls]', "Took few calls", '- Took #link("u")[few calls]'),
    ("- Took calls // often\n- Led", "Answered calls", "- Answered calls // often\n- Led"),
]


@pytest.mark.parametrize(("old", "text", "new"), CHANGES)
def test_a_change_is_written_as_typst(old: str, text: str, new: str, words: ResumeWords) -> None:
    document = read(decode(f"= Experience\n{old}\n".encode(), "resume.typ"), words)
    edits = verified(document, {0: text}, partial(read, words=words))
    assert apply(document.source, edits).text == f"= Experience\n{new}\n"


def test_a_bullet_in_a_string_is_written_as_one(words: ResumeWords) -> None:
    source = '= Experience\n#exp(role: "Agent", company: "Acme", ("Took calls", "Sold *two* tills"))\n'
    document = read(decode(source.encode(), "resume.typ"), words)
    edits = verified(document, {0: 'Said "hi" for $5 \\ #1', 1: "Sold *one* till"}, partial(read, words=words))
    assert apply(document.source, edits).text == source.replace("Took calls", r"Said \"hi\" for $5 \\ #1").replace(
        "two* tills", "one* till"
    )
