"""Pieces of the machine: bulletcoach itself, Python, packages, extras, the terminal."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from bulletcoach.cli.checkup.piece import Piece, Status

_NARROW = 60
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)""")
_EXTRAS = {"lsp": ("the language server for editors", "pygls"), "watch": ("check --watch", "watchfiles")}


def itself() -> Iterator[Piece]:
    """Which bulletcoach this is."""
    import bulletcoach

    where = Path(bulletcoach.__file__).parent
    yield Piece("bulletcoach", Status.OK, f"{bulletcoach.__version__} in {where}")


def python() -> Iterator[Piece]:
    """Which Python runs it."""
    version = f"{platform.python_implementation()} {platform.python_version()}"
    yield Piece("python", Status.OK, f"{version} on {platform.system()} {platform.machine()}: {sys.executable}")


def packages() -> Iterator[Piece]:
    """Whether the packages that it needs are installed."""
    needed = list(_requirements(None))
    missing = [name for name in needed if _version(name) is None]
    spacy = _version("spacy")
    if missing:
        advice = "Install bulletcoach again: pip install --force-reinstall bulletcoach"
        yield Piece("packages", Status.FAIL, f"missing: {', '.join(missing)}", advice)
    elif needed:
        yield Piece("packages", Status.OK, f"all {len(needed)} there; spaCy {spacy}")
    else:
        advice = "Install it, with what it needs: pip install bulletcoach"
        yield Piece("packages", Status.WARN, "bulletcoach runs from a folder and is not installed", advice)


def extras() -> Iterator[Piece]:
    """Which extras are installed, and how to get the others."""
    for extra, (does, package) in _EXTRAS.items():
        packages = list(_requirements(extra)) or [package]
        versions = {name: _version(name) for name in packages}
        if all(versions.values()):
            installed = ", ".join(f"{name} {version}" for name, version in versions.items())
            yield Piece(f"extra {extra}", Status.OK, f"{does}: {installed}")
        else:
            how = f"pip install {package} adds it"
            yield Piece(f"extra {extra}", Status.OK, f"{does}: not installed, and not needed otherwise; {how}")


def terminal() -> Iterator[Piece]:
    """What the output can show: characters, columns, colour."""
    from bulletcoach.report.page import page_width, wants_colour

    encoding = getattr(sys.stdout, "encoding", None) or "unknown"
    colour = "in colour" if wants_colour(sys.stdout, os.environ) else "without colour"
    width = page_width()
    found = f"{encoding}, {width} columns, {colour} ({_why_colour()})"
    try:
        "“…é→".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        advice = "What it cannot show stands as an escape such as \\u2026; PYTHONUTF8=1 in the environment mends that."
        yield Piece("terminal", Status.WARN, f"{found}: it cannot show every character", advice)
        return
    if width < _NARROW:
        yield Piece("terminal", Status.WARN, found, "Reports read better on 80 columns.")
        return
    yield Piece("terminal", Status.OK, found)


def _why_colour() -> str:
    """What decided on colour: the first of what `wants_colour` looks at."""
    if os.environ.get("NO_COLOR"):
        return "NO_COLOR is set"
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return "FORCE_COLOR is set"
    if not sys.stdout.isatty():
        return "the output is no terminal"
    return "TERM=dumb" if os.environ.get("TERM") == "dumb" else "a terminal"


def _requirements(extra: str | None) -> Iterator[str]:
    """The packages that bulletcoach needs, or that an extra of it needs, as its own metadata name them."""
    try:
        declared = metadata.requires("bulletcoach") or []
    except metadata.PackageNotFoundError:
        return
    for requirement in declared:
        package, _, marker = requirement.partition(";")
        named = _EXTRA.search(marker)
        if (name := _NAME.match(package)) and (named[1] if named else None) == extra:
            yield name[0]


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
