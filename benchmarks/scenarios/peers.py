"""Peers, for scale: other checkers of prose that are installed, on the same files. They look for other things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from benchmarks import commands
from benchmarks.figures import Row, row
from benchmarks.measuring import Command, NotMeasuredError
from benchmarks.resumes import resumes
from benchmarks.workshop import Workshop, emptied, filled

_BULLETS_EACH = 20


def peers(workshop: Workshop) -> Iterator[Row]:
    """On one page, then on many files, all as plain text."""
    written = resumes([_BULLETS_EACH] * workshop.sizes.files, workshop.seed)
    files = workshop.resumes("many", written, [".txt"])
    yield from _beside(workshop, "1 page", files[:1])
    yield from _beside(workshop, f"{len(files)} files", files)


def _beside(workshop: Workshop, about: str, files: Sequence[Path]) -> Iterator[Row]:
    kept, gone = workshop.cache(f"{about} kept"), workshop.cache(f"{about} gone")
    ours = commands.check(f"bulletcoach, all cached ({about})", *files, cache=kept, prepare=filled(kept))
    first = commands.check(f"bulletcoach, none cached ({about})", *files, cache=gone, prepare=emptied(gone))
    theirs: list[Command] = []
    for peer in commands.PEERS:
        name = f"{peer.name} ({about})"
        try:
            theirs.append(replace(peer.command(files), name=name))
        except NotMeasuredError as failure:
            yield Row(name, note=str(failure))
    measured = workshop.stopwatch.in_turns([ours, first, *theirs], workshop.sizes.peer_rounds)
    yield row(measured, ours.name)
    for command in (first, *theirs):
        yield row(measured, command.name, ours.name)
