"""Elements: HTML put together from functions, escaped unless it is markup already."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from msgspec import Struct

from bulletcoach.report.visible import visible

_VOID = frozenset({"meta", "wbr"})
# What stands on lines of its own, for whoever reads the source. Spaces between these mean nothing.
_BLOCKS = frozenset(
    {
        "article", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "head", "header",
        "html", "li", "main", "meta", "ol", "p", "section", "style", "table", "tbody", "thead", "title", "tr", "ul",
    }
)  # fmt: skip


class Html(Struct, frozen=True):
    """Markup: what it holds is written as it is."""

    markup: str


Child = Html | str | None


def element(name: str, /, *children: Child, **attributes: str | None) -> Html:
    """An element with these children; plain text is escaped, and None is nothing.

    A keyword is an attribute, with “-” for “_”, and a “_” at its end to keep it from being a word of Python's:
    `class_`, `aria_hidden`. One that is None is left out.
    """
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    opening = f"<{name}" + "".join(f' {key}="{_escaped(value)}"' for key, value in given.items()) + ">"
    end = "\n" if name in _BLOCKS else ""
    return Html(opening + end if name in _VOID else f"{opening}{together(children).markup}</{name}>{end}")


def together(children: Iterable[Child]) -> Html:
    """Several children as one."""
    return Html("".join(_markup(child) for child in children))


def _markup(child: Child) -> str:
    if child is None:
        return ""
    return child.markup if isinstance(child, Html) else _escaped(child)


def _escaped(text: str) -> str:
    """The text as it is to be seen: characters that hide or steer are written out."""
    return escape(visible(text), quote=True)
