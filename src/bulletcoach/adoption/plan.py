"""The plan: what is to be written so that a folder of résumés is looked after, and what is said about it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from bulletcoach.adoption.file_change import FileChange
from bulletcoach.adoption.hook_entry import CHECK, DOCUMENTS, HookEntry, hook_ids, new_config, with_entry
from bulletcoach.adoption.origin import Origin
from bulletcoach.adoption.settings_file import BASELINE, FILE, settings_text
from bulletcoach.adoption.surroundings import Surroundings
from bulletcoach.errors import ConfigError


class Plan(Struct, frozen=True):
    """What is to be written: each is None where there is no need, or no way to.

    `baseline` is where the known findings go. `to_paste` is the entry for a configuration of pre-commit that lines
    cannot be added to.
    """

    settings: FileChange | None = None
    hook: FileChange | None = None
    baseline: Path | None = None
    to_paste: str | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is to be written."""
        changes = tuple(change.path for change in (self.settings, self.hook) if change is not None)
        return (*changes, self.baseline) if self.baseline is not None else changes


def make_plan(around: Surroundings, origin: Origin, *, baseline: bool = False) -> Plan:
    """The plan for a folder. Raises ConfigError where the configuration of pre-commit cannot be read."""
    file = around.baseline or (around.config.parent if around.config else around.folder) / BASELINE
    known = file if baseline and around.resumes and not file.exists() else None
    settings = None
    if around.config is None:
        text = settings_text(with_baseline=known is not None or file.exists())
        settings = FileChange(around.folder / FILE, text)
    if around.hooks_file is None:
        return Plan(settings, baseline=known)
    entry = HookEntry(origin, (CHECK, DOCUMENTS) if around.has_documents else (CHECK,), around.unnamed)
    if not around.hooks_file.exists():
        return Plan(settings, FileChange(around.hooks_file, new_config(entry)), known)
    before = _read(around.hooks_file)
    if hook_ids(before, str(around.hooks_file)):
        return Plan(settings, baseline=known)
    after = with_entry(before, entry, str(around.hooks_file))
    if after is None:
        return Plan(settings, baseline=known, to_paste=entry.text(2))
    return Plan(settings, FileChange(around.hooks_file, after, before), known)


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not UTF-8; save the file as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror or error}") from None
