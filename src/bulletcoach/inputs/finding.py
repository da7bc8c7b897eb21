"""The inputs that the paths on the command line stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bulletcoach.inputs.given import STDIN, Input, InputProblem, refused
from bulletcoach.inputs.skipped import Skipped, first_note, notes_on

_STANDARD_INPUT = (STDIN, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")


def find_inputs(
    paths: Iterable[str], stdin_name: str = "<stdin>", on_skipped: Callable[[str], None] | None = None
) -> Iterator[Input | InputProblem]:
    """The inputs that `paths` stand for, in order, each once. `-` is standard input; folders are searched.

    A file that is named is always an input. In a folder, files count whose own name says résumé, or that lie directly
    in a folder whose name does (“cv/2024.txt”), and LaTeX and Typst files of any name that hold one. Not what ignore
    files name, what looks like a copy of another file, and what another file reads in: where nothing else was found,
    the problem says so; otherwise `on_skipped` is called with a few notes when the last input was taken.
    """
    seen: set[Path | str | None] = set()
    skipped: list[Skipped] = []
    for path in paths:
        for found in _stand_for(path, stdin_name, skipped):
            if isinstance(found, InputProblem):
                yield found
            elif (where := _where(found)) not in seen:
                seen.add(where)
                yield found
    if on_skipped is not None:
        for note in notes_on(skipped):
            on_skipped(note)


def _where(found: Input) -> Path | str | None:
    """The same for inputs that are the same."""
    if found.file is None:
        return None
    return found.path if found.is_stream else found.file.resolve()


def _stand_for(path: str, stdin_name: str, skipped: list[Skipped]) -> Iterator[Input | InputProblem]:
    if path in _STANDARD_INPUT:
        yield Input(stdin_name, None)
        return
    if not path:
        yield InputProblem(path, "an empty path; name a file or a folder")
        return
    file = Path(path)
    try:
        if file.is_dir():
            yield from _in_folder(file, skipped)
        elif file.exists():
            yield Input(path, file)
        else:
            yield InputProblem(path, f"{path}: no such file or folder")
    except (OSError, ValueError) as error:
        yield refused(path, error)


def _in_folder(folder: Path, skipped: list[Skipped]) -> Iterator[Input | InputProblem]:
    """The résumés in a folder, and a problem where there are none."""
    from bulletcoach.inputs.searching import Search

    search = Search(folder)
    yield from search.found
    yield from search.problems
    if search.found or search.problems:
        skipped.extend(search.skipped)
        return
    why = first_note(search.skipped) or "no file of a known format"
    yield InputProblem(str(folder), f"{folder}: no résumé here: {why}")
