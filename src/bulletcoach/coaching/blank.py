"""A blank in its place, and what may become of a reply to its question."""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.lexicon.field import FieldPack
from bulletcoach.model.rewrite import Slot


class Blank(Struct, frozen=True):
    """A slot in its place: the bullet's text, the words round the slot in the rewrite, and the field of work."""

    slot: Slot
    bullet: str
    before: str
    pack: FieldPack
    after: str = ""


class Settled(Struct, frozen=True):
    """A good answer: `text` fills the blank, `typed` is the reply that says so, for keeping."""

    text: str
    typed: str


class Doubt(Struct, frozen=True):
    """A reply that something speaks against. The same reply again stands; a unit alone completes it.

    `raised` counts the objections made to it so far.
    """

    message: str
    typed: str
    raised: int = 1


class Refusal(Struct, frozen=True):
    """A reply that cannot fill the blank, however often it is given."""

    message: str


Finding = Settled | Doubt | Refusal
