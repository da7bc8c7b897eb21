"""The files of the language model: where they are, and whether they are those that bulletcoach was tested with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from bulletcoach.analysis.model import find_model

_DIGESTS = "model.sha256"
_BLOCK = 1 << 20


class ModelFiles(Struct, frozen=True):
    """An installed model. `missing` and `changed` are those of its files that are not as recorded."""

    package: str
    folder: Path
    version: str
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def installed_model() -> ModelFiles | None:
    """The model that would be used, its files compared; nothing of it is imported. None where there is none."""
    package = find_model()
    spec = find_spec(package) if package else None
    if package is None or spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    # A model's package holds one folder of data, named after package and version.
    folder = next((data.parent for data in sorted(home.glob("*/config.cfg"))), home)
    compared = {name: _digest(folder / name) == digest for name, digest in recorded_digests()}
    missing = tuple(name for name in compared if not (folder / name).is_file())
    changed = tuple(name for name, is_same in compared.items() if not is_same and name not in missing)
    return ModelFiles(package, folder, _version(home), missing, changed)


def recorded_digests() -> Iterator[tuple[str, str]]:
    """The data files of the model, each with its SHA-256."""
    text = files("bulletcoach.analysis").joinpath(_DIGESTS).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            digest, name = line.split("  ", 1)
            yield name, digest


def _version(home: Path) -> str:
    try:
        meta = json.loads((home / "meta.json").read_text(encoding="utf-8"))
        return str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"


def _digest(file: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()
