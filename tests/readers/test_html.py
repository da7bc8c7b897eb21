"""What is read of an HTML page: strips, lists, headings, what is not shown, and where it stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from inline_resumes import bullets_of, entries_of, texts_of
from light_markup import check_any_text, fixtures

from bulletcoach.model.document import Document
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read

Reader = Callable[[str], Document]
HEAD = "<h1>Mara Pellworth</h1><h2>Experience</h2><h3>Agent, Acme Corp</h3><p>2019-2021</p>\n"


@pytest.fixture
def page(words: ResumeWords) -> Reader:
    def read_inline(text: str) -> Document:
        return read(decode(text.encode(), "resume.html"), words)

    return read_inline


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Led <b>all</b> <I>calls</I>", "Led all calls"),
        ("  Led\n   all \t calls  ", "Led all calls"),
        ("Led <b> all </b> calls", "Led all calls"),
        ("<span>Led a</span><span>ll cal</span>ls", "Led all calls"),
        ('Led <a href="x>y" title=\'a "b"\'>calls</a>', "Led calls"),
        ("Led R&D, R&amp;D, AT&T; 5 &lt; 6 &copy &#8211; &#x41;&nbsp;B", "Led R&D, R&D, AT&T; 5 < 6 © – A B"),
        ("Led 3 < 4 calls, 5 <6", "Led 3 < 4 calls, 5 <6"),
        ("Led <abbr title='no'>SLA</abbr>s<sup>2</sup> of <time datetime=2019>May</time>", "Led SLAs2 of May"),
        ("Led calls<br>and chats<br/>", "Led calls and chats"),
        ("<p>Led calls</p>", "Led calls"),
        ("<div><div>Led calls</div></div>", "Led calls"),
        ("Led <!-- not -->calls", "Led calls"),
        ("Led <script>no()</script><style>p{}</style><svg><text>x</text></svg>calls", "Led calls"),
        ("Led <span hidden>not</span><i style='display: none'>not</i><i aria-hidden=true>x</i>calls", "Led calls"),
        ("<i class='fa fa-check'></i> Led calls", "Led calls"),
        ("Led <p2>calls</p2> <o:p>now</o:p>", "Led calls now"),
        ("Led <b>calls", "Led calls"),
        ("Led <b><i>all</b></i> calls", "Led all calls"),
        ("Led calls</b></span></p>", "Led calls"),
        ("Led <img src=x alt=not>calls<wbr>, <input value=not>", "Led calls,"),
        ("• Led calls", "Led calls"),
        ("- Led calls", "Led calls"),
        ("Led ca&shy;lls&#8203; e&#xfb03;cient", "Led calls efficient"),
        ("Led <![if !x]>calls<![endif]> <?php x ?>now", "Led calls now"),
        ("<label><input type=checkbox> Led calls</label>", "Led calls"),
    ],
)  # fmt: skip
def test_what_a_bullet_says(page: Reader, written: str, said: str) -> None:
    assert texts_of(page(f"{HEAD}<ul><li>{written}</li><li>Took chats</li></ul>")) == [said, "Took chats"]
    assert texts_of(page(f"{HEAD}<UL>\r\n<LI>{written}\r\n<LI>Took chats\r\n</UL>")) == [said, "Took chats"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ul><li>Took calls<li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<li>Took calls</li><li>Led chats</li>", ["Took calls", "Led chats"]),
        ("<ol><li>Took calls</li><ol><li>Led chats</ol></ol>", ["Took calls", "Led chats"]),
        ("<ul><li>Took calls<ul><li>Led chats</li></ul></li></ul>", ["Took calls", "Led chats"]),
        ("<p>• Took calls<br>• Led chats</p>", ["Took calls", "Led chats"]),
        ("<p>- Took calls</p>\n<p>- Led chats</p>", ["Took calls", "Led chats"]),
        ("<p>Took calls.</p><p>Led chats.</p>", ["Took calls.", "Led chats."]),
        ("<div>&#8226;&nbsp;Took calls</div><div>&bull;&nbsp;Led chats</div>", ["Took calls", "Led chats"]),
        ("<table><tr><td><ul><li>Took calls</ul><tr><td>&bull; Led chats</table>", ["Took calls", "Led chats"]),
        ("<pre>\n - Took calls\n - Led chats\n</pre>", ["Took calls", "Led chats"]),
        ("<div style='white-space: pre-line'>• Took calls\n• Led chats</div>", ["Took calls", "Led chats"]),
        ("<details open><summary>More</summary><ul><li>Took calls<li>Led chats</ul></details>",
         ["Took calls", "Led chats"]),
        ("<ul><li>Took calls<!-- <li>Sold cars --><li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<ul><li hidden>Sold cars</li><li>Took calls<li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<nav><ul><li>Sold cars</ul></nav><ul><li>Took calls<li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<noscript><ul><li>Sold cars</ul></noscript><template><li>Sold bikes</template><li>Took calls<li>Led chats",
         ["Took calls", "Led chats"]),
        ("<ul><li>Took calls<li><b>Tools:</b><ul><li>Zendesk<li>Jira</ul><li>Led chats</ul>",
         ["Took calls", "Led chats"]),
        ("<ul><li><p>Took calls</p><p>A word on that.</p></li><li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<ul><li>• Took calls<br>• Led chats</ul>", ["Took calls", "Led chats"]),
        ("<ul><li>Took calls<li><li> <img src=x><li>Led chats</ul>", ["Took calls", "Led chats"]),
        ("<section><article><p></p><ul role=list><li>Took calls</li>\n\n<li>Led chats</li></ul></article></section>",
         ["Took calls", "Led chats"]),
    ],
)  # fmt: skip
def test_bullets(page: Reader, text: str, expected: list[str]) -> None:
    assert texts_of(page(HEAD + text)) == expected


@pytest.mark.parametrize(
    "header",
    [
        "<h3>Support Agent</h3><h4>Acme Corp</h4><p>Mar 2019 – May 2021</p>",
        "<h3>Support Agent <small>Acme Corp</small></h3><em>Mar 2019 – May 2021</em>",
        "<h3>Support Agent<br>Acme Corp</h3><time>Mar 2019</time> – <time>May 2021</time>",
        "<p><b>Support Agent</b>, Acme Corp<br><i>Mar 2019 &ndash; May 2021</i></p>",
        "<div><span class=a>Support Agent</span><span class=b>Mar 2019 – May 2021</span></div><div>Acme Corp</div>",
        "<div class=t>Support Agent</div><div class=c>Acme Corp</div><div class=d>Mar 2019 – May 2021</div>",
        "<table><tr><td>Support Agent, Acme Corp</td><td>Mar 2019 – May 2021</td></tr></table>",
        "<table><tr><td>Mar 2019 – May 2021</td><td><b>Support Agent</b><br>Acme Corp</td></tr></table>",
        "<div><b>Support Agent</b><i>Acme Corp</i><span>Mar 2019 – May 2021</span></div>",
        "<dl><dt>Support Agent, Acme Corp<dd>Mar 2019 – May 2021</dl>",
        "<p><strong>Support Agent</strong> <em>Acme Corp</em> <span>Mar 2019 – May 2021</span></p>",
        "<p>Support Agent, Acme Corp&nbsp;&nbsp;&nbsp;&nbsp;Mar 2019 – May 2021</p>",
        "<p>Support Agent | <a href=x>Acme Corp</a> | Mar 2019 – May 2021</p>",
        "<p><b class=t>Support Agent</b><b class=c>Acme Corp</b><b class=d>Mar 2019 – May 2021</b></p>",
        "<h3>Support Agent</h3><p>Acme Corp</p><small>Mar 2019 – May 2021<i class=icon-clock></i>2 years</small>",
    ],
)
@pytest.mark.parametrize("above", ["", "<h3>Clerk, Beta LLC, 2010-2012</h3><ul><li>Filed claims</ul>"])
def test_names_of_an_entry(page: Reader, header: str, above: str) -> None:
    entry = entries_of(page(f"<h2>Experience</h2>{above}{header}<ul><li>Took calls<li>Led chats</ul>"))[-1]
    assert (entry.title, entry.employer, entry.start, entry.end) == ("Support Agent", "Acme Corp", "2019-03", "2021-05")
    assert [bullet.text for bullet in entry.bullets] == ["Took calls", "Led chats"]


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Experience</h1>", "<h2>Work <span>Experience</span></h2>",
        "<h2><span>W</span>ork <b>E</b>xperience</h2>", "<H4><I CLASS='fa'></I> Experience</H4>",
        "<p><b>Experience</b></p>", "<p><u>EXPERIENCE</u></p>", "<div class='section-title'>Experience</div>",
        "<div style='font-weight: bold'>Experience</div>", "<div role=heading>Experience</div>",
        "<dt>Experience</dt>", "<section id=experience>", "<div id='work-experience'>",
        "<section class=experience><h3>What I did</h3>", "<table><tr><td><b>Experience</b></td></tr></table>",
        "<legend>Experience</legend>",
    ],
)  # fmt: skip
def test_headings(page: Reader, heading: str) -> None:
    document = page(f"<h2>Skills</h2><ul><li>Taking calls</li></ul>{heading}<ul><li>Took calls</li></ul>")
    assert [section.kind for section in document.sections] == ["skills", "experience"]
    assert texts_of(document) == ["Took calls"]


def test_a_class_that_each_entry_has_heads_no_section(page: Reader) -> None:
    job = "<section class=experience><h3>Agent, Acme Corp, 2019-2021</h3><ul><li>Took calls</ul></section>"
    document = page(f"<h2>Work</h2>{job}{job}")
    assert [section.title for section in document.sections] == ["Work"]
    assert [entry.title for entry in entries_of(document)] == ["Agent", "Agent"]


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("<ul><li>One thing<ul><li>Two thing<ol><li>Three thing</ol></ul><li>Four thing</ul>", [0, 1, 2, 0]),
        ("<ul><li>One thing</li><ul><li>Two thing</li></ul></ul>", [0, 1]),
        ("<ul class='lst-kix_x-0'><li>One thing</ul><ul class='lst-kix_x-1'><li>Two thing</ul>", [0, 1]),
    ],
)
def test_depth(page: Reader, text: str, depths: list[int]) -> None:
    assert [bullet.depth for bullet in bullets_of(page(HEAD + text))] == depths


@pytest.mark.parametrize(
    ("text", "comment", "source"),
    [
        ("<ul><li>Took calls<!-- a\n note --></ul>", "a\n note", "<!-- a\n note -->"),
        ("<!--[if IE]><p>x</p><![endif]-->", "[if IE]><p>x</p><![endif]", "<!--[if IE]><p>x</p><![endif]-->"),
        ("<!-- open", "open", "<!-- open"),
    ],
)
def test_comments(page: Reader, text: str, comment: str, source: str) -> None:
    document = page(HEAD + text)
    (found,) = document.comments
    assert (found.text, found.span.of(document.source.text)) == (comment, source)


def test_a_head_without_end(page: Reader) -> None:
    assert texts_of(page("<html><head><title>CV</title><meta x><body><ul><li>Took calls</ul>")) == ["Took calls"]


def test_elements_too_deep(page: Reader) -> None:
    document = page(f"{'<div>' * 1000}<ul><li>Took calls</li></ul>{'</div>' * 1000}<ul><li>Led chats</li></ul>")
    assert document.notes == ("elements too deep in one another were read as text",)


@pytest.mark.parametrize("path", fixtures("html"), ids=lambda path: path.name)
def test_source_map(path: Path, words: ResumeWords) -> None:
    """Every character of a bullet is that of its place, but for blanks and what a reference stands for."""
    document = read(decode(path.read_bytes(), str(path)), words)
    source = document.source.text
    for bullet in bullets_of(document):
        spans = [bullet.source_map.character(at) for at in range(len(bullet.text))]
        assert all(one.end <= other.start or one == other for one, other in itertools.pairwise(spans))
        for character, span in zip(bullet.text, spans, strict=True):
            written = span.of(source)
            assert written == character or written[:1] == "&" or not written.strip() or written in "“”’‘"
        assert bullet.span.covers(Span(spans[0].start, spans[-1].end))


PIECES = [
    "<ul>", "</ul>", "<li>", "</li>", "<p>", "</p>", "<b>", "</b>", "<h2>", "</h2>", "<table>", "<tr>", "<td>",
    "</td>", "</table>", "<div id=skills>", "</div>", "<br>", "<pre>", "</pre>", "<dl><dt>", "<dd>", "<!--", "-->",
    "<script>", "</script>", "<a href='", "'>", "<", ">", "&", "&amp;", "&#160;", "&#xD800;", "&#0;", "\n", "\r\n",
    " ", "\u00a0", "Experience", "Skills", "Agent, Acme Corp", "2019 - 2021", "Took calls", "• ", "- ",
    "<section class='experience'>", "</section>", "<span hidden>", "</span>", "<svg/>", "<footer>", "<head>",
    "<o:p>", "\ufb01", "<![CDATA[", "]]>",
]  # fmt: skip


def test_any_text(words: ResumeWords) -> None:
    check_any_text("html", PIECES, words, examples=400)
