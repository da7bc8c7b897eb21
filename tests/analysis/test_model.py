"""The model is loaded lean, and reads every text as the plainly loaded one does."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from typing import Any

import pytest

from benchmarks.corpus import bullets
from bulletcoach.analysis import model
from bulletcoach.analysis.model import find_model, load_model
from bulletcoach.errors import ModelError

PACKAGE = find_model() or ""
ODD = [
    "", " ", "  \t ", "I", "\ufeffI led it", "I cut costs by 12%.", "I don't can't won't shan't; y'all'd've",
    "e.g. i.e. U.S.A.", "I saved $4.2M/yr (≈£3m) in 2019–2021", "i managed nothing", "I MANAGED ALL THE THINGS",
    "I ran https://example.com/a?b=c#d and mail a.b+c@example.co.uk daily", "I wrote “quoted” ‘words’ and 'others'",
    "I answered 60+ calls/day, 24/7, at the 9 a.m.–5 p.m. desk", "I led a 12-person team→15 :-) <3 ¯\\_(ツ)_/¯",
    "I re-wrote C++/C#/.NET, R&D and Q&A; vs. Dr. O'Neil's", "ＦＵＬＬ ｗｉｄｔｈ", "I used\u2009thin\u200bspaces",
    "I encadré l’équipe de Zürich à Łódź", "管理 客户 服务", "Эксперт по продажам", "I a" * 90,
    "I nnnnnnnnnnn #1 @handle _x_ **bold** [X%] {y} |z|", "I got 1st, 2nd and 3rd of 1,234.56 / 7.8e9 units",
    "I lay, laid, lain; I left the left leaves", "- I • led · it – so — there …",
]  # fmt: skip
SUBJECTS = ("I ", "")
VERBS = (
    "trained ", "cut ", "answering ", "manages ", "re-built ", "was promoted to ", "processing of ", "RAN ", "upsold ",
)  # fmt: skip
OBJECTS = ("12 nurses", "the night desk", "a $4.2M budget", "tier 2 tickets", "patients’ notes", "Office 365", "KPIs")
TAILS = (" by 18%", " from 6:40 to 4:12, saving €3k", " while it ran", "; overtime fell 4 pp. Ranked #1 of 40.")
TEXTS = [*ODD, *map("".join, product(SUBJECTS, VERBS, OBJECTS, TAILS)), *bullets(200, seed=8)]
# The tokenizer, and the tokens of the texts, of the model that its package loads.
PLAIN = """
import importlib, json, sys
plain = importlib.import_module(sys.argv[1]).load(exclude=["ner", "senter"])
tokenizer = plain.tokenizer.to_bytes(exclude=["vocab"]).hex()
docs = map(plain, json.load(sys.stdin))
read = [[[t.idx, t.text, t.lemma_, t.tag_, t.dep_, t.head.i, t.is_space] for t in doc] for doc in docs]
json.dump([tokenizer, read], sys.stdout)
"""
LOADING = (
    "import sys; from bulletcoach.analysis.model import load_model; load_model(); print('spacy.cli' in sys.modules)"
)


@pytest.fixture(scope="module")
def loaded() -> Any:
    return load_model()


@pytest.fixture(scope="module")
def plain() -> Any:
    """What a process of its own says that has the model loaded by its package."""
    command = [sys.executable, "-c", PLAIN, PACKAGE]
    done = subprocess.run(command, input=json.dumps(TEXTS), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("batch_size", [1, 256])
def test_reads_as_the_plainly_loaded_model(loaded: Any, plain: Any, batch_size: int) -> None:
    with loaded.memory_zone():
        for text, doc, expected in zip(TEXTS, loaded.pipe(TEXTS, batch_size=batch_size), plain[1], strict=True):
            read = [[t.idx, t.text, t.lemma_, t.tag_, t.dep_, t.head.i, t.is_space] for t in doc]
            assert read == expected, text


def test_reads_the_same_zone_after_zone(loaded: Any, plain: Any) -> None:
    """What the vocabulary learns from a text is forgotten with its zone, and learned again."""
    for text, expected in [*zip(TEXTS, plain[1], strict=True)][::10] * 2:
        with loaded.memory_zone():
            read = [[t.idx, t.text, t.lemma_, t.tag_, t.dep_, t.head.i, t.is_space] for t in loaded(text)]
            assert read == expected, text


def test_the_tokenizer_is_the_model_s_own(loaded: Any, plain: Any) -> None:
    assert loaded.tokenizer.to_bytes(exclude=["vocab"]).hex() == plain[0]


def test_all_labels_are_words_whatever_the_rules_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_UNUSED", (*model._UNUSED, "attribute_ruler", "lemmatizer"))
    without_rules = load_model()

    labels = [label for labels in without_rules.pipe_labels.values() for label in labels]
    assert "NNP" in labels
    assert [label for label in labels if label not in without_rules.vocab.strings] == []


def test_loads_what_is_used_and_no_more(loaded: Any) -> None:
    assert loaded.component_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    assert len(loaded.vocab.strings) < 20_000  # without the model's list of 84,000 words


def test_brings_no_command_line_along() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", LOADING], capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.stderr) == ("False", "")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (OSError("no config.cfg\nmore"), "cannot be loaded (no config.cfg); install it again"),
        (ValueError(), "cannot be loaded (ValueError); install it again"),
        (ImportError("numpy is broken"), "cannot be loaded (numpy is broken); install it again"),
    ],
)
def test_a_model_that_cannot_be_loaded_is_one_line(
    monkeypatch: pytest.MonkeyPatch, reason: Exception, told: str
) -> None:
    def fail() -> None:
        raise reason

    monkeypatch.setattr(model, "import_spacy", fail)

    with pytest.raises(ModelError) as failure:
        load_model()
    assert str(failure.value) == f"the language model {PACKAGE} {told}"
