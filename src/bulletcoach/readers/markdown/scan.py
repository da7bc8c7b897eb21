"""One way through a text: escapes, entities, code, links, tags, emphasis, in the order of precedence of CommonMark."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection

from bulletcoach.readers.markdown.emphasis import run_at
from bulletcoach.readers.markdown.found import Found, Stretch
from bulletcoach.readers.markdown.links import ATTRIBUTES, Brackets

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n:{]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TICKS = re.compile(r"`+")
_RUN = re.compile(r"\*+|_+|~+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>")
_TAG = re.compile(
    r"<(?:(?P<open>[A-Za-z][A-Za-z0-9-]{0,40})"
    r"(?:\s+[A-Za-z_:][\w.:-]{0,80}(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']{0,2000}'|\"[^\"]{0,2000}\"))?)*\s*(?P<empty>/?)>"
    r"|/(?P<close>[A-Za-z][A-Za-z0-9-]{0,40})\s*>)"
)
_ASIDE = re.compile(r"<!--.{0,5000}?-->|\{%.{0,500}?%\}|\{\{[<%].{0,500}?[>%]\}\}")
_SHORTCODE = re.compile(r"(?<![\w:]):(?=[0-9_+-]*[a-z])[a-z0-9_+-]{2,40}:(?![\w:])")
_SPACING = re.compile(r"\\(?:hfill|hspace\*?\{[^{}\n]{0,20}\}|dotfill|qquad|quad)(?![A-Za-z])[ \t]*")
_LINES = ("li", "ul", "ol", "p", "div")
_LINE_END = re.compile(r"(?:[ \t]*)\n")


def is_plain(text: str) -> bool:
    """Whether nothing in `text` can be markup, and it has no line break."""
    return _SPECIAL.search(text) is None


def scanned(text: str, references: Collection[str], joined: Collection[int], *, strict: bool) -> Found:
    """What is found in `text`; the arguments are those of `inline.read_inline`."""
    return _Scan(text, references, joined, strict).found()


class _Scan:
    def __init__(self, text: str, references: Collection[str], joined: Collection[int], strict: bool) -> None:
        self._text = text
        self._joined = joined
        self._strict = strict
        self._found = Found()
        self._brackets = Brackets(text, frozenset(references), self._found)
        self._at = 0
        self._tags: dict[str, list[Stretch]] = defaultdict(list)
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for ticks in _TICKS.finditer(text):
            self._ticks[len(ticks[0])].append(ticks.start())

    def found(self) -> Found:
        while match := _SPECIAL.search(self._text, self._at):
            self._at = self._step(match.start(), match[0])
        return self._found

    def _step(self, at: int, sign: str) -> int:
        """Take in what stands at `at`, and say where to go on."""
        match sign:
            case "\\":
                return self._escape(at)
            case "`":
                return self._code(at)
            case "*" | "_" | "~":
                end = _end_of(_RUN, self._text, at)
                self._found.runs.append(run_at(self._text, at, end, strict=self._strict))
                return end
            case "\n":
                return self._line_break(at)
            case "<":
                return self._angle(at)
            case "[" | "!":
                return self._brackets.opening(at)
            case "]":
                return self._brackets.closing(at)
            case "&":
                return self._entity(at)
            case ":":
                return self._unread(_SHORTCODE.match(self._text, at), at)
            case _:
                return self._unread(_ASIDE.match(self._text, at) or self._behind_markup(at), at)

    def _unread(self, match: re.Match[str] | None, at: int) -> int:
        return at + 1 if match is None else self._found.say(at, match.end())

    def _behind_markup(self, at: int) -> re.Match[str] | None:
        """Attributes behind a mark: `*so*{: .small}`."""
        return ATTRIBUTES.match(self._text, at) if at and self._text[at - 1] in "*_`)]" else None

    def _escape(self, at: int) -> int:
        behind = self._text[at + 1 : at + 2]
        if behind == "\n":
            return self._found.say(at, at + 2, "\n")
        if behind in _PUNCTUATION and behind:
            return self._found.say(at, at + 2, behind)
        spacing = _SPACING.match(self._text, at)
        return self._found.say(at, spacing.end(), "\t") if spacing else at + 1

    def _line_break(self, at: int) -> int:
        start = at
        while start > self._at and self._text[start - 1] in " \t":
            start -= 1
        return self._found.say(start, at + 1, " " if at in self._joined else "\n")

    def _code(self, at: int) -> int:
        length = _end_of(_TICKS, self._text, at) - at
        places = self._ticks[length]
        index = bisect_right(places, at)
        if index >= len(places):
            return at + length
        start, end = at + length, places[index]
        inner = self._text[start:end]
        pad = 1 if inner.strip() and inner[0] in " \n" and inner[-1] in " \n" else 0
        for match in re.finditer("\n", inner[pad : len(inner) - pad]):
            self._found.say(start + pad + match.start(), start + pad + match.end(), " ")
        self._found.pairs.append(((at, start + pad), (end - pad, end + length)))
        return end + length

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self._text, at)
        said = html.unescape(match[0]) if match else ""
        if match is None or said == match[0]:
            return at + 1
        return self._found.say(at, match.end(), said)

    def _angle(self, at: int) -> int:
        if link := _AUTOLINK.match(self._text, at):
            return self._found.say(at, link.end(), link[1])  # in one: without its brackets it is none
        if aside := _ASIDE.match(self._text, at):
            return self._found.say(at, aside.end())
        tag = _TAG.match(self._text, at)
        return at + 1 if tag is None else self._tag(tag)

    def _tag(self, tag: re.Match[str]) -> int:
        at, end = tag.span()
        name = (tag["open"] or tag["close"]).lower()
        if name == "br" and tag["open"]:
            rest = _LINE_END.match(self._text, end)
            return self._found.say(at, rest.end() if rest else end, "\n")
        if name in _LINES:  # as in a cell, where no block can stand
            first = self._found.say(at, at + 1, "\n")
            if not tag["open"] or name != "li":
                return self._found.say(first, end)
            # The space has a sign of its own, since it may become one with white space behind the tag.
            return self._found.say(self._found.say(first, end - 1, "•"), end, " ")
        if tag["close"]:
            opened = self._tags[name]
            if opened:
                self._found.pairs.append((opened.pop(), (at, end)))
                return end
        elif not tag["empty"]:
            self._tags[name].append((at, end))
        return self._found.say(at, end)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The end of a run of signs that is known to begin at `at`."""
    match = pattern.match(text, at)
    assert match is not None
    return match.end()
