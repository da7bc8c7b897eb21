"""Protocol: what pygls leaves open of the rules of JSON-RPC, so that every request is answered, also a wrong one."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Answers requests that cannot be read, and those that come too early or too late; drops such notifications."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        method, id = getattr(message, "method", None), getattr(message, "id", None)
        if method in (None, lsp.EXIT):
            super().handle_message(message)
        elif self._workspace is None and method != lsp.INITIALIZE:
            self._refuse(id, JsonRpcServerNotInitialized())
        elif self._shutdown or (self._workspace is not None and method == lsp.INITIALIZE):
            self._refuse(id, JsonRpcInvalidRequest())
        else:
            super().handle_message(message)

    def _refuse(self, id: str | int | None, error: JsonRpcException) -> None:
        if id is not None:
            self._send_response(id, error=error.to_response_error())
