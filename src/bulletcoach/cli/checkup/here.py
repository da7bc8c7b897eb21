"""Pieces of this folder: its configuration, and the files that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bulletcoach.cli.checkup.piece import Piece, Status
from bulletcoach.errors import BulletcoachError, ConfigError


def configuration() -> Iterator[Piece]:
    """Which configuration file holds here, and whether it and what it names can be read."""
    from bulletcoach.config import Configuration
    from bulletcoach.lexicon.lexicon import load_lexicon

    try:
        settings = Configuration().settings(Path.cwd())
    except ConfigError as error:
        yield Piece("configuration", Status.FAIL, str(error), "Mend that line.")
        return
    if settings.config is None:
        yield Piece("configuration", Status.OK, "no file here or above; “bulletcoach init” makes one")
        return
    yield Piece("configuration", Status.OK, str(settings.config))
    if settings.lexicons:
        try:
            load_lexicon(settings.lexicons)
        except BulletcoachError as error:
            yield Piece("own lexicons", Status.FAIL, str(error), "“bulletcoach lexicon validate FILE” checks one.")
        else:
            yield Piece("own lexicons", Status.OK, ", ".join(map(str, settings.lexicons)))
    if settings.baseline is not None:
        from bulletcoach.baseline.file import read_baseline

        try:
            known = len(read_baseline(settings.baseline))
        except ConfigError as error:
            yield Piece("baseline", Status.FAIL, str(error), "Mend or make it, or take “baseline” out.")
        else:
            yield Piece("baseline", Status.OK, f"{settings.baseline}: {known} known findings")
