"""The lines of AsciiDoc that are more than text, by the signs that they begin with or are made of."""

from __future__ import annotations

import re

ITEM = re.compile(r"[ \t]*(?P<marker>\*{1,5}|-|•|\.{1,5}|\d{1,9}\.|[a-zA-Z]\.|[ivxIVX]{1,8}\))[ \t]+(?=\S)")
BOX = re.compile(r"\[[ xX*]\][ \t]+")
TERM = re.compile(r"[ \t]*(?P<term>\S.{0,300}?)(?P<colons>:{2,4}|;;)(?:[ \t]+|$)")
ATTRIBUTE = re.compile(r":(?P<unset>!?)(?P<name>\w[\w-]*)!?:(?:[ \t]+(?P<value>.*))?$")
CONDITION = re.compile(r"(?:ifdef|ifndef|ifeval|endif)::[^\[\]]*\[(?P<inner>.*)\]$")
COMMENT = re.compile(r"//(?!/)")
ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
AUTHOR = re.compile(r"\w[\w'’.-]*(?:[ \t]+\w[\w'’.-]*){0,3}[ \t]*(?:<[^<>]+>)?$")
REVISION = re.compile(r"v?\d[\d.]*(?:[,:]|$)|v\d")
DELIMITER = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\w*|\*{4,}|={4,}|_{4,}|--|~{4,})$")
CONTINUATION = "+"
ABOUT_BLOCK = re.compile(r"\[(?!\[|[ xX*]\])[^\[\]]*(?:\[[^\]]*\][^\[\]]*)*\]$|\[\[[^\[\]]*\]\]$")
"""`[role="lead"]` or an anchor `[[id]]`: says something of the block below."""

_MACRO = re.compile(r"(?:include|image|video|audio|toc|icon)::?[^\s\[\]]*\[.*\]$")
_RULE = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)$")


def is_unread(text: str) -> bool:
    """Whether a line says nothing to a reader: attributes of the next block, a rule, an image, a file included."""
    return bool(ABOUT_BLOCK.match(text) or _RULE.match(text) or _MACRO.match(text))
