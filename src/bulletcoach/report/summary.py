"""Summary: what a run comes to, for the last lines of the text report and for the JSON report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from bulletcoach.model.document import Entry
from bulletcoach.model.finding import Applicability, Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.report.page import Part
from bulletcoach.report.placement import Placement

_PLURALS = {"duty": "duties"}


class EntryToWorkOn(Struct, frozen=True):
    """An entry with duties or findings: how many of its bullets are only duties, and where it stands.

    `number` counts the entries of its file as Finding.entry does.
    """

    number: int
    name: str
    where: str
    duties: int
    bullets: int
    findings: int


class Summary(Struct):
    """Counts that grow with every file."""

    files: int = 0
    failed_files: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    bullets: int = 0
    numbered: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    hidden: Counter[Severity] = field(default_factory=Counter)
    suppressed: int = 0
    known: int = 0
    fixed: int = 0
    fixed_files: int = 0
    fixable: Counter[Applicability] = field(default_factory=Counter)
    neediest: EntryToWorkOn | None = None

    def add(self, placement: Placement, shown: Iterable[Finding], fixed: int = 0, fixed_files: int = 0) -> None:
        """Count one file; `shown` are those of its findings that the report shows, `fixed` were put right before in
        `fixed_files` files that it is made of."""
        result, listed = placement.result, list(shown)
        self.files += 1
        self.failed_files += bool(result.errors)
        if placement.bullets and not result.bullets and not result.errors:
            self.languages[result.language or ""] += 1
        self.bullets += len(placement.bullets)
        self.numbered += sum(bool(bullet.judgement.metrics) for bullet in result.bullets)
        self.verdicts.update(bullet.judgement.verdict for bullet in result.bullets)
        self.rules.update((finding.code, finding.name) for finding in listed)
        self.hidden.update(finding.severity for finding in result.findings)
        self.hidden.subtract(finding.severity for finding in listed)
        self.suppressed += len(result.suppressed)
        self.known += len(result.known)
        self.fixed += fixed
        self.fixed_files += fixed_files
        if result.document and result.document.source.encoding:
            self.fixable.update(finding.fix.applicability for finding in result.findings if finding.fix)
        for number, entry in enumerate(placement.entries):
            self._compare(_work_on(number, entry, placement, listed))

    @property
    def findings(self) -> int:
        return self.rules.total()

    @property
    def verdict_words(self) -> str:
        """The bullets by their verdicts."""
        judged = self.verdicts.total()
        parts = ", ".join(counted(self.verdicts[verdict], verdict.value) for verdict in Verdict)
        skipped = f", {self.bullets - judged} not judged" if self.bullets > judged else ""
        return f"{counted(self.bullets, 'bullet')}: {parts}{skipped}"

    @property
    def number_words(self) -> str:
        """How many of the bullets that were judged carry a number; there must be some."""
        judged = self.verdicts.total()
        return f"{self.numbered} of {judged} carry a number ({self.numbered / judged:.0%})"

    @property
    def hidden_words(self) -> str:
        """What the level hides, the most severe first, and the level that shows all of it; empty for nothing."""
        hidden = [severity for severity in sorted(Severity, key=lambda each: -each.rank) if self.hidden[severity]]
        if not hidden:
            return ""
        levels = " and ".join(
            f"{counted(self.hidden[severity], 'remark') if severity is hidden[0] else self.hidden[severity]}"
            f" of level {severity}"
            for severity in hidden
        )
        verb, them = ("is", "it") if self.hidden.total() == 1 else ("are", "them")
        return f"{levels} {verb} hidden; --level {hidden[-1]} shows {them}"

    @property
    def fixed_words(self) -> str:
        """What was put right; empty for nothing."""
        return f"Fixed {counted(self.fixed, 'finding')} in {counted(self.fixed_files, 'file')}" if self.fixed else ""

    @property
    def fixable_words(self) -> str:
        """What can be put right by the program, and how; empty for nothing."""
        safe, unsafe = self.fixable[Applicability.SAFE], self.fixable[Applicability.UNSAFE]
        ways = [f"{safe} with --fix"] if safe else []
        ways += [f"{unsafe} {'more ' if safe else ''}with {'' if safe else '--fix '}--unsafe-fixes"] if unsafe else []
        return f"Can be fixed: {', '.join(ways)}; --diff shows how" if ways else ""

    def lines(self) -> Iterator[tuple[Part, ...]]:
        """What to tell a person."""
        yield from self._unjudged_lines()
        if self.fixed:
            yield ((self.fixed_words, "good"),)
        if not self.bullets:
            return
        if not self.findings and self.verdicts.total():
            rest = " in what was judged" if self.failed_files or self.languages else " here"
            yield ((f"Nothing{' new' if self.known else ''} to mend{rest}.", "good"),)
        yield from self._verdict_lines()
        if self.findings:
            yield (f"{counted(self.findings, 'finding')}:",)
            width = len(str(max(self.rules.values())))
            for (code, name), count in sorted(self.rules.items(), key=lambda item: (-item[1], item[0])):
                yield (f"  {count:>{width}}  {code} {name}",)
        if self.neediest and self.findings:
            yield from self._neediest_lines(self.neediest)
        yield from self._hidden_lines()
        if self.fixable_words:
            yield ((self.fixable_words, "dim"),)
        if self.suppressed:
            yield ((f"{counted(self.suppressed, 'finding')} suppressed", "dim"),)
        if self.known:
            yield ((f"{counted(self.known, 'known finding')} (baseline) not shown; --no-baseline shows them", "dim"),)

    def _unjudged_lines(self) -> Iterator[tuple[Part, ...]]:
        """The files that nothing was said about, and why."""
        if self.files < 2:
            return  # its note or error, just above, says it
        if self.failed_files:
            yield (f"{_were(self.failed_files)} not judged: see the errors",)
        for language, count in sorted(self.languages.items()):
            its = "its" if count == 1 else "their"
            yield (f"{_were(count)} not judged: {its} language looks like “{language}”",)

    def _verdict_lines(self) -> Iterator[tuple[Part, ...]]:
        if self.verdicts.total():
            yield (self.verdict_words,)
            yield (self.number_words,)

    def _neediest_lines(self, entry: EntryToWorkOn) -> Iterator[tuple[Part, ...]]:
        share = f"{entry.duties} of {counted(entry.bullets, 'bullet')} only a duty" if entry.duties else ""
        work = ", ".join(part for part in (share, counted(entry.findings, "finding")) if part)
        yield ("Most work: ", (entry.name, "place"), f" ({entry.where}): {work}")

    def _hidden_lines(self) -> Iterator[tuple[Part, ...]]:
        if self.hidden.total():
            yield ((self.hidden_words, "dim"),)

    def _compare(self, entry: EntryToWorkOn) -> None:
        """Keep the entry with the most bare duties; of equals the one with the most findings, then the first.

        One without a title, or with a single bullet, is no place to be sent to.
        """
        best = self.neediest
        worth = entry.findings and entry.name and entry.bullets > 1
        if worth and (best is None or (entry.duties, entry.findings) > (best.duties, best.findings)):
            self.neediest = entry


def counted(count: int, noun: str) -> str:
    """`1 bullet`, `2 bullets`, `3 duties`."""
    return f"{count} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"


def _were(files: int) -> str:
    return f"{counted(files, 'file')} {'was' if files == 1 else 'were'}"


def _work_on(number: int, entry: Entry, placement: Placement, findings: list[Finding]) -> EntryToWorkOn:
    bullets: list[Judged] = [bullet for bullet in placement.result.bullets if bullet.context.entry is entry]
    numbers = {bullet.number for bullet in bullets}
    place = placement.of_entry(entry)
    return EntryToWorkOn(
        number=number,
        name=entry.name if entry.is_named else "",
        where=place.line_address,
        duties=sum(bullet.judgement.verdict is Verdict.DUTY for bullet in bullets),
        bullets=len(bullets),
        findings=sum(finding.bullet in numbers for finding in findings),
    )
