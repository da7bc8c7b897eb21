"""What the elements of HTML do to a text: those that stand on lines of their own, and those that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
PARAGRAPHS = frozenset({"p", "table", "section", "article", "header", "blockquote", "dl", "pre", "details", "fieldset"})
"""Blocks with space round them, by the usual style sheet or by what they mean."""

BLOCKS = (
    PARAGRAPHS
    | LISTS
    | frozenset(HEADINGS)
    | frozenset(
        [
            "address",
            "aside",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
            "hgroup",
            "html",
            "legend",
            "li",
            "main",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "summary",
        ]
    )
)
CELLS = frozenset({"td", "th"})
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "title",
        "template",
        "svg",
        "math",
        "noscript",
        "nav",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "select",
        "textarea",
        "button",
        "map",
        "xml",
        "noembed",
        "noframes",
        "xmp",
    ]
)
BOLD = frozenset({"b", "strong", "th", "dt", "u"})

CLOSED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), LISTS | CELLS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"}) | CELLS),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"}) | CELLS),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (CELLS, frozenset({"tr", "table"})),
    "th": (CELLS, frozenset({"tr", "table"})),
}
"""Elements whose start closes others that are open, but none outside of the second set."""

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def is_unseen(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element and all in it is not shown, or not part of the text."""
    return (
        name in UNSEEN
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDING.search(attributes.get("style", "")))
    )


def is_bold(name: str, attributes: Mapping[str, str]) -> bool:
    return name in BOLD or bool(_HEAVY.search(attributes.get("style", "")))


def keeps_blanks(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether line breaks and blanks of the source are shown as they stand."""
    return name == "pre" or bool(_PRE.search(attributes.get("style", "")))


def level_of(name: str, attributes: Mapping[str, str]) -> int:
    """The level of a heading, 0 for what is none."""
    if attributes.get("role", "").lower() == "heading":
        level = attributes.get("aria-level", "")
        return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    return HEADINGS.get(name, 0)
