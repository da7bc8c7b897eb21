"""What all records of lexicon files have in common."""

from __future__ import annotations

from msgspec import Struct


# Nothing that is read from a file refers back to what it stands in, so the garbage collector need not know of it.
class Record(Struct, frozen=True, gc=False, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """One table of a lexicon file. TOML's `some-key` is the field `some_key`; no other keys are allowed."""
