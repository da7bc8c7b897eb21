"""What a JSON file, which has no comments, tells bulletcoach: the values of a key of that name.

It is no content. Each text is kept as a comment about the object that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.model.document import Comment
from bulletcoach.model.text import Span
from bulletcoach.readers.schema.nodes import Kind, Node, Scalar, Sequence

KEY = "bulletcoach"
_SIGN = f"{KEY}: "

Pair = tuple[Scalar, Node]


def parted(pairs: tuple[Pair, ...], scope: Span) -> tuple[tuple[Pair, ...], tuple[Comment, ...]]:
    """The pairs of an object without its directives, and these.

    An object under the key is content as any other: a project may be called so.
    """
    if not any(key.text == KEY for key, _ in pairs):
        return pairs, ()
    kept: list[Pair] = []
    comments: list[Comment] = []
    for key, value in pairs:
        texts = tuple(_texts(value)) if key.text == KEY else ()
        if texts:
            comments += (_comment(text, scope) for text in texts)
        else:
            kept.append((key, value))
    return tuple(kept), tuple(comments)


def _texts(value: Node) -> Iterator[Scalar]:
    """The texts that a value is or lists; none where it is, or lists, anything else."""
    if isinstance(value, Scalar):
        listed: tuple[Node, ...] = (value,)
    else:
        listed = value.items if isinstance(value, Sequence) else ()
    texts = [each for each in listed if isinstance(each, Scalar) and each.kind is Kind.TEXT]
    if len(texts) == len(listed):
        yield from texts


def _comment(text: Scalar, scope: Span) -> Comment:
    said = text.text.strip()
    return Comment(said if said.startswith(KEY) else _SIGN + said, text.span, scope=scope)
