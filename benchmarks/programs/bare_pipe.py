"""The floor for new bullets: spaCy with the model, and every line of a file piped through it.

Arguments: the file, the package of the model, the batch size, and the components that are left out.
"""

import importlib
import sys
from pathlib import Path


def main() -> None:
    """Pipe the lines."""
    file, package, batch, *unused = sys.argv[1:]
    model = importlib.import_module(package).load(exclude=unused)
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    for _ in model.pipe(lines, batch_size=int(batch)):
        pass


if __name__ == "__main__":
    main()
