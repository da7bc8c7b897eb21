"""The errors that a user can cause and mend; each one is a single clear line.

BulletcoachError
    InputError      a file that cannot be read, or is not text
    ConfigError     a setting, option, rule or field that does not exist or has the wrong type
    LexiconError    a lexicon file that does not say what it should
    ModelError      the language model is missing or not the one that was tested
    EditError       a change that cannot be written into its file
    OutputError     a report that cannot be written where it is wanted
"""

from __future__ import annotations


class BulletcoachError(Exception):
    """Base of all errors that are reported as one line and never as a traceback."""


class InputError(BulletcoachError):
    """A source cannot be read."""


class ConfigError(BulletcoachError):
    """A setting is unknown or has a wrong value."""


class LexiconError(BulletcoachError):
    """A lexicon file is broken."""


class ModelError(BulletcoachError):
    """The language model cannot be loaded."""


class EditError(BulletcoachError):
    """A change cannot be made; the file is as it was."""


class OutputError(BulletcoachError):
    """A report cannot be written where it is wanted."""
