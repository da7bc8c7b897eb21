"""Org's inline markup: emphasis, links, timestamps, entities, fragments of LaTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

from bulletcoach.readers.passages import Grammar, Marked, Said

_BEFORE = r"(?:(?<=[\s\-–—({'\"\[|])|(?<![\s\S]))"
_BEHIND = r"(?=[\s\-–—.,:;!?'\")}\[\]|\\]|\Z)"
_STAMP = r"\d{4}-\d{2}(?:-\d{2})?(?:[ \t][^<>\[\]\n]{0,40})?"
_PATTERN = re.compile(
    rf"(?P<link>\[\[[^\[\]\n]{{1,800}}\](?:\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\]){{1,800}})\])?\])"
    rf"|(?P<stamp>[<\[](?P<day>{_STAMP})[>\]])"
    r"|(?P<address><(?P<url>(?:https?|mailto|tel|ftp):[^<>\s]{1,800})>)"
    r"|(?P<bare>https?://[^\s\[\]<>]+)"
    r"|(?P<note>\[fn:[^\[\]\n]{0,400}\])"
    r"|(?P<export>@@(?P<language>[\w-]+):(?P<raw>[^@\n]{0,400})@@)"
    r"|(?P<macro>\{\{\{(?P<name>[\w-]+)(?:\([^(){}\n]{0,400}\))?\}\}\})"
    rf"|{_BEFORE}(?P<mark>[*/_+])(?![\s,\"'])(?P<marked>[^\n]?(?:(?!(?P=mark){_BEHIND})[^\n]|\n(?!\n)){{0,400}}?[^\s,\"'])(?P=mark){_BEHIND}"
    rf"|{_BEFORE}(?P<code>[=~])(?![\s,\"'])(?P<coded>[^\n]{{0,400}}?[^\s,\"'])(?P=code){_BEHIND}"
    r"|(?P<script>[\^_]\{(?P<scripted>[^{}\n]{1,100})\})"
    r"|(?P<break>\\\\[ \t]*(?:\[[^\]\n]{0,20}\])?(?=\n|\Z)|\\newline\b)"
    r"|(?P<fragment>\\\((?P<formula>[^\n]{0,400}?)\\\)|\$(?P<dollars>[^\s$.,;][^$\n]{0,100}[^\s$.,;]|[^\s$.,;])\$(?=[\s.,;:!?'\")-]|\Z))"
    r"|(?P<gap>\\(?:hfill|quad|qquad|tab|hspace\*?\{[^{}\n]{0,40}\})(?![A-Za-z])(?:\{\})?)"
    r"|(?P<command>\\(?:text(?:bf|it|sc|sf|tt|rm|up|normal)|emph|underline|uline|href\{[^{}\n]{0,400}\})\{(?P<argument>[^{}\n]{0,400})\})"
    r"|(?P<entity>\\(?P<entitled>[A-Za-z]{2,20})(?:\{\}|(?![A-Za-z])))"
    r"|(?P<escape>\\[%&$#_{}~])"
    r"|(?P<dash>---?(?![->]))"
    r"|(?P<dots>\.\.\.)"
)
_MATH = re.compile(r"[\\^_<>=+~]")
_COMMAND = re.compile(r"\\[A-Za-z]+|[{}\\]")
_ENTITIES = {"vert": "|", "hbar": "|", "textasciitilde": "~", "slash": "/", "under": "_", "dots": "…", "to": "→"}


def grammar(macros: Mapping[str, str]) -> Grammar:
    """The grammar of a file that defines `macros`."""

    def found(match: re.Match[str]) -> Said | Marked | None:
        return _found(match, macros)

    return Grammar(_PATTERN, found)


def _found(match: re.Match[str], macros: Mapping[str, str]) -> Said | Marked | None:
    match match.lastgroup:
        case "link":
            if match["label"]:
                return Marked(*match.span("label"))
            return Marked(match.start() + 2, match.end() - 2, is_literal=True)
        case "stamp":
            return Said(match["day"].split(" ")[0])
        case "address":
            return Marked(*match.span("url"), is_literal=True)
        case "bare":
            return Said(match[0])
        case "export":
            return Said("\n" if "<br" in match["raw"] else "")
        case "macro":
            return Said(macros.get(match["name"], ""))
        case "note":
            return Said("")
        case "marked":
            return Marked(*match.span("marked"))
        case "coded":
            return Marked(*match.span("coded"), is_literal=True)
        case "script":
            return Marked(*match.span("scripted"))
        case "command":
            return Marked(*match.span("argument"))
        case "break":
            return Said("\n")
        case "gap":
            return Said("\t")
        case "fragment":
            return _fragment(match)
        case "entity":
            return _entity(match["entitled"])
        case "escape":
            return Said(match[0][1:])
        case "dash":
            return Said("—" if len(match[0]) == 3 else "–")
        case "dots":
            return Said("…")
    return None


def _fragment(match: re.Match[str]) -> Said | None:
    """A formula, roughly; between dollars only where it looks like one, not like two amounts."""
    text = match["formula"] if match["formula"] is not None else match["dollars"]
    if match["formula"] is None and not _MATH.search(text):
        return None
    return Said(_COMMAND.sub(lambda each: _character(each[0][1:]) or "", text).strip())


def _entity(name: str) -> Said | None:
    character = _character(name)
    return Said(character) if character is not None else None


def _character(name: str) -> str | None:
    return _ENTITIES.get(name) or html5.get(f"{name};")
