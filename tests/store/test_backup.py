"""Backup and restore: database and files together, verified."""

from __future__ import annotations

import pytest

from park.store import StoreError, backup, batches, open_store, operator
from park.store.files import BRIEFINGS
from tests.conftest import reading


def test_a_backup_restored_elsewhere_answers_the_same(store, tmp_path):
    batch = batches.load(store, reading({"value": 7}), b"original", by=operator("clerk"))
    assert backup.backup(store, tmp_path / "safe") == 1
    path, count = backup.restore(tmp_path / "safe", tmp_path / "new" / "park.duckdb")
    with open_store(path) as again:
        assert count == 1
        assert batches.original(again, batch.batch_id) == b"original"
        assert again.cursor().execute("select * from truth").fetchall() == store.cursor().execute("select * from truth").fetchall()


def test_a_backup_goes_only_into_an_empty_folder(store, tmp_path):
    (tmp_path / "safe").mkdir()
    (tmp_path / "safe" / "mine.txt").write_text("x")
    with pytest.raises(StoreError):
        backup.backup(store, tmp_path / "safe")


def test_restore_overwrites_nothing(store, tmp_path):
    backup.backup(store, tmp_path / "safe")
    with pytest.raises(StoreError):
        backup.restore(tmp_path / "safe", store.path)


def test_kept_briefing_sets_go_with_the_backup_and_come_back(store, tmp_path):
    (store.path.parent / BRIEFINGS).mkdir()
    (store.path.parent / BRIEFINGS / "a.json").write_text("例会", encoding="utf-8")
    backup.backup(store, tmp_path / "safe")
    path, _count = backup.restore(tmp_path / "safe", tmp_path / "new" / "park.duckdb")
    assert (path.parent / BRIEFINGS / "a.json").read_text(encoding="utf-8") == "例会"


def test_restore_overwrites_no_kept_set_and_then_brings_nothing(store, tmp_path):
    for folder, words in ((store.path.parent, "old"), (tmp_path / "new", "newer")):
        (folder / BRIEFINGS).mkdir(parents=True)
        (folder / BRIEFINGS / "a.json").write_text(words)
    backup.backup(store, tmp_path / "safe")
    with pytest.raises(StoreError):
        backup.restore(tmp_path / "safe", tmp_path / "new" / "park.duckdb")
    assert (tmp_path / "new" / BRIEFINGS / "a.json").read_text() == "newer"
    assert not (tmp_path / "new" / "park.duckdb").exists()


def test_a_damaged_file_is_found_out(store, tmp_path):
    batch = batches.load(store, reading({"value": 7}), b"original", by=operator("clerk"))
    backup.backup(store, tmp_path / "safe")
    (tmp_path / "safe" / "files" / batch.sha256).write_bytes(b"changed")
    with pytest.raises(StoreError, match=batch.sha256[:8]):
        backup.restore(tmp_path / "safe", tmp_path / "new.duckdb")
