"""Two clerks at once on the same indicator: both batches stand, the later one counts, nothing is lost, the history tells."""

from __future__ import annotations

import threading

from park.questions.figure_history import figure_history
from park.store import Account, batches, difference, operator
from tests.conftest import reading

CLERKS = ("甲", "乙", "丙", "丁")


def of(clerk: int, turn: int) -> dict:
    return {"indicator": "tax_revenue", "value": 100 * clerk + turn, "cell": f"B{clerk}"}


def at_once(work, count: int) -> list[BaseException]:
    """Runs work(i) in that many threads that start together; what any of them raised."""
    gate, raised = threading.Barrier(count), []

    def run(i: int) -> None:
        gate.wait()
        try:
            work(i)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return raised


def test_all_batches_stand_and_the_last_commit_is_what_counts(store):
    turns = 4

    def clerk(i: int) -> None:
        for turn in range(turns):
            batches.load(store, reading(of(i, turn)), f"{i}-{turn}".encode(), by=operator(CLERKS[i]))

    assert at_once(clerk, len(CLERKS)) == []
    every = batches.every(store)
    assert len(every) == len(CLERKS) * turns and {b.status for b in every} == {"committed"}
    assert sorted(b.seq for b in every) == list(range(1, len(every) + 1))
    last = max(every, key=lambda b: b.seq)
    cur = store.cursor()
    rows = figure_history(cur, indicator="tax_revenue", month="2013-09")
    assert len(rows) == len(every) and rows["stands"].tolist() == [True] + [False] * (len(every) - 1)
    assert rows.iloc[0]["batch"] == last.batch_id and rows.iloc[0]["by"] == last.uploaded_by
    [(stands,)] = cur.execute("select cast(ytd_value as integer) from truth where indicator = 'tax_revenue'").fetchall()
    assert stands == rows.iloc[0]["value"]
    assert rows["batch"].tolist() == [b.batch_id for b in sorted(every, key=lambda b: -b.seq)]


def test_undoing_the_later_brings_back_the_earlier_and_the_history_keeps_both(store):
    batches.load(store, reading(of(1, 0)), b"one", by=operator("甲"))
    later = batches.load(store, reading(of(2, 0)), b"two", by=operator("乙"))
    batches.undo(store, later.batch_id, by=operator("甲"))
    rows = figure_history(store.cursor(), indicator="tax_revenue", month="2013-09")
    assert rows[["value", "status", "stands", "by"]].values.tolist() == [[100, "committed", True, "甲"], [200, "undone", False, "乙"]]
    assert rows.iloc[1]["undone_by"] == "甲"


def test_looking_at_a_comparison_never_stops_another_clerk_from_loading(store):
    batches.load(store, reading(of(1, 0)), b"first", by=operator("甲"))

    def work(i: int) -> None:
        for turn in range(6):
            if i:
                difference.rehearse(store, reading(of(1, turn + 1)), by=operator(CLERKS[i]))
            else:
                batches.load(store, reading(of(3, turn)), f"{turn}".encode(), by=operator("甲"))

    assert at_once(work, 3) == []
    assert len(batches.every(store)) == 7 and store.cursor().execute("select count(*) from observation").fetchone() == (7,)


def test_the_same_file_from_two_clerks_at_once_stands_once(store):
    raised = at_once(lambda i: batches.load(store, reading(of(1, 1)), b"the same", by=Account(CLERKS[i], "operator")), 2)
    assert [type(e).__name__ for e in raised] == ["AlreadyLoaded"]
    assert [b.status for b in batches.every(store) if b.status == "committed"] == ["committed"] and batches.waiting(store) == []
