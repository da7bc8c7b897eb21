"""Rewrites made by hand, for tests of what shows them."""

from __future__ import annotations

from msgspec.structs import replace

from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind, Slot, Wanted
from bulletcoach.model.text import Span

TEXT = "Responsible for answering inbound calls and chats about billing"

SCOPE = Slot(Wanted.SCOPE, "N daily", "How many a day?", "60 daily", "count", low=5, high=150.5)
RESULT = Slot(
    Wanted.RESULT, "cutting average handle time from X to Y", "From how many minutes to how many?",
    "cutting average handle time from 9 to 6 minutes", "minutes", "aht", 1, 60, (Part("", Origin.SOURCE),),
)  # fmt: skip
MINIMAL = Rewrite(
    RewriteKind.MINIMAL,
    (
        Part("Answered", Origin.SOURCE, Span(16, 25)),
        Part(" inbound calls and chats about billing", Origin.SOURCE, Span(25, 63)),
    ),
)
STRONG = Rewrite(
    RewriteKind.STRONG,
    (
        Part("Fielded", Origin.LEXICON, Span(16, 25)),
        Part(" ", Origin.GRAMMAR),
        Part("[N daily]", Origin.SLOT, slot=SCOPE),
        Part(" ", Origin.GRAMMAR, tied=True),
        Part("inbound calls and chats about billing", Origin.SOURCE, Span(26, 63)),
        Part(", ", Origin.GRAMMAR, tied=True),
        Part("[cutting average handle time from X to Y]", Origin.SLOT, slot=RESULT),
    ),
)
SPLIT = replace(
    MINIMAL,
    kind=RewriteKind.STORY,
    note="the chats would do as a bullet of their own",
    second=(Part("Answered", Origin.SOURCE, Span(16, 25)), Part(" chats about billing", Origin.SOURCE, Span(43, 63))),
)
HOSTILE = Rewrite(
    RewriteKind.MINIMAL,
    (
        Part("Answered \x1b[31m\u202e[red]calls[/red] :warning:", Origin.SOURCE, Span(0, 10)),
        Part("[N \x07 daily]", Origin.SLOT, slot=replace(SCOPE, text="N \x07 daily")),
    ),
    note="\x9b31m",
)


def rewritten(result: FileResult, *rewrites: Rewrite, bullet: int = 0) -> FileResult:
    """The result with these rewrites for one of its bullets, and for no other."""
    return replace(result, rewrites={bullet: rewrites})
