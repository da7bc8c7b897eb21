"""Suppressions of the configuration: tables [[suppress]], which name bullets by their text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bulletcoach.config.options import Suppress
from bulletcoach.suppression.claims import Claim, claims_in

_MORE = ("…", "...")
_PLAIN = str.maketrans("‘’‚‛′“”„‟″«»‹›‐‑‒–—―−\u00a0", "'''''\"\"\"\"\"\"\"''------- ")
_AT_END = " .,;:!?'\"-"
_GLOB = re.compile(r"[*?\[\\!]|/$")


class Configured:
    """Finds the claims on a bullet's text."""

    def __init__(self, tables: Iterable[Suppress]) -> None:
        self.claims: list[Claim] = []
        self._whole: defaultdict[str, list[Claim]] = defaultdict(list)
        self._beginnings: list[tuple[str, list[Claim]]] = []
        for table in tables:
            claims = list(claims_in(table))
            self.claims += claims
            text = table.text.strip()
            if text.endswith(_MORE):
                self._beginnings.append((same(text.rstrip("….")), claims))
            else:
                self._whole[same(text)] += claims

    def of(self, text: str, code: str) -> Iterator[Claim]:
        """The claims that silence the rule with this code on a bullet that reads so."""
        if not self.claims:
            return
        said = same(text)
        beginnings = (found for begin, found in self._beginnings if said.startswith(begin))
        for claims in (self._whole.get(said, ()), *beginnings):
            yield from (claim for claim in claims if code in claim.codes)

    def begins_one(self, claim: Claim, texts: Iterable[str]) -> bool:
        """Whether a claim's text is but the beginning of one of `texts`: “…” was forgotten at its end."""
        begin = next((text for text, claims in self._whole.items() if claim in claims), None)
        return begin is not None and any(same(text).startswith(f"{begin} ") for text in texts)


def same(text: str) -> str:
    """What two texts have in common that differ in case, blanks, quotation marks, dashes and what ends them alone."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    return " ".join(plain.split()).rstrip(_AT_END)


def names_one_file(table: Suppress) -> bool:
    """Whether its path is that of a file: one that silences nothing there silences nothing anywhere."""
    return bool(table.path) and _GLOB.search(table.path) is None
