"""The engine: takes sources through all stages: reading, analysis, judging, rules, selection.

Many sources share the work: the bullets of several documents are analysed in one batch, and a text that was met
before is not analysed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.config import Settings
from bulletcoach.errors import ConfigError, InputError, ModelError
from bulletcoach.fixes import FixMaker
from bulletcoach.gathering import Gathered, Gatherer, Gathering
from bulletcoach.inputs import InputProblem
from bulletcoach.judging import FieldDetector
from bulletcoach.language import detect
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Document, Source
from bulletcoach.model.facts import Facts
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span
from bulletcoach.panel import Panel, bullets_of, is_parsed
from bulletcoach.readers import ResumeWords, read, read_bare
from bulletcoach.suppression import suppress
from bulletcoach.tomlfile import did_you_mean
from bulletcoach.workers.ahead import ahead
from bulletcoach.workers.faults import TextFault

if TYPE_CHECKING:
    from bulletcoach.caching import Store

JUDGED_LANGUAGE = "en"
# Bullets to gather for one call of the analysis: enough to fill the parser's batches, few enough to show progress.
BATCH = 256
# Batches that are read before the first of them is judged: other processes have work, and few sources are held.
AHEAD = 4


class _Reading(Struct, frozen=True):
    """A source before its bullets are judged: the result so far, and the texts that need analysis."""

    result: FileResult
    texts: tuple[str, ...] = ()


class Engine:
    """Checks sources with one lexicon. The language model is loaded with the first bullet that needs it."""

    def __init__(self, lexicon: Lexicon, store: Store | None = None, jobs: int | None = 1) -> None:
        """`store` is where what the analysis finds is kept from one run to the next; None keeps nothing.

        `jobs` is how many processes are to analyse the bullets of many sources, None as many as pay off.
        """
        self._lexicon = lexicon
        self._words = ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)
        self._gatherer = Gatherer(lexicon, store, jobs)
        self._ahead = 0 if jobs == 1 else AHEAD  # one process has nothing to do meanwhile, and could report later only
        self._panels: dict[tuple[object, ...], Panel] = {}
        self._fixes = FixMaker(lexicon)

    @property
    def lexicon(self) -> Lexicon:
        """The words that it checks with."""
        return self._lexicon

    def check(self, sources: Iterable[Source | InputProblem], settings: Settings) -> Iterator[FileResult]:
        """A result for each source, in order. What is wrong with one source is an error of its own result."""
        batches = _batches(self._read_or_fail(source, settings) for source in sources)
        for batch, gathering in ahead(batches, self._begin, self._ahead):
            try:
                gathered = gathering.result()
            except ModelError as error:
                yield from (_failed(reading, error) for reading in batch)
            else:
                yield from (self._finish_or_fail(reading, gathered, settings) for reading in batch)

    def close(self) -> None:
        """End the processes that analyse, if there are any. Results that have not been taken yet are not made."""
        self._gatherer.close()

    def _begin(self, batch: Sequence[_Reading]) -> Gathering:
        return self._gatherer.begin(text for reading in batch for text in reading.texts)

    def check_one(self, source: Source, settings: Settings) -> FileResult:
        """The result for one source. Raises InputError, ConfigError or ModelError for what is wrong with it."""
        reading = self._read(source, settings)
        return self._finish(reading.result, self._facts(reading), settings)

    def check_read(self, document: Document, settings: Settings) -> FileResult:
        """The result for a document that has been read. Raises ConfigError or ModelError."""
        reading = self._ready(document, settings)
        return self._finish(reading.result, self._facts(reading), settings)

    def check_bare(
        self, source: Source, spans: Iterable[Span], settings: Settings, *, current: bool | None
    ) -> FileResult:
        """The result for bullets without a résumé round them, one at each span; `current` as in Entry.

        Raises ConfigError or ModelError.
        """
        reading = self._ready(read_bare(source, spans, self._words, current=current), settings)
        return self._finish(reading.result, self._facts(reading), settings)

    def _facts(self, reading: _Reading) -> Mapping[str, Facts]:
        """The facts of one source's texts. Raises ModelError, and RuntimeError for a fault of the program."""
        gathered = self._gatherer.begin(reading.texts).result()
        for fault in gathered.faults.values():
            raise RuntimeError(f"{reading.result.path}: {fault.message}")
        return gathered.facts

    def _finish_or_fail(self, reading: _Reading, gathered: Gathered, settings: Settings) -> FileResult:
        """The result of one of many; a fault of the program costs this file only, and is said."""
        if faults := [gathered.faults[text] for text in reading.texts if text in gathered.faults]:
            return replace(reading.result, errors=(f"{reading.result.path}: {faults[0].message}",))
        try:
            return self._finish(reading.result, gathered.facts, settings)
        except Exception as fault:
            return replace(reading.result, errors=(_fault(reading.result.path, fault),))

    def _read_or_fail(self, source: Source | InputProblem, settings: Settings) -> _Reading:
        if isinstance(source, InputProblem):
            return _Reading(FileResult(source.path, errors=(source.message,)))
        try:
            return self._read(source, settings)
        except (InputError, ConfigError) as error:
            return _Reading(FileResult(source.path, errors=(str(error),)))
        except Exception as fault:
            return _Reading(FileResult(source.path, errors=(_fault(source.path, fault),)))

    def read(self, source: Source, settings: Settings, included: Mapping[Path, Source] | None = None) -> Document:
        """The document in `source`. Raises InputError where it cannot be read.

        `included` are sources, by their resolved files, of which the text on the disk is not the one to read.
        """
        return read(source, self._words_for(settings), settings.input_format, settings.latex_root, included)

    def _words_for(self, settings: Settings) -> ResumeWords:
        """The words of résumés, with the commands that the settings name."""
        return self._words.with_commands(settings.bullet_macros, settings.entry_macros)

    def _read(self, source: Source, settings: Settings) -> _Reading:
        return self._ready(self.read(source, settings), settings)

    def _ready(self, document: Document, settings: Settings) -> _Reading:
        source = document.source
        field, language = self._field(document, settings), self._language(document, settings)
        self._role_level(field, settings)  # a mistake in the settings is told here, and not taken for ours later
        result = FileResult(source.path, document, language, field, notes=_notes(document, language))
        if language != JUDGED_LANGUAGE:
            return _Reading(result)
        return _Reading(result, tuple(bullet.text for *_, bullet in bullets_of(document) if is_parsed(bullet)))

    @cached_property
    def _fields(self) -> FieldDetector:
        return FieldDetector(self._lexicon)

    def _field(self, document: Document, settings: Settings) -> str:
        """The id of the field lexicon. Raises ConfigError where the settings name one that does not exist."""
        if settings.field is None:
            return self._fields.detect(document)
        try:
            return self._lexicon.field(settings.field).about.id
        except ConfigError as error:
            raise settings.blame("field", error) from None

    def _language(self, document: Document, settings: Settings) -> str:
        """The ISO code of the language. Raises ConfigError where the settings name one that is not known."""
        if settings.language is None:
            return detect(document.prose, self._lexicon.languages)
        codes = [entry.code for entry in self._lexicon.languages]
        if settings.language not in codes:
            message = f"unknown language “{settings.language}”{did_you_mean(settings.language, codes)}"
            raise settings.blame("language", ConfigError(f"{message}; known: {', '.join(sorted(codes))}"))
        return settings.language

    def _finish(self, result: FileResult, facts: Mapping[str, Facts], settings: Settings) -> FileResult:
        """The result with judgements, findings and rewrites, where its bullets are to be judged."""
        if result.document is None or result.language != JUDGED_LANGUAGE:
            return result
        panel = self._panel(result.field, settings)
        bullets = tuple(panel.judge(result.document, facts, everywhere=settings.field is not None))
        rewrites = panel.rewrites(bullets)
        own = settings.of_sources(result.document)
        findings = panel.findings(
            result.document, bullets, lambda rule, file: own[file].selection.counts(rule), settings.severities
        )
        mended = self._fixes.attached(findings, bullets, rewrites)
        judged = replace(result, bullets=bullets, findings=mended, rewrites=rewrites)
        return suppress(judged, settings)

    def _panel(self, field: str, settings: Settings) -> Panel:
        """The panel for a field. Raises ConfigError where the settings name a level that does not exist."""
        level = self._role_level(field, settings)
        key = (field, settings.profile, settings.rule_options, level)
        if key not in self._panels:
            pack = self._lexicon.field(field)
            self._panels[key] = Panel(self._lexicon, pack, settings.profile, settings.rule_options, level)
        return self._panels[key]

    def _role_level(self, field: str, settings: Settings) -> int | None:
        """The level of verbs that the settings name. Raises ConfigError where there is none of that name."""
        if settings.role_level is None:
            return None
        levels = {entry.name: entry.level for entry in self._lexicon.field(field).levels}
        if settings.role_level not in levels:
            message = f"unknown role level “{settings.role_level}”{did_you_mean(settings.role_level, levels)}"
            raise settings.blame("role-level", ConfigError(f"{message}; known: {', '.join(levels)}"))
        return levels[settings.role_level]


