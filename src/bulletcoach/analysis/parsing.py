"""Parsing bullets: segments in, tokens out as plain data, their offsets those of the bullet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bulletcoach.analysis.segments import Segment
from bulletcoach.model.facts import Token
from bulletcoach.model.text import Span
from bulletcoach.model.words import Word, words_of

if TYPE_CHECKING:
    from spacy.language import Language

# Bullets are short; this many at a time keep the pipeline busy without holding a long résumé's all.
BATCH = 256
# The pipeline's matrices grow with its batches, and larger ones than this are no faster: at 256 sentences parsing took
# nearly as much memory as the loaded model, at 64 a third of that. What a parse says does not depend on it.
_SENTENCES = 64


class Parse(Struct, frozen=True, dict=True):
    """The tokens of one bullet, all segments in one sequence, with the indexes where each segment begins."""

    text: str
    tokens: tuple[Token, ...]
    segments: tuple[Segment, ...]
    starts: tuple[int, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text, as they are compared with lexicons."""
        return words_of(self.text)

    def segment_tokens(self, number: int) -> range:
        """The indexes of the tokens of segment `number`."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.tokens)
        return range(self.starts[number], end)

    def children(self, index: int) -> list[int]:
        return [n for n, token in enumerate(self.tokens) if token.head == index and n != index]

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors of `index`, nearest first, the root last."""
        seen = {index}
        while (head := self.tokens[index].head) not in seen:
            yield head
            seen.add(head)
            index = head

    def overlapping(self, span: Span) -> list[int]:
        """The indexes of the tokens that share characters with `span`."""
        return [n for n, token in enumerate(self.tokens) if token.start < span.end and span.start < token.end]

    def is_root(self, index: int) -> bool:
        return self.tokens[index].head == index


def parse_all(model: Language, bullets: Sequence[tuple[str, Sequence[Segment]]]) -> Iterator[Parse]:
    """The parses of the bullets, each given as its text and segments, in order."""
    sentences = [segment.sentence for _, segments in bullets for segment in segments]
    docs = model.pipe(sentences, batch_size=_SENTENCES)
    for text, segments in bullets:
        tokens: list[Token] = []
        starts: list[int] = []
        for segment in segments:
            starts.append(len(tokens))
            tokens.extend(_tokens(next(docs), segment, text, len(tokens)))
        yield Parse(text, tuple(tokens), tuple(segments), tuple(starts))


def _tokens(doc: Any, segment: Segment, text: str, base: int) -> Iterator[Token]:
    """The tokens of one parsed segment without the restored subject, which governs nothing that stays."""
    kept = [token for token in doc if token.idx >= len(segment.subject) and not token.is_space]
    index = {token.i: base + n for n, token in enumerate(kept)}
    for token in kept:
        head = index.get(token.head.i, index[token.i])
        start = token.idx + segment.shift
        end = start + len(token)
        yield Token(start, end, text[start:end], token.lemma_, token.tag_, token.dep_, head)
