"""bulletcoach reads a résumé, judges every bullet (duty, action, achievement) and says what to do about it.

    import bulletcoach

    result = bulletcoach.check_text("- Responsible for the returns desk")
    for finding in result.findings:
        print(finding.code, finding.message)

    check_text, check_file   one text, one file
    Checker                  many of them: keeps the language model loaded
    FileResult               what a check gives back, made of Document, Entry, Bullet, Judged, Facts, Judgement,
                             Metric, Finding, Span and the enumerations Verdict, Severity, Profile
    Rewrite                  in FileResult.rewrites by a bullet's number, best first: made of Part, Slot and the
                             enumerations RewriteKind, Origin, Wanted
    BulletcoachError         base of InputError, ConfigError, LexiconError, ModelError

Importing the package loads none of its parts; each name is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from bulletcoach.api import Checker, check_file, check_text
    from bulletcoach.errors import BulletcoachError, ConfigError, InputError, LexiconError, ModelError
    from bulletcoach.model.document import Bullet, Document, Entry
    from bulletcoach.model.facts import Facts
    from bulletcoach.model.finding import Finding, Severity
    from bulletcoach.model.judgement import Judged, Judgement, Metric, Profile, Verdict
    from bulletcoach.model.result import FileResult
    from bulletcoach.model.rewrite import Origin, Part, Rewrite, RewriteKind, Slot, Wanted
    from bulletcoach.model.text import Span

_HOMES = {
    "bulletcoach.api": ("Checker", "check_file", "check_text"),
    "bulletcoach.errors": ("BulletcoachError", "ConfigError", "InputError", "LexiconError", "ModelError"),
    "bulletcoach.model.document": ("Bullet", "Document", "Entry"),
    "bulletcoach.model.facts": ("Facts",),
    "bulletcoach.model.finding": ("Finding", "Severity"),
    "bulletcoach.model.judgement": ("Judged", "Judgement", "Metric", "Profile", "Verdict"),
    "bulletcoach.model.result": ("FileResult",),
    "bulletcoach.model.rewrite": ("Origin", "Part", "Rewrite", "RewriteKind", "Slot", "Wanted"),
    "bulletcoach.model.text": ("Span",),
}

__all__ = [
    "Bullet",
    "BulletcoachError",
    "Checker",
    "ConfigError",
    "Document",
    "Entry",
    "Facts",
    "FileResult",
    "Finding",
    "InputError",
    "Judged",
    "Judgement",
    "LexiconError",
    "Metric",
    "ModelError",
    "Origin",
    "Part",
    "Profile",
    "Rewrite",
    "RewriteKind",
    "Severity",
    "Slot",
    "Span",
    "Verdict",
    "Wanted",
    "__version__",
    "check_file",
    "check_text",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module “bulletcoach” has no attribute “{name}”")


def __dir__() -> list[str]:
    return sorted(__all__)
