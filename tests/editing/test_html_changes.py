"""Bullets of HTML pages are changed: only they change, and they are read again as wanted."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import strategies as st
from marked_up import NOUNS, check_any_change

from bulletcoach.editing import apply, verified
from bulletcoach.readers import ResumeWords, decode, read

NAME = "resume.html"
PAGE = (
    "<h1>Mara Pellworth</h1>\n<h2>Experience</h2>\n<h3>Agent, Acme Corp</h3>\n<p>2019-2021</p>\n<ul>{}</ul>\n"
    "<h2>Skills</h2>\n<ul><li>Zendesk</ul>\n"
)
MARKS = [
    ("", ""), ("<b>", "</b>"), ('<a href="x?a=1&amp;b=2">', "</a>"), ('<span class="c1">', "</span>"),
    ("<EM>", "</EM>"), ("<b><i>", "</i></b>"), ("", "&nbsp;&ndash;"), ("&lt;", "&gt;"), ("<!-- note -->", ""),
    ("<br>", ""), ("", "&#8217;s"), ("<i class=icon></i>", ""), ("<p>", "</p>"),
]  # fmt: skip


@st.composite
def bullets(draw: st.DrawFn) -> str:
    words = ["Answered", *draw(st.lists(NOUNS, min_size=3, max_size=8))]
    opening, closing = draw(st.sampled_from(MARKS))
    last = draw(st.integers(0, len(words) - 1))
    first = 0 if opening in ("<p>", "<br>") else draw(st.integers(0, last))
    words[first] = opening + words[first]
    words[len(words) - 1 if opening == "<p>" else last] += closing
    blank = draw(st.sampled_from([" ", "\n    ", "&nbsp;", "\r\n"]))
    at = draw(st.integers(1, len(words) - 1))
    text = " ".join(words[:at]) + blank + " ".join(words[at:])
    opened, closed = draw(st.sampled_from([("<li>", "</li>\n"), ("\n  <li>\n", "\n"), ("<LI class='a'>", "</LI>")]))
    return opened + text + closed


def pages() -> st.SearchStrategy[str]:
    return st.lists(bullets(), min_size=1, max_size=4).map(lambda items: PAGE.format("".join(items)))


def test_any_change(words: ResumeWords) -> None:
    check_any_change(pages(), NAME, words)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("Took calls all day", "Took R&D calls <1 h all day", "Took R&amp;D calls &lt;1 h all day"),
        ("Took <b>40</b> calls", "Took 60 calls", "Took <b>60</b> calls"),
        ("Took\n    calls &amp; chats", "Answered calls & chats", "Answered\n    calls &amp; chats"),
        ('Wrote <a href="x">the guide</a>', "Wrote the new guide", 'Wrote <a href="x">the new guide</a>'),
        ("Took &ldquo;hard&rdquo; calls", 'Took the "hard" calls', "Took the &ldquo;hard&rdquo; calls"),
        ("Took calls’ notes", "Took the desk's notes", "Took the desk’s notes"),
        ("<span>Took ca</span><span>lls</span> all day", "Took mails all day", "<span>Took mails</span> all day"),
    ],
)
def test_plain_examples(words: ResumeWords, old: str, new: str, written: str) -> None:
    document = read(decode(PAGE.format(f"<li>{old}</li>").encode(), NAME), words)
    after = apply(document.source, verified(document, {0: new}, partial(read, words=words)))
    assert after.text == PAGE.format(f"<li>{written}</li>")


def test_what_the_encoding_lacks_is_written_by_its_number(words: ResumeWords) -> None:
    document = read(decode(PAGE.format("<li>Took calls in caf\u00e9s</li>").encode("cp1252"), NAME), words)
    after = apply(document.source, verified(document, {0: "Took → calls in caf\u00e9s"}, partial(read, words=words)))
    assert "Took &#8594; calls in caf\u00e9s" in after.text
