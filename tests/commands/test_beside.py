"""Commands beside a running app: the same words and status as without it."""

from __future__ import annotations

import csv
import io
import urllib.parse
import urllib.request

import pytest

from etl.__main__ import main as etl
from park.__main__ import main as park
from park.store import accounts, open_store
from tests.pages.conftest import PARK

from .conftest import table


@pytest.mark.parametrize(
    "words",
    ["areas", "progress --month 2013-09", "progress --format json --by area", "progress --format table", "growth --indicator tax_revenue", "projects --not-started",
     "source --indicator tax_revenue", "land --by area", "month", "progress --area 无此园区", "trend --indicator no_such_code"],
)
def test_a_question_answers_the_same_beside_the_app(both, words):
    direct, beside = both(park, *words.split())
    assert beside == direct
    assert beside[1] or beside[0] == 2


def test_load_stage_undo_redo_and_learn_work_beside_the_app(both, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table(tmp_path, "十月.xlsx", 1500)
    direct, beside = both(etl, "load", "十月.xlsx", "--by", "统计员")
    assert (direct[0], beside[0], direct[2]) == (0, 0, beside[2])
    again = both(etl, "load", "十月.xlsx")
    assert [a[0] for a in again] == [0, 0] and all("已于" in a[2] for a in again)
    missing = both(etl, "load", "nirgends.xlsx")
    assert missing[0] == missing[1] and missing[0][0] == 2
    listed = [list(csv.DictReader(io.StringIO(a[1]))) for a in both(etl, "batches")]
    assert [(r["file"], r["status"], r["by"]) for r in listed[0]] == [(r["file"], r["status"], r["by"]) for r in listed[1]]
    batch = listed[1][0]["batch"]
    assert both(etl, "undo", batch)[1][0] == 0
    assert both(etl, "redo", batch)[1][0] == 0
    learned = both(etl, "learn", "indicator", "全口径库税", "tax_revenue", "--area", PARK)
    assert learned[0] == learned[1]
    assert both(etl, "learn", "--area", PARK)[1][1].splitlines()[1] == "indicator,全口径库税,tax_revenue"


def test_a_backup_is_made_and_verified_while_the_app_runs(served, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    assert etl(["backup", "while running"]) == 0
    assert "while running" in capsys.readouterr().err
    assert etl(["restore", "while running", "--db", str(tmp_path / "new" / "park.duckdb")]) == 0
    with open_store(tmp_path / "new" / "park.duckdb") as store:
        assert accounts.named(store, "li")


def test_a_watched_folder_is_staged_beside_the_app(served, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    (tmp_path / "in").mkdir()
    table(tmp_path / "in", "十一月.xlsx", 1600)
    assert etl(["watch", str(tmp_path / "in"), "--once", "--every", "0.05"]) == 0
    assert (tmp_path / "in" / "findings" / "十一月.xlsx.txt").exists()
    capsys.readouterr()
    etl(["batches"])
    listed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert ("十一月.xlsx", "staged") in [(row["file"], row["status"]) for row in listed]


def test_a_briefing_is_written_where_the_command_was_given(both, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    direct, beside = both(park, "brief", "--out", "out", "--month", "2013-09")
    assert beside == direct
    assert (tmp_path / "out" / "briefing.pptx").exists()


def test_an_account_is_made_beside_the_app_with_a_password_from_standard_input(served, monkeypatch, capsys):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    monkeypatch.setattr("sys.stdin", io.StringIO("a-good-password\n"))
    assert park(["account", "add", "neu", "--password-stdin", "--area", "北片区"]) == 0
    assert park(["account", "list"]) == 0
    assert any(line.startswith("neu,staff,") and line.endswith("北片区") for line in capsys.readouterr().out.splitlines())
    body = urllib.parse.urlencode({"pb_name": "neu", "pb_password": "a-good-password", "pb_next": "/healthz"}).encode()
    assert urllib.request.urlopen(f"{served['address']}/session", body, timeout=30).url.endswith("/healthz")
