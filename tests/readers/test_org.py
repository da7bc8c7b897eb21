"""Org: what is in a file beside what must be found in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_gold import read_file
from inline_resumes import bullets_of, texts_of
from light_markup import Post, check_any_text, check_map, fixtures, posts_of, read_as

from bulletcoach.readers import ResumeWords

BULLETS = [
    (
        "markers",
        "- Took calls\n+ Led teams\n1. Sold tills\n2) Ran shifts",
        ["Took calls", "Led teams", "Sold tills", "Ran shifts"],
    ),
    ("indented star", "  * Took calls", ["Took calls"]),
    ("wrapped", "- Took calls\n  and led teams", ["Took calls and led teams"]),
    ("nested", "- Took calls\n  - Led teams", ["Took calls", "Led teams"]),
    ("checkbox", "- [X] Took calls\n- [ ] Led teams\n- [-] Sold tills", ["Took calls", "Led teams", "Sold tills"]),
    ("counter", "1. [@5] Took calls", ["Took calls"]),
    ("term", "- Billing :: Took calls", ["Billing: Took calls"]),
    ("emphasis", "- *Took* /many/ _calls_ =and= ~led~ +teams+", ["Took many calls and led teams"]),
    ("no emphasis", "- Ran and/or snake_case a*b*c 2+3+4", ["Ran and/or snake_case a*b*c 2+3+4"]),
    ("emphasis beside signs", "- Took (*many*), /all/; calls", ["Took (many), all; calls"]),
    ("links", "- See [[https://a.example][the *guide*]] now", ["See the guide now"]),
    (
        "link without text",
        "- Wrote the page [[https://a.example]] for new agents",
        ["Wrote the page https://a.example for new agents"],
    ),
    ("timestamp", "- Took calls from <2020-01-02 Thu> on", ["Took calls from 2020-01-02 on"]),
    ("entities", r"- Cut \ndash{} 5\% \rightarrow 4 \alpha", ["Cut – 5% → 4 α"]),
    ("fragments", r"- Cut \(\sim\) 5 and $400+$ more", ["Cut ∼ 5 and 400+ more"]),
    ("amounts", "- Cut $4K and $5K costs", ["Cut $4K and $5K costs"]),
    ("special strings", "- Took calls -- many --- so...", ["Took calls – many — so…"]),
    ("footnote", "- Took calls[fn:1] daily\n[fn:1] No", ["Took calls daily"]),
    ("export snippet", "- Took calls @@latex:\\vfill@@ daily", ["Took calls daily"]),
    ("macro", "#+MACRO: crm Zendesk\n- Moved to {{{crm}}}", ["Moved to Zendesk"]),
    ("comment lines", "# - no\n- Took calls\n  # no\n  daily", ["Took calls daily"]),
    ("keywords", "#+ATTR_LATEX: :environment x\n- Took calls\n#+CAPTION: - no", ["Took calls"]),
    (
        "blocks that are not read",
        "#+BEGIN_SRC sh\n- no\n#+END_SRC\n#+begin_example\n- no\n#+end_example\n- Took calls",
        ["Took calls"],
    ),
    ("blocks that are read", "#+BEGIN_quote\n- Took calls\n#+END_quote", ["Took calls"]),
    ("drawers", ":LOGBOOK:\n- no\n:END:\n- Took calls", ["Took calls"]),
    ("noexport", "** Job :noexport:\n- no\n*** Sub\n- no\n** Other job, Acme\n- Took calls", ["Took calls"]),
    ("own exclude tag", "#+EXCLUDE_TAGS: old\n** Job :old:\n- no\n** Other job, Acme\n- Took calls", ["Took calls"]),
    ("comment headline", "** COMMENT Job\n- no\n** Other job, Acme\n- Took calls", ["Took calls"]),
    (
        "headlines as bullets",
        "** Agent, Acme, 2019\n*** Took calls for the whole north\n*** Led teams of nine agents",
        ["Took calls for the whole north", "Led teams of nine agents"],
    ),
    ("tables", "| 2019 | Acme |\n|------+------|\n- Took calls", ["Took calls"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("source", "texts"), [row[1:] for row in BULLETS], ids=[row[0] for row in BULLETS])
def test_bullets(source: str, texts: list[str], words: ResumeWords) -> None:
    document = read_as(f"* Experience\n{source}\n* Education\n", "org", words)
    assert texts_of(document) == texts
    check_map(document)


ENTRIES: list[tuple[str, str, Post]] = [
    ("headline", "** Support Agent, Acme Corp (2019 -- 2020)", ("Support Agent", "Acme Corp", "2019", "2020")),
    (
        "tags, task, priority, cookie",
        "** TODO [#A] Support Agent, Acme Corp [1/2] :a:b:\n2019",
        ("Support Agent", "Acme Corp", "2019", "2019"),
    ),
    (
        "line below",
        "** Support Agent\n/Acme Corp/, <2019-02-01 Fri>--<2020-03-01 Sun>",
        ("Support Agent", "Acme Corp", "2019-02", "2020-03"),
    ),
    (
        "moderncv",
        "** Agent\n:PROPERTIES:\n:FROM: <2019-02-01>\n:TO: <2020-03-01>\n:EMPLOYER: Acme\n:END:",
        ("Agent", "Acme", "2019-02", "2020-03"),
    ),
    (
        "open end",
        "** Agent\n:PROPERTIES:\n:FROM: <2019-02-01>\n:TO:\n:HOST: Acme\n:END:",
        ("Agent", "Acme", "2019-02", None),
    ),
    (
        "date alone",
        "** Support Agent, Acme\n:PROPERTIES:\n:DATE: 2019 - 2020\n:END:",
        ("Support Agent", "Acme", "2019", "2020"),
    ),
    (
        "two lines",
        "*Support Agent* \\\\\nAcme Corp \\hfill 2019 -- 2020",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    ("employer above posts", "** Acme Corp\n*** Support Agent, 2019", ("Support Agent", "Acme Corp", "2019", "2019")),
    ("marked header", "- *Support Agent*, Acme Corp (2019--2020)\n", ("Support Agent", "Acme Corp", "2019", "2020")),
    ("table row", "| Support Agent | Acme Corp | 2019 -- 2020 |", ("Support Agent", "Acme Corp", "2019", "2020")),
]


@pytest.mark.parametrize(("source", "post"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_entries(source: str, post: Post, words: ResumeWords) -> None:
    assert posts_of(read_as(f"* Experience\n{source}\n  - Took calls\n* Education\n", "org", words)) == [post]


def test_comments_are_told_with_their_places(words: ResumeWords) -> None:
    source = "# one\n* Work\n- Took\n  # two\n  calls\n#+BEGIN_COMMENT\nthree\n- four\n#+END_COMMENT\n"
    document = read_as(source, "org", words)
    assert [(comment.text, comment.span.of(source)) for comment in document.comments] == [
        ("one", "# one"),
        ("two", "# two"),
        ("three\n- four", "#+BEGIN_COMMENT\nthree\n- four\n#+END_COMMENT"),
    ]


def test_a_resume_in_a_source_block_goes_before_the_notes_round_it(words: ResumeWords) -> None:
    resume = "\\section{Experience}\n\\begin{itemize}\n\\item Took calls\n\\end{itemize}\n"
    source = f"* Work\n- Ask about it\n#+begin_src latex\n{resume}#+end_src\n- Think about it\n"
    document = read_as(source, "org", words)
    assert document.format == "org"
    assert document.source.text == source
    [bullet] = bullets_of(document)
    assert bullet.text == "Took calls"
    assert bullet.span.of(source).strip() == "Took calls"


def test_a_long_ruler_behind_a_year_costs_no_time(words: ResumeWords) -> None:
    source = "* Work\n** Agent, Acme 2019 " + "-" * 90 + "|\n- Took calls\n"
    assert texts_of(read_as(source, "org", words)) == ["Took calls"]


def test_a_typed_bullet_that_goes_on_below_a_comment_stands_where_it_says(words: ResumeWords) -> None:
    document = read_as("* Work\n• Took calls and\n#+LATEX: x\nled teams of nine\n", "org", words)
    check_map(document)
    assert texts_of(document)[0].startswith("Took calls and")


def test_source_blocks_without_a_resume_change_nothing(words: ResumeWords) -> None:
    source = "* Work\n- Took calls\n#+begin_src latex\n\\newpage\n#+end_src\n"
    assert texts_of(read_as(source, "org", words)) == ["Took calls"]


@pytest.mark.parametrize(
    "source",
    [
        "* " * 9000,
        "*" * 9000,
        "[[" * 9000,
        "- " * 9000,
        "*a" * 9000,
        "#+begin_src\n" * 2000,
        ":a:\n" * 5000,
        "\\" * 9001,
    ],
)
def test_hostile_text_is_read(source: str, words: ResumeWords) -> None:
    check_map(read_as(source, "org", words))


@pytest.mark.parametrize("path", fixtures("org"), ids=lambda path: path.name)
def test_source_maps_of_the_fixtures(path: Path, words: ResumeWords) -> None:
    check_map(read_file(path, words))


TOKENS = [
    "* ",
    "** ",
    "- ",
    "+ ",
    "1. ",
    "  ",
    "\n",
    "\n\n",
    "#+begin_src typst\n",
    "#+end_src\n",
    "#+begin_comment\n",
    "#+end_comment\n",
    ":PROPERTIES:\n",
    ":END:\n",
    ":FROM: <2020-01-01>\n",
    "# ",
    "#+X: ",
    "[[",
    "][",
    "]]",
    "*",
    "/",
    "_",
    "=",
    "~",
    "<2020-01>",
    "--",
    "|",
    " :: ",
    ":noexport:",
    "COMMENT ",
    "\\\\",
    "\\alpha",
    "$",
    "{{{x}}}",
    "@@x:",
    "[fn:1]",
    "\r",
    "\t",
    "\ud800",
    "Took calls",
    "Experience",
]


def test_any_text(words: ResumeWords) -> None:
    check_any_text("org", TOKENS, words)
