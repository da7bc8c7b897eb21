"""What the name of a file or folder says of it: whether it is a résumé."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from bulletcoach.inputs.endings import format_of_name
from bulletcoach.inputs.words import FileWords, file_words, has_any, in_words


class Says(Enum):
    """RESUME: the name has a word for it. FOLDER: that of its folder has. OTHER: it is something else. NOTHING."""

    RESUME = "resume"
    FOLDER = "folder"
    OTHER = "other"
    NOTHING = "nothing"


def looks_like_resume(name: str) -> bool:
    """Whether a file's name says that it is a résumé in one of the formats that are read."""
    return format_of_name(name) is not None and said_by(name, file_words()) is Says.RESUME


def said_by(name: str, words: FileWords, *, among_resumes: bool = False) -> Says:
    """What the name of a file says; `among_resumes` is whether its folder's name says that it holds résumés."""
    spelled = in_words(PurePath(name).stem)
    if has_any(spelled, words.other):
        return Says.OTHER if among_resumes or has_any(spelled, words.resume) else Says.NOTHING
    if has_any(spelled, words.resume):
        return Says.RESUME
    if among_resumes:
        return Says.OTHER if spelled in words.alone or has_any(spelled, words.beside) else Says.FOLDER
    return Says.NOTHING


def holds_resumes(name: str, words: FileWords) -> bool:
    """Whether the name of a folder says that the files in it are résumés."""
    spelled = in_words(name)
    return has_any(spelled, words.resume) and not has_any(spelled, words.other)
