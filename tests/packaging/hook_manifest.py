"""The hooks that this project offers to pre-commit, read as pre-commit reads them."""

from __future__ import annotations

import re
from typing import Any

from environments import ROOT
from pre_commit.clientlib import load_manifest

MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks by their ids. Fails where pre-commit would refuse them."""
    return {hook["id"]: hook for hook in load_manifest(str(MANIFEST))}


def takes(hook: dict[str, Any], path: str) -> bool:
    """Whether the names let a hook look at a file; its type is asked for after that."""
    return bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)
