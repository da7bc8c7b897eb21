"""Directives: what comments say to bulletcoach. `bulletcoach: ignore[BC301, duty-opener] reason`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from bulletcoach.model.document import Comment
from bulletcoach.rules import RULES

NAME = "bulletcoach"


class Kind(StrEnum):
    """IGNORE: the bullet or entry here. NEXT: the next bullet. DISABLE, ENABLE: from here on. FILE: this file."""

    IGNORE = "ignore"
    NEXT = "ignore-next"
    DISABLE = "disable"
    ENABLE = "enable"
    FILE = "ignore-file"


class Directive(Struct, frozen=True, eq=False):
    """One directive. `names` stand in its brackets, as they are written; none where it has no brackets."""

    kind: Kind
    names: tuple[str, ...]
    comment: Comment

    @property
    def shown(self) -> str:
        """The directive as one writes it."""
        return f"{self.kind}[{', '.join(self.names)}]" if self.names else str(self.kind)


class Fault(Struct, frozen=True):
    """What is wrong with a comment that speaks to bulletcoach, and what to do about it."""

    comment: Comment
    message: str
    advice: str


# Signs of comments that are written twice or framed: “%% …”, “## …”, “/** …”.
_FRAME = r"[ \t%#/*;!<.-]*"
_BEGIN = re.compile(rf"^{_FRAME}{NAME}[ \t]*:", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"\s*([^\W\d][\w-]*)?\s*")
_LIST = re.compile(r"\[([^\[\]]*)\]")
_DIRECTIVE = rf"(?:{'|'.join(sorted(Kind, key=len, reverse=True))})"
_ALMOST = re.compile(rf"{_FRAME}([a-z]{{8,14}})[\s:_-]*({_DIRECTIVE})(?![\w-])", re.IGNORECASE)
_ALIKE = 85  # of 100: “buletcoach”
_CODE = re.compile(r"[\W_]*(BC\d+|ALL)\b", re.IGNORECASE)
_SLUG = re.compile(r"[\W_]*([a-z]+(?:-[a-z]+)+)", re.IGNORECASE)
_LONGEST = 48
_NOT_SILENCED = "Nothing is silenced by it."


def directives_of(comment: Comment) -> Iterator[Directive | Fault]:
    """What a comment says to bulletcoach, line by line. A reason may go over several lines."""
    begins = [*_BEGIN.finditer(comment.text)]
    if not begins and (fault := _almost(comment)):
        yield fault
    ends = [*(begin.start() for begin in begins[1:]), len(comment.text)]
    for begin, end in zip(begins, ends, strict=False):
        yield _directive(comment.text[begin.end() : end], comment)


def in_brief(text: str) -> str:
    """The head of a text, on one line."""
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _directive(said: str, comment: Comment) -> Directive | Fault:
    match = _WORD.match(said)
    word = (match[1] if match else None) or ""
    rest = said[match.end() :] if match else said
    if word.casefold() not in tuple(Kind):
        return Fault(comment, f"“{in_brief(said)}” is no directive{_meant(word, rest)}", _NOT_SILENCED)
    kind = Kind(word.casefold())
    listed = _LIST.match(rest)
    if listed is None:
        return _bare(kind, rest, comment)
    names = tuple(name for each in listed[1].split(",") if (name := " ".join(each.split())))
    if not names:
        return Fault(comment, f"“{kind}[]” names no rule", f"Put one between the brackets: {kind}[BC301].")
    return Directive(kind, names, comment)


def _bare(kind: Kind, rest: str, comment: Comment) -> Directive | Fault:
    """A directive without brackets, which must not have been forgotten."""
    if rest.startswith("["):
        message = f"“{kind}{in_brief(rest)}” has no closing bracket"
        return Fault(comment, message, f"Write it behind the last rule: {kind}[BC301].")
    if name := _named_first(rest):
        return Fault(
            comment, f"“{kind} {name}”: rules stand in square brackets", f"Write {kind}[{name}]. {_NOT_SILENCED}"
        )
    if kind in (Kind.DISABLE, Kind.FILE):
        advice = f"Name them: {kind}[BC5]. ALL, spelt out, stands for every one: {kind}[ALL]."
        return Fault(comment, f"“{kind}” does not say which rules", advice)
    return Directive(kind, (), comment)


def _named_first(rest: str) -> str:
    """The rule with which a reason begins: it was meant to be silenced. “ignore BC101”, “ignore: duty-opener”."""
    if code := _CODE.match(rest):
        return code[1].upper()
    slug = _SLUG.match(rest)
    return slug[1].lower() if slug and slug[1].lower() in {rule.name for rule in RULES} else ""


def _meant(word: str, rest: str) -> str:
    from bulletcoach.tomlfile import did_you_mean

    listed = _LIST.match(rest)
    behind = in_brief(listed[0]) if listed else ""
    guess = did_you_mean(in_brief(word), list(Kind)) if word else ""
    return f" ({guess.removeprefix('; ').replace('”?', f'{behind}”?')})" if guess else f"; known: {', '.join(Kind)}"


def _almost(comment: Comment) -> Fault | None:
    """A comment that all but begins with “bulletcoach:”."""
    found = _ALMOST.match(comment.text)
    if found is None:
        return None
    name, rest = found[1].casefold(), comment.text[found.start(2) :]
    if name != NAME:
        from rapidfuzz import fuzz

        if fuzz.ratio(name, NAME) < _ALIKE:
            return None
    listed = _LIST.match(rest, len(found[2]))
    wanted = rest[: listed.end()] if listed else found[2]
    message = f"“{in_brief(comment.text)}” is no directive (did you mean “{NAME}: {in_brief(wanted)}”?)"
    return Fault(comment, message, _NOT_SILENCED)
