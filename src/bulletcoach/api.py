"""The functions of the public API. No configuration file is read: what is not given has its default."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Lock

from bulletcoach.config import Options
from bulletcoach.config.layers import Layer
from bulletcoach.config.settings import settle
from bulletcoach.engine import Engine
from bulletcoach.errors import ConfigError, InputError
from bulletcoach.inputs import Input, InputProblem, read_input
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.model.document import Source
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.model.result import FileResult
from bulletcoach.rules import RULES
from bulletcoach.selection import by_code, parse_selector, parse_selectors


class Checker:
    """Checks texts and files one after the other, with the language model loaded once; threads wait for each other.

    `field` and `language` are found out where they are None. `select` and `ignore` hold rule codes, families ("BC1"),
    names or "ALL", and so do the keys of `severity`, which gives their findings another one. `lexicons` are files of
    one's own.

    Raises ConfigError for an unknown rule, severity or profile (and, at the first check, field or language),
    LexiconError for a broken lexicon file.
    """

    def __init__(
        self,
        *,
        field: str | None = None,
        language: str | None = None,
        profile: Profile | str = Profile.PRIVATE,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        severity: Mapping[str, Severity | str] | None = None,
        lexicons: Iterable[str | os.PathLike[str]] = (),
    ) -> None:
        options = Options(
            select=None if select is None else parse_selectors(select, RULES),
            ignore=parse_selectors(ignore, RULES),
            severity={
                by_code(parse_selector(key, RULES), RULES): _severity(to) for key, to in (severity or {}).items()
            },
            field=field,
            language=language,
            profile=_profile(profile),
            lexicons=tuple(os.fspath(path) for path in lexicons),
        )
        self._settings = settle(Layer.given(options))
        self._engine = Engine(load_lexicon(self._settings.lexicons))
        self._one_at_a_time = Lock()

    def check_text(self, text: str, *, filename: str = "<text>") -> FileResult:
        """Check a résumé, or a handful of bullets, given as text. Raises ModelError without a language model."""
        return self._check(Source(filename, text.encode("utf-8", "surrogatepass"), text))

    def check_file(self, path: str | os.PathLike[str]) -> FileResult:
        """Check a file. Raises InputError where it cannot be read or is no text, ModelError without a model."""
        return self._check(read_input(Input(os.fspath(path), Path(path))))

    def _check(self, source: Source | InputProblem) -> FileResult:
        if isinstance(source, InputProblem):
            raise InputError(source.message)
        with self._one_at_a_time:
            return self._engine.check_one(source, self._settings)


def check_text(
    text: str,
    *,
    filename: str = "<text>",
    field: str | None = None,
    language: str | None = None,
    profile: Profile | str = Profile.PRIVATE,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    lexicons: Iterable[str | os.PathLike[str]] = (),
) -> FileResult:
    """Check one text; see Checker for the arguments and errors."""
    checker = Checker(field=field, language=language, profile=profile, select=select, ignore=ignore, lexicons=lexicons)
    return checker.check_text(text, filename=filename)


def check_file(
    path: str | os.PathLike[str],
    *,
    field: str | None = None,
    language: str | None = None,
    profile: Profile | str = Profile.PRIVATE,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    lexicons: Iterable[str | os.PathLike[str]] = (),
) -> FileResult:
    """Check one file; see Checker for the arguments and errors."""
    checker = Checker(field=field, language=language, profile=profile, select=select, ignore=ignore, lexicons=lexicons)
    return checker.check_file(path)


def _severity(name: Severity | str) -> Severity:
    try:
        return Severity(name)
    except ValueError:
        raise ConfigError(f"unknown severity “{name}”; known: {', '.join(Severity)}") from None


def _profile(name: Profile | str) -> Profile:
    try:
        return Profile(name)
    except ValueError:
        raise ConfigError(f"unknown profile “{name}”; known: {', '.join(Profile)}") from None
