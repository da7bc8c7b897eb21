"""Objects: what the verbs of a bullet act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.analysis.parsing import Parse
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Clause, Object
from bulletcoach.model.text import Span

_OBJECT_DEPS = ("dobj", "attr", "oprd", "dative", "nsubjpass")
_INSIDE = (
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "quantmod",
    "punct",
    "advmod",
    "case",
    "predet",
    "npadvmod",
)


class ObjectReader:
    """Reads direct objects, and the nouns behind openers and prepositional verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._light = lexicon.terms_of("light")

    def read(
        self, parse: Parse, verbs: Sequence[int], clauses: Sequence[Clause], start: int, *, is_phrase: bool
    ) -> tuple[Object, ...]:
        """The objects of the verbs at these token indexes, in order.

        Where there is no verb (`is_phrase`) the first noun from offset `start` on is the object.
        """
        found = [(head, parse.tokens[index].end) for index in verbs for head in self._of_verb(parse, index)]
        if not found or is_phrase:
            found = [*found, *((head, start) for head in self._first_noun(parse, start))]
        seen: dict[int, Object] = {}
        for head, floor in found:
            item = self._object(parse, head, floor, clauses)
            seen.setdefault(item.head.start, item)
        return tuple(sorted(seen.values(), key=lambda item: item.span))

    def _of_verb(self, parse: Parse, index: int) -> Iterator[int]:
        children = parse.children(index)
        direct = [child for child in children if parse.tokens[child].dep in _OBJECT_DEPS and _is_noun(parse, child)]
        if not direct:
            prepositions = [child for child in children if parse.tokens[child].dep == "prep"]
            direct = [
                child
                for preposition in prepositions[:1]
                for child in parse.children(preposition)
                if parse.tokens[child].dep == "pobj" and _is_noun(parse, child)
            ]
        if not direct:
            direct = [n for n in range(index + 1, min(index + 6, len(parse.tokens))) if _is_noun(parse, n)][:1]
            direct = [_last_of_compound(parse, n) for n in direct]
        for head in direct:
            yield head
            yield from (
                child for child in parse.children(head) if parse.tokens[child].dep == "conj" and _is_noun(parse, child)
            )

    def _first_noun(self, parse: Parse, start: int) -> Iterator[int]:
        for index, token in enumerate(parse.tokens):
            if token.start >= start and _is_noun(parse, index):
                yield _last_of_compound(parse, index)
                return

    def _object(self, parse: Parse, head: int, floor: int, clauses: Sequence[Clause]) -> Object:
        """The object with its noun phrase; a head that says nothing by itself gives way to the noun behind "of"."""
        content = head
        if parse.tokens[head].lemma.lower() in self._light:
            behind = [
                n
                for child in parse.children(head)
                if parse.tokens[child].text.lower() == "of"
                for n in parse.children(child)
            ]
            content = next((n for n in behind if _is_noun(parse, n)), head)
        left = head
        while (
            left
            and parse.tokens[left - 1].start >= floor
            and parse.tokens[left - 1].dep in _INSIDE
            and parse.tokens[left - 1].head in range(left, head + 1)
        ):
            left -= 1
        start, end = parse.tokens[left].start, parse.tokens[max(head, content)].end
        limit = next((c.span.start for c in clauses if start < c.span.start < end), end)
        token = parse.tokens[content]
        return Object(Span(start, max(limit, start)), singular(token.text.lower()), Span(token.start, token.end))


def _is_noun(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag.startswith("NN")


def _last_of_compound(parse: Parse, index: int) -> int:
    while index + 1 < len(parse.tokens) and _is_noun(parse, index + 1):
        index += 1
    return index
