"""Batches: staged, committed, undone, redone; the same file twice; nothing half."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from park.store import (
    AlreadyLoaded,
    Finding,
    Refused,
    StoreBusy,
    StoreError,
    StoreMissing,
    batches,
    open_store,
    operator,
)
from tests.conftest import reading

SEPTEMBER = {"value": 39943, "indicator": "industrial_output_value"}


def truth_rows(store):
    return sorted(store.cursor().execute("select * from truth").fetchall(), key=str)


def test_a_staged_batch_does_not_count_and_a_committed_one_does(store):
    staged = batches.stage(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    assert (staged.status, staged.observations, truth_rows(store)) == ("staged", 1, [])
    committed = batches.commit(store, staged.batch_id, by=operator("clerk"))
    assert (committed.status, committed.seq, committed.park) == ("committed", 1, "东湖园区")
    assert len(truth_rows(store)) == 1


def test_the_original_file_is_kept_byte_for_byte(store):
    data = b"\x00\xff original \r\n"
    batch = batches.load(store, reading(SEPTEMBER), data, by=operator("clerk"))
    assert batches.original(store, batch.batch_id) == data
    assert (store.files / batch.sha256).read_bytes() == data


def test_the_same_file_twice_is_recognised_and_changes_nothing(store):
    first = batches.load(store, reading(SEPTEMBER), b"same", by=operator("clerk"))
    version = store.version()
    with pytest.raises(AlreadyLoaded) as again:
        batches.load(store, reading(SEPTEMBER), b"same", by=operator("clerk"))
    assert again.value.batch.batch_id == first.batch_id
    assert store.version() == version
    assert len(batches.every(store)) == 1


def test_undo_restores_exactly_what_stood_and_redo_brings_it_again(store):
    batches.load(store, reading(SEPTEMBER, {"area": "东片", "value": 20000}), b"one", by=operator("clerk"))
    before = truth_rows(store)
    second = batches.load(store, reading({"value": 40000, "yoy": 12.0}, {"area": "西片", "value": 1}), b"two", by=operator("clerk"))
    after = truth_rows(store)
    assert after != before
    batches.undo(store, second.batch_id, by=operator("clerk"))
    assert truth_rows(store) == before
    batches.redo(store, second.batch_id, by=operator("clerk"))
    assert truth_rows(store) == after


def test_undo_deletes_nothing(store):
    batch = batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    batches.undo(store, batch.batch_id, by=operator("chief"))
    gone = batches.get(store, batch.batch_id)
    assert (gone.status, gone.undone_by) == ("undone", "chief")
    assert store.cursor().execute("select count(*) from observation").fetchone() == (1,)
    assert batches.original(store, batch.batch_id) == b"one"


def test_an_undone_file_can_be_loaded_again_but_then_not_redone(store):
    first = batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    batches.undo(store, first.batch_id, by=operator("clerk"))
    second = batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    assert second.status == "committed"
    with pytest.raises(AlreadyLoaded):
        batches.redo(store, first.batch_id, by=operator("clerk"))


def test_undoing_twice_says_so(store):
    batch = batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    batches.undo(store, batch.batch_id, by=operator("clerk"))
    with pytest.raises(StoreError, match=batch.batch_id):
        batches.undo(store, batch.batch_id, by=operator("clerk"))


def test_an_error_keeps_its_table_out_and_lets_the_others_in(store):
    doubt = Finding("unit_slip", "error", "file.xlsx", "Sheet1", "E7", "…", table=2)
    both = reading(SEPTEMBER, {"indicator": "tax_revenue", "value": 1, "table": 2}, findings=(doubt,))
    batch = batches.load(store, both, b"one", by=operator("clerk"))
    kept = store.cursor().execute("select indicator from observation").fetchall()
    assert (kept, batch.errors, [f.cell for f in batches.findings(store, batch.batch_id)]) == ([("industrial_output_value",)], 1, ["E7"])


def test_an_error_of_the_whole_file_refuses_it_and_leaves_no_trace_but_the_file(store):
    doubt = Finding("no_table", "error", "file.xlsx", "", "", "…")
    with pytest.raises(Refused) as refused:
        batches.load(store, reading(SEPTEMBER, findings=(doubt,)), b"one", by=operator("clerk"))
    assert [f.code for f in refused.value.findings] == ["no_table"]
    assert batches.every(store) == []
    assert store.cursor().execute("select count(*) from area").fetchone() == (0,)


def test_a_doubted_figure_of_a_text_is_not_loaded(store):
    read = reading(SEPTEMBER, {"indicator": "projects_introduced", "value": 8, "value_high": 2023})
    doubted = replace(read, observations=read.observations.append_column("doubt", [["", "8-2023: a year stands where 10 stood"]]))
    batch = batches.load(store, doubted, b"one", by=operator("clerk"))
    assert batch.observations == 1
    assert store.cursor().execute("select indicator from observation").fetchall() == [("industrial_output_value",)]


def test_a_file_without_a_park_goes_to_the_only_park_with_a_note(store):
    batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    batch = batches.load(store, reading({"value": 5, "indicator": "tax_revenue"}, park=""), b"two", by=operator("clerk"))
    assert batch.park == "东湖园区"
    assert [f.code for f in batches.findings(store, batch.batch_id)] == ["park_assumed"]


def test_a_file_without_a_park_is_refused_when_there_is_none_or_several(store):
    with pytest.raises(Refused) as refused:
        batches.load(store, reading(SEPTEMBER, park=""), b"one", by=operator("clerk"))
    assert refused.value.findings[-1].code == "park_unknown"
    batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    batches.load(store, reading(SEPTEMBER, park="西湖园区"), b"two", by=operator("clerk"))
    with pytest.raises(Refused):
        batches.load(store, reading(SEPTEMBER, park=""), b"three", by=operator("clerk"))


def test_area_names_the_park_where_the_file_does_not(store):
    batch = batches.load(store, reading({"value": 5, "area": "南湖园区"}, park=""), b"one", by=operator("clerk"), area="南湖园区")
    assert batch.park == "南湖园区"
    assert store.cursor().execute("select kind, name from area").fetchall() == [("park", "南湖园区")]


def test_area_that_is_a_zone_of_the_only_park_stays_a_zone(store):
    batches.load(store, reading({"value": 5, "area": "东片"}), b"one", by=operator("clerk"))
    batch = batches.load(store, reading({"value": 6, "area": "东片"}, park=""), b"two", by=operator("clerk"), area="东片")
    assert batch.park == "东湖园区"
    assert store.cursor().execute("select count(*) from area").fetchone() == (2,)


def test_names_of_the_catalogue_and_their_aliases_are_one_area(store):
    batches.load(store, reading({"value": 5, "area": "工业区(四期工业园)"}, park="我县工业园"), b"one", by=operator("clerk"))
    batches.load(store, reading({"value": 6, "area": "工 业 区"}, park="县工业园区"), b"two", by=operator("clerk"))
    names = store.cursor().execute("select name from area order by area_id").fetchall()
    assert names == [("县工业园区",), ("工业区",)]


def test_a_firm_is_its_name_within_a_park_and_keeps_its_zone_from_an_earlier_file(store):
    batches.load(store, reading({"firm": "甲公司", "area": "东片", "cluster": "机械", "value": 5}), b"one", by=operator("clerk"))
    batches.load(store, reading({"firm": "甲公司", "value": 6}), b"two", by=operator("clerk"))
    cur = store.cursor()
    assert cur.execute("select count(*) from firm").fetchone() == (1,)
    assert cur.execute("select area_id, cluster_id from observation").fetchall() == [(1, 0), (1, 0)]
    assert cur.execute("select count(*) from firm_record where area_id is not null").fetchone() == (1,)


def test_year_and_months_to_december_are_one_key(store):
    batches.load(store, reading({"basis": "year", "period_end": "2013-12", "value": 1}), b"one", by=operator("clerk"))
    assert store.cursor().execute("select basis from observation").fetchall() == [("ytd",)]


def test_two_clerks_at_once_both_land_and_the_later_wins(store):
    def clerk(number):
        batches.load(store, reading({"value": number}), f"file {number}".encode(), by=operator(f"clerk {number}"))

    threads = [threading.Thread(target=clerk, args=(n,)) for n in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = batches.every(store)
    assert sorted(b.seq for b in every) == [1, 2, 3, 4, 5, 6]
    last = max(every, key=lambda b: b.seq)
    assert store.cursor().execute("select ytd_value from truth").fetchone()[0] == int(last.uploaded_by.split()[1])


def test_the_version_grows_with_every_write(store):
    before = store.version()
    batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    assert store.version() == before + 2


def test_a_second_process_gets_a_sentence(store):
    code = f"from park.store import open_store, StoreBusy\ntry:\n open_store(r'{store.path}')\nexcept StoreBusy as e:\n print('busy', e)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.stdout.startswith("busy 数据库")
    assert result.stderr == ""


def test_reading_a_database_that_is_not_there_says_what_to_do(tmp_path):
    with pytest.raises(StoreMissing, match="etl load"):
        open_store(tmp_path / "none.duckdb", read_only=True)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "park.duckdb").write_bytes(b"this is no database" * 1000)
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "park.duckdb")
    assert not isinstance(refused.value, StoreBusy)


def test_a_write_through_a_read_only_store_is_refused(store):
    batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    path = store.path
    store.close()
    with open_store(path, read_only=True) as reader, pytest.raises(StoreError):
        batches.load(reader, reading({"value": 2}), b"two", by=operator("clerk"))


def test_a_name_with_quotes_or_a_formula_is_only_a_name(store):
    hostile = "=cmd|'/c calc'!A1'; drop table batch; --"
    batches.load(store, reading({"area": hostile, "value": 1}), b"one", by=operator(hostile))
    assert store.cursor().execute("select name from area where kind = 'zone'").fetchall() == [(hostile,)]
    assert len(batches.every(store)) == 1


def test_a_commit_that_is_refused_leaves_nothing_waiting(store):
    from park.store import closing

    batches.load(store, reading(SEPTEMBER), b"one", by=operator("clerk"))
    closing.close(store, "东湖园区", "2013-09", by=operator("chief"))
    with pytest.raises(closing.MonthClosed):
        batches.load(store, reading({**SEPTEMBER, "value": 40000}), b"two", by=operator("clerk"))
    assert batches.waiting(store) == []
    assert sorted(b.status for b in batches.every(store)) == ["committed", "discarded"]


def test_what_waits_is_loaded_or_set_aside_by_a_person(store):
    first = batches.stage(store, reading(SEPTEMBER), b"one", by=operator("folder"))
    second = batches.stage(store, reading({**SEPTEMBER, "value": 1}), b"two", by=operator("folder"))
    assert [b.batch_id for b in batches.waiting(store)] == sorted([first.batch_id, second.batch_id])
    batches.commit(store, first.batch_id, by=operator("clerk"))
    aside = batches.discard(store, second.batch_id, by=operator("clerk"))
    assert aside.status == "discarded" and batches.waiting(store) == []
    with pytest.raises(StoreError):
        batches.redo(store, second.batch_id, by=operator("clerk"))
    with pytest.raises(StoreError):
        batches.commit(store, second.batch_id, by=operator("clerk"))
    assert len(truth_rows(store)) == 1
