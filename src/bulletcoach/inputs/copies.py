"""Copies that were made from another file: “resume.html” beside “resume.md”, “pdf/resume.pdf” beside “resume.tex”."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from msgspec import Struct

# Each is made from those in front of it far more often than the other way round.
_MADE_FROM = (
    "yaml", "json", "latex", "typst", "org", "rst", "asciidoc", "markdown", "html", "docx", "rtf", "text", "pdf",
)  # fmt: skip
_RANKS = {name: rank for rank, name in enumerate(_MADE_FROM)}


class Candidate(Struct, frozen=True):
    """A file that counts as a résumé: its `path` to show, where it is, and its format.

    `within` is its path in the searched folder. `is_source` is False for data that hold no résumé: nothing is made
    from them.
    """

    path: str
    file: Path
    format: str
    within: PurePath
    is_source: bool = True


def copies(candidates: Iterable[Candidate], version_folders: frozenset[str]) -> Mapping[Candidate, Candidate]:
    """The candidates that look like copies, each with what it seems to be made from.

    Files of the same name count as copies if they lie in one folder, or in folders that differ only by names for
    versions, such as “pdf” or “output”. That a copy is stale, or another person's, its name does not say.
    """
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.is_source:
            groups.setdefault(_place(candidate.within, version_folders), []).append(candidate)
    found = {}
    for group in groups.values():
        source = min(group, key=lambda one: (_RANKS[one.format], len(one.within.parts)))
        found.update({one: source for one in group if one.format != source.format})
    return found


def _place(within: PurePath, version_folders: frozenset[str]) -> tuple[str, ...]:
    """The folders that matter, and the name without its ending."""
    folders = [_plain(part) for part in within.parts[:-1]]
    return (*(folder for folder in folders if folder not in version_folders), _plain(within.stem))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
