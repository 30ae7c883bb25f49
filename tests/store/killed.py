"""Commits batches in forks of itself and kills each at a random moment: python -m tests.store.killed DATABASE TIMES.

One line a kill: "commit" where a commit was under way, else "between"; then what is wrong in the store, nothing where it is whole.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

from park.catalogue import load_catalogue
from park.store import batches, open_store, operator
from tests.conftest import reading

ZONES = 20


def commit_without_end(path: str, attempt: int, marks: int) -> None:
    """Batch after batch; "c" before each commit and "d" after it."""
    clerk = operator("clerk")
    with open_store(path) as store:
        for number in range(1000):
            rows = [{"area": f"zone {n}", "value": number + n, "period_end": "2013-09"} for n in range(ZONES)]
            staged = batches.stage(store, reading(*rows), f"{attempt} {number}".encode(), by=clerk)
            os.write(marks, b"c")
            batches.commit(store, staged.batch_id, by=clerk)
            os.write(marks, b"d")


def wrong_in(path: str) -> list[str]:
    """What a kill left half done."""
    found = []
    with open_store(path) as store:
        cur = store.cursor()
        if cur.execute("select 1 from batch b where observations <> (select count(*) from observation o where o.batch_id = b.batch_id)").fetchone():
            found.append("a batch lacks observations")
        if cur.execute("select 1 from observation where batch_id not in (select batch_id from batch)").fetchone():
            found.append("observations without a batch")
        last = max((b for b in batches.every(store) if b.status == "committed"), key=lambda b: b.seq, default=None)
        if last:
            expected = cur.execute("select value from observation where batch_id = ? order by ordinal", [last.batch_id]).fetchall()
            shown = cur.execute("select ytd_value from truth where ytd_origin = 'reported' order by area_id").fetchall()
            if len(expected) != ZONES or shown != expected:
                found.append(f"truth is not that of batch {last.seq}")
    return found


def in_a_fork(work) -> int:
    """The process that does the work; this one never opens a database, so that its forks start clean."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)
    sys.stdout.flush()
    os._exit(0)


def kill_once(path: str, attempt: int, pause: float) -> str:
    """Starts committing, kills after a pause from the first commit on; where the kill fell."""
    marks, theirs = os.pipe()
    pid = in_a_fork(lambda: commit_without_end(path, attempt, theirs))
    os.close(theirs)
    seen = os.read(marks, 1)
    time.sleep(pause)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(marks, 4096):
        seen += more
    os.close(marks)
    return "commit" if seen.endswith(b"c") else "between"


def main() -> None:
    path, times, pause = sys.argv[1], int(sys.argv[2]), random.Random(7)
    load_catalogue()  # once here, and not in every fork
    reading({"value": 1})
    for attempt in range(times):
        print(kill_once(path, attempt, pause.uniform(0, 0.12)), end=" ")
        status = os.waitpid(in_a_fork(lambda: print(*wrong_in(path))), 0)[1]
        if status:
            print("the store does not open")


if __name__ == "__main__":
    main()
