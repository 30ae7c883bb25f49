"""A kill at any moment leaves a batch whole or absent."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

import pytest

from park.store import batches, open_store

CHILD = """
import sys
from park.store import batches, open_store, operator
from tests.conftest import reading
with open_store(sys.argv[1]) as store:
    print("ready", flush=True)
    for number in range(1000):
        rows = [{"area": f"zone {n}", "value": number + n, "period_end": "2013-09"} for n in range(20)]
        batches.load(store, reading(*rows), f"{sys.argv[2]} {number}".encode(), by=operator('clerk'))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX systems")
def test_each_batch_is_whole_or_absent_after_a_kill(tmp_path):
    path = tmp_path / "park.duckdb"
    pause = random.Random(7)
    for attempt in range(50):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(path), str(attempt)], stdout=subprocess.PIPE, text=True)
        assert child.stdout.readline() == "ready\n"
        time.sleep(pause.uniform(0.01, 0.4))
        child.send_signal(signal.SIGKILL)
        child.wait()
        with open_store(path) as store:
            cur = store.cursor()
            assert cur.execute(
                "select count(*) from batch b where observations <> (select count(*) from observation o where o.batch_id = b.batch_id)"
            ).fetchone() == (0,)
            orphans = cur.execute("select count(*) from observation where batch_id not in (select batch_id from batch)").fetchone()
            assert orphans == (0,)
            committed = [b for b in batches.every(store) if b.status == "committed"]
            last = max(committed, key=lambda b: b.seq, default=None)
            if last:
                expected = cur.execute("select value from observation where batch_id = ? order by ordinal", [last.batch_id]).fetchall()
                shown = cur.execute("select ytd_value from truth where ytd_origin = 'reported' order by area_id").fetchall()
                assert shown == expected
