"""Story cards on a page, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from bulletcoach.report.excerpt import excerpt
from bulletcoach.report.markdown_text import escaped
from bulletcoach.report.page import Page, Part
from bulletcoach.report.placement import PlacedBullet, Placement
from bulletcoach.report.story_cards import CardPart, StoryCard
from bulletcoach.report.wrapping import hanging

_QUOTE = "    | "
_MARGIN = "    "
_NAME = 11  # columns for the name of a part
_GAP = " … "
_LINE_BREAK = "\\\n  "


def write_text(cards: Iterable[StoryCard], placement: Placement, page: Page, columns: int) -> None:
    """Write the cards of one file for the terminal, questions in brackets."""
    for card in cards:
        placed = placement.bullets[card.bullet.number]
        head = ((f"{placed.place.line_address}:", "place"), f" {placed.entry.name}")
        for line in hanging("", head, columns):
            page.line(*line)
        for quoted in excerpt(placed.bullet.text, (), columns - len(_QUOTE)):
            page.line(_QUOTE, quoted.text)
        for part in card.parts:
            lead = _MARGIN + part.name.ljust(_NAME)
            for paragraph in _paragraphs(part):
                for line in hanging(lead, [paragraph], columns):
                    page.line(*line)
                lead = " " * len(lead)
        page.line()


def write_markdown(cards: Iterable[StoryCard], placement: Placement, out: TextIO) -> None:
    """Write the cards of one file as sections of a Markdown document."""
    for card in cards:
        placed = placement.bullets[card.bullet.number]
        out.write(f"## {escaped(placed.bullet.text)}\n\n{escaped(_source(placed))}\n\n")
        for part in card.parts:
            said, asked = escaped(_said(part)), [f"*{escaped(question)}*" for question in part.questions]
            out.write(f"- **{part.name}:** {_LINE_BREAK.join(filter(None, (said, *asked)))}\n")
        out.write("\n")


def _said(part: CardPart) -> str:
    """What the résumé says: the words of the bullet, else what the entry says."""
    return _GAP.join(part.words) or part.context


def _paragraphs(part: CardPart) -> Iterator[Part]:
    if said := _said(part):
        yield said
    for question in part.questions:
        yield f"[{question}]", "slot"


def _source(placed: PlacedBullet) -> str:
    where = f"{placed.place.path}, {placed.place.name}"
    return f"{placed.entry.name} ({where})" if placed.entry.is_named else where
