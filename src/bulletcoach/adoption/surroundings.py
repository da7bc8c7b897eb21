"""What can be found out before anything is set up: the repository, the résumés, and what is there already."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from bulletcoach.config import Configuration, find_config
from bulletcoach.errors import InputError
from bulletcoach.inputs import Input, find_inputs
from bulletcoach.inputs.endings import format_of_name
from bulletcoach.inputs.names import Says, holds_resumes, said_by
from bulletcoach.inputs.words import file_words

_DOCUMENTS = ("docx", "pdf")


class Surroundings(Struct, frozen=True):
    """A folder and what is round it.

    `root` is the top of the git repository that it lies in, None without one. `config` is the configuration file that
    holds for the folder, if it is part of the same repository, and `baseline` the file of known findings that it names;
    a file in `shadowed` lies outside, and would be set aside by one in the folder. `resumes` are the files that a check
    of the folder reads.
    """

    folder: Path
    root: Path | None
    config: Path | None
    baseline: Path | None
    shadowed: Path | None
    resumes: tuple[Path, ...]

    @property
    def hooks_file(self) -> Path | None:
        """Where pre-commit looks for its configuration."""
        return self.root / ".pre-commit-config.yaml" if self.root else None

    @property
    def has_documents(self) -> bool:
        """Whether some of the résumés are no text to pre-commit."""
        return any(format_of_name(file.name) in _DOCUMENTS for file in self.resumes)

    @property
    def unnamed(self) -> tuple[str, ...]:
        """The résumés that are told by what they hold, not by name or folder; relative to the repository."""
        if self.root is None:
            return ()
        words = file_words()
        inside = (file.resolve().relative_to(self.root) for file in self.resumes)
        return tuple(
            file.as_posix()
            for file in inside
            if said_by(file.name, words, among_resumes=any(holds_resumes(name, words) for name in file.parts[:-1]))
            is Says.NOTHING
        )

    @property
    def commits_are_hooked(self) -> bool:
        """Whether pre-commit runs at every commit already."""
        try:
            return self.root is not None and b"pre-commit" in (self.root / ".git/hooks/pre-commit").read_bytes()
        except OSError:
            return False


def look_round(folder: Path) -> Surroundings:
    """What is in and round a folder. Raises InputError where there is no such folder, ConfigError for a broken one."""
    if not folder.is_dir():
        what = "this is a file; name the folder that it lies in" if folder.exists() else "no such folder"
        raise InputError(f"{folder}: {what}")
    place = folder.resolve()
    root = next((each for each in (place, *place.parents) if (each / ".git").exists()), None)
    config = find_config(place)
    is_ours = config is not None and config.is_relative_to(root or place)
    configuration = Configuration(isolated=not is_ours)
    found = find_inputs([str(folder)], excludes=configuration)
    return Surroundings(
        folder=folder,
        root=root,
        config=config if is_ours else None,
        baseline=configuration.settings(place).baseline,
        shadowed=None if is_ours else config,
        resumes=tuple(one.file for one in found if isinstance(one, Input) and one.file),
    )
