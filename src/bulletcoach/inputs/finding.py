"""The inputs that the paths on the command line stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bulletcoach.inputs.excluding import Excludes, NoExcludes
from bulletcoach.inputs.given import STDIN, Input, InputProblem, refused, standing

if TYPE_CHECKING:
    from bulletcoach.inputs.skipped import Skipped

_STANDARD_INPUT = (STDIN, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")


def find_inputs(
    paths: Iterable[str],
    stdin_name: str = "<stdin>",
    on_skipped: Callable[[str], None] | None = None,
    *,
    excludes: Excludes | None = None,
    force_exclude: bool = False,
) -> Iterator[Input | InputProblem]:
    """The inputs that `paths` stand for, in order, each once. `-` is standard input; folders are searched.

    A file that is named is always an input. In a folder, files count whose own name says résumé, or that lie directly
    in a folder whose name does (“cv/2024.txt”), and LaTeX and Typst files of any name that hold one. Not what ignore
    files name, what looks like a copy of another file, and what another file reads in: where nothing else was found,
    the problem says so; otherwise `on_skipped` is called with a few notes when the last input was taken.

    What `excludes` names is left out of folders, and is no original of a copy there and no document of a part; where
    nothing else was found, nothing is wrong. With `force_exclude` it is left out where it is named, too, and so is
    standard input with such a name.
    """
    excludes = excludes or NoExcludes()
    seen: set[Path | str | None] = set()
    skipped: list[Skipped] = []
    for path in paths:
        by = _excluded(path, stdin_name, excludes) if force_exclude else None
        if by is not None:
            skipped.append(_forced(stdin_name if path in _STANDARD_INPUT else path, by))
            continue
        for found in _stand_for(path, stdin_name, skipped, excludes):
            if isinstance(found, InputProblem):
                yield found
            elif (where := _where(found)) not in seen:
                seen.add(where)
                yield found
    if on_skipped is not None:
        from bulletcoach.inputs.skipped import notes_on

        for note in notes_on(skipped):
            on_skipped(note)


def _forced(path: str, by: str) -> Skipped:
    from bulletcoach.inputs.skipped import Reason, Skipped

    return Skipped(path, Reason.FORCED, by)


def _excluded(path: str, stdin_name: str, excludes: Excludes) -> str | None:
    """Where the pattern is set that excludes what was named, or a folder that it lies in."""
    if path in _STANDARD_INPUT:
        return excludes.excluded_by(Input(stdin_name, None).place, above=True)
    try:
        return excludes.excluded_by(standing(Path(path)), is_folder=Path(path).is_dir(), above=True) if path else None
    except (OSError, ValueError):
        return None  # no path at all, which is said where it is read


def _where(found: Input) -> Path | str | None:
    """The same for inputs that are the same."""
    if found.file is None:
        return None
    return found.path if found.is_stream else found.file.resolve()


def _stand_for(
    path: str, stdin_name: str, skipped: list[Skipped], excludes: Excludes
) -> Iterator[Input | InputProblem]:
    if path in _STANDARD_INPUT:
        yield Input(stdin_name, None)
        return
    if not path:
        yield InputProblem(path, "an empty path; name a file or a folder")
        return
    file = Path(path)
    try:
        if file.is_dir():
            yield from _in_folder(file, skipped, excludes)
        elif file.exists():
            yield Input(path, file)
        else:
            yield InputProblem(path, f"{path}: no such file or folder")
    except (OSError, ValueError) as error:
        yield refused(path, error)


def _in_folder(folder: Path, skipped: list[Skipped], excludes: Excludes) -> Iterator[Input | InputProblem]:
    """The résumés in a folder, and a problem where there are none that the user did not exclude."""
    from bulletcoach.inputs.searching import Search
    from bulletcoach.inputs.skipped import Reason, first_note

    search = Search(folder, excludes)
    yield from search.found
    yield from search.problems
    if search.found or search.problems or any(one.reason is Reason.EXCLUDED for one in search.skipped):
        skipped.extend(search.skipped)
        return
    why = first_note(search.skipped) or "a file is one by its name, such as resume.md or jane-cv.tex"
    yield InputProblem(str(folder), f"{folder}: no résumé here: {why}")
