"""AsciiDoc: what is in a file beside what must be found in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_gold import read_file
from inline_resumes import bullets_of, texts_of
from light_markup import Post, check_any_text, check_map, fixtures, posts_of, read_as

from bulletcoach.model.document import SectionKind
from bulletcoach.readers import ResumeWords

BULLETS = [
    (
        "markers",
        "* Took calls\n\n- Led teams\n\n. Sold tills\n\n1. Ran shifts",
        ["Took calls", "Led teams", "Sold tills", "Ran shifts"],
    ),
    ("wrapped, with and without indentation", "* Took calls\nand led\n  teams", ["Took calls and led teams"]),
    ("checklist", "* [x] Took calls\n* [ ] Led teams\n* [*] Sold tills", ["Took calls", "Led teams", "Sold tills"]),
    ("list continuation", "* Took calls\n+\nMore on it.\n* Led teams", ["Took calls", "Led teams"]),
    ("marks", "* *Took* _many_ `calls` #and# [.x]#led# **t**eams", ["Took many calls and led teams"]),
    ("no marks", "* Ran snake_case_x and 2*3*4 C# and F#", ["Ran snake_case_x and 2*3*4 C# and F#"]),
    ("escapes", r"* Took \*many* \_calls_ \{x}", ["Took *many* _calls_ {x}"]),
    (
        "links",
        "* See link:a.html[the guide], https://a.example[the *other*,window=_blank] and <<x,this>> now",
        ["See the guide, the other and this now"],
    ),
    (
        "bare address",
        "* Wrote https://a.example/b_c_d for many new agents.",
        ["Wrote https://a.example/b_c_d for many new agents."],
    ),
    ("macros", "* image:a.png[x] Took calls footnote:[no] icon:phone[] kbd:[F1]", ["Took calls F1"]),
    ("passthrough", "* Took +++<u>+++many+++</u>+++ +*calls*+ pass:[_daily_]", ["Took many *calls* _daily_"]),
    (
        "address in an attribute",
        ":shop: https://a.example\n\n* Ran {shop}/x[the *shop*] and {shop}[] and {plus}[5]",
        ["Ran the shop and https://a.example and +[5]"],
    ),
    (
        "attributes",
        ":crm: Zendesk\n:!old:\n* Moved to {crm}{nbsp}{plus} {cpp} {unknown}",
        ["Moved to Zendesk + C++ {unknown}"],
    ),
    ("an attribute that is made of others", ":a: Zen\n:b: {a}desk\n* Moved to {b}", ["Moved to Zendesk"]),
    ("replacements", "* Cut a -- b, c--d -> e... (C) &amp; it`'s", ["Cut a — b, c—d → e… © & it's"]),
    ("scripts", "* Built x^2^ and H~2~O lines", ["Built x2 and H2O lines"]),
    ("hard break", "* Took calls +\nand led teams", ["Took calls and led teams"]),
    ("comments", "// * no\n* Took calls\n// no\ndaily\n\n////\n* no\n////", ["Took calls daily"]),
    (
        "blocks that are not read",
        "----\n* no\n----\n\n```sh\n* no\n```\n\n++++\n* no\n++++\n\n* Took calls",
        ["Took calls"],
    ),
    (
        "blocks that are read",
        "****\n* Took calls\n****\n====\n* Led teams\n====\n--\n* Sold tills\n--\n[NOTE]\n====\n* Ran shifts\n====",
        ["Took calls", "Led teams", "Sold tills", "Ran shifts"],
    ),
    ("literal block", "....\n- Took calls\n- Led teams\n....", ["Took calls", "Led teams"]),
    ("block attributes and anchors", "[square]\n[[list]]\n[#id.role]\n* Took calls", ["Took calls"]),
    ("conditions", "ifdef::pdf[]\n* Took calls\nendif::[]\nifdef::x[* Led teams]", ["Took calls", "Led teams"]),
    ("include", "include::work.adoc[]\n* Took calls", ["Took calls"]),
    (
        "table",
        "|===\n|2019 a|* Took calls\n* Led teams\n|2020\n2+a|\n* Sold tills\n|===",
        ["Took calls", "Led teams", "Sold tills"],
    ),
    ("labelled list above bullets", "2019 - 2020::\n* Took calls\n* Led teams", ["Took calls", "Led teams"]),
    ("product names", "== Products\n* Zendesk Suite\n* Acme Till", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("source", "texts"), [row[1:] for row in BULLETS], ids=[row[0] for row in BULLETS])
def test_bullets(source: str, texts: list[str], words: ResumeWords) -> None:
    document = read_as(f"= Mara Pellworth\n\n== Experience\n\n{source}\n\n== Education\n", "asciidoc", words)
    assert texts_of(document) == texts
    check_map(document)


def test_depth_is_told_by_markers_not_by_indentation(words: ResumeWords) -> None:
    source = "== Work\n\n* One call\n** Two calls\n- Three calls\n   * Four calls\n** Five calls\n"
    assert [(each.text, each.depth) for each in bullets_of(read_as(source, "asciidoc", words))] == [
        ("One call", 0),
        ("Two calls", 1),
        ("Three calls", 2),
        ("Four calls", 0),
        ("Five calls", 1),
    ]


ENTRIES: list[tuple[str, str, Post]] = [
    ("sub-title", "=== Support Agent, Acme Corp\n_2019 - 2020_", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("block title", ".Support Agent, Acme Corp\n_2019 - 2020_", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("line", "*Support Agent*, Acme Corp, 2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("hard breaks", "*Support Agent* +\nAcme Corp +\n2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("lines", "*Support Agent*\nAcme Corp\n2019 - 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("dates as a term", "2019 - 2020:: *Support Agent*, Acme Corp", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("names as a term", "Support Agent, Acme Corp (2019 - 2020)::", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("table row", "|===\n|Support Agent |Acme Corp |2019 - 2020\n|===", ("Support Agent", "Acme Corp", "2019", "2020")),
]


@pytest.mark.parametrize(("source", "post"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_entries(source: str, post: Post, words: ResumeWords) -> None:
    text = f"= Mara Pellworth\n\n== Experience\n\n{source}\n\n* Took calls\n\n== Education\n"
    assert posts_of(read_as(text, "asciidoc", words)) == [post]


@pytest.mark.parametrize(
    "heading",
    [
        "== Work Experience",
        "= Work Experience",
        "## Work Experience",
        "== Work Experience ==",
        "Work Experience\n---------------",
        "Work Experience\n~~~~~~~~~~~~~~~",
        "[[work]]\n== Work Experience",
    ],
)
def test_titles(heading: str, words: ResumeWords) -> None:
    document = read_as(f"{heading}\n\n* Took calls\n", "asciidoc", words)
    assert [(section.kind, section.title) for section in document.sections] == [
        (SectionKind.EXPERIENCE, "Work Experience")
    ]


def test_comments_are_told_with_their_places(words: ResumeWords) -> None:
    source = "// one\n== Work\n\n* Took\n// two\ncalls\n\n////\nthree\n* four\n////\n"
    document = read_as(source, "asciidoc", words)
    assert [(comment.text, comment.span.of(source)) for comment in document.comments] == [
        ("one", "// one"),
        ("two", "// two"),
        ("three\n* four", "////\nthree\n* four\n////"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "* " * 9000,
        "*" * 9000,
        "|===\n" * 3000,
        "|" * 9000,
        "----\n" * 3001,
        "*a " * 9000,
        "{a}" * 9000,
        "+" * 9001,
        "a::\n" * 4000,
        "ifdef::x[" * 3000,
    ],
)
def test_hostile_text_is_read(source: str, words: ResumeWords) -> None:
    check_map(read_as(source, "asciidoc", words))


@pytest.mark.parametrize("path", fixtures("asciidoc"), ids=lambda path: path.name)
def test_source_maps_of_the_fixtures(path: Path, words: ResumeWords) -> None:
    check_map(read_file(path, words))


TOKENS = [
    "= ",
    "== ",
    "* ",
    "** ",
    "- ",
    ". ",
    ".T",
    "\n",
    "\n\n",
    "----\n",
    "****\n",
    "====\n",
    "////\n",
    "....\n",
    "--\n",
    "|===\n",
    "|",
    "a|",
    "2+|",
    "::",
    ";;",
    "+\n",
    " +\n",
    "//",
    ":x: y\n",
    "{x}",
    "[x]\n",
    "[[a]]",
    "ifdef::x[]\n",
    "include::x[]\n",
    "*",
    "_",
    "`",
    "#",
    "**",
    "+",
    "+++",
    "^",
    "~",
    "link:",
    "[",
    "]",
    "https://",
    "<<",
    ">>",
    "\\",
    "->",
    "\r",
    "\t",
    "\ud800",
    "```\n",
    "pass:[",
    "Took calls",
    "Experience",
]


def test_any_text(words: ResumeWords) -> None:
    check_any_text("asciidoc", TOKENS, words)
