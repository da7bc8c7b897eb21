"""Rewrites in JSON: all of each, as the schema says it."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from handmade_rewrites import HOSTILE, MINIMAL, SPLIT, STRONG, TEXT, rewritten

import bulletcoach
from bulletcoach.config import Settings
from bulletcoach.model.rewrite import Origin, RewriteKind, Wanted
from bulletcoach.report import json as report
from bulletcoach.report.rewrite_json import rewrite_object
from bulletcoach.run import Checked

SCHEMA = json.loads(files("bulletcoach").joinpath("schema.json").read_text(encoding="utf-8"))
PARTS = SCHEMA["$defs"]


@pytest.fixture(scope="module")
def result() -> bulletcoach.FileResult:
    return rewritten(bulletcoach.check_text(f"- {TEXT}\n- x\n"), STRONG, MINIMAL, SPLIT, HOSTILE)


def written(result: bulletcoach.FileResult, **options: Any) -> Any:
    out = io.StringIO()
    report.write([Checked(result, Settings())], out, **options)
    assert out.getvalue().isascii()
    document = json.loads(out.getvalue())
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    return document


def test_a_rewrite_in_full() -> None:
    strong = rewrite_object(STRONG)
    assert strong["text"] == (
        "Fielded [N daily] inbound calls and chats about billing, [cutting average handle time from X to Y]"
    )
    assert strong["text"] == "".join(part["text"] for part in strong["parts"])
    assert (strong["kind"], strong["note"], strong["second"]) == ("strong", "", [])
    assert strong["parts"][0] == {
        "text": "Fielded", "origin": "lexicon", "source": [16, 25], "slot": None, "tied": False
    }  # fmt: skip
    assert strong["parts"][2]["slot"] == {
        "wants": "scope", "text": "N daily", "ask": "How many a day?", "example": "60 daily", "unit": "count",
        "kpi": None, "range": [5, 150.5], "instead": [],
    }  # fmt: skip
    assert strong["parts"][5]["tied"] is True
    assert [part["text"] for part in rewrite_object(SPLIT)["second"]] == ["Answered", " chats about billing"]


def test_a_report_has_all_rewrites_of_every_bullet(result: bulletcoach.FileResult) -> None:
    first, second = written(result)["files"][0]["bullets"]
    assert [rewrite["kind"] for rewrite in first["rewrites"]] == ["strong", "minimal", "story", "minimal"]
    assert second["rewrites"] == []


def test_none_are_in_it_where_none_are_wanted(result: bulletcoach.FileResult) -> None:
    (file,) = written(result, rewrites=False)["files"]
    assert [bullet["rewrites"] for bullet in file["bullets"]] == [[], []]
    assert file["bullets"][0]["findings"]


def test_bullets_alone_have_a_schema_of_their_own(result: bulletcoach.FileResult) -> None:
    out = io.StringIO()
    report.write_bullets(result, out)
    document = json.loads(out.getvalue())
    schema = {"$ref": "#/$defs/rewriteReport", "$defs": PARTS}
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["bullets"] == written(result)["files"][0]["bullets"]


def test_the_schema_has_the_words_of_the_model() -> None:
    assert PARTS["rewrite"]["properties"]["kind"]["enum"] == list(RewriteKind)
    assert PARTS["slot"]["properties"]["wants"]["enum"] == list(Wanted)
    # Answers stand in the coach's rewrites only, and those are never printed as JSON.
    assert [*PARTS["part"]["properties"]["origin"]["enum"], "answer"] == list(Origin)
