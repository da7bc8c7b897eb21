"""Several processes with one cache, and one that is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bulletcoach.caching import Store

_WRITER = """
import sys
from pathlib import Path
from bulletcoach.caching import Store
from bulletcoach.caching.patience import Patience

shelf = Store(Path(sys.argv[1]), patience=Patience(60)).shelf("k")
for batch in range(10):
    shelf.put_many({f"{sys.argv[2]} {batch} {number}".encode(): bytes(700) for number in range(30)})
    shelf.get_many([f"{sys.argv[2]} {batch} {number}".encode() for number in range(30)])
"""

# Small pages in memory only, so that the transaction reaches the file before it is done, and is killed then.
_KILLED = """
import os, signal, sys
from pathlib import Path
from bulletcoach.caching import Store

def work(connection):
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("UPDATE entry SET value = zeroblob(9000), checksum = 0")
    os.kill(os.getpid(), signal.SIGKILL)

Store(Path(sys.argv[1])).write(work)
"""


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, folder, str(number)], stderr=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert (errors, writer.returncode) == ("", 0)
    keys = [f"{writer} {batch} {number}".encode() for writer in range(4) for batch in range(10) for number in range(30)]
    assert len(Store(folder).shelf("k").get_many(keys)) == 1_200


def test_several_threads_share_a_store(store: Store) -> None:
    def write(name: int) -> None:
        for batch in range(5):
            store.shelf("k").put_many({b"%d %d %d" % (name, batch, number): b"1" for number in range(20)})

    threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.contents()["k"].entries == 400


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_writer_that_is_killed_leaves_what_was_there(store: Store) -> None:
    values = {b"%d" % number: bytes([number]) * 900 for number in range(200)}
    store.shelf("k").put_many(values)
    done = subprocess.run([sys.executable, "-c", _KILLED, store.folder], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (store.folder / f"{store.file.name}-journal").exists()
    assert store.shelf("k").get_many(values) == values
    store.shelf("k").put(b"new", b"value")
    assert store.shelf("k").get(b"new") == b"value"


def test_a_file_that_another_process_deletes_is_made_again(store: Store) -> None:
    store.shelf("k").put(b"key", b"value")
    store.file.unlink()
    assert store.shelf("k").get(b"key") is None
    store.shelf("k").put(b"key", b"value")
    assert store.shelf("k").get(b"key") == b"value"
