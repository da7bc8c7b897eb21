"""`python -m bulletcoach`."""

from bulletcoach.cli import run

if __name__ == "__main__":
    run()