def _batches(readings: Iterable[_Reading]) -> Iterator[list[_Reading]]:
    """The readings in lists that hold at least BATCH bullets, or BATCH files, but for the last."""
    batch: list[_Reading] = []
    texts = 0
    for reading in readings:
        batch.append(reading)
        texts += len(reading.texts)
        if texts >= BATCH or len(batch) >= BATCH:
            yield batch
            batch, texts = [], 0
    if batch:
        yield batch


def _fault(path: str, fault: Exception) -> str:
    """What to say of a fault of the program, which costs one file only."""
    return f"{path}: {TextFault.of(fault).message}"


def _failed(reading: _Reading, error: ModelError) -> FileResult:
    """The result where the analysis could not be done: an error, if there was anything to analyse."""
    return replace(reading.result, document=None, errors=(str(error),)) if reading.texts else reading.result


def _notes(document: Document, language: str) -> tuple[str, ...]:
    """The reader's notes, and what is to be said when nothing can be judged."""
    notes = list(document.notes)
    if not (document.prose or document.source.text).strip():
        notes.append("the file is empty")
    elif not any(True for _ in bullets_of(document)):
        notes.append("no bullets found")
    elif language != JUDGED_LANGUAGE:
        notes.append(f"the language looks like “{language}”; only English is judged (--language en judges it anyway)")
    return tuple(notes)
