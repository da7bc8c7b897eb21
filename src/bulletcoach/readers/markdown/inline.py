"""The text of a paragraph, heading or bullet without its Markdown, each character mapped back.

markdown-it gives no positions inside of a line, so that this is read here: escapes, entities, code, links, images,
tags, emphasis, in the order of precedence that CommonMark gives them. What is no markup is read as it stands.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from bulletcoach.readers.markdown.columns import columns
from bulletcoach.readers.markdown.emphasis import Run, paired, run_at
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.rendering import Renderer, Rendering

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
_ADDRESS = re.compile(
    r"\(\s*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,500})\]")
_ATTRIBUTES = re.compile(r"\{[:.#][^{}\n]{0,200}\}")
_SHORTCODE = re.compile(r"(?<![\w:]):(?=[0-9_+-]*[a-z])[a-z0-9_+-]{2,40}:(?![\w:])")
_SPACING = re.compile(r"\\(?:hfill|hspace\*?\{[^{}\n]{0,20}\}|dotfill|qquad|quad)(?![A-Za-z])[ \t]*")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_SPACES = re.compile(r"\s+")
_LINES = ("li", "ul", "ol", "p", "div")
_EMPHASIS = "*_~`"
_LINE_END = re.compile(r"(?:[ \t]*)\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a passage, and the places of those of its signs that make other signs markup.

    These are all signs of emphasis and of code, the first one of a tag, an entity, the address of a link.
    """

    rendering: Rendering
    markup: frozenset[int]


@dataclass(slots=True)
class _Found:
    """What was found in a text: stretches that are read as something else (empty: not at all), pairs of marks, runs."""

    said: dict[int, tuple[int, str]] = field(default_factory=dict)
    pairs: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class _Bracket:
    """An opening bracket, and how many runs and pairs were found before it."""

    at: int
    is_image: bool
    runs: int
    pairs: int


def read_inline(
    passage: Passage,
    source: str,
    references: Collection[str] = (),
    joined: Collection[int] = (),
    *,
    strict: bool = False,
) -> Reading:
    """The text of `passage`, which stands in `source`.

    `references` are the labels of links that are defined elsewhere, as `label_of` writes them. Line breaks stay such,
    but those at the offsets `joined` of the passage's text are blanks. `strict` is that of `run_at`.
    """
    text = passage.text
    found = _Scan(text, frozenset(references), joined, strict).found()
    pairs = [*found.pairs, *(((a, a + length), (b, b + length)) for a, b, length in paired(found.runs))]
    marks = {start: end for pair in pairs for start, end in pair}
    breaks = columns(text, marks)
    renderer = Renderer(source)
    markup: set[int] = set()
    copied = 0

    for at in sorted({*found.said, *marks, *breaks}):
        if at < copied:
            continue
        _copy(renderer, passage, copied, at)
        end, said = found.said.get(at) or ((marks[at], "") if at in marks else (breaks[at], "\t"))
        span = passage.source_span(at, end)
        renderer.say(said, span.start, span.end)
        if at not in breaks:
            markup.update(_telling(passage.text, at, end))
        copied = end
    _copy(renderer, passage, copied, len(text))
    for opening, closing in pairs:
        renderer.mark(passage.source_span(*opening), passage.source_span(*closing))
    return Reading(renderer.rendering(), frozenset(markup))


def _telling(text: str, start: int, end: int) -> range:
    """Which of the signs of a mark make it one."""
    if text[start] in _EMPHASIS:
        return range(start, end)
    return range(start, start + (text[start:end] != "["))


def _copy(renderer: Renderer, passage: Passage, start: int, end: int) -> None:
    """The passage from `start` to `end`, on one line, is read as it stands."""
    span = passage.source_span(start, end)
    renderer.copy(span.start, span.end)


def label_of(text: str) -> str:
    """The label of a link's reference, as such labels are compared."""
    return _SPACES.sub(" ", text.strip()).casefold().upper()


