"""What is run: bulletcoach as it is installed, the floors it is held against, and the peers that are there."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from benchmarks.measuring import Command, NotMeasuredError
from bulletcoach.analysis.model import find_model

_PROGRAMS = Path(__file__).with_name("programs")
# As in bulletcoach: not loaded, since bullets need neither entities nor a splitter of sentences.
UNUSED_COMPONENTS = ("ner", "senter")
# As in bulletcoach's analysis.
BATCH = 256
# A check ends with 1 where it has findings, as it has in nearly every résumé here.
_CHECKED = (0, 1)


def python_pass() -> Command:
    """Python starting and ending."""
    return Command("python -c pass", ((sys.executable, "-c", "pass"),))


def bare_help() -> Command:
    """The help of a typer program that does nothing."""
    return Command("bare typer --help", ((sys.executable, str(_PROGRAMS / "bare_help.py"), "--help"),))


def rich_line() -> Command:
    """A typer program that prints one line with rich."""
    return Command("typer, one rich line", ((sys.executable, str(_PROGRAMS / "rich_line.py")),))


def bare_pipe(name: str, *files: Path) -> Command:
    """spaCy with the model and the sentences of a file; several files are piped at the same time, in one process each.

    Raises NotMeasuredError where there is no model.
    """
    package = find_model()
    if package is None:
        raise NotMeasuredError("the English language model is missing; “bulletcoach doctor” says how to install it")
    program = (sys.executable, str(_PROGRAMS / "bare_pipe.py"))
    return Command(name, tuple((*program, str(file), package, str(BATCH), *UNUSED_COMPONENTS) for file in files))


def stages(files: Sequence[Path]) -> Command:
    """bulletcoach's stages one by one, over résumés."""
    return Command("stages", ((sys.executable, str(_PROGRAMS / "stages.py"), *map(str, files)),))


def answer(*arguments: str, cache: Path) -> Command:
    """bulletcoach with arguments that are no check, and a cache of its own."""
    return Command(f"bulletcoach {' '.join(arguments)}", ((*_entry_point(), *arguments),), cache)


def check(name: str, *arguments: str | Path, cache: Path, prepare: Callable[[], None] | None = None) -> Command:
    """A check with these arguments and a cache of its own."""
    return Command(name, ((*_entry_point(), "check", *map(str, arguments)),), cache, prepare, _CHECKED)


class Peer(Struct, frozen=True):
    """Another checker of prose: the program's name and what stands before the files."""

    name: str
    arguments: tuple[str, ...] = ()

    def command(self, files: Sequence[Path]) -> Command:
        """The peer over these files. Raises NotMeasuredError where it is not on the PATH."""
        program = shutil.which(self.name)
        if program is None:
            raise NotMeasuredError("not on the PATH; benchmarks/README.md says how to install it")
        return Command(self.name, ((program, *self.arguments, *map(str, files)),), codes=())


PEERS = (Peer("proselint", ("check",)), Peer("codespell"), Peer("write-good"))


def _entry_point() -> tuple[str, ...]:
    """The command that pip installed beside this Python, else the module."""
    installed = shutil.which("bulletcoach", path=str(Path(sys.executable).parent))
    return (installed,) if installed else (sys.executable, "-m", "bulletcoach")
