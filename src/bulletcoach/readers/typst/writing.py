"""Clean text as it is written in Typst."""

from __future__ import annotations

import re

from bulletcoach.readers.typst.cursor import URL

_SPECIAL = frozenset("\\`$#@<~[]")
_AT_START = re.compile(r"[-+/=]+(?=\s|$)|\d{1,9}(?=\.(?:\s|$))")
_IN_STRING = {'"': '\\"', "\\": "\\\\"}


def in_markup(text: str) -> tuple[str, ...]:
    """For each character what stands for it between tags of markup."""
    written = list(text)
    in_address = {at for url in URL.finditer(text) for at in range(*url.span())}
    for at, sign in enumerate(text):
        if at in in_address:
            continue
        before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if sign in _SPECIAL:
            is_plain = (sign == "@" and not _begins_name(behind)) or (sign == "<" and not _begins_name(behind))
            written[at] = sign if is_plain else f"\\{sign}"
        elif sign in "*_":
            written[at] = sign if before.isalnum() and behind.isalnum() else f"\\{sign}"
        elif (sign in "-/" and before == sign) or (sign == "-" and behind == "?") or text.startswith("...", at):
            written[at] = f"\\{sign}"
    if found := _AT_START.match(text):
        at = found.end() if text[0].isdigit() else 0
        written[at] = f"\\{text[at]}"
    return tuple(written)


def in_string(text: str) -> tuple[str, ...]:
    """For each character what stands for it between quotes."""
    return tuple(_IN_STRING.get(sign, sign) for sign in text)


def _begins_name(character: str) -> bool:
    return character.isalpha() or character == "_"
