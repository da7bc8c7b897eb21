"""Replies that are typed: with a line editor on a terminal, or as plain lines."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from typing import TextIO

from bulletcoach.coaching.commands import Command
from bulletcoach.coaching.replies import Replies
from bulletcoach.coaching.talk import Talk
from bulletcoach.report.visible import visible

_SIGN = "> "


def typed_replies(environment: Mapping[str, str], *, plain: bool) -> Replies:
    """Replies from the line editor where there is a terminal for it, unless they are to be `plain` lines."""
    if plain or environment.get("TERM") == "dumb" or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return PlainLines(sys.stdin, sys.stdout)
    return EditedLines()


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


class PlainLines:
    """One line is one reply. Lines that come from no terminal are repeated, so that what is printed can be followed."""

    def __init__(self, lines: TextIO | None, out: TextIO) -> None:
        self._lines = lines
        self._out = out
        self._is_seen = is_terminal(lines)

    def reply(self, talk: Talk) -> str:  # noqa: ARG002 - the same for every state
        self._out.write(_SIGN)
        self._out.flush()
        line = self._lines.readline() if self._lines is not None else ""
        reply = line.rstrip("\r\n")
        if not line or not self._is_seen:
            self._out.write(f"{visible(reply)}\n")
        if not line:
            raise EOFError
        return reply


class EditedLines:
    """Lines typed with prompt_toolkit: edited, recalled, commands completed by the tab key.

    An answer that was doubted stands there to be mended, so that Enter insists on it.
    """

    def __init__(self) -> None:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import WordCompleter

        commands = WordCompleter([command.typed for command in Command], sentence=True)
        self._session: PromptSession[str] = PromptSession(completer=commands, complete_while_typing=False)

    def reply(self, talk: Talk) -> str:
        try:
            return self._session.prompt(_SIGN, default=talk.doubt.typed if talk.doubt else "")
        except KeyboardInterrupt:
            # Ctrl-C in the moment when the editor begins leaves a coroutine behind, of which Python would complain.
            warnings.filterwarnings("ignore", message="coroutine .* was never awaited", category=RuntimeWarning)
            raise
