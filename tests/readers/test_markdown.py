"""What is read of a Markdown file: blocks, marks, what is left out, and where it stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from inline_resumes import bullets_of, entries_of, texts_of
from light_markup import check_any_text, check_map, fixtures

from bulletcoach.model.document import Document
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers import ResumeWords, decode, read

Reader = Callable[[str], Document]
HEAD = "# Mara Pellworth\n\n## Experience\n\n### Agent, Acme Corp, 2019-2021\n\n"


@pytest.fixture
def markdown(words: ResumeWords) -> Reader:
    def read_inline(text: str) -> Document:
        return read(decode(dedent(text).removeprefix("\n").encode(), "resume.md"), words)

    return read_inline


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("**Led** *all* _calls_ ***now***", "Led all calls now"),
        ("⚡ Led calls 🎉 now", "Led calls 🎉 now"),
        ("🏆🥇 **Led** calls", "Led calls"),
        ("Led **all *calls* now**", "Led all calls now"),
        ("Led *all **calls** now*", "Led all calls now"),
        ("Led un*frigging*believable calls", "Led unfriggingbelievable calls"),
        ("Led `all` ``of `them` `` now", "Led all of `them` now"),
        ("Led [calls](http://a.b/c_d_(e) \"t\") and [x][ref], [ref], [X%]", "Led calls and x, ref, [X%]"),
        ("Led [all **calls**](<a b>) now", "Led all calls now"),
        ("Led calls ![chart](x.png) well [![b](c)](d)", "Led calls well"),
        ("Led all of <https://a.example/x>, for <m@b.example> and five others",
         "Led all of https://a.example/x, for m@b.example and five others"),
        ("Led <b>all</b> <span class='x'>calls</span> <i>now", "Led all calls now"),
        ("Led calls <!-- not --> well", "Led calls well"),
        ("Led \\*all\\* \\[calls\\] C:\\temp \\\\", "Led *all* [calls] C:\\temp \\"),
        ("Led R&D, AT&T; 5 &lt; 6 &amp;&nbsp;7 &#8211; &#x41; &nosuch;", "Led R&D, AT&T; 5 < 6 & 7 – A &nosuch;"),
        ("Led ~~all~~ ~5 calls, ~10 chats", "Led all ~5 calls, ~10 chats"),
        ("Led 5 * 3 * 2, 2*3*4, snake_case_name, __init__", "Led 5 * 3 * 2, 2*3*4, snake_case_name, init"),
        ("Led [calls]{.smallcaps} *well*{: .x} [now](x){:target=\"_blank\"}", "Led calls well now"),
        ("Led calls :rocket: at 10:30:15", "Led calls at 10:30:15"),
        ("[x] Led calls", "Led calls"),
        ("[ ] Led calls", "Led calls"),
        ("• Led calls", "Led calls"),
        ("Led calls  \n  and chats\\\n  and<br>\n  mails", "Led calls and chats and mails"),
        ("Led calls\nand chats", "Led calls and chats"),
        ("Led self-\n  service and custo-\n  mer desks", "Led self-service and customer desks"),
        ("Led calls[^1] well", "Led calls[^1] well"),
        ("Led $400+ of 5* hotels (1)", "Led $400+ of 5* hotels (1)"),
    ],
)  # fmt: skip
def test_what_a_bullet_says(markdown: Reader, written: str, said: str) -> None:
    document = markdown(f"{HEAD}- {written}\n- Took chats\n\n[ref]: http://r.example\n")
    assert texts_of(document) == [said, "Took chats"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* Took calls\n* Led chats\n", ["Took calls", "Led chats"]),
        ("+ Took calls\n\n+ Led chats\n", ["Took calls", "Led chats"]),
        ("1) Took calls\n2) Led chats\n", ["Took calls", "Led chats"]),
        ("-   Took calls\n-\tLed chats\n", ["Took calls", "Led chats"]),
        ("Some words.  \n- Took calls\n- Led chats\n", ["Took calls", "Led chats"]),
        ("    - Took calls\n    - Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n      - Led chats\n", ["Took calls", "Led chats"]),
        ("1. Took calls\n        1. Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n\n\n\n        * Led chats\n", ["Took calls", "Led chats"]),
        ("> - Took calls\n> - Led\n>   chats\n", ["Took calls", "Led chats"]),
        ("• Took calls\n• Led chats\n", ["Took calls", "Led chats"]),
        ("\\- Took calls\n\\- Led chats\n", ["Took calls", "Led chats"]),
        ("Took calls.\n\nLed chats.\n", ["Took calls.", "Led chats."]),
        ("<ul><li>Took <em>calls</em></li>\n\n<li>Led chats</ul>\n", ["Took calls", "Led chats"]),
        ("<div markdown='1'>\n\n- Took calls\n- Led chats\n\n</div>\n", ["Took calls", "Led chats"]),
        ("<div>\n- Took calls\n- Led chats\n</div>\n", ["Took calls", "Led chats"]),
        ("::: {.columns}\n- Took calls\n- Led chats\n:::\n", ["Took calls", "Led chats"]),
        ("```\n- Took calls\n- Led chats\n```\n", ["Took calls", "Led chats"]),
        ("```python\n- no = calls\n```\n- Took calls\n- Led chats\n", ["Took calls", "Led chats"]),
        ("```markdown\n- Took **calls**\n- Led chats\n```\n", ["Took calls", "Led chats"]),
        ("- Took calls\n{: .x}\n{% include a.html %}\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n<!-- - Sold cars -->\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n<!--\n- Sold cars\n\n- Sold bikes\n-->\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n{% comment %}\n- Sold cars\n{% endcomment %}\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n- **Tools:**\n  - Zendesk\n  - Jira\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- **Responsibilities**\n  - Took calls\n  - Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n\n  A word on that.\n\n- Led chats\n", ["Took calls", "Led chats"]),
        ("- Took calls\n- ![](x.png)\n-\n- Led chats\n", ["Took calls", "Led chats"]),
        ("|  |\n|---|\n| Took calls from shops. |\n| Led chats for them. |\n",
         ["Took calls from shops.", "Led chats for them."]),
        ("| |\n|---|\n| • Took calls<br>• Led chats |\n", ["Took calls", "Led chats"]),
        ("| |\n|---|\n| <ul><li>Took calls</li><li>Led chats</li></ul> |\n", ["Took calls", "Led chats"]),
        ("Duties\n:   - Took calls\n    - Led chats\n", ["Took calls", "Led chats"]),
    ],
)  # fmt: skip
def test_bullets(markdown: Reader, text: str, expected: list[str]) -> None:
    assert texts_of(markdown(HEAD + text)) == expected
    assert texts_of(markdown((HEAD + text).replace("\n", "\r\n"))) == expected
    assert texts_of(markdown((HEAD + text).replace("\n", "\r"))) == expected


@pytest.mark.parametrize(
    ("text", "markers", "depths"),
    [
        ("- One thing\n  - Two thing\n    1. Three thing\n- Four thing\n", ["-", "-", "1.", "-"], [0, 1, 2, 0]),
        ("* One thing\n        + Two thing\n", ["*", "+"], [0, 1]),
        ("- **Responsibilities:**\n  - One thing\n    - Two thing\n", ["-", "-"], [0, 1]),
    ],
)
def test_markers_and_depth(markdown: Reader, text: str, markers: list[str], depths: list[int]) -> None:
    bullets = bullets_of(markdown(HEAD + text))
    assert [bullet.marker for bullet in bullets] == markers
    assert [bullet.depth for bullet in bullets] == depths


@pytest.mark.parametrize(
    "header",
    [
        "### Support Agent | Acme Corp\n*Mar 2019 – May 2021*",
        "### Support Agent at **Acme Corp**\n\n`Mar 2019 – May 2021`",
        "### [Support Agent](x), Acme Corp {#job}\n__Mar 2019 – May 2021__",
        "**Support Agent** *Acme Corp*  \nMar 2019 – May 2021",
        "**Support Agent**\\\nAcme Corp\\\nMar 2019 – May 2021",
        "**Support Agent**<br>Acme Corp<br/>*Mar 2019 – May 2021*",
        "**Support Agent**, Acme Corp \\hfill Mar 2019 – May 2021",
        "#### Acme Corp\n##### Support Agent\n###### Mar 2019 – May 2021",
        "| **Support Agent**, Acme Corp | Mar 2019 – May 2021 |\n|:--|--:|",
        "<h3>Support Agent, Acme Corp</h3>\n<p>Mar 2019 – May 2021</p>",
        "<b>Support Agent</b>, Acme Corp<span style='float:right'>Mar 2019 – May 2021</span>",
        "**Support Agent**, Acme Corp\n:   *Mar 2019 – May 2021*\n",
        "Support Agent, Acme Corp\nMar 2019 – May 2021",
        "### 🎧 Support Agent @ 🏢 [Acme Corp](x)\n📅 *Mar 2019 – May 2021*",
    ],
)
def test_names_of_an_entry(markdown: Reader, header: str) -> None:
    for above in ("", "### Clerk, Beta LLC, 2010-2012\n- Filed claims\n\n"):
        entry = entries_of(markdown(f"## Experience\n\n{above}{header}\n\n- Took calls\n- Led chats\n"))[-1]
        found = (entry.title, entry.employer, entry.start, entry.end)
        assert found == ("Support Agent", "Acme Corp", "2019-03", "2021-05")
        assert [bullet.text for bullet in entry.bullets] == ["Took calls", "Led chats"]


@pytest.mark.parametrize(
    ("header", "title", "employer"),
    [
        ("**Municipal Library of Gaia:**", None, "Municipal Library of Gaia"),
        ("Shelfmark\n:   Prints labels for libraries.\n", None, "Shelfmark"),
        ("# Projects\n\nShelfmark\n:   Prints labels for libraries.\n", "Shelfmark", None),
        ("# Projects\n\n- **shelfmark** (2022)", "shelfmark", None),
        ("# Projects\n\n- [shelfmark](https://a.example)", "shelfmark", None),
        ("**Duties:**", None, None),
    ],
)
def test_names_that_show_by_their_look(markdown: Reader, header: str, title: str | None, employer: str | None) -> None:
    lead = "\n    " if ":   " in header or header[-1] != "*" else "\n\n"
    entry = entries_of(markdown(f"# Experience\n\n{header}{lead}- Took calls\n"))[-1]
    assert (entry.title, entry.employer, [bullet.text for bullet in entry.bullets]) == (title, employer, ["Took calls"])


@pytest.mark.parametrize(
    "heading",
    [
        "# Experience", "## Experience ##", "Experience\n==========", "Experience\n---", "## 💼 Experience",
        "## :briefcase: Experience", "## Experience {#exp .x}", "## [Experience](#exp)", "## 2. Experience",
        "## **EXPERIENCE**", "**Experience**", "<h2>Experience</h2>", "<h2 align=center>\n  Experience\n</h2>",
        "## <a name='x'></a>Experience", "## Experience :", "EXPERIENCE",
    ],
)  # fmt: skip
def test_headings(markdown: Reader, heading: str) -> None:
    document = markdown(f"## Skills\n\n- Taking calls\n\n{heading}\n\n- Took calls\n")
    assert [section.kind for section in document.sections] == ["skills", "experience"]


@pytest.mark.parametrize(
    ("text", "comment", "source"),
    [
        ("<!-- bulletcoach: off -->\n", "bulletcoach: off", "<!-- bulletcoach: off -->"),
        ("<!--\none\n\n- two\n-->\n", "one\n\n- two", "<!--\none\n\n- two\n-->"),
        ("- Took calls <!-- x --> now\n", "x", "<!-- x -->"),
        ("[//]: # (a note)\n", "a note", "[//]: # (a note)"),
        ('[comment]: <> "a note"\n', "a note", '[comment]: <> "a note"'),
        ("{% comment %} a note {% endcomment %}\n", "a note", "{% comment %} a note {% endcomment %}"),
        ("<ul>\n<!-- x -->\n<li>Took calls</li></ul>\n", "x", "<!-- x -->"),
    ],
)
def test_comments(markdown: Reader, text: str, comment: str, source: str) -> None:
    document = markdown(HEAD + text)
    (found,) = document.comments
    assert (found.text, found.span.of(document.source.text)) == (comment, source)


def test_what_is_code_holds_no_comments(markdown: Reader) -> None:
    assert markdown(f"{HEAD}```\n<!-- x -->\n```\n\n\\<!-- y -->\n").comments == ()


@pytest.mark.parametrize(
    ("front", "is_read"),
    [
        ("---\ntitle: x\nlist:\n  - Sold cars\n---\n", False),
        ("---\n# a comment\ntitle: x\n...\n", False),
        ("+++\ntitle = 'x'\n- Sold cars\n+++\n", False),
        ("---\n\n- Sold cars\n\n---\n", True),
    ],
)
def test_front_matter(markdown: Reader, front: str, is_read: bool) -> None:
    texts = texts_of(markdown(f"{front}\n- Took calls\n"))
    assert texts == (["Sold cars", "Took calls"] if is_read else ["Took calls"])


def test_right_below_a_bullet(markdown: Reader) -> None:
    document = markdown(
        """
        ## Experience
        **Agent**, Acme Corp, 2019-2021
        - Took calls from shops and
        answered them
        **Clerk**, Beta LLC, 2010-2012
        - Filed claims
        Skills
        - Zendesk
        """
    )
    assert [(entry.title, entry.employer) for entry in entries_of(document)] == [
        ("Agent", "Acme Corp"),
        ("Clerk", "Beta LLC"),
    ]
    assert texts_of(document) == ["Took calls from shops and answered them", "Filed claims"]


@pytest.mark.parametrize("path", fixtures("markdown"), ids=lambda path: path.name)
def test_source_map(path: Path, words: ResumeWords) -> None:
    """Every character of a bullet is that of its place, but for those that an escape stands for."""
    document = read(decode(path.read_bytes(), str(path)), words)
    source = document.source.text
    index = LineIndex(source)
    for bullet in bullets_of(document):
        spans = [bullet.source_map.character(at) for at in range(len(bullet.text))]
        assert all(one.end <= other.start or one == other for one, other in itertools.pairwise(spans))
        wrong = [
            (character, span.of(source))
            for character, span in zip(bullet.text, spans, strict=True)
            if span.of(source) != character
        ]
        assert all(written[:1] in {*"\\&< \t\r\n“”’", "", said} for said, written in wrong), wrong
        assert bullet.span.covers(Span(spans[0].start, spans[-1].end))
        assert index.position(bullet.span.start)[0] <= index.position(spans[0].start)[0]


PIECES = [
    "- ", "* ", "1. ", "  ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "> ", "#", "## ", "---", "===", "```", "~~~",
    "|", "|--|--|", ":   ", "*", "**", "_", "`", "~~", "[", "]", "](x)", "![", "<b>", "</b>", "<ul>", "<li>", "<!--",
    "-->", "{:", "}", "{%", "%}", "+++", "\\", "&amp;", "&", "Experience", "Skills", "Agent, Acme Corp",
    "2019 - 2021", "Took calls", "custo-", "[x] ", "[ref]: x", "\ufb01", "\u00a0", "\u200b", "💼",
]  # fmt: skip


def test_any_text(words: ResumeWords) -> None:
    check_any_text("markdown", PIECES, words, examples=400)


def test_items_side_by_side(markdown: Reader) -> None:
    """White space behind the tag of an item does not reach into the item's own mark."""
    document = markdown("- #<li><li>")
    check_map(document)
    assert texts_of(document) == ["# • •"]


def test_lists_too_deep(markdown: Reader) -> None:
    text = "".join(f"{'  ' * depth}- Took call {depth}\n" for depth in range(80))
    document = markdown(text)
    assert document.notes == ("lists too deep in one another were left out",)
    assert texts_of(document)[:2] == ["Took call 0", "Took call 1"]
