"""Transcripts: the answers of a sitting as a small TOML file, to be replayed or resumed.

[[bullet]]
text = "Responsible for answering inbound calls"    # the bullet as it stood; it says which one is meant
rewrite = "strong"                                  # the rewrite in hand; the first one where nothing is said
answers = [
    "60 a day",                                     # as typed, one for each blank in order
    "",                                             # left out
]
blanks = ["N daily", "cutting handle time from X to Y"] # what they answer; by their place where nothing is said

[[bullet]]
text = "Worked on various projects"
nth = 2                                             # which of several bullets with this very text,
of = 3                                              # and how many there were
own = "Ran the pickup counter on weekends"          # a text of the writer's own
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from bulletcoach.coaching.plan import Case
from bulletcoach.coaching.talk import Talk
from bulletcoach.editing.files import replace_file
from bulletcoach.errors import ConfigError
from bulletcoach.model.result import FileResult
from bulletcoach.tomlfile import TomlFile, did_you_mean

_TABLE = "bullet"
_HEADER = "# Answers given to bulletcoach. Replay: bulletcoach coach RESUME --answers THIS-FILE\n"
_DELETE = "\x7f"  # the one control character that JSON leaves as it is, and TOML does not allow


class Kept(Struct, frozen=True):
    """The answers for one bullet. `of` is 0 where nobody counted the bullets with this text."""

    text: str
    rewrite: str = ""
    answers: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    own: str = ""
    nth: int = 1
    of: int = 0

    def __post_init__(self) -> None:
        if self.blanks and len(self.blanks) != len(self.answers):
            raise ValueError(f"{len(self.answers)} “answers” and {len(self.blanks)} “blanks”: write one for each")
        if self.of and self.of < self.nth:
            raise ValueError(f"“nth” is {self.nth}, of {self.of}")
        if self.own and self.answers:
            raise ValueError("a bullet has either “answers” or a text of your “own”")
        if self.nth < 1:
            raise ValueError("“nth” counts from 1")

    def answer_to(self, number: int, blank: str) -> int | None:
        """The place among the answers of the one to the blank `number`, counted from 0, that says `blank`; None where
        nothing was said of it."""
        if self.blanks and (number >= len(self.blanks) or self.blanks[number] != blank):
            return self.blanks.index(blank) if blank in self.blanks else None
        return number if number < len(self.answers) else None


def read_transcript(path: Path) -> tuple[Kept, ...]:
    """The answers in a file. Raises ConfigError that names file and line where it does not hold any."""
    return parsed(TomlFile.read(path, ConfigError))


def parsed(source: TomlFile) -> tuple[Kept, ...]:
    """The answers in TOML. Raises the source's error where it does not hold any."""
    for key in source.data:
        if key != _TABLE:
            raise source.fail((key,), f"unknown table “{key}”{did_you_mean(key, [_TABLE])}")
    tables = source.data.get(_TABLE, [])
    if not isinstance(tables, list):
        raise source.fail((_TABLE,), f"write [[{_TABLE}]], with double brackets: there may be several")
    return tuple(source.build(Kept, table, (_TABLE, number)) for number, table in enumerate(tables))


def written(kept: Iterable[Kept]) -> str:
    """The answers as TOML."""
    return "\n".join(_table(each) for each in kept)


class Keeper:
    """Keeps answers in a file, which may hold earlier ones: those for the same bullets are replaced.

    Raises ConfigError where the file holds something else, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = {_bullet(each): each for each in read_transcript(path)} if path.exists() else {}
        if not path.parent.is_dir():
            raise ConfigError(f"{path}: cannot be written: there is no folder {path.parent}")

    def keep(self, kept: Kept) -> None:
        """Add the answers for one bullet, and write them all: the file is replaced in one step."""
        self._kept[_bullet(kept)] = kept
        data = f"{_HEADER}\n{written(self._kept.values())}".encode()
        try:
            replace_file(self._path.resolve(), data)
        except OSError as error:
            raise ConfigError(f"{self._path}: cannot be written: {error.strerror}") from None


def _bullet(kept: Kept) -> tuple[str, int, int]:
    return kept.text, kept.nth, kept.of


def kept_of(talk: Talk, result: FileResult) -> Kept | None:
    """The answers given in a conversation so far, of the blanks spoken of; None where there are none."""
    nth, of = _nth(talk.case, result)
    if talk.own is not None:
        return Kept(talk.case.text, own=talk.own, nth=nth, of=of)
    if talk.rewrite is None or (not talk.answers and talk.rewrite.slots):
        return None
    answers = sorted(talk.answers.items())
    typed = tuple(answer.typed if answer else "" for _, answer in answers)
    blanks = tuple(talk.rewrite.slots[at].text for at, _ in answers)
    return Kept(talk.case.text, names_of(talk.case)[talk.chosen], typed, blanks, nth=nth, of=of)


def find(kept: Kept, result: FileResult, taken: Collection[int] = ()) -> int | None:
    """The number of the bullet that these answers are for, and none of those `taken`; None where the résumé has none
    with that text, or fewer than there were: then nobody knows which one it was."""
    same = [bullet.number for bullet in result.bullets if bullet.bullet.text == kept.text]
    if len(same) < kept.of:
        return None
    return next((number for number in same[kept.nth - 1 :] if number not in taken), None)


def names_of(case: Case) -> list[str]:
    """What the rewrites of a case are called: by their kind, and a number from the second of a kind on."""
    names: list[str] = []
    for rewrite in case.rewrites:
        count = 1 + sum(name.split("-")[0] == rewrite.kind for name in names)
        names.append(rewrite.kind.value if count == 1 else f"{rewrite.kind}-{count}")
    return names


def _nth(case: Case, result: FileResult) -> tuple[int, int]:
    """Which of the bullets with this text it is, and how many they are; 0 where it is the only one."""
    same = [bullet.number for bullet in result.bullets if bullet.bullet.text == case.text]
    return 1 + sum(number < case.number for number in same), len(same) if len(same) > 1 else 0


def _table(kept: Kept) -> str:
    lines = [f"[[{_TABLE}]]", f"text = {_quoted(kept.text)}"]
    if kept.nth > 1:
        lines.append(f"nth = {kept.nth}")
    if kept.of:
        lines.append(f"of = {kept.of}")
    if kept.rewrite:
        lines.append(f"rewrite = {_quoted(kept.rewrite)}")
    if kept.answers:
        lines += ["answers = [", *(f"    {_quoted(answer)}," for answer in kept.answers), "]"]
    if kept.blanks:
        lines += ["blanks = [", *(f"    {_quoted(blank)}," for blank in kept.blanks), "]"]
    if kept.own:
        lines.append(f"own = {_quoted(kept.own)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are all TOML's, too."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
