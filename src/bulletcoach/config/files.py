"""Configuration files: where they are looked for, and how one is read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from pathlib import Path

from bulletcoach.config.options import AUTO, LatexOptions, Options
from bulletcoach.errors import ConfigError
from bulletcoach.inputs.sizes import parse_size
from bulletcoach.selection import parse_selector
from bulletcoach.tomlfile import KeyPath, TomlFile, did_you_mean

# In a folder that has several, the first one is used. The nearest folder wins; nothing is merged.
NAMES = ("bulletcoach.toml", ".bulletcoach.toml", "pyproject.toml")
_SECTION: KeyPath = ("tool", "bulletcoach")
_MACRO = re.compile(r"\\?[a-zA-Z]+")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file, read. `lines` tells where each of its keys stands, for later complaints."""

    path: Path
    options: Options
    lines: dict[str, int]

    def place(self, key: str) -> str:
        """`file:line` of a key."""
        return f"{self.path}:{self.lines.get(key, 1)}"


def find_config(folder: Path) -> Path | None:
    """The configuration file that holds for files in `folder`: in it or the nearest folder above that has one."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            candidate = place / name
            if candidate.is_file() and (name != "pyproject.toml" or _has_section(candidate)):
                return candidate
    return None


def load_config(path: Path) -> ConfigFile:
    """Read a configuration file. Raises ConfigError that names file, line and, for a typo, the nearest valid word."""
    source = TomlFile.read(path, ConfigError)
    section = _SECTION if path.name == "pyproject.toml" else ()
    table: object = source.data
    for key in section:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    options = source.build(Options, table, section, known="setting")
    options = replace(
        options,
        select=None if options.select is None else _selectors(source, (*section, "select"), options.select),
        extend_select=_selectors(source, (*section, "extend-select"), options.extend_select),
        ignore=_selectors(source, (*section, "ignore"), options.ignore),
        lexicons=tuple(str(path.parent / lexicon) for lexicon in options.lexicons),
        input_format=_format(source, section, options.input_format),
        max_size=_size(source, section, options.max_size),
        latex=_latex(source, section, options.latex, path.parent),
    )
    keys = [field.name.replace("_", "-") for field in fields(Options)]
    return ConfigFile(path, options, {key: source.line_of((*section, key)) for key in keys})


def _format(source: TomlFile, section: KeyPath, name: str | None) -> str | None:
    from bulletcoach.readers import FORMAT_NAMES

    if name is not None and name != AUTO and name not in FORMAT_NAMES:
        choices = (AUTO, *FORMAT_NAMES)
        message = f"“{name}” is no input format{did_you_mean(name, choices)}; known: {', '.join(choices)}"
        raise source.fail((*section, "input-format"), message)
    return name


def _size(source: TomlFile, section: KeyPath, size: str | None) -> str | None:
    if size is not None:
        try:
            parse_size(size)
        except ValueError as error:
            raise source.fail((*section, "max-size"), str(error)) from None
    return size


def _latex(source: TomlFile, section: KeyPath, options: LatexOptions, folder: Path) -> LatexOptions:
    for key, names in (("bullet-macros", options.bullet_macros), ("entry-macros", options.entry_macros)):
        for name in names:
            if not _MACRO.fullmatch(name):
                message = f"“{name}” is no command of LaTeX: its name has letters alone"
                raise source.fail((*section, "latex", key), message)
    if options.root is None:
        return options
    root = folder / options.root
    if not root.is_file():
        raise source.fail((*section, "latex", "root"), f"there is no file {root}")
    return replace(options, root=str(root))


def _has_section(pyproject: Path) -> bool:
    """Whether a pyproject.toml speaks of bulletcoach. One that does not is no business of ours, even if broken."""
    try:
        if "bulletcoach" not in pyproject.read_text(encoding="utf-8"):
            return False
    except (OSError, UnicodeDecodeError):
        return False
    tool = TomlFile.read(pyproject, ConfigError).data.get("tool")
    return isinstance(tool, dict) and "bulletcoach" in tool


def _selectors(source: TomlFile, path: KeyPath, names: tuple[str, ...]) -> tuple[str, ...]:
    from bulletcoach.rules import RULES

    try:
        return tuple(parse_selector(name.strip(), RULES) for name in names)
    except ConfigError as error:
        raise source.fail(path, str(error)) from None
