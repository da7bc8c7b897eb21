"""Goes through an RTF file once and gathers its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from bulletcoach.readers.lines import MAX_LINES
from bulletcoach.readers.rtf.charsets import USUAL, decoded, of_file
from bulletcoach.readers.rtf.sheets import Sheets, heading_level
from bulletcoach.readers.rtf.state import State, Target
from bulletcoach.readers.rtf.story import Story
from bulletcoach.readers.rtf.tokens import Kind, Token, tokens
from bulletcoach.readers.wordprocessor.flow import BREAK, Box, Flow
from bulletcoach.readers.wordprocessor.glyphs import as_sign, symbol

_DEEPEST = 500
_TARGETS = {
    "fonttbl": Target.FONTS, "stylesheet": Target.STYLES, "listtable": Target.LISTS,
    "listoverridetable": Target.OVERRIDES, "listtext": Target.MARKER, "pntext": Target.MARKER,
    "fldinst": Target.FORMULA, "pn": Target.OLD_LIST, "upr": Target.UNICODE_PAIR, "shpinst": Target.SHAPE,
}  # fmt: skip
_NOT_READ = frozenset(
    {
        "colortbl", "info", "pict", "nonshppict", "shprslt", "header", "headerl", "headerr", "headerf", "footer",
        "footerl", "footerr", "footerf", "footnote", "annotation", "xe", "tc", "txe", "rxe", "nonesttables", "objdata",
        "revtbl", "sp", "NeXTGraphic", "pnseclvl", "template", "private", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc",
        "do", "filetbl", "operator", "title", "author", "falt", "panose", "listname", "leveltext", "levelnumbers",
        "generator", "themedata", "datastore", "comment", "stylename",
    }
)  # fmt: skip
_PICTURES = frozenset({"pict", "NeXTGraphic"})
_SAID = {
    "tab": "\t", "line": BREAK, "page": BREAK, "column": BREAK, "softline": BREAK, "lbr": BREAK, "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_SYMBOL_FIELD = re.compile(r"\s*SYMBOL\s+(\d{1,5})")
_LINE_ENDS = re.compile("[\u2028\u2029\u0085\x0b\x0c]")


class TooDeepError(Exception):
    """Groups within groups, more than any word processor writes."""


class Scanner:
    """Reads the tokens of one file. `flow` is what was found, `depth` how many groups are open."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.depth = 0
        self._story = Story(self.flow)
        self._outer: list[tuple[int, Story]] = []  # stories that a box interrupts, and the depth of its group
        self._states: list[State] = []
        self._state = State()
        self._sheets = Sheets()
        self._encoding = USUAL
        self._bytes: list[str] = []
        self._high = ""  # the first half of a character beyond the basic plane
        self._to_skip = 0
        self._is_optional = False
        self._formula = ""

    def scan(self, data: bytes) -> Flow:
        """All of a file, up to the number of paragraphs that no résumé has. Raises TooDeepError."""
        for token in tokens(data):
            if len(self.flow.paragraphs) >= MAX_LINES:
                break
            self._take(token)
            if not self.depth:
                break
        self._flush()
        while self._outer:
            self._end_box()
        if self._story.is_begun:
            self._end_paragraph()
        self.flow.nodes = self._story.closed()
        return self.flow

    def _take(self, token: Token) -> None:
        if token.kind is Kind.TEXT or token.kind is Kind.BYTE:
            self._characters(token.text)
            return
        if token.kind is Kind.SYMBOL and token.text not in "*\r\n":
            self._sign(token.text)
            return
        self._flush()
        match token.kind:
            case Kind.OPEN:
                self._open()
            case Kind.CLOSE:
                self._close()
            case Kind.SYMBOL if token.text == "*":
                self._is_optional = True
            case Kind.SYMBOL:
                self._word("par", None)
            case _:
                self._to_skip = 0
                self._word(token.text, token.number)
                self._is_optional = False

    def _open(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeepError
        self._states.append(self._state)
        self._state = replace(self._state)
        self._to_skip = 0
        self._is_optional = False

    def _close(self) -> None:
        self.depth -= 1
        self._to_skip = 0
        if not self._states:
            return
        if self._outer and self.depth < self._outer[-1][0]:
            self._end_box()
        inner, self._state = self._state, self._states.pop()
        if inner.target is Target.FORMULA and self._state.target is not Target.FORMULA:
            if found := _SYMBOL_FIELD.match(self._formula):
                self._said(symbol(int(found[1])))
            self._formula = ""

    def _characters(self, text: str) -> None:
        """Characters that stand for bytes."""
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if text:
            self._bytes.append(text)

    def _sign(self, sign: str) -> None:
        """An escaped sign."""
        if self._to_skip:
            self._to_skip -= 1
        elif sign in _SYMBOLS:
            self._flush()
            self._said(_SYMBOLS[sign])

    def _flush(self) -> None:
        """The bytes so far are over: what they say goes where it belongs."""
        if self._bytes:
            text = "".join(self._bytes)
            self._bytes = []
            font = self._sheets.fonts.get(self._state.font)
            self._said(decoded(text, font or self._encoding) if self._state.target is not Target.FONTS else text)

    def _said(self, text: str) -> None:
        """Text, wherever it belongs."""
        state, self._high = self._state, ""
        match state.target:
            case Target.BODY:
                self._story.say(_LINE_ENDS.sub(BREAK, text), state)
            case Target.MARKER:
                self._story.marker.append(text)
            case Target.FONTS:
                self._sheets.font_name(text)
            case Target.STYLES:
                self._sheets.style_name(text)
            case Target.FORMULA:
                self._formula = (self._formula + text)[:100]
            case _:
                pass

    def _word(self, word: str, number: int | None) -> None:
        """A control word."""
        state = self._state
        if self._begins_target(word):
            return
        match state.target:
            case Target.FONTS:
                self._sheets.font(word, number)
            case Target.STYLES:
                self._sheets.style(word, number)
            case Target.LISTS:
                self._sheets.list(word, number)
            case Target.OVERRIDES:
                self._sheets.override(word, number)
            case Target.BODY | Target.MARKER | Target.FORMULA:
                self._format(word, number)
            case _:
                pass
        if word == "u" and number is not None:
            self._unicode(number)

    def _begins_target(self, word: str) -> bool:
        """Whether a word says that its group goes elsewhere; such groups are left out if nobody knows the word."""
        state = self._state
        if word in _PICTURES:
            self.flow.has_pictures = True
        if state.target is Target.NOWHERE:
            return True
        if state.target is Target.SHAPE and word == "shptxt":
            self._outer.append((self.depth, self._story))
            self._story = Story(self.flow)
            state.target = Target.BODY
            state.pard()
        elif state.target is Target.UNICODE_PAIR and word == "ud":
            state.target = Target.BODY
        elif word in _TARGETS:
            state.target = _TARGETS[word]
        elif word in _NOT_READ or (self._is_optional and word != "shppict"):
            state.target = Target.NOWHERE
        else:
            return False
        return True

    def _format(self, word: str, number: int | None) -> None:
        """A word about letters, paragraphs or the whole file."""
        state = self._state
        is_on = number != 0
        if word in _SAID:
            self._said(_SAID[word])
        elif word in _ENDS:
            _ENDS[word](self)
        elif word in _SWITCHES:
            setattr(state, _SWITCHES[word], is_on)
        elif word in _NUMBERS:
            setattr(state, _NUMBERS[word], max(0, number or 0))
        elif word == "plain":
            state.plain()
        elif word == "pard":
            state.pard()
        elif word == "intbl":
            state.table = max(1, state.table)
        elif word == "outlinelevel":
            state.outline = number
        elif word == "uc":
            state.skip = max(0, min(number if number is not None else 1, 16))
        elif encoding := of_file(word, number):
            self._encoding = encoding

    def _unicode(self, number: int) -> None:
        """A character by its code, in two halves if it is beyond the basic plane; others stand behind it for it."""
        code = number % 0x10000
        high, self._to_skip = self._high, self._state.skip
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        if 0xDC00 <= code < 0xE000:
            pair = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            self._said(pair if high else "\ufffd")
            return
        self._said(as_sign(chr(code)) if 0xF000 <= code < 0xF100 else chr(code) if code else "")

    def _end_paragraph(self) -> None:
        state, sheets = self._state, self._sheets
        heading = sheets.heading(state.style) if state.outline is None else heading_level(state.outline)
        self._story.end_paragraph(state, heading, is_bullet=sheets.has_bullet(state.list, state.level))

    def _end_cell(self) -> None:
        self._state.table = max(1, self._state.table)
        self._end_paragraph()
        self._story.end_cell(self._state.table)

    def _end_row(self) -> None:
        self._story.end_row(1)

    def _end_inner_row(self) -> None:
        self._story.end_row(max(2, self._state.table))

    def _end_box(self) -> None:
        if self._story.is_begun:
            self._end_paragraph()
        box = Box(self._story.closed())
        _, self._story = self._outer.pop()
        self._story.add(box)


_SWITCHES = {
    "b": "is_bold", "caps": "is_caps", "scaps": "is_caps", "v": "is_hidden", "deleted": "is_deleted",
    "brdrb": "has_rule", "brdrt": "has_rule",
}  # fmt: skip
_NUMBERS = {
    "f": "font", "fs": "size", "s": "style", "ls": "list", "ilvl": "level", "itap": "table", "sb": "before",
    "sa": "after",
}  # fmt: skip
_ENDS: dict[str, Callable[[Scanner], None]] = {
    "par": Scanner._end_paragraph,
    "sect": Scanner._end_paragraph,
    "cell": Scanner._end_cell,
    "nestcell": Scanner._end_cell,
    "row": Scanner._end_row,
    "nestrow": Scanner._end_inner_row,
}
