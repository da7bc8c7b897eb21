"""reStructuredText: what is in a file beside what must be found in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_gold import read_file
from inline_resumes import texts_of
from light_markup import Post, check_any_text, check_map, fixtures, posts_of, read_as

from bulletcoach.model.document import SectionKind
from bulletcoach.readers import ResumeWords

BULLETS = [
    (
        "markers",
        "* Took calls\n\n- Led teams\n\n+ Sold tills\n\n• Ran shifts",
        ["Took calls", "Led teams", "Sold tills", "Ran shifts"],
    ),
    (
        "numbers",
        "1. Took calls\n2. Led teams\n\n#. Sold tills\n\n(a) Ran shifts\n(b) Kept books",
        ["Took calls", "Led teams", "Sold tills", "Ran shifts", "Kept books"],
    ),
    ("wrapped", "- Took calls\n  and led teams", ["Took calls and led teams"]),
    (
        "a line that begins with a number",
        "- Took calls in year\n  1. and led teams",
        ["Took calls in year 1. and led teams"],
    ),
    ("nested", "- Took calls\n\n  * Led teams\n\n- Sold tills", ["Took calls", "Led teams", "Sold tills"]),
    (
        "nested without blank lines",
        "- Took calls\n  - Led teams\n- Sold tills",
        ["Took calls", "Led teams", "Sold tills"],
    ),
    ("right below text", "Support Agent, Acme Corp\n- Took calls", ["Took calls"]),
    ("in a quotation", "    - Took calls\n    - Led teams", ["Took calls", "Led teams"]),
    ("marker alone", "-\n  Took calls", ["Took calls"]),
    ("emphasis", "- *Took* **many** ``calls`` `daily`", ["Took many calls daily"]),
    ("no emphasis", "- Ran 2*3*4 and a ** b * c", ["Ran 2*3*4 and a ** b * c"]),
    ("escapes", r"- Took \*many\* c\ alls", ["Took *many* calls"]),
    (
        "links",
        "- See `the guide <https://a.example>`_ or `the other`__ or guide_ now",
        ["See the guide or the other or guide now"],
    ),
    ("roles", "- Took :strong:`many` :sup:`2` `calls`:emphasis:", ["Took many 2 calls"]),
    ("substitutions", ".. |crm| replace:: Zendesk\n\n- Moved to |crm| now", ["Moved to Zendesk now"]),
    ("footnotes", "- Took calls [1]_ daily [#]_\n\n.. [1] - no", ["Took calls daily"]),
    ("comments", ".. - no\n   - no\n\n- Took calls\n\n..\n\n- Led teams", ["Took calls", "Led teams"]),
    (
        "directives that are not read",
        ".. raw:: html\n\n   - no\n\n.. include:: x.rst\n\n.. code::\n\n   - no\n\n- Took calls",
        ["Took calls"],
    ),
    (
        "directives that are read",
        ".. container:: x\n   :name: y\n\n   - Took calls\n\n.. class:: z\n\n- Led teams",
        ["Took calls", "Led teams"],
    ),
    ("targets", ".. _work: https://a.example\n\n- Took calls\n\n__ https://b.example", ["Took calls"]),
    ("literal block", "Duties::\n\n  - Took calls\n  - Led teams", ["Took calls", "Led teams"]),
    ("line block with typed glyphs", "| • Took calls\n| • Led teams", ["Took calls", "Led teams"]),
    (
        "grid table",
        "+---+--------------+\n| a | - Took calls |\n|   |   daily      |\n"
        "+---+--------------+\n| b | - Led teams  |\n+---+--------------+",
        ["Took calls daily", "Led teams"],
    ),
    (
        "spans in a grid table",
        "+----+----+\n| - Took  |\n|   calls |\n+====+====+\n| x  | y  |\n+----+----+",
        ["Took calls"],
    ),
    (
        "simple table",
        "====  ============\n2019  - Took calls\n      - Led teams\n====  ============",
        ["Took calls", "Led teams"],
    ),
    (
        "list table",
        ".. list-table::\n\n   * - 2019\n     - - Took calls\n       - Led teams",
        ["Took calls", "Led teams"],
    ),
    ("transition", "- Took calls\n\n----\n\n- Led teams", ["Took calls", "Led teams"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("source", "texts"), [row[1:] for row in BULLETS], ids=[row[0] for row in BULLETS])
def test_bullets(source: str, texts: list[str], words: ResumeWords) -> None:
    document = read_as(f"Experience\n==========\n\n{source}\n\nEducation\n=========\n", "rst", words)
    assert texts_of(document) == texts
    check_map(document)


ENTRIES: list[tuple[str, str, Post]] = [
    (
        "sub-title",
        "Support Agent, Acme Corp\n------------------------\n2019 - 2020",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    ("line", "**Support Agent**, Acme Corp, *2019 - 2020*", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("lines", "**Support Agent**\nAcme Corp\n2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("line block", "| **Support Agent**\n| Acme Corp\n| 2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("definition", "Support Agent, Acme Corp\n    2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    (
        "fields",
        ":Role: Support Agent\n:Company: Acme Corp\n:Duration: 2019 - 2020",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    (
        "simple table",
        "=============  =========  ====\nSupport Agent  Acme Corp  2019\n=============  =========  ====",
        ("Support Agent", "Acme Corp", "2019", "2019"),
    ),
]


@pytest.mark.parametrize(("source", "post"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_entries(source: str, post: Post, words: ResumeWords) -> None:
    text = f"Experience\n==========\n\n{source}\n\n- Took calls\n\nEducation\n=========\n"
    assert posts_of(read_as(text, "rst", words)) == [post]


@pytest.mark.parametrize(
    "heading",
    [
        "Work Experience\n===============",
        "###############\nWork Experience\n###############",
        "=================\n Work Experience\n=================",
        "Work Experience\n:::::::::::::::",
        "Work Experience\n-----------------",
        ".. rubric:: Work Experience",
    ],
)
def test_titles(heading: str, words: ResumeWords) -> None:
    document = read_as(f"{heading}\n\n- Took calls\n", "rst", words)
    assert [(section.kind, section.title) for section in document.sections] == [
        (SectionKind.EXPERIENCE, "Work Experience")
    ]


def test_comments_are_told_with_their_places(words: ResumeWords) -> None:
    source = ".. one\n\nWork\n====\n\n- Took calls\n\n  .. two\n     three\n\n.. note:: x\n"
    document = read_as(source, "rst", words)
    assert [(comment.text, comment.span.of(source)) for comment in document.comments] == [
        ("one", ".. one"),
        ("two\nthree", ".. two\n     three"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "- " * 9000,
        "=" * 9000,
        "=\n" * 9000,
        "`" * 9001,
        "*a " * 9000,
        "+-+\n" * 4000,
        "| " * 9000,
        ".. a::\n " * 4000,
        "== ==\n" * 3000,
    ],
)
def test_hostile_text_is_read(source: str, words: ResumeWords) -> None:
    check_map(read_as(source, "rst", words))


@pytest.mark.parametrize("path", fixtures("rst"), ids=lambda path: path.name)
def test_source_maps_of_the_fixtures(path: Path, words: ResumeWords) -> None:
    check_map(read_file(path, words))


TOKENS = [
    "* ",
    "- ",
    "1. ",
    "#. ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "====\n",
    "----\n",
    ".. ",
    ".. x:: ",
    ".. |a| replace:: b\n",
    "::",
    "`",
    "``",
    "*",
    "**",
    "|",
    "_",
    "`_",
    "<",
    ">",
    "\\",
    "+--+--+\n",
    "| a | b |\n",
    "=== ===\n",
    ".. list-table::\n\n",
    "* - ",
    ":a: ",
    "\r",
    "\t",
    "\ud800",
    "[1]_",
    "| ",
    "•",
    ".. _a: b",
    "Took calls",
    "Experience",
]


def test_any_text(words: ResumeWords) -> None:
    check_any_text("rst", TOKENS, words)
