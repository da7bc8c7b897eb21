"""bulletcoach's stages one by one, in one process: prints JSON with the processor seconds of each.

Arguments: the résumés, all of one field. Lexicons and model are loaded before, and the first résumé is taken through
all stages before the clock runs, so that everything is imported and every index made.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import TypeVar

from bulletcoach.analysis import Analyser
from bulletcoach.cli import OBJECTS
from bulletcoach.config import Settings
from bulletcoach.fixes import FixMaker
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.model.document import Document, Source
from bulletcoach.model.facts import Facts
from bulletcoach.panel import Panel, bullets_of
from bulletcoach.readers import ResumeWords, read

Value = TypeVar("Value")
FIELD = "customer-service"


class Clock:
    """The processor seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Value]) -> Value:
        """What the work gives; its time counts for the stage."""
        started = process_time()
        value = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + process_time() - started
        return value


class Stages:
    """What the stages need, made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._settings = Settings()
        self._words = ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)
        self._analyser = Analyser(lexicon)
        self._panel = Panel(lexicon, lexicon.field(FIELD), self._settings.profile)
        self._fixes = FixMaker(lexicon)

    def take(self, paths: Iterable[Path], clock: Clock) -> None:
        """Take the files through all stages; their bullets are analysed together."""
        documents = clock.time("reading", lambda: [self._read(path) for path in paths])
        texts = list({bullet.text: None for document in documents for *_, bullet in bullets_of(document)})
        analysed = clock.time("analysis", lambda: list(self._analyser.analyse(texts)))
        facts = dict(zip(texts, analysed, strict=True))
        for document in documents:
            self._finish(document, facts, clock)

    def _read(self, path: Path) -> Document:
        data = path.read_bytes()
        return read(Source(str(path), data, data.decode()), self._words)

    def _finish(self, document: Document, facts: dict[str, Facts], clock: Clock) -> None:
        panel, counts = self._panel, self._settings.selection.counts
        bullets = clock.time("judging", lambda: tuple(panel.judge(document, facts, everywhere=True)))
        rewrites = clock.time("rewriting", lambda: panel.rewrites(bullets))
        findings = clock.time("rules", lambda: panel.findings(document, bullets, lambda rule, _: counts(rule)))
        clock.time("fixes", lambda: self._fixes.attached(findings, bullets, rewrites))


def main() -> None:
    """Take every file through all stages, and print their times."""
    gc.set_threshold(OBJECTS)  # as the command line does
    first, *paths = map(Path, sys.argv[1:])
    stages, clock = Stages(load_lexicon()), Clock()
    stages.take([first], Clock())
    stages.take(paths, clock)
    json.dump(clock.seconds, sys.stdout)


if __name__ == "__main__":
    main()
