"""Page: what every page of the report has: its head, its style, and nothing that is loaded from elsewhere."""

from __future__ import annotations

from importlib.resources import files

from bulletcoach import __version__
from bulletcoach.report.html.elements import Child, Html, element

# No script, no picture, no font, no connection: the page is itself, and the style in it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, *body: Child) -> str:
    """A whole page."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"bulletcoach {__version__}"),
        element("title", f"{title} – bulletcoach"),
        element("style", Html(f"\n{_style()}")),
    )
    made = f"Made by bulletcoach {__version__}, offline. It makes up no facts: what only you know, it asks."
    footer = element("footer", element("p", made))
    whole = element("html", head, element("body", *body, footer), lang="en")
    return f"<!DOCTYPE html>\n{whole.markup}"


def _style() -> str:
    return files("bulletcoach.report.html").joinpath("style.css").read_text(encoding="utf-8")
