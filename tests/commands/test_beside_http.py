"""Figures and writes over /api/ of a running app."""

from __future__ import annotations

import base64
import csv
import io
import json
import urllib.parse

import pytest

from etl.__main__ import main as etl
from park.__main__ import main as park
from tests.pages.conftest import PARK

from .conftest import get, post, said_of, table


def test_figures_over_http_have_the_columns_of_the_commands(served, both):
    status, text, headers = get(served, "/api/progress?month=2013-09&by=area&area=" + urllib.parse.quote(PARK))
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert text == both(park, "progress", "--month", "2013-09", "--by", "area", "--area", PARK)[1][1]
    status, text, _headers = get(served, "/api/progress?month=2013-09&format=json")
    assert list(json.loads(text)[0])[:6] == ["area", "cluster", "firm", "indicator", "unit", "target"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/progress?month=September", 400), ("/api/progress?area=" + urllib.parse.quote("无此园区"), 400), ("/api/growth", 400), ("/api/audit", 404),
     ("/api/progress?db=/etc/passwd", 400), ("/api/progress?help=", 400), ("/api/nothing", 404), ("/api/progress?format=html", 404)],
)
def test_what_cannot_be_asked_over_http_is_a_sentence(served, path, status):
    answered, text, _headers = get(served, path)
    assert (answered, bool(json.loads(text)["error"])) == (status, True)


def test_a_formula_out_of_a_cell_is_text_in_csv_and_numbers_stay_numbers():
    from ui.beside import _harmless

    assert _harmless("raw,value\n=cmd|' /c calc'!A1,-3.5\n-12,+4\n@x,1\n=,1\n") == "raw,value\n'=cmd|' /c calc'!A1,-3.5\n-12,+4\n'@x,1\n=,1\n"


def test_writes_over_http_need_the_token_of_staff_and_its_own_areas(served, tmp_path):
    data = (tmp_path / table(tmp_path, "南.xlsx", 77, "南片区")).read_bytes()
    path = "/api/load?name=" + urllib.parse.quote("../../南.xlsx")
    for token, status in ((None, 401), ("unknown", 401), (served["tokens"]["wang"], 403), (served["tokens"]["north"], 403)):
        answered, text, _headers = post(served, path, data, token)
        assert (answered, served["tokens"]["li"] in text) == (status, False)
    assert post(served, path, data, served["tokens"]["li"], Origin="http://elsewhere.example")[0] == 401  # remembered by a browser, sent by another site
    assert {("wang", "load_refused"), ("north", "stage_refused")} <= {(row["by"], row["action"]) for row in csv.DictReader(io.StringIO(said_of(served, park, "audit")))}
    answered, text, _headers = post(served, path, data, served["tokens"]["li"])
    assert (answered, json.loads(text)["status"]) == (200, 0), text
    listed = list(csv.DictReader(io.StringIO(said_of(served, etl, "batches"))))
    assert (listed[0]["file"], listed[0]["by"]) == ("南.xlsx", "li")
    batch = listed[0]["batch"]
    assert post(served, f"/api/undo?batch={batch}", b"", served["tokens"]["north"])[0] == 403
    assert post(served, f"/api/undo?batch={batch}", b"", served["tokens"]["li"])[0] == 200


def test_where_looking_needs_an_account_figures_need_a_token_or_a_session(served, monkeypatch):
    monkeypatch.setenv("PARKBOARD_DATABASE", str(served["held"]))
    assert park(["setting", "viewing", "signed_in"]) == 0
    try:
        status, text, headers = get(served, "/api/areas")
        assert (status, "Basic" in headers["www-authenticate"], PARK in text) == (401, True, False)
        assert get(served, "/api/areas", Authorization=f"Bearer {served['tokens']['wang']}")[0] == 200
        basic = base64.b64encode(f"wang:{served['tokens']['wang']}".encode()).decode()
        assert get(served, "/api/areas", Authorization=f"Basic {basic}")[0] == 200
    finally:
        park(["setting", "viewing", "open"])
    assert get(served, "/api/areas")[0] == 200
