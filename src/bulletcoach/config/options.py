"""Options: what a user may set, in a configuration file or on the command line."""

from __future__ import annotations

from dataclasses import dataclass

from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class LatexOptions:
    """The table [latex]: commands, without backslash, that stand for bullets or name entries, and the document that the
    files of this folder are parts of, relative to the configuration file."""

    bullet_macros: tuple[str, ...] = ()
    entry_macros: tuple[str, ...] = ()
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a configuration file (TOML's `fail-on` is `fail_on`); None or empty where nothing is set.

    `select`, `extend_select` and `ignore` hold codes, families, slugs or ALL. `field` and `language` may be "auto".
    `lexicons` are paths, in a file relative to it. `input_format` is a format to read every file in, or "auto";
    `max_size` a size such as "10 MB".
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity | None = None
    fail_on: Severity | None = None
    field: str | None = None
    language: str | None = None
    profile: Profile | None = None
    lexicons: tuple[str, ...] = ()
    input_format: str | None = None
    max_size: str | None = None
    latex: LatexOptions = LatexOptions()
