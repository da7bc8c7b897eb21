"""AsciiDoc's inline markup: constrained and unconstrained marks, macros, attributes, replacements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from bulletcoach.readers.passages import Grammar, Marked, Said

INTRINSIC = {
    "nbsp": "\u00a0", "sp": " ", "empty": "", "blank": "", "zwsp": "", "wj": "", "amp": "&", "lt": "<", "gt": ">",
    "plus": "+", "asterisk": "*", "tilde": "~", "caret": "^", "backslash": "\\", "backtick": "`", "vbar": "|",
    "startsb": "[", "endsb": "]", "brvbar": "¦", "deg": "°", "cpp": "C++", "pp": "++", "apos": "'", "quot": '"',
    "ldquo": '"', "rdquo": '"', "lsquo": "'", "rsquo": "'", "two-colons": "::", "two-semicolons": ";;",
}  # fmt: skip
"""The attributes that AsciiDoc itself defines."""


def _constrained(name: str, sign: str) -> str:
    """`*text*`: its marks stand at the edges of words."""
    mark = re.escape(sign)
    return (
        rf"(?<![\w:;}}\\])(?:\[[^\[\]\n]{{0,200}}\])?{mark}(?=[^\s{mark}])"
        rf"(?P<{name}>(?:[^{mark}\n]|\n(?!\n)|(?<=\w){mark}(?=\w)){{1,600}}?)(?<=\S){mark}(?!\w)"
    )


def _unconstrained(name: str, sign: str) -> str:
    """`**text**`: anywhere."""
    mark = re.escape(sign)
    return (
        rf"(?:\[[^\[\]\n]{{0,200}}\])?{mark}{mark}(?=\S)(?P<{name}>(?:[^{mark}\n]|\n(?!\n)|{mark}(?!{mark})){{1,600}}?)"
        rf"{mark}{mark}"
    )


_NAMES = {"strong": "*", "italic": "_", "mono": "`", "mark": "#"}
_MARKS = "|".join(
    [_unconstrained(f"{name}2", sign) for name, sign in _NAMES.items()]
    + [_constrained(name, sign) for name, sign in _NAMES.items()]
)
_PATTERN = re.compile(
    r"(?P<escape>\\\\(?:\*\*|__|``|##)|\\(?:\*\*|__|``|##|\.\.\.|--|->|=>|<-|<=|\((?:C|R|TM)\)|\{[\w-]+\}|https?:|ftp:"
    r"|(?:link|mailto|xref|image|icon|kbd|btn):|<<|\[\[|&(?=[#\w]+;)|[*_`#^~+]|[\"'](?=`)))"
    r"|(?P<pass>\+\+\+(?P<passed>[^\n]{1,400}?)\+\+\+|pass:[a-z,]{0,20}\[(?P<passed_on>[^\]\n]{0,400})\])"
    r"|(?P<literal>(?<![\w+])\+\+(?P<plussed>[^\n]{1,400}?)\+\+(?![\w+]))"
    r"|(?P<link>(?:link|xref|mailto):(?P<to>[^\s\[\]]{0,800})\[(?P<label>(?:[^\[\]\n]|\\\])*)\])"
    r"|(?P<url>(?:https?|ftp|irc)://[^\s\[\]<>]{1,800}\[(?P<titled>(?:[^\[\]\n]|\\\])*)\])"
    r"|(?P<address><(?P<bracketed>(?:https?|ftp)://[^\s<>]{1,800})>)"
    r"|(?P<bare>(?:https?|ftp)://[^\s\[\]<>]*[^\s\[\]<>.,;:!?)])"
    r"|(?P<xref><<(?P<id>[^<>,\n]{1,200})(?:,\s*(?P<shown>[^<>\n]{1,200}))?>>)"
    r"|(?P<anchor>\[\[[\w:.-]{1,200}(?:,[^\]\n]{0,200})?\]\]|anchor:[\w:.-]{1,200}\[[^\]\n]{0,200}\])"
    r"|(?P<hidden>(?:image|icon|footnote|footnoteref|indexterm2?|stem|latexmath|asciimath|menu|toc|ifdef|counter2?)"
    r":(?!\s)[^\s\[\]]{0,400}\[(?P<of_hidden>[^\]\n]{0,400})\])"
    r"|(?P<key>(?:kbd|btn):\[(?P<keyed>[^\]\n]{1,100})\])"
    r"|(?P<web>\{(?P<site>\w[\w-]{0,80})\}(?P<path>[^\s\[\]{}]{0,200})\[(?P<sited>(?:[^\[\]\n]|\\\])*)\])"
    r"|(?P<attribute>\{(?P<name>\w[\w-]{0,80})\})"
    rf"|{_MARKS}"
    r"|(?P<quoted>(?P<quote>[\"'])`(?P<inside>[^`\n]{1,400})`(?P=quote))"
    r"|(?P<typographic>(?<=\w)`')"
    r"|(?<![\w+])\+(?P<plain>[^\s+](?:[^+\n]{0,400}?[^\s+])?)\+(?![\w+])"
    r"|\^(?P<raised>[^\s^]{1,60})\^|~(?P<lowered>[^\s~]{1,60})~"
    r"|(?P<break>[ \t]\+[ \t]*(?=\n|\Z))"
    r"|(?P<dash>(?<=\w)--(?=\w)|(?<=[ \t])--(?=[ \t\n])|(?<![\s\S])--(?=[ \t]))"
    r"|(?P<dots>\.\.\.)"
    r"|(?P<sign>->|=>|<-|<=|\((?:C|R|TM)\)|&(?:#\d{2,6}|\w{2,10});)"
)
_ADDRESS = re.compile(r"(?:https?|ftp|irc)://|(?:link|mailto|xref):")
_SIGNS = {"->": "→", "=>": "⇒", "<-": "←", "<=": "⇐", "(C)": "©", "(R)": "®", "(TM)": "™"}


def grammar(attributes: Mapping[str, str]) -> Grammar:
    """The grammar of a file that sets `attributes`."""

    def found(match: re.Match[str]) -> Said | Marked | None:
        return _found(match, attributes)

    return Grammar(_PATTERN, found)


def _found(match: re.Match[str], attributes: Mapping[str, str]) -> Said | Marked | None:
    match match.lastgroup:
        case "escape":
            return Said(match[0].lstrip("\\"))
        case "pass":
            name = "passed" if match["passed"] is not None else "passed_on"
            return Marked(*match.span(name), is_literal=True) if "<" not in match[name] else Said("")
        case "literal":
            return Marked(*match.span("plussed"), is_literal=True)
        case "link":
            return _labelled(match, "label", "to")
        case "url":
            return _labelled(match, "titled", "")
        case "address":
            return Marked(*match.span("bracketed"), is_literal=True)
        case "bare":
            return Said(match[0])
        case "xref":
            return Marked(*match.span("shown")) if match["shown"] else Said("")
        case "anchor" | "hidden":
            return Said("")
        case "key":
            return Marked(*match.span("keyed"))
        case "web":
            return _sited(match, attributes)
        case "attribute":
            return _attribute(match["name"].casefold(), attributes)
        case "quoted":
            return _quoted(match)
        case "typographic":
            return Said("'")
        case "plain":
            return Marked(*match.span("plain"), is_literal=True)
        case "break":
            return Said("\n")
        case "dash":
            return Said("—")
        case "dots":
            return Said("…")
        case "sign":
            return _sign(match[0])
        case name if name is not None:
            return Marked(*match.span(name))
    return None


def _labelled(match: re.Match[str], label: str, address: str) -> Said | Marked:
    """A link: its label without what stands behind a comma with an attribute, else its address."""
    start, end = match.span(label)
    text = match[label]
    if text and (cut := re.search(r",\s*(?:window|role|opts|options|target|rel|id)\s*=|\^$", text)):
        end = start + cut.start()
    if text and start < end:
        if text[0] == '"' and (close := match.string.find('"', start + 1, end)) > 0:
            return Marked(start + 1, close)
        return Marked(start, end)
    if address:
        return Said(match[address])
    return Said(match[0].split("[")[0])


def _sited(match: re.Match[str], attributes: Mapping[str, str]) -> Said | Marked | None:
    """`{url-shop}[Corner Shop]`, where the attribute holds an address; else brackets are text."""
    value = attributes.get(match["site"].casefold(), "")
    if _ADDRESS.match(value):
        return _labelled(match, "sited", "") if match["sited"] else Said(f"{value}{match['path']}")
    said = _attribute(match["site"].casefold(), attributes)
    return Said(f"{said.text}{match[0][match[0].index('}') + 1 :]}") if said else None


def _attribute(name: str, attributes: Mapping[str, str]) -> Said | None:
    value = attributes.get(name, INTRINSIC.get(name))
    return Said(value) if value is not None else None


def _quoted(match: re.Match[str]) -> Said:
    return Said(f"{match['quote']}{match['inside']}{match['quote']}")


def _sign(text: str) -> Said | None:
    said = _SIGNS.get(text) or unescape(text)
    return Said(said) if said != text else None
