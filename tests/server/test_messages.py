"""Messages as a faulty client sends them, byte by byte: each request is answered, and the server lives on."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli.commandline import environment

INITIALIZE: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}
HOVER: dict[str, Any] = {"textDocument": {"uri": "file:///resume.md"}, "position": {"line": 0, "character": 0}}


class Wire:
    """A server at the other end of two pipes."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bulletcoach", "lsp"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder, env=environment(),
        )  # fmt: skip
        self.aside: list[str] = []

    def send(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: object = None) -> None:
        self.send(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, params: object = None) -> Any:
        """The result of a request, or the code of the error."""
        self.send(json.dumps({"jsonrpc": "2.0", "id": method, "method": method, "params": params}).encode())
        while (answer := self._read()).get("id") != method:
            self.aside.append(answer["method"])
        return answer["error"]["code"] if "error" in answer else answer["result"]

    def open(self, path: Path, text: str) -> None:
        self.tell("initialized", {})
        document = {"uri": path.as_uri(), "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def hang_up(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def _read(self) -> dict[str, Any]:
        stream = self.process.stdout
        assert stream is not None
        length = int(stream.readline().partition(b":")[2])
        while stream.readline().strip():
            pass
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    wire = Wire(tmp_path)
    yield wire
    wire.process.kill()
    wire.process.wait()
    for stream in (wire.process.stdin, wire.process.stdout):
        assert stream is not None
        stream.close()


def test_a_request_comes_in_its_time_or_is_refused(wire: Wire) -> None:
    assert wire.ask("textDocument/hover", HOVER) == -32002, "the server is not initialized"
    wire.tell("textDocument/didClose", {"textDocument": {"uri": "file:///resume.md"}})
    assert "capabilities" in wire.ask("initialize", INITIALIZE)
    assert wire.ask("initialize", INITIALIZE) == -32600, "that it is already"
    assert wire.ask("shutdown") is None
    assert wire.ask("textDocument/hover", HOVER) == -32600, "it is shut down"
    wire.tell("exit")
    assert wire.process.wait(10) == 0
    assert wire.aside == []


def test_a_wrong_request_is_answered_and_a_wrong_notification_passed_over(wire: Wire) -> None:
    wire.ask("initialize", INITIALIZE)
    for method, params, code in [
        ("textDocument/hover", None, -32602),
        ("textDocument/hover", {"textDocument": 5}, -32602),
        ("textDocument/hover", HOVER | {"position": {"line": -3, "character": 0}}, -32602),
        ("textDocument/definition", HOVER, -32601),
        ("$/unheard-of", {}, -32601),
    ]:
        assert wire.ask(method, params) == code, (method, params)
    for body in (b"{nonsense", b"[1, 2]", b"\xff\xfe", b'"text"', b'{"id": 4}'):
        wire.send(body)
    change = {"textDocument": {"uri": "file:///never-opened.md", "version": 2}, "contentChanges": [{"text": "x"}]}
    wire.tell("textDocument/didChange", change)
    wire.tell("textDocument/didOpen", {"textDocument": {"uri": "file:///resume.md"}})
    assert wire.ask("textDocument/hover", HOVER) is None
    assert set(wire.aside) == {"window/logMessage"}, "the user can do nothing about it"


def test_a_check_on_its_way_does_not_hold_up_the_end(wire: Wire, tmp_path: Path) -> None:
    wire.ask("initialize", INITIALIZE)
    bullets = "".join(f"- Answered {number} calls of branch {number * 7}\n" for number in range(15_000))
    wire.open(tmp_path / "resume.md", f"# Jo Marsh\n\n## Experience\n\n{bullets}")
    time.sleep(2)
    wire.hang_up()
    assert wire.process.wait(8) == 1
