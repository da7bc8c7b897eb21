"""Fingerprint: a name for a finding that stays when lines above it come and go, and when its message is reworded.

Services that keep findings from one run to the next know them by it.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from bulletcoach.baseline.keys import plain
from bulletcoach.model.finding import Finding
from bulletcoach.report.placement import Placement

_LENGTH = 32


class Fingerprints:
    """Gives each finding of a run its fingerprint. Of findings that are alike, each gets its own, in order."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()

    def of(self, finding: Finding, placement: Placement, path: str) -> str:
        """Rule, file and what the finding is about, read without case, blanks and end marks; and which of equals it is.

        `path` is the name of the file wherever the repository is checked out.
        """
        alike = digest(finding.code, path, plain(_subject(finding, placement)))
        ordinal = self._met[alike]
        self._met[alike] += 1
        return digest(alike, str(ordinal))


def _subject(finding: Finding, placement: Placement) -> str:
    """The bullet's text, the entry's name, the stretch of the source, or nothing for the whole résumé."""
    if finding.bullet is not None:
        return placement.bullets[finding.bullet].bullet.text
    if finding.entry is not None:
        return placement.entries[finding.entry].name
    document = placement.result.document
    return finding.at.span.of(document.sources[finding.at.file].text) if finding.at and document else ""


def digest(*parts: str) -> str:
    """A name for what these parts say together."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
