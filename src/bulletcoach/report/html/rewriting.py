"""Rewrites: other wordings of a bullet, their blanks numbered, with the questions that fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bulletcoach.model.rewrite import Part, Rewrite, RewriteKind
from bulletcoach.report.html.elements import Child, Html, element

_HEADS = {
    RewriteKind.MINIMAL: "The same, said plainly",
    RewriteKind.STRONG: "As something you did",
    RewriteKind.STORY: "As a small story",
}


def rewriting(rewrites: Sequence[Rewrite]) -> Html | None:
    """The rewrites of one bullet; None where there is none."""
    return element("div", *map(_rewrite, rewrites), class_="rewrites") if rewrites else None


def _rewrite(rewrite: Rewrite) -> Html:
    slots = [part.slot for part in (*rewrite.parts, *rewrite.second) if part.slot is not None]
    count = len(rewrite.slots)
    asked = [element("li", slot.ask) for slot in slots]
    return element(
        "div",
        element("h4", _HEADS[rewrite.kind], element("span", " – the blanks are yours to fill") if slots else None),
        element("p", *_wording(rewrite.parts, 1), class_="wording", dir="auto"),
        element("p", "and ", *_wording(rewrite.second, count + 1), class_="wording", dir="auto")
        if rewrite.second
        else None,
        element("ol", *asked, class_="questions") if asked else None,
        element("p", rewrite.note, class_="note") if rewrite.note else None,
        class_="rewrite",
    )


def _wording(parts: Iterable[Part], number: int) -> Iterator[Child]:
    """The text of the parts; blanks count from `number`."""
    for part in parts:
        if part.slot is None:
            yield part.text
        else:
            yield element("span", part.text, element("sup", str(number)), class_="blank")
            number += 1
