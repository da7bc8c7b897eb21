"""A page of HTML taken apart, to see that it holds what it should and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = ("meta", "wbr")


@dataclass
class Node:
    """An element with its attributes, and its children: elements and texts."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, tag: str = "", class_: str = "") -> list[Node]:
        """The elements in it with this tag and class, in order."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, Node):
                fits = tag in ("", child.tag) and (not class_ or class_ in child.classes)
                found += [*([child] if fits else []), *child.all(tag, class_)]
        return found

    def one(self, tag: str = "", class_: str = "") -> Node:
        (found,) = self.all(tag, class_)
        return found


def parsed(page: str) -> Node:
    """The document. Every element must be closed where it ends."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.open == [parser.root], [node.tag for node in parser.open]
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, (self.open[-1].tag, tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")
