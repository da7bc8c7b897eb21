"""What a configuration file says, checked beyond the types of its values."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.config.file_patterns import compiled
from bulletcoach.config.options import AUTO, LatexOptions, Options, Suppress
from bulletcoach.errors import BulletcoachError, ConfigError
from bulletcoach.inputs.sizes import parse_size
from bulletcoach.model.finding import Severity
from bulletcoach.selection import by_code, find_rule, parse_selector
from bulletcoach.tomlfile import KeyPath, TomlFile, did_you_mean

T = TypeVar("T")
V = TypeVar("V")
_MACRO = re.compile(r"\\?[a-zA-Z]+")


class FileCheck(Struct, frozen=True):
    """The checks of one file: what stands in the table `section` of it; paths are relative to `folder`."""

    source: TomlFile
    section: KeyPath
    folder: Path

    def checked(self, options: Options) -> Options:
        """The options, selectors in their usual spelling and paths with their folder.

        Raises ConfigError that names file, line and, for a typo, the nearest valid word.
        """
        return replace(
            options,
            extend=None if options.extend is None else self._file(options.extend, "extend"),
            select=None if options.select is None else self._selectors(options.select, "select"),
            extend_select=self._selectors(options.extend_select, "extend-select"),
            ignore=self._selectors(options.ignore, "ignore"),
            input_format=self._format(options.input_format),
            max_size=self._size(options.max_size),
            exclude=self._patterns(options.exclude, "exclude"),
            lexicons=tuple(
                str(self.folder / self._file(lexicon, "lexicons", number))
                for number, lexicon in enumerate(options.lexicons)
            ),
            baseline=str(self.folder / options.baseline) if options.baseline else options.baseline,
            severity=self._severities(options.severity),
            per_file_ignores=self._per_file(options.per_file_ignores),
            rules=self._rule_options(options.rules),
            latex=self._latex(options.latex),
            suppress=tuple(self._suppress(one, number) for number, one in enumerate(options.suppress)),
        )

    def _fail(self, message: str, *key: str | int) -> BulletcoachError:
        return self.source.fail((*self.section, *key), message)

    def _or_fail(self, read: Callable[[], T], *key: str | int) -> T:
        """What `read` gives; its error gets file and line."""
        try:
            return read()
        except (ConfigError, ValueError) as error:
            raise self._fail(str(error), *key) from None

    def _file(self, name: str, *key: str | int) -> str:
        if not os.path.isfile(self.folder / name):  # noqa: PTH113 - False for a name that no file can have
            raise self._fail(f"there is no file {self.folder / name}", *key)
        return name

    def _selectors(self, names: Iterable[str], *key: str | int) -> tuple[str, ...]:
        from bulletcoach.rules import RULES

        return self._or_fail(lambda: tuple(parse_selector(name.strip(), RULES) for name in names), *key)

    def _format(self, name: str | None) -> str | None:
        from bulletcoach.readers import FORMAT_NAMES

        if name is not None and name != AUTO and name not in FORMAT_NAMES:
            choices = (AUTO, *FORMAT_NAMES)
            message = f"“{name}” is no input format{did_you_mean(name, choices)}; known: {', '.join(choices)}"
            raise self._fail(message, "input-format")
        return name

    def _size(self, size: str | None) -> str | None:
        if size is not None:
            self._or_fail(lambda: parse_size(size), "max-size")
        return size

    def _patterns(self, patterns: tuple[str, ...], *key: str | int) -> tuple[str, ...]:
        self._or_fail(lambda: compiled(patterns), *key)
        return patterns

    def _severities(self, severities: Mapping[str, Severity]) -> Mapping[str, Severity]:
        from bulletcoach.rules import RULES

        return self._once(
            severities,
            lambda name: by_code(parse_selector(name.strip(), RULES), RULES),
            lambda value, _: value,
            "severity",
        )

    def _per_file(self, ignores: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        key = "per-file-ignores"
        for pattern in ignores:
            self._patterns((pattern,), key, pattern)
            if pattern.startswith("!"):
                raise self._fail(f"“{pattern}” takes back what nothing says; name the files themselves", key, pattern)
        return {pattern: self._selectors(names, key, pattern) for pattern, names in ignores.items()}

    def _rule_options(self, rules: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
        """The options of rules under the rules' names."""
        from bulletcoach.rules import RULES
        from bulletcoach.rules.options import option_of

        def options(values: Mapping[str, int], name: str) -> Mapping[str, int]:
            rule = find_rule(name, RULES)
            for key, value in values.items():
                self._or_fail(lambda: option_of(rule, key, RULES).check(value), "rules", name, key)  # noqa: B023
            return values

        return self._once(rules, lambda name: find_rule(name, RULES).name, options, "rules")

    def _once(
        self, table: Mapping[str, V], named: Callable[[str], str], read: Callable[[V, str], V], key: str
    ) -> Mapping[str, V]:
        """The table with its keys in their usual spelling. Two of one meaning are a mistake."""
        read_by_name: dict[str, V] = {}
        for name, value in table.items():
            usual = self._or_fail(lambda: named(name), key, name)  # noqa: B023
            if usual in read_by_name:
                raise self._fail(f"“{name}” is there already: it is {usual}", key, name)
            read_by_name[usual] = read(value, name)
        return read_by_name

    def _latex(self, options: LatexOptions) -> LatexOptions:
        for key, names in (("bullet-macros", options.bullet_macros), ("entry-macros", options.entry_macros)):
            for name in names:
                if not _MACRO.fullmatch(name):
                    raise self._fail(f"“{name}” is no command of LaTeX: its name has letters alone", "latex", key)
        if options.root is None:
            return options
        return replace(options, root=str(self.folder / self._file(options.root, "latex", "root")))

    def _suppress(self, one: Suppress, number: int) -> Suppress:
        from bulletcoach.rules import RULES
        from bulletcoach.rules.suppressions import FAMILY

        key = ("suppress", number)
        if one.path:
            self._patterns((one.path,), *key, "path")
        rules = self._selectors(one.rules, *key, "rules")
        for name in rules:
            if by_code(name, RULES).startswith(FAMILY):
                message = f"{name} is about the checks themselves: the key “ignore” silences it"
                raise self._fail(message, *key, "rules")
        place = f"{self.source.path}:{self.source.line_of((*self.section, *key))}"
        return replace(one, rules=rules, place=place)
