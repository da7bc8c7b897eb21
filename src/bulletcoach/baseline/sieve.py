"""The sieve: known findings are taken out of the results of a run, and what is not found any more is noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from bulletcoach.baseline.file import read_baseline, write_baseline
from bulletcoach.baseline.keys import Key, Keyed, Spot, files_of, is_there, keyed
from bulletcoach.baseline.matching import match
from bulletcoach.config import Settings
from bulletcoach.engine import JUDGED_LANGUAGE
from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult
from bulletcoach.rules import RULES
from bulletcoach.rules.policy import applies
from bulletcoach.run import Checked


class Sieve:
    """Takes the findings that baselines hold out of results. A baseline is read when the first file names it."""

    def __init__(self) -> None:
        self._baselines: dict[Path, _Baseline | ConfigError] = {}

    def sift(self, checked: Checked) -> Checked:
        """The same result, its known findings among `known`; an error of its own where the baseline is broken."""
        path, result = checked.settings.baseline, checked.result
        if path is None:
            return checked
        if path not in self._baselines:
            try:
                self._baselines[path] = _Baseline(path, read_baseline(path))
            except ConfigError as error:
                self._baselines[path] = error
        baseline = self._baselines[path]
        if isinstance(baseline, ConfigError):
            result = replace(result, errors=(*result.errors, str(baseline)))
        else:
            result = baseline.sift(result, checked.settings)
        return replace(checked, result=result)

    def stale(self) -> dict[Path, list[Key]]:
        """What each baseline holds that was not found any more, by its path; to be asked after the run."""
        stale = {baseline.path: sorted(baseline.stale()) for baseline in self._read()}
        return {path: keys for path, keys in stale.items() if keys}

    def prune(self) -> None:
        """Take what is stale out of the files. Raises ConfigError where one cannot be written."""
        for baseline in self._read():
            if gone := baseline.stale():
                write_baseline(baseline.path, (baseline.known - gone).elements())

    @property
    def has_baselines(self) -> bool:
        """Whether any file of the run had a baseline."""
        return bool(self._baselines)

    def _read(self) -> Iterator[_Baseline]:
        return (baseline for baseline in self._baselines.values() if isinstance(baseline, _Baseline))


class _Baseline:
    """A baseline, with what was found of it so far. `left` are the findings of each file that were not found yet."""

    def __init__(self, path: Path, keys: Sequence[Key]) -> None:
        self.path = path
        self.known = Counter(keys)
        self._left: dict[str, Counter[Key]] = {}
        self._judged: dict[str, Settings] = {}
        self._parts: dict[Spot, bool] = {}
        for key in keys:
            self._left.setdefault(key.file, Counter())[key] += 1

    def sift(self, result: FileResult, settings: Settings) -> FileResult:
        """The result with its known findings apart."""
        by_file: dict[str, list[Keyed]] = {}
        for each in keyed(result, self.path.parent):
            by_file.setdefault(each.key.file, []).append(each)
        is_known = {id(each.finding) for file, found in by_file.items() for each in self._known_in(file, found)}
        if not result.errors and result.language == JUDGED_LANGUAGE and result.document is not None:
            for file, own in zip(files_of(result, self.path.parent), settings.of_sources(result.document), strict=True):
                self._judged.setdefault(file, own)
        new: list[Finding] = []
        known: list[Finding] = [*result.known]
        for finding in result.findings:
            (known if id(finding) in is_known else new).append(finding)
        return replace(result, findings=tuple(new), known=tuple(known))

    def _known_in(self, file: str, found: list[Keyed]) -> Iterator[Keyed]:
        """Those findings of one file that are known. A part that several files include is known to each of them."""
        left = self._left.get(file, Counter())
        first = [each for each in found if each.spot is None or each.spot not in self._parts]
        for each, key in zip(first, match([one.key for one in first], left.elements()), strict=True):
            if key is not None:
                left[key] -= 1
            if each.spot is not None:
                self._parts[each.spot] = key is not None
            elif key is not None:
                yield each
        yield from (each for each in found if each.spot is not None and self._parts[each.spot])

    def stale(self) -> Counter[Key]:
        """What was to be found in this run and was not: in files that were judged by its rule, or are no more."""
        gone: Counter[Key] = Counter()
        for file, left in self._left.items():
            settings = self._judged.get(file)
            if settings is not None:
                gone.update({key: count for key, count in left.items() if _is_looked_for(key.rule, settings)})
            elif not is_there(self.path.parent, file):
                gone.update(left)
        return +gone


_RULES = {rule.code: rule for rule in RULES}


def _is_looked_for(code: str, settings: Settings) -> bool:
    """Whether findings of this rule would have been found. A rule that is no more finds nothing."""
    rule = _RULES.get(code)
    return rule is None or (settings.selection.counts(rule) and applies(rule, settings.profile))
