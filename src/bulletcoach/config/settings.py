"""Settings: what holds for files in the end, from their configuration file and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.config.file_patterns import FilePatterns, compiled, named_by
from bulletcoach.config.layers import Found, Layer, Layers
from bulletcoach.config.options import AUTO, Options, Suppress, keys_of
from bulletcoach.errors import ConfigError
from bulletcoach.inputs.given import standing
from bulletcoach.inputs.sizes import DEFAULT_MAX_SIZE, parse_size
from bulletcoach.model.document import Document
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.selection import Selection

_DEFAULTS = {key.name: key.default for key in keys_of(Options)}
# Keys whose values only a run can check: the lexicons say what they may be.
_CHECKED_LATE = ("field", "language", "role-level")


class PerFile(Struct, frozen=True):
    """What holds for some files alone: selectors to ignore, or a bullet's suppression."""

    files: FilePatterns
    ignore: tuple[str, ...] = ()
    suppress: Suppress | None = None


class Settings(Struct, frozen=True):
    """Everything that can be set, settled.

    `level` is what reports show, None for what the format shows by itself. `fail_on` is the least severity that makes
    a check fail. `field` and `language` are None where they are to be found out; `role_level` is the name of a level.
    `input_format` is None where every file is read in its own. `max_size` is in bytes, 0 for no limit. `bullet_macros`,
    `entry_macros` and `latex_root` are about LaTeX files. `severities` are pairs of a selector and the severity of its
    rules, `rule_options` what was set for rules, each a value of the class that its rule declares. `baseline` is the
    file of known findings. `exclude` are patterns of files to leave out, `per_file` what holds for some files alone
    (see `for_file`). `config` is the configuration file used and `places` say where in it its keys stand, both for
    messages only; `extended` are the files that it builds on.
    """

    selection: Selection = field(default_factory=Selection)
    level: Severity | None = None
    fail_on: Severity = Severity.WARNING
    field: str | None = None
    role_level: str | None = None
    language: str | None = None
    profile: Profile = Profile.PRIVATE
    lexicons: tuple[Path, ...] = ()
    input_format: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    bullet_macros: tuple[str, ...] = ()
    entry_macros: tuple[str, ...] = ()
    latex_root: Path | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    rule_options: tuple[Any, ...] = ()
    baseline: Path | None = None
    suppress: tuple[Suppress, ...] = ()
    exclude: tuple[FilePatterns, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    config: Path | None = None
    extended: tuple[Path, ...] = ()
    places: tuple[tuple[str, str], ...] = ()

    def blame(self, key: str, error: ConfigError) -> ConfigError:
        """The error about the value of `key`, with file and line where a file set it."""
        place = dict(self.places).get(key)
        return ConfigError(f"{place}: {error}") if place else error

    def for_file(self, file: Path) -> Settings:
        """The settings for one file, an absolute path: with what holds for it alone in `selection` and `suppress`.

        What holds for another file alone, which these may be for, is taken out.
        """
        about = [one for one in self.per_file if named_by((one.files,), file, above=True)]
        never = tuple(dict.fromkeys(name for one in about for name in one.ignore))
        everywhere = (one for one in self.suppress if not one.path)
        suppress = (*everywhere, *(one.suppress for one in about if one.suppress is not None))
        if (never, suppress) == (self.selection.never, self.suppress):
            return self
        return replace(self, selection=replace(self.selection, never=never), suppress=suppress)

    def of_sources(self, document: Document) -> tuple[Settings, ...]:
        """These settings, which are for the document's own file, and those for each file that it includes."""
        return (self, *(self.for_file(standing(one.file)) if one.file else self for one in document.included))


def settle(*layers: Layer) -> Settings:
    """The settings that the layers come to, the farthest first."""
    found = Layers(layers)
    root, baseline, size = found.one("latex", "root"), found.one("baseline"), found.one("max-size")
    files = [Path(layer.source.path) for layer in layers if layer.source is not None]
    return Settings(
        selection=_selection(found),
        level=_value(found, "level"),
        fail_on=_value(found, "fail-on"),
        field=_known(_value(found, "field")),
        role_level=_value(found, "role-level"),
        language=_known(_value(found, "language")),
        profile=_value(found, "profile"),
        lexicons=tuple(Path(one.value) for one in found.several("lexicons")),
        input_format=_known(_value(found, "input-format")),
        max_size=DEFAULT_MAX_SIZE if size is None else parse_size(size.value),
        bullet_macros=tuple(one.value for one in found.several("latex", "bullet-macros")),
        entry_macros=tuple(one.value for one in found.several("latex", "entry-macros")),
        latex_root=Path(root.value) if root else None,
        severities=tuple((name, one.value) for name, one in found.table("severity").items()),
        rule_options=tuple(_rule_options(found)),
        baseline=Path(baseline.value) if baseline and baseline.value else None,
        suppress=tuple(one.value for one in found.several("suppress") if not one.value.path),
        exclude=tuple(_patterns(one, (one.value,), found) for one in found.several("exclude")),
        per_file=tuple(_per_file(found)),
        config=files[-1] if files else None,
        extended=tuple(files[:-1]),
        places=tuple(_places(found)),
    )


def _value(found: Layers, key: str) -> Any:
    one = found.one(key)
    return _DEFAULTS[key] if one is None else one.value


def _selection(found: Layers) -> Selection:
    extended, ignored = found.several("extend-select"), found.several("ignore")
    select = (*_value(found, "select"), *(one.value for one in extended))
    return Selection(select, tuple(one.value for one in ignored))


def _rule_options(found: Layers) -> Iterator[Any]:
    """The options of each rule for which other than the usual ones are set."""
    names = dict.fromkeys(name for layer in found.layers for name in layer.options.rules)
    if not names:
        return
    from bulletcoach.rules import RULES

    for rule in RULES:
        if rule.name in names and rule.options is not None:
            values = {name.replace("-", "_"): one.value for name, one in found.table("rules", rule.name).items()}
            options = rule.options(**values)
            if options != rule.options():
                yield options


def _per_file(found: Layers) -> Iterator[PerFile]:
    for pattern, one in found.table("per-file-ignores").items():
        yield PerFile(_patterns(one, (pattern,), found), ignore=one.value)
    for one in found.several("suppress"):
        if one.value.path:
            yield PerFile(_patterns(one, (one.value.path,), found), suppress=one.value)


def _patterns(one: Found, patterns: Iterable[str], found: Layers) -> FilePatterns:
    """Patterns relative to the file that they stand in, else to the one that holds, else to the working directory."""
    file = found.nearest_file()
    folders = (one.layer.folder, *((file.folder,) if file else ()), Path.cwd())
    return FilePatterns(compiled(patterns), tuple(dict.fromkeys(folders)), one.place)


def _places(found: Layers) -> Iterator[tuple[str, str]]:
    """`file:line` of the keys that only a run can check, where a file has the last word on them."""
    for key in _CHECKED_LATE:
        one = found.one(key)
        if one is not None and one.layer.source is not None:
            yield key, one.place


def _known(choice: str | None) -> str | None:
    return None if choice == AUTO else choice
