"""Work on a file in a child process with a memory and a time limit: what the file asks for beyond them ends the child, not the server."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

from etl.read import limits, refusals
from etl.read.grid import Unreadable
from park.locale import language

_ROOT = Path(__file__).resolve().parents[2]
_NO_TEXT = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".bin")


def run(work: str, data: bytes, seconds: float = limits.CHILD_SECONDS) -> object:
    """What the child's work (engine, book, document: etl/read/child.py) makes of a file. Raises Unreadable, too_large where it ends early."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PARKBOARD_LANGUAGE": language()}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "etl.read.child", work],
            input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, check=False, env=environment,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise refusals.too_slow() from error
    if done.returncode < 0 and -done.returncode == getattr(signal, "SIGXCPU", None):
        raise refusals.too_slow()
    if done.returncode != 0:
        # Aborted by the memory limit or by a library itself: the file asked for more than there is.
        raise refusals.too_many_cells()
    outcome, answer = pickle.loads(done.stdout)
    if outcome == "refused":
        raise Unreadable(*answer)
    return answer


def is_heavy(data: bytes, kind: str) -> bool:
    """Whether a file of this kind may take so much memory or time that a child has to read it."""
    if kind in ("xls", "xlsb"):
        return False  # the engine reads them in a child anyway, and nothing else grows beyond the file
    if data[:2] != b"PK":
        return len(data) > limits.LIGHT_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist() if not part.filename.lower().endswith(_NO_TEXT))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return False
    return size > (limits.LIGHT_SHEETS_BYTES if kind == "xlsx" else limits.LIGHT_BYTES)
