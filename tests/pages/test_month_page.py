"""The month page: what is there and owed, closing, being refused, reopening; in both languages, empty and full, by role."""

from __future__ import annotations

import pandas as pd
import pytest

from park.locale import set_language
from park.store import Account, MonthClosed, accounts, batches, closing, operator, sessions
from tests.conftest import reading
from ui import data, sign_in
from ui.month import summary
from ui.state import View

from .conftest import PARK, fill
from .test_pages import html, opened

ROOT = operator("root")


@pytest.fixture
def signed_in(tmp_path, monkeypatch):
    """A database of its own of a kind, opened as the app does, and an account of a role at the screen; gives the store."""

    def make(kind: str, role: str = "admin", areas: tuple[str, ...] = ()):
        path = tmp_path / "park.duckdb"
        fill(path, kind)
        monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
        store = data.the_store()
        ids = dict(store.cursor().execute("select name, area_id from area").fetchall())
        accounts.add(store, "li", None, role=role, areas=tuple(ids[a] for a in areas), by=ROOT)
        secret = sessions.start(store, "li")
        monkeypatch.setattr(sign_in, "secret", lambda: secret)
        return store

    yield make
    for store in data.OPENED.values():
        if str(store.path).startswith(str(tmp_path)):
            store.close()
    data.OPENED.pop(str(tmp_path / "park.duckdb"), None)


@pytest.mark.parametrize("kind", ["empty", "month", "full"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_for_who_is_signed_in(signed_in, lang, kind):
    signed_in(kind)
    at = opened("month", lang=lang)
    assert not at.exception and not at.error
    if kind == "full":
        assert ("已报" if lang == "zh" else "received") in html(at)


@pytest.mark.parametrize(("lang", "states", "said"), [
    ("zh", {"received": 47, "doubt": 1}, "2013年9月应报48项已全部报齐，1项存疑"),
    ("zh", {"received": 40, "computed": 2, "missing": 3, "staged": 1}, "2013年9月应报46项，已报42项，3项未报，1项待入库"),
    ("zh", {"missing": 5}, "2013年9月应报5项，均未入库"),
    ("en", {"received": 48}, "Sep 2013: all figures owed are there (48)"),
    ("en", {"received": 1, "missing": 1}, "Sep 2013: 1 of 2 figures owed are there; 1 missing"),
])
def test_the_headline_leaves_out_what_is_zero(lang, states, said):
    set_language(lang)
    rows = pd.DataFrame({"state": [state for state, count in states.items() for _one in range(count)]})
    assert summary(rows, View(month="2013-09")) == said


def test_what_is_missing_stands_in_the_matrix_and_in_the_list_to_send(signed_in):
    store = signed_in("full")
    late = {"indicator": "tax_revenue", "basis": "month", "period_start": "2013-10", "period_end": "2013-10", "value": 70, "area": "北片区"}
    batches.load(store, reading(late, park=PARK), b"october", by=ROOT)
    at = opened("month", month="2013-10")
    assert "▼ 未报" in html(at) and "✓ 已报" in html(at)
    text = at.code[0].value
    assert "2013年10月" in text and "南片区，未报：" in text and "税收" in text
    assert "北片区，未报：" in text and "北片区，未报：税收" not in text


def test_closing_at_the_page_refuses_a_change_and_reopening_lets_it_in(signed_in):
    store = signed_in("full")
    at = opened("month")
    at.text_input(key="lock_note").set_value("九月定稿")
    at.button(key="lock_do").click().run()
    assert closing.is_closed(store, PARK, "2013-09") and "■" in html(at)
    changed = {"indicator": "tax_revenue", "basis": "month", "period_start": "2013-09", "period_end": "2013-09", "value": 1, "area": "北片区"}
    with pytest.raises(MonthClosed, match="税收"):
        batches.load(store, reading(changed, park=PARK), b"late", by=Account("li", "admin"))
    at.text_input(key="lock_note").set_value("更正税收")
    at.button(key="lock_do").click().run()
    assert "更正税收" in html(at)
    assert batches.load(store, reading(changed, park=PARK), b"late", by=Account("li", "admin")).status == "committed"


def test_reopening_without_a_reason_is_refused_with_a_sentence(signed_in):
    store = signed_in("full")
    closing.close(store, PARK, "2013-09", by=ROOT)
    at = opened("month")
    at.button(key="lock_do").click().run()
    assert closing.is_closed(store, PARK, "2013-09") and "原因" in at.error[0].value


@pytest.mark.parametrize(("role", "areas", "may"), [("viewer", (), False), ("staff", (), True), ("staff", ("北片区",), False)])
def test_only_staff_of_the_whole_park_can_close(signed_in, role, areas, may):
    store = signed_in("full", role, areas)
    at = opened("month")
    if role == "viewer":
        assert not [b for b in at.button if b.key == "lock_do"]
        return
    at.button(key="lock_do").click().run()
    assert closing.is_closed(store, PARK, "2013-09") is may
    assert bool(at.error) is not may
    at = opened("month")
    assert bool([b for b in at.button if b.key == "lock_do"]) is not may


def test_nobody_signed_in_sees_a_way_to_sign_in(database):
    database("full")
    at = opened("month")
    assert at.button(key="month_sign_in") and not at.code
