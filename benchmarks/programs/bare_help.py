"""The floor for help and other short answers: a typer program that does nothing, of which one asks `--help`."""

import typer

app = typer.Typer()


@app.command()
def greet(name: str, loud: bool = False) -> None:
    """Greet somebody."""


if __name__ == "__main__":
    app()
