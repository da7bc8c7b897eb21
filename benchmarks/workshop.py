"""What the scenarios work with: a folder, a stopwatch, sizes, and résumés on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from pathlib import Path

from benchmarks.formats import FORMATS, write_resume
from benchmarks.measuring import NotMeasuredError, Stopwatch
from benchmarks.resumes import Resume
from benchmarks.sizes import Sizes
from bulletcoach.config.files import find_config


class Workshop:
    """A folder for all that one scenario writes. Raises NotMeasuredError where a configuration file holds there."""

    def __init__(self, folder: Path, sizes: Sizes, seed: int) -> None:
        if (config := find_config(folder)) is not None:
            raise NotMeasuredError(f"{config} holds in {folder}; set TMPDIR to a folder without one above it")
        self.folder = folder
        self.sizes = sizes
        self.seed = seed
        runs = folder / "runs"
        runs.mkdir()
        self.stopwatch = Stopwatch(runs)

    def resume(self, name: str, resume: Resume) -> Path:
        """The résumé in a file of this name."""
        path = self.folder / name
        write_resume(resume, path)
        return path

    def resumes(self, name: str, resumes: Sequence[Resume], suffixes: Sequence[str] = tuple(FORMATS)) -> list[Path]:
        """The résumés in files of a folder of this name, in these formats by turns."""
        folder = self.folder / name
        folder.mkdir()
        paths = [folder / f"resume-{number:05}{suffix}" for number, suffix in zip(range(len(resumes)), cycle(suffixes))]
        for path, resume in zip(paths, resumes, strict=True):
            write_resume(resume, path)
        return paths

    def sentences(self, name: str, bullets: Iterable[str]) -> Path:
        """The distinct bullets, one a line, each behind the subject that it lacks, as bulletcoach has them parsed."""
        path = self.folder / f"{name}.sentences"
        lines = [f"I {bullet[0].lower()}{bullet[1:]}\n" for bullet in dict.fromkeys(bullets)]
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
        return path

    def cache(self, name: str) -> Path:
        """An empty folder for a cache."""
        path = self.folder / "caches" / name
        path.mkdir(parents=True)
        return path


def emptied(cache: Path) -> Callable[[], None]:
    """A preparation that empties the cache."""

    def empty() -> None:
        shutil.rmtree(cache)
        cache.mkdir()

    return empty


def filled(cache: Path, prepare: Callable[[], None] | None = None) -> Callable[[], None]:
    """A preparation that makes sure that the first run has filled the cache, and then goes on to `prepare`."""
    runs = 0

    def look() -> None:
        nonlocal runs
        runs += 1
        if runs > 1 and not any(cache.iterdir()):
            raise NotMeasuredError("the run before has cached nothing in BULLETCOACH_CACHE_DIR")
        if prepare is not None:
            prepare()

    return look
