"""A kill at any moment leaves a batch whole or absent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 50


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX systems")
def test_each_batch_is_whole_or_absent_after_a_kill(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed", str(tmp_path / "park.duckdb"), str(KILLS)],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    fell = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    assert len(fell) == KILLS, done.stderr
    assert [line for line in fell if len(line) > 1] == []
    # Most of the time a commit is under way; a test whose kills all fell elsewhere would prove nothing.
    assert sum(line[0] == "commit" for line in fell) >= KILLS // 5
