"""What is said between workers and the process that asks them: frames of msgpack on pipes and sockets.

A frame is a length in four bytes, the highest first, and that many bytes. A worker is told its Commission; it answers
Ready or Refused, and from then on each list of texts with a Reading, in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from bulletcoach import errors
from bulletcoach.errors import BulletcoachError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts

_LENGTH = 4
_LARGEST_READ = 1 << 20


class Commission(Struct, frozen=True):
    """What to analyse with. `make` names a function that makes the analysis from the lexicon, as “module:function”.

    The lexicon is sent, not where its files are: they may be saved again meanwhile, and read quicker like this.
    """

    make: str
    lexicon: Lexicon


class Ready(Struct, frozen=True, tag=True):
    """A worker waits for texts."""


class Refused(Struct, frozen=True, tag=True):
    """A worker cannot work, for a reason that a user can mend; `kind` is the class of the error."""

    kind: str
    message: str

    @classmethod
    def because(cls, error: BulletcoachError) -> Refused:
        return cls(type(error).__name__, str(error))

    @property
    def error(self) -> BulletcoachError:
        """The error as it would have been raised here."""
        kind: type[BulletcoachError] = getattr(errors, self.kind, BulletcoachError)
        return kind(self.message)


class Reading(Struct, frozen=True, tag=True):
    """The Facts of the texts, encoded: None for a text whose place in the list is among the `faults`."""

    facts: msgspec.Raw
    faults: dict[int, str] = {}


Answer = Ready | Refused | Reading

_encoder = msgspec.msgpack.Encoder()
_answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
_facts = msgspec.msgpack.Decoder(list[Facts | None])
_texts = msgspec.msgpack.Decoder(list[bytes])
# A program may give a text with half a pair of surrogates, which no encoding has; what readers give has none.
_HALVES = "surrogatepass"
_commission = msgspec.msgpack.Decoder(Commission)


def encoded(message: Commission | Answer | Facts | Sequence[Facts] | Sequence[msgspec.Raw | None]) -> bytes:
    return _encoder.encode(message)


def encoded_texts(texts: Iterable[str]) -> bytes:
    return _encoder.encode([text.encode("utf-8", _HALVES) for text in texts])


def commission_in(frame: bytes) -> Commission:
    return _commission.decode(frame)


def texts_in(frame: bytes) -> list[str]:
    return [text.decode("utf-8", _HALVES) for text in _texts.decode(frame)]


def answer_in(frame: bytes) -> Answer:
    return _answers.decode(frame)


def facts_in(encoded_facts: msgspec.Raw) -> list[Facts | None]:
    return _facts.decode(encoded_facts)


def send(descriptor: int, frame: bytes) -> None:
    """Write a frame, all of it. Raises OSError where nobody is left to read it."""
    rest = memoryview(len(frame).to_bytes(_LENGTH, "big") + frame)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def receive(descriptor: int) -> bytes | None:
    """The next frame; None where the other end is gone, be it amid a frame."""
    head = _exactly(descriptor, _LENGTH)
    return None if head is None else _exactly(descriptor, int.from_bytes(head, "big"))


def _exactly(descriptor: int, length: int) -> bytes | None:
    pieces: list[bytes] = []
    while length:
        try:
            piece = os.read(descriptor, min(length, _LARGEST_READ))
        except OSError:
            return None
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
