"""What all records of lexicon files have in common."""

from __future__ import annotations

from msgspec import Struct


class Record(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """One table of a lexicon file. TOML's `some-key` is the field `some_key`; no other keys are allowed."""
