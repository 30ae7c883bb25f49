"""Received files, kept byte for byte under the SHA-256 of their content. A path never comes from a file's name."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

BRIEFINGS = "briefings"  # the folder of kept briefing sets, beside the database


def digest(data: bytes) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def keep(folder: Path, data: bytes) -> str:
    """Writes the content once, whole or not at all, and returns its SHA-256."""
    name = digest(data)
    target = folder / name
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".incoming-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    return name


def content(folder: Path, name: str) -> bytes:
    """The kept file of this SHA-256; raises FileNotFoundError when it is gone."""
    return (folder / name).read_bytes()
