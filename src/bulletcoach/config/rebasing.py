"""A pattern that is relative to one folder, written so that it means the same relative to another."""

from __future__ import annotations

import re
from pathlib import Path

from bulletcoach.config.file_patterns import compiled, composed

_SPECIAL = re.compile(r"[\\*?\[\]!# ]")
_ANYWHERE = "**"


def rebased(pattern: str, folder: Path, onto: Path) -> str | None:
    """The pattern for `onto`; None where it names nothing there. Folders beside each other share their patterns."""
    if folder == onto or not (folder in onto.parents or onto in folder.parents):
        return pattern
    negation = "!" if pattern.startswith("!") else ""
    bare = pattern.removeprefix("!")
    is_by_name = "/" not in bare.removesuffix("/")
    if onto in folder.parents:
        way = "/".join(_SPECIAL.sub(r"\\\g<0>", part) for part in folder.relative_to(onto).parts)
        return f"{negation}/{way}/{'**/' if is_by_name else ''}{bare.removeprefix('/')}"
    if is_by_name:
        return pattern
    left = _below(bare.removeprefix("/"), onto.relative_to(folder).parts)
    return None if left is None else negation + left


def _below(pattern: str, parts: tuple[str, ...]) -> str | None:
    """What is left of an anchored pattern on the way down through the folders `parts`."""
    for part in parts:
        first, _, rest = pattern.partition("/")
        if first == _ANYWHERE:
            return pattern
        if not compiled((first,))[0].matches(composed(part), is_folder=True):
            return None
        if not rest:
            return _ANYWHERE  # the folder itself is named, or one above it, and so is all in it
        pattern = rest
    return f"/{pattern}"
