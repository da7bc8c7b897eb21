"""One résumé, of one page and of two: all bullets new, all cached, one edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from benchmarks import commands
from benchmarks.figures import Budget, Row, row
from benchmarks.formats import write_resume
from benchmarks.resumes import Resume, ResumeWriter
from benchmarks.workshop import Workshop, emptied, filled

_CACHED = Budget(at_most=1.5)
_FIRST = Budget(at_most=1.15)
_PAGES = (("1 page", 20), ("2 pages", 40))


def one_resume(workshop: Workshop) -> Iterator[Row]:
    """For each length: the spaCy floor, the first check, the check without a cache, all cached, one edited."""
    for pages, size in _PAGES:
        yield from _checked(workshop, pages, size)


def _checked(workshop: Workshop, pages: str, size: int) -> Iterator[Row]:
    writer = ResumeWriter(workshop.seed)
    resume = writer.write(size)
    about = f"{pages}, {size} bullets"
    path, changing = workshop.resume(f"{size}.txt", resume), workshop.folder / f"edited {size}.txt"
    kept, gone, none, edited = (workshop.cache(f"{use} {size}") for use in ("kept", "gone", "none", "edited"))

    line = commands.rich_line()
    floor = commands.bare_pipe(f"spaCy, model, {size} bullets", workshop.sentences(f"{size}", resume.bullets))
    first = commands.check(f"first check ({about})", path, cache=gone, prepare=emptied(gone))
    uncached = commands.check(f"--no-cache ({about})", path, "--no-cache", cache=none)
    cached = commands.check(f"all cached ({about})", path, cache=kept, prepare=filled(kept))
    editing = filled(edited, _editing(writer, resume, changing))
    one_new = commands.check(f"one bullet edited ({about})", changing, cache=edited, prepare=editing)

    all_of_them = [line, floor, first, uncached, cached, one_new]
    measured = workshop.stopwatch.in_turns(all_of_them, workshop.sizes.resume_rounds)
    yield row(measured, floor.name)
    yield row(measured, first.name, floor.name, _FIRST)
    yield row(measured, uncached.name, floor.name)
    yield row(measured, cached.name, line.name, _CACHED)
    yield row(measured, one_new.name, cached.name)


def _editing(writer: ResumeWriter, resume: Resume, path: Path) -> Callable[[], None]:
    """A preparation that writes the résumé with one bullet replaced by one that was never there."""
    numbers = count()

    def edit() -> None:
        posts = list(resume.posts)
        if number := next(numbers):  # the first run, which warms up, is for the cache to know all bullets as they were
            place = number % len(posts)
            posts[place] = replace(posts[place], bullets=(writer.fresh_bullet(), *posts[place].bullets[1:]))
        write_resume(replace(resume, posts=tuple(posts)), path)

    return edit
