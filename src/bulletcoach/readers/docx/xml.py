"""The XML of a DOCX file's parts, read with care.

A part is refused if it declares a document type (entities are how small files grow in memory), is nested deeper or has
more elements than any résumé. Names are given short prefixes: “w:p” is a paragraph in transitional and in strict files.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

_DEEPEST = 150  # a text box in a table in a table in a content control needs about 60
_MOST_ELEMENTS = 500_000
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
_OFF = frozenset({"0", "false", "off", "none"})


class BrokenPartError(Exception):
    """A part that cannot be read; says why, as the end of a sentence about the file."""


def parse(data: bytes) -> Element:
    """The tree of a part. Raises BrokenPartError."""
    parser = XMLParser(target=_Target())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        raise BrokenPartError("is damaged; open it in a word processor and save it anew") from None
    return root


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name; of several names, the child of that child. None where there is none.

    Element.find would take “w:p” for a namespace of its own.
    """
    for tag in path:
        element = next((each for each in element if each.tag == tag), None) if element is not None else None
    return element


def children(element: Element, tag: str) -> list[Element]:
    """All children of that name."""
    return [each for each in element if each.tag == tag]


def value(element: Element | None, name: str = "w:val") -> str:
    """An attribute, empty where it or the element is missing."""
    return "" if element is None else element.get(name, "")


def number(element: Element | None, name: str = "w:val") -> int | None:
    """An attribute that is a whole number, None where there is no such."""
    text = value(element, name)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """What a switch such as <w:b/> says; None where there is none."""
    switch = child(parent, name)
    return None if switch is None else value(switch).lower() not in _OFF


class _Target:
    """Builds the tree, and stops where a file goes too far."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST:
            raise BrokenPartError("is nested too deep to be a résumé; save it anew, or as plain text")
        if self._count > _MOST_ELEMENTS:
            raise BrokenPartError("is too large to be a résumé; save the résumé alone")
        self._builder.start(_short(tag), {_short(name): said for name, said in attributes.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_short(tag))

    def data(self, data: str) -> None:
        self._builder.data(data)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise BrokenPartError("declares a document type, which no word processor writes; save it anew")

    def close(self) -> Element:
        return self._builder.close()


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    uri, brace, local = name.removeprefix("{").rpartition("}")
    return f"{_PREFIXES[uri]}:{local}" if brace and uri in _PREFIXES else name
