"""The entry for pre-commit: put behind the others, or nowhere."""

from __future__ import annotations

import pytest
import yaml

from bulletcoach.adoption.hook_entry import HookEntry, hook_ids, new_config, with_entry
from bulletcoach.adoption.origin import Origin
from bulletcoach.errors import ConfigError

ENTRY = HookEntry(Origin("https://git.example.org/bulletcoach", "v1.2.0"))
VALUE = {"repo": "https://git.example.org/bulletcoach", "rev": "v1.2.0", "hooks": [{"id": "bulletcoach"}]}
NAME = ".pre-commit-config.yaml"

ADDED_TO = {
    "indented": "repos:\n  - repo: meta\n    hooks:\n      - id: identity\n",
    "not indented": "repos:\n- repo: meta\n  hooks:\n  - id: identity\n",
    "deep": "repos:\n      - repo: meta\n        hooks: [{id: identity}]\n",
    "other keys above": "default_language_version:\n  python: python3\nfail_fast: true\nrepos:\n- repo: meta\n",
    "comments everywhere": "# ours\nrepos:  # all\n  # first\n  - repo: meta  # this\n    hooks: []\n  # last\n# end\n",
    "no newline at the end": "repos:\n  - repo: meta\n    hooks: []",
    "Windows": "repos:\r\n  - repo: meta\r\n    hooks: []\r\n",
    "Windows, no newline at the end": "repos:\r\n- repo: meta",
    "blank lines at the end": "repos:\n  - repo: meta\n    hooks: []\n\n\n",
    "document marker": "---\nrepos:\n- repo: meta\n",
    "quoted key": '"repos":\n- repo: meta\n',
    "aliases": "x: &a [py]\nrepos:\n- repo: meta\n  types: *a\n- &b {repo: local}\n- *b\n",
    "a text that goes on": "repos:\n- repo: meta\n  exclude: |\n    ^a/\n    ^b/\n",
}
LEFT_ALONE = {
    "repos not last": "repos:\n- repo: meta\nfail_fast: true\n",
    "flow": "repos: [{repo: meta}]\n",
    "flow on lines of its own": "repos: [\n  {repo: meta},\n]\n",
    "all in braces": "{repos: [{repo: meta}]}\n",
    "empty": "repos: []\n",
    "nothing behind it": "repos:\n",
    "not a list": "repos: meta\n",
    "no repos": "fail_fast: true\n",
    "ended": "repos:\n- repo: meta\n...\n",
    "repos of something else": "repos:\n- repo: meta\nci:\n  repos:\n  - one\n",
}
BROKEN = {
    "": "not a configuration of pre-commit: it has no “repos:”",
    "- repo: meta\n": "not a configuration of pre-commit: it has no “repos:”",
    "repos:\n\t- repo: meta\n": "not valid YAML",
    "repos:\n- repo: [\n": "not valid YAML",
    "a: 1\n---\nb: 2\n": "not valid YAML",
    "repos:\n- \x00\n": "not valid YAML",
}


@pytest.mark.parametrize("config", ADDED_TO.values(), ids=ADDED_TO)
def test_the_entry_goes_behind_the_others_and_nothing_else_changes(config: str) -> None:
    after = with_entry(config, ENTRY, NAME)
    assert after is not None
    assert after.startswith(config)
    before = yaml.safe_load(config)
    assert yaml.safe_load(after) == {**before, "repos": [*before["repos"], VALUE]}
    assert "\r\n" not in config or "\n" not in after.replace("\r\n", "")
    assert hook_ids(after, NAME) == {"bulletcoach"}


@pytest.mark.parametrize("config", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_where_lines_at_the_end_would_not_do_it_nothing_is_added(config: str) -> None:
    assert with_entry(config, ENTRY, NAME) is None


@pytest.mark.parametrize(("config", "complaint"), BROKEN.items())
def test_a_broken_configuration_is_complained_of(config: str, complaint: str) -> None:
    with pytest.raises(ConfigError, match=rf"^\.pre-commit-config\.yaml(:\d+)?: {complaint}"):
        with_entry(config, ENTRY, NAME)
    with pytest.raises(ConfigError):
        hook_ids(config, NAME)


def test_hooks_are_found_wherever_they_come_from() -> None:
    config = (
        "repos:\n- repo: local\n  hooks: [{id: bulletcoach-fix, name: mine}]\n- repo: meta\n  hooks: [{id: identity}]\n"
    )
    assert hook_ids(config, NAME) == {"bulletcoach-fix"}
    assert hook_ids("repos: [1, {hooks: {}}, {hooks: [x, {}]}]\n", NAME) == frozenset()


@pytest.mark.parametrize(
    "repo",
    [
        "https://git.example.org/a", "git@git.example.org:a/b.git", "/home/ann/My Projects/bulletcoach",
        "C:/Users/ann/b", "https://git.example.org/a # b", "https://x/\n- repo: evil", 'a"b', "~", "12", "1.5",
        "/x/é", "*x", "a: b",
    ],
)  # fmt: skip
def test_any_address_survives_the_writing(repo: str) -> None:
    for rev in ("v1.0", "0123456789", "1234e5678901"):
        entry = HookEntry(Origin(repo, rev, note="a note"), ("bulletcoach", "bulletcoach-documents"))
        assert yaml.safe_load(new_config(entry)) == {"repos": [entry.value()]}
