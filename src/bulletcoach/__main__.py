"""`python -m bulletcoach`."""

from bulletcoach.cli import main

if __name__ == "__main__":
    main()
