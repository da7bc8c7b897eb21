"""Dialogue: what the coach shows of a sitting, in lines that also make sense when they are read aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from textwrap import wrap

from bulletcoach.coaching.commands import LEGEND_LINES
from bulletcoach.coaching.manuscript import Trial
from bulletcoach.coaching.plan import Case
from bulletcoach.coaching.session import Prompt
from bulletcoach.coaching.sitting import Sitting
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.coaching.transcript import written
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.model.text import Span
from bulletcoach.report.page import Page, Part
from bulletcoach.report.rewrites import styled
from bulletcoach.report.summary import counted
from bulletcoach.report.wrapping import hanging

_QUOTE = "    | "
_ARROW = "    → "
_MARGIN = "    "
_VERDICT_STYLES = {Verdict.DUTY: "error", Verdict.ACTION: "warning", Verdict.ACHIEVEMENT: "good"}
# The parts of a story, as they are told: those that are missing are not listed.
_PARTS = ("problem", "task", "action", "method", "result")


class Dialogue:
    """Draws a sitting on a page. With `keep` nothing is written to the file at `path`."""

    def __init__(self, page: Page, columns: int, path: str, *, keep: bool = False) -> None:
        self._page = page
        self._columns = columns
        self._path = path
        self._keep = keep
        self._shown = ""  # the wording shown last: it is shown again when it has changed

    def begun(self, bullets: int) -> None:
        """Say how long it will take, and what may be typed."""
        count = counted(bullets, "bullet")
        self._say(f"{count} of {self._path}. Answer in a few words, and skip what you would rather not answer.")
        for line in LEGEND_LINES:
            self._page.line((f"{_MARGIN}{line}", "dim"))

    def opened(self, case: Case, place: tuple[int, int]) -> None:
        verdict = case.judged.judgement.verdict
        self._shown = ""
        self._page.line()
        self._page.line(
            (f"Bullet {place[0]} of {place[1]}", "place"), f", {case.place.name}: ", (verdict, _VERDICT_STYLES[verdict])
        )
        self._hanging(_QUOTE, [case.text])
        self._say(case.missing)
        for split in case.splits:
            self._split(split)
        for note in dict.fromkeys(each.note for each in case.rewrites if each.note):
            self._say(note, style="dim")

    def asked(self, talk: Talk, prompt: Prompt) -> None:
        self._page.line()
        self._draft(talk)
        self._notices(talk)
        place = f" ({prompt.place[0]} of {prompt.place[1]})" if prompt.place and prompt.place[1] > 1 else ""
        optional = " (Enter leaves it out.)" if prompt.optional else ""
        self._say(f"{prompt.question}{place}{optional}", style="place")
        if prompt.example and not talk.notice:
            self._say(f"For instance: {prompt.example}", style="dim")
        for number, choice in enumerate(prompt.choices, start=1):
            self._hanging(f"{_MARGIN}{number}  ", [choice])

    def reviewed(self, talk: Talk, trial: Trial, prompt: Prompt) -> None:
        self._page.line()
        if self._draft(talk):
            if trial.judged is not None:
                self._judged(trial.judged, talk.case.judged)
            self._remarks(trial, talk.case.number)
            if trial.hindrance:
                self._say(f"It cannot be put into the file: {trial.hindrance}", style="warning")
        self._notices(talk)
        self._say(prompt.question, style="place")

    def replied(self, reply: str) -> None:
        """Show a reply that nobody typed."""
        self._page.line(f"> {reply}")

    def accepted(self, case: Case, text: str, trial: Trial) -> None:
        if trial.source is None:
            self._say(f"Put this in yourself, on {case.place.name} of {self._path}:")
            self._hanging(_ARROW, [text])
        elif self._keep:
            self._say("Accepted.", style="good")
        else:
            self._say(f"Written to {self._path}.", style="good")

    def noted(self, note: str) -> None:
        self._say(f"Note: {note}", style="dim")

    def ended(self, sitting: Sitting) -> None:
        """Say what has come of it, and print the answers that are not in the file yet."""
        if sitting.unfinished is not None:
            self._unfinished(written([sitting.unfinished]))
        manuscript = sitting.manuscript
        self._page.line()
        done = counted(len(sitting.accepted), "bullet")
        if not sitting.accepted:
            self._say(f"{self._path} is as it was.")
        elif self._keep:
            self._say(f"{done} accepted; {self._path} is as it was (--dry-run). What would change:")
            self._plain(manuscript.diff())
        else:
            backup = f" The file as it was: {manuscript.backup}" if manuscript.backup else ""
            self._say(f"{done} accepted.{backup}", style="good")
        if sitting.accepted:
            self._say(f"{_verdicts(sitting.before)} → {_verdicts(manuscript.result)}")

    def _unfinished(self, block: str) -> None:
        """The answers of a bullet that was not finished, as they may stand in a file of answers."""
        self._page.line()
        self._say("The answers of the bullet that was not finished, for a file to give to --answers:")
        self._page.line()
        self._plain(block)

    def _plain(self, text: str) -> None:
        for line in text.split("\n")[:-1]:
            self._page.line(line.expandtabs(8))

    def _draft(self, talk: Talk) -> bool:
        """Show the wording as it is now, unless that was done just before; whether it was shown."""
        shown = f"{talk.step is Step.REVIEW}{talk.text}"
        is_new = bool(talk.text) and shown != self._shown
        if is_new:
            self._hanging(_ARROW, styled(talk.draft))
            self._shown = shown
        return is_new

    def _judged(self, after: Judged, before: Judged) -> None:
        """The story's parts in the new text, and the verdict before and after."""
        for name in _PARTS:
            spans: tuple[Span, ...] = getattr(after.judgement.story, name)
            if spans:
                words = " … ".join(span.of(after.bullet.text) for span in spans)
                self._hanging(f"{_MARGIN}{name.capitalize() + ':':<9}", [words])
        old, new = before.judgement.verdict, after.judgement.verdict
        verdict: list[Part] = [f"{_MARGIN}Verdict: ", (old, _VERDICT_STYLES[old])]
        self._page.line(*verdict, *([" → ", (new, _VERDICT_STYLES[new])] if old is not new else [", as before"]))

    def _remarks(self, trial: Trial, number: int) -> None:
        """What a check would still say against the new text."""
        for finding in trial.result.findings if trial.result else ():
            if finding.bullet == number and finding.severity is not Severity.INFO:
                self._hanging(f"{_MARGIN}{finding.code}: ", [(finding.message, "warning")])

    def _split(self, rewrite: Rewrite) -> None:
        self._say("It is long; it could be two bullets (shown only):")
        for parts in (rewrite.parts, rewrite.second):
            self._hanging(_ARROW, styled(parts))

    def _notices(self, talk: Talk) -> None:
        for line in talk.notice:
            self._say(line, style="mark")

    def _say(self, text: str, style: str = "") -> None:
        for line in wrap(text, self._columns, subsequent_indent="  ") if text else ():
            self._page.line((line, style))

    def _hanging(self, lead: str, parts: Iterable[Part]) -> None:
        for line in hanging(lead, parts, self._columns):
            self._page.line(*line)


def _verdicts(result: FileResult) -> str:
    """ "11 duties, 2 actions, 4 achievements"."""
    verdicts = Counter(bullet.judgement.verdict for bullet in result.bullets)
    return ", ".join(counted(verdicts[verdict], verdict.value) for verdict in Verdict)