class _Scan:
    """One way through a text, from its start to its end."""

    def __init__(self, text: str, references: frozenset[str], joined: Collection[int], strict: bool) -> None:
        self._text = text
        self._references = references
        self._joined = joined
        self._strict = strict
        self._found = _Found()
        self._brackets: list[_Bracket] = []
        self._dead = 0  # so many of the brackets hold a link and so are none
        self._at = 0
        self._tags: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for ticks in _TICKS.finditer(text):
            self._ticks[len(ticks[0])].append(ticks.start())

    def found(self) -> _Found:
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
                end = _RUN.match(self._text, at).end()  # type: ignore[union-attr]
                self._found.runs.append(run_at(self._text, at, end, strict=self._strict))
                return end
            case "\n":
                return self._line_break(at)
            case "<":
                return self._angle(at)
            case "[" | "!":
                return self._opening(at)
            case "]":
                return self._closing(at)
            case "&":
                return self._entity(at)
            case ":":
                return self._unread(_SHORTCODE.match(self._text, at), at)
            case _:
                return self._unread(_ASIDE.match(self._text, at) or self._behind_markup(at), at)

    def _say(self, start: int, end: int, said: str = "") -> int:
        self._found.said[start] = (end, said)
        return end

    def _unread(self, match: re.Match[str] | None, at: int) -> int:
        return at + 1 if match is None else self._say(at, match.end())

    def _behind_markup(self, at: int) -> re.Match[str] | None:
        """Attributes behind a mark: `*so*{: .small}`."""
        return _ATTRIBUTES.match(self._text, at) if at and self._text[at - 1] in "*_`)]" else None

    def _escape(self, at: int) -> int:
        behind = self._text[at + 1 : at + 2]
        if behind == "\n":
            return self._say(at, at + 2, "\n")
        if behind in _PUNCTUATION and behind:
            return self._say(at, at + 2, behind)
        spacing = _SPACING.match(self._text, at)
        return self._say(at, spacing.end(), "\t") if spacing else at + 1

    def _line_break(self, at: int) -> int:
        start = at
        while start > self._at and self._text[start - 1] in " \t":
            start -= 1
        return self._say(start, at + 1, " " if at in self._joined else "\n")

    def _code(self, at: int) -> int:
        length = _TICKS.match(self._text, at).end() - at  # type: ignore[union-attr]
        places = self._ticks[length]
        index = bisect_right(places, at)
        if index >= len(places):
            return at + length
        start, end = at + length, places[index]
        inner = self._text[start:end]
        pad = 1 if inner.strip() and inner[0] in " \n" and inner[-1] in " \n" else 0
        for match in re.finditer("\n", inner[pad : len(inner) - pad]):
            self._say(start + pad + match.start(), start + pad + match.end(), " ")
        self._found.pairs.append(((at, start + pad), (end - pad, end + length)))
        return end + length

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self._text, at)
        said = html.unescape(match[0]) if match else ""
        if match is None or said == match[0]:
            return at + 1
        return self._say(at, match.end(), said)

    def _angle(self, at: int) -> int:
        if link := _AUTOLINK.match(self._text, at):
            return self._say(at, link.end(), link[1])  # in one: without its brackets it is none
        if aside := _ASIDE.match(self._text, at):
            return self._say(at, aside.end())
        tag = _TAG.match(self._text, at)
        if tag is None:
            return at + 1
        if (tag["open"] or "").lower() == "br":
            rest = _LINE_END.match(self._text, tag.end())
            return self._say(at, rest.end() if rest else tag.end(), "\n")
        name = (tag["open"] or tag["close"]).lower()
        if name in _LINES:  # as in a cell, where no block can stand
            return self._say(at, tag.end(), "\n• " if tag["open"] and name == "li" else "\n")
        if tag["close"]:
            opened = self._tags[name]
            if opened:
                self._found.pairs.append((opened.pop(), (at, tag.end())))
                return tag.end()
        elif not tag["empty"]:
            self._tags[name].append((at, tag.end()))
        return self._say(at, tag.end())

    def _opening(self, at: int) -> int:
        is_image = self._text[at] == "!"
        if is_image and self._text[at + 1 : at + 2] != "[":
            return at + 1
        note = _FOOTNOTE.match(self._text, at)
        if note and label_of(note[0][1:-1]) in self._references:
            return self._say(at, note.end())
        self._brackets.append(_Bracket(at, is_image, len(self._found.runs), len(self._found.pairs)))
        return at + 1 + is_image

    def _closing(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        bracket = self._brackets.pop()
        is_dead = len(self._brackets) < self._dead
        self._dead = min(self._dead, len(self._brackets))
        end = self._target(bracket, at) if bracket.is_image or not is_dead else None
        if end is None:
            return at + 1
        inner = self._found.runs[bracket.runs :]
        del self._found.runs[bracket.runs :]
        if bracket.is_image:
            del self._found.pairs[bracket.pairs :]
            return self._say(bracket.at, end)
        self._found.pairs += [((a, a + length), (b, b + length)) for a, b, length in paired(inner)]
        self._found.pairs.append(((bracket.at, bracket.at + 1), (at, end)))
        self._dead = len(self._brackets)
        return end

    def _target(self, bracket: _Bracket, at: int) -> int | None:
        """The end of what makes brackets a link or an image, with the attributes behind it; None for mere brackets."""
        address = _ADDRESS.match(self._text, at + 1)
        end = address.end() if address else None
        if end is None:
            text = self._text[bracket.at + 1 + bracket.is_image : at]
            label = _LABEL.match(self._text, at + 1)
            if label is not None and label_of(label[1] or text) in self._references:
                end = label.end()
            elif label_of(text) in self._references and len(text) <= 500:
                end = at + 1
        attributes = _ATTRIBUTES.match(self._text, at + 1 if end is None else end)
        return attributes.end() if attributes else end
