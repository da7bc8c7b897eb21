"""The floor for a check without new bullets: a typer program that prints one line with rich."""

import typer
from rich import print

app = typer.Typer()


@app.command()
def line() -> None:
    """Print one line."""
    print("[bold]One[/bold] line")


if __name__ == "__main__":
    app()
