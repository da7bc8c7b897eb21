"""Actions: what an editor offers to do about a bullet, and the edits, made when one is chosen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TypeVar

from lsprotocol import types as lsp
from msgspec import Struct
from msgspec.structs import asdict, replace

from bulletcoach.engine import Engine
from bulletcoach.errors import EditError
from bulletcoach.fixes import edited_text
from bulletcoach.model.finding import Applicability, Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.report.concise import shown
from bulletcoach.report.placement import Placement
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked
from bulletcoach.server.abilities import Abilities
from bulletcoach.server.changing import mend, mend_all, silence, write
from bulletcoach.server.edits import workspace_edit
from bulletcoach.server.examining import Examined
from bulletcoach.server.hover import touched
from bulletcoach.server.positions import Lines
from bulletcoach.server.silencing import can_be_silenced
from bulletcoach.server.snippets import pieces

FIX_ALL = "source.fixAll.bulletcoach"
KINDS = (lsp.CodeActionKind.QuickFix, FIX_ALL)
_LONGEST = 100  # signs of a rewrite in a menu

T = TypeVar("T")


class Task(Struct, frozen=True):
    """What an action is to do, kept by the client until it is chosen: `bullet` is an id, which stays when lines move.

    `what` is fix, rewrite, ignore or all; `number` counts the rewrites of the bullet, or its findings.
    """

    uri: str
    what: str = ""
    bullet: str = ""
    number: int = 0


def actions(
    examined: Examined, where: lsp.Range, context: lsp.CodeActionContext, abilities: Abilities
) -> list[lsp.CodeAction]:
    """The actions for a stretch of a document, without their edits."""
    result = examined.result
    if result is None or result.document is None or not abilities.code_actions:
        return []
    found: list[lsp.CodeAction] = []
    if _wanted(lsp.CodeActionKind.QuickFix, context):
        lines = Lines(examined.opened.text, abilities.encoding)
        placed, is_shown = Placement(result).bullets, frozenset(shown(Checked(result, examined.settings)))
        for bullet in touched(result, lines.span(where), lines):
            task = Task(examined.opened.uri, bullet=placed[bullet.number].id)
            found += _of_bullet(bullet, result, context, task, is_shown)
    is_mendable = any(finding.fix and finding.fix.applicability is Applicability.SAFE for finding in result.findings)
    if is_mendable and context.only and _wanted(FIX_ALL, context):
        task = Task(examined.opened.uri, "all")
        found.append(lsp.CodeAction("Put right what is safe to", FIX_ALL, data=asdict(task)))
    return found


def task_of(action: lsp.CodeAction) -> Task | None:
    """What an action of ours is to do; None for what is none of ours."""
    try:
        return Task(**action.data)  # type: ignore[arg-type]
    except TypeError:
        return None


def edit_of(task: Task, examined: Examined, engine: Engine, abilities: Abilities) -> lsp.WorkspaceEdit:
    """The edit of an action. Raises EditError where it cannot be made, or the bullet is not there any more."""
    opened, result = examined.opened, examined.result
    if task.what == "all":
        return workspace_edit(opened, mend_all(examined, engine), abilities)
    if result is None or (number := _number(task.bullet, result)) is None:
        raise EditError(f"{opened.name}: the bullet is not there any more")
    if task.what == "rewrite":
        rewrite = _chosen(task.number, _writable(number, result), examined)
        written = write(examined, engine, number, rewrite.text)
        found = pieces(written, rewrite) if abilities.snippet_edits else written.edits
        return workspace_edit(opened, found, abilities)
    finding = _chosen(task.number, _about(number, result), examined)
    if task.what == "ignore":
        return workspace_edit(opened, silence(examined, engine, finding), abilities)
    if finding.fix is None:
        raise EditError(f"{opened.name}: there is nothing to mend any more")
    return workspace_edit(opened, mend(examined, engine, number, finding.fix), abilities)


def _of_bullet(
    bullet: Judged, result: FileResult, context: lsp.CodeActionContext, task: Task, is_shown: Container[Finding]
) -> Iterator[lsp.CodeAction]:
    about = _about(bullet.number, result)
    told = [one for one in context.diagnostics if isinstance(one.data, dict) and one.data.get("bullet") == task.bullet]
    for number, finding in enumerate(about):
        if finding.fix is not None:
            yield _action(
                finding.fix.title, replace(task, what="fix", number=number), _of_rule(finding, told),
                preferred=finding.fix.applicability is Applicability.SAFE,
            )  # fmt: skip
    fixed = {edited_text(bullet.bullet.text, finding.fix.edits) for finding in about if finding.fix}
    for number, rewrite in enumerate(_writable(bullet.number, result)):
        if rewrite.text not in fixed:
            yield _action(f"Rewrite: {_shortened(rewrite.text)}", replace(task, what="rewrite", number=number), told)
    if result.document is not None and can_be_silenced(result.document.format):
        for number, finding in enumerate(about):
            if finding in is_shown:
                title = f"Ignore {finding.code} ({finding.name}) here"
                yield _action(title, replace(task, what="ignore", number=number), _of_rule(finding, told))


def _action(
    title: str, task: Task, diagnostics: list[lsp.Diagnostic], *, preferred: bool | None = None
) -> lsp.CodeAction:
    return lsp.CodeAction(
        visible(title), lsp.CodeActionKind.QuickFix, diagnostics or None, preferred or None, data=asdict(task)
    )


def _of_rule(finding: Finding, diagnostics: Sequence[lsp.Diagnostic]) -> list[lsp.Diagnostic]:
    return [one for one in diagnostics if one.code == finding.code]


def _wanted(kind: str, context: lsp.CodeActionContext) -> bool:
    """Whether the client asked for actions of this kind: for it, for one above it, or for any."""
    return not context.only or any(kind == only or kind.startswith(f"{only}.") for only in context.only)


def _about(number: int, result: FileResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.bullet == number]


def _writable(number: int, result: FileResult) -> list[Rewrite]:
    """The rewrites of a bullet but those that make two of it: they are shown and never written."""
    return [rewrite for rewrite in result.rewrites.get(number, ()) if not rewrite.second]


def _number(id: str, result: FileResult) -> int | None:
    """The number of the bullet with that id."""
    return next((bullet.number for bullet in Placement(result).bullets if bullet.id == id), None)


def _chosen(number: int, choices: Sequence[T], examined: Examined) -> T:
    if number >= len(choices):
        raise EditError(f"{examined.opened.name}: the bullet has changed")
    return choices[number]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
