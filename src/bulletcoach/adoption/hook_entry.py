"""The entry for pre-commit, and where in its configuration it goes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from bulletcoach.adoption.origin import Origin
from bulletcoach.errors import ConfigError

CHECK, FIX, DOCUMENTS = "bulletcoach", "bulletcoach-fix", "bulletcoach-documents"
_ABOUT = {
    CHECK: "checks the résumés in a commit",
    FIX: "in its place: also puts right what is safe to",
    DOCUMENTS: "checks DOCX and PDF, where these are no copies of something else",
}


class HookEntry(Struct, frozen=True):
    """The entry: where the hooks come from, and those to switch on. The others are there as comments.

    `unnamed` are résumés whose names do not say so, relative to the repository: the hooks, which go by names, would not
    look at them, so one is told of them.
    """

    origin: Origin
    ids: tuple[str, ...] = (CHECK,)
    unnamed: tuple[str, ...] = ()

    def text(self, indent: int, newline: str = "\n") -> str:
        """The entry as an item of the list `repos`, whose items begin in column `indent`."""
        return "".join(f"{' ' * indent}{line}{newline}" for line in self._lines())

    def value(self) -> dict[str, Any]:
        """What the entry says to a reader of YAML."""
        hooks = [{"id": name} for name in self.ids]
        if self.unnamed:
            hooks.append({"id": CHECK, "files": self._files})
        return {"repo": self.origin.repo, "rev": self.origin.rev, "hooks": hooks}

    @property
    def _files(self) -> str:
        """The pattern for the files whose names say nothing."""
        names = sorted(map(re.escape, self.unnamed))
        return f"^{names[0]}$" if len(names) == 1 else f"^({'|'.join(names)})$"

    def _lines(self) -> Iterator[str]:
        yield f"- repo: {_scalar(self.origin.repo)}{f'  # {self.origin.note}' if self.origin.note else ''}"
        yield f"  rev: {_scalar(self.origin.rev)}"
        yield "  hooks:"
        for name, about in _ABOUT.items():
            yield f"    {'' if name in self.ids else '# '}- id: {name}  # {about}"
        if self.unnamed:
            yield f"    - id: {CHECK}  # the same, for files whose names do not say that they are résumés"
            yield f"      files: {_scalar(self._files)}"


def new_config(entry: HookEntry) -> str:
    """A configuration of pre-commit with this entry alone."""
    return f"repos:\n{entry.text(2)}"


def hook_ids(config: str, path: str) -> frozenset[str]:
    """Those of our hooks that a configuration of pre-commit has. Raises ConfigError where it is broken."""
    repos = _load(config, path).get("repos")
    found = (
        hook.get("id")
        for repo in (repos if isinstance(repos, list) else ())
        if isinstance(repo, dict) and isinstance(repo.get("hooks"), list)
        for hook in repo["hooks"]
        if isinstance(hook, dict)
    )
    return frozenset(name for name in found if name in _ABOUT)


def with_entry(config: str, entry: HookEntry, path: str) -> str | None:
    """A configuration of pre-commit with the entry behind its others, every other byte as it was.

    None where that cannot be done by adding lines at the end: `repos` is not the last key, or not a list with an item
    a line. Raises ConfigError where the configuration is broken.
    """
    before = _load(config, path)
    column = _column_of_last_list(config)
    if column is None:
        return None
    newline = "\r\n" if "\r\n" in config else "\n"
    after = f"{config}{'' if config.endswith(newline) else newline}{entry.text(column, newline)}"
    try:
        proven = _load(after, path) == {**before, "repos": [*before["repos"], entry.value()]}
    except ConfigError:
        return None
    return after if proven else None


def _column_of_last_list(config: str) -> int | None:
    """Where the items of `repos` begin, if it is the last key and a list with an item a line."""
    import yaml

    root = yaml.compose(config, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or not root.value or root.flow_style:
        return None
    key, value = root.value[-1]
    if key.value != "repos" or not isinstance(value, yaml.SequenceNode) or value.flow_style:
        return None
    return int(value.start_mark.column)


def _load(config: str, path: str) -> dict[str, Any]:
    import yaml

    try:
        loaded = yaml.safe_load(config)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError(f"{path}:{line}: not valid YAML: {error.problem}") from None
    except yaml.YAMLError:
        raise ConfigError(f"{path}: not valid YAML") from None
    if not isinstance(loaded, dict):
        raise ConfigError(f"{path}: not a configuration of pre-commit: it has no “repos:”")
    return loaded


def _scalar(text: str) -> str:
    """A text as a scalar of YAML, in quotation marks where it would be taken for something else without."""
    import yaml

    try:
        is_plain = yaml.safe_load(text) == text
    except yaml.YAMLError:
        is_plain = False
    return text if is_plain else json.dumps(text, ensure_ascii=False)
