"""Options: what a user may set, in a configuration file or on the command line."""

# Annotations are no texts here: the defaults in them are read at every start, and texts would be evaluated for that.
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Struct

from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.selection import ALL
from bulletcoach.tomlfile import OURS

AUTO = "auto"
DEFAULT_SIZE = "10MB"


class About(Struct, frozen=True):
    """What a key is for, and what holds where nothing sets it: a value, or where none says that, words for it."""

    text: str
    default: Any = None
    unset: str = ""


class Key(Struct, frozen=True):
    """A key: its name in TOML, and what is to be known of it (see About)."""

    name: str
    about: str
    default: Any = None
    unset: str = ""


def keys_of(table: type[Any]) -> Iterator[Key]:
    """The keys of a table that a user may set, in their order."""
    for name, hint in table.__annotations__.items():
        for about in (each for each in getattr(hint, "__metadata__", ()) if isinstance(each, About)):
            yield Key(name.replace("_", "-"), about.text, about.default, about.unset)


class LatexOptions(Struct, frozen=True):
    """The table [latex]."""

    bullet_macros: Annotated[
        tuple[str, ...], About("Commands, without backslash, whose argument is a bullet.", default=())
    ] = ()
    entry_macros: Annotated[
        tuple[str, ...], About("Commands, without backslash, whose arguments name a post.", default=())
    ] = ()
    root: Annotated[
        str | None,
        About("The document that the files of this folder are parts of; relative to this file.", unset="found out"),
    ] = None


class Suppress(Struct, frozen=True):
    """A table [[suppress]]: silences `rules` on the bullets that read as `text`, for formats without comments.

    `place` is `file:line` of the table.
    """

    rules: Annotated[tuple[str, ...], About("The rules to silence on this bullet: codes, families or names.")]
    text: Annotated[
        str,
        About(
            "How the bullet reads; case, blanks and end punctuation do not count. One that ends in “…” stands for "
            "every bullet that begins so."
        ),
    ]
    path: Annotated[str, About("Only in files that this gitignore pattern names.", unset="in every file")] = ""
    reason: Annotated[str, About("Why; for those who come later.", unset="not said")] = ""
    place: Annotated[str, OURS] = ""

    def __post_init__(self) -> None:
        if not self.rules:
            raise ValueError("“rules” is empty: name the rules to silence, or ALL")
        if not self.text.strip(" .…\t\n"):
            raise ValueError("“text” is empty: write how the bullet reads, or how it begins")


class Options(Struct, frozen=True):
    """The keys of a configuration file (TOML's `fail-on` is `fail_on`); None or empty where nothing is set.

    What each is for stands beside it, for `config show`, `config schema` and the documentation. Paths are relative to
    their file until it was read, and to the working directory from then on.
    """

    extend: Annotated[
        str | None,
        About("Another configuration file that this one builds on; relative to this one.", unset="builds on no other"),
    ] = None
    select: Annotated[
        tuple[str, ...] | None,
        About(
            "Only these rules: codes, families (BC1), names or ALL. Sets aside what extended files select and ignore.",
            default=(ALL,),
        ),
    ] = None
    extend_select: Annotated[tuple[str, ...], About("These rules as well.", default=())] = ()
    ignore: Annotated[
        tuple[str, ...], About("Not these rules. The more exact of “select” and “ignore” wins.", default=())
    ] = ()
    level: Annotated[
        Severity | None,
        About(
            "The least severe findings to show.",
            unset="warning, or what makes a check fail; in formats for programs info",
        ),
    ] = None
    fail_on: Annotated[
        Severity | None, About("The least severe findings that make a check fail.", default=Severity.WARNING)
    ] = None
    field: Annotated[str | None, About("The field of work, or “auto”.", default=AUTO)] = None
    role_level: Annotated[
        str | None,
        About(
            "What verbs may claim without a remark where the job title does not tell: near, do, improve, lead, build "
            "or direct.",
            unset="only where the title tells",
        ),
    ] = None
    language: Annotated[str | None, About("The language of the résumés (en, de, …), or “auto”.", default=AUTO)] = None
    profile: Annotated[Profile | None, About("The kind of résumé.", default=Profile.PRIVATE)] = None
    input_format: Annotated[str | None, About("Read every file in this format, or “auto”.", default=AUTO)] = None
    max_size: Annotated[
        str | None, About("Read no larger files: 500k, 10MB; 0 for any size.", default=DEFAULT_SIZE)
    ] = None
    exclude: Annotated[
        tuple[str, ...],
        About(
            "Files to leave out of folders that are searched, as in .gitignore; relative to the folder of this file. "
            "With --force-exclude also where they are named.",
            default=(),
        ),
    ] = ()
    lexicons: Annotated[
        tuple[str, ...],
        About("Lexicon files of your own, which add, change or remove words; relative to this file.", default=()),
    ] = ()
    baseline: Annotated[
        str | None,
        About(
            "The file of known findings: only new ones are reported; relative to this file.", unset="nothing is known"
        ),
    ] = None
    severity: Annotated[
        Mapping[str, Severity],
        About("Other severities: the more exact of a code or name, a family and ALL wins.", default={}),
    ] = {}
    per_file_ignores: Annotated[
        Mapping[str, tuple[str, ...]],
        About(
            "Rules not to apply to files that a pattern names, as in .gitignore and relative to the folder of this "
            "file. No “select” outweighs it.",
            default={},
        ),
    ] = {}
    rules: Annotated[
        Mapping[str, Mapping[str, int]],
        About("Options of rules: “bulletcoach rule too-long” names its own.", default={}),
    ] = {}
    latex: Annotated[LatexOptions, About("What LaTeX files use and do not define.")] = LatexOptions()
    suppress: Annotated[
        tuple[Suppress, ...], About("Bullets, by their text, on which rules are silent.", default=())
    ] = ()
