"""Clean text as LaTeX has it."""

from __future__ import annotations

import re

from bulletcoach.model.document import Bullet, Source

_ESCAPED = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", "_": "\\_",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "–": "--", "—": "---", "<": "\\textless{}",
    ">": "\\textgreater{}", "|": "\\textbar{}",
}  # fmt: skip
_QUOTE = re.compile(r'(?<![^\s(\[/–—])"')
_AS_THEY_ARE = "–—<>|"  # written plainly where the file does so, too


def encode(text: str, source: Source, _bullet: Bullet) -> tuple[str, ...]:
    """For each character what LaTeX has for it. Quotes become opening and closing ones; a bracket at the beginning
    would be read as an option of \\item."""
    plain = {sign for sign in _AS_THEY_ARE if sign in source.text}
    written = [sign if sign in plain else _ESCAPED.get(sign, sign) for sign in text]
    opening = {match.start() for match in _QUOTE.finditer(text)}
    for at, sign in enumerate(text):
        if sign == '"':
            written[at] = "``" if at in opening else "''"
    if text.startswith("["):
        written[0] = "{[}"
    return tuple(written)
