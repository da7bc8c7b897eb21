"""Elements: text is escaped wherever it stands, and only markup is markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed_page import parsed

from bulletcoach.report.html.elements import Html, element, together
from bulletcoach.report.visible import visible


@pytest.mark.parametrize(
    ("made", "markup"),
    [
        (element("b", "a < b & c"), "<b>a &lt; b &amp; c</b>"),
        (element("b", Html("<i>x</i>"), " y", None), "<b><i>x</i> y</b>"),
        (element("a", "x", href='"><script>', class_="part"), '<a href="&quot;&gt;&lt;script&gt;" class="part">x</a>'),
        (element("span", aria_hidden="true", title=None), '<span aria-hidden="true"></span>'),
        (element("meta", name="author", content="x"), '<meta name="author" content="x">\n'),
        (element("p", "\u202ex\x1b[0m"), "<p>\\u202ex\\x1b[0m</p>\n"),
        (together(["<", None, element("sup", "1")]), "&lt;<sup>1</sup>"),
    ],
)
def test_markup(made: Html, markup: str) -> None:
    assert made.markup == markup


@given(st.text(), st.text())
def test_any_text_comes_out_as_it_is_to_be_seen(text: str, attribute: str) -> None:
    root = parsed(element("span", text, title=attribute).markup)
    assert [node.tag for node in root.all()] == ["span"]
    assert root.text == visible(text)
    assert root.one("span").attributes == {"title": visible(attribute)}
