"""A closed month stays as it is: unchanged figures pass, changed ones are refused by name, an administrator reopens."""

from __future__ import annotations

import pytest

from park.questions.month import month_state, revisions
from park.store import (
    Account,
    Finding,
    FirmRecord,
    Forbidden,
    MonthClosed,
    StoreError,
    accounts,
    audit,
    batches,
    closing,
    open_store,
    operator,
)
from tests.conftest import copied, reading

PARK, ROOT = "东湖园区", operator("root")
TAX = "tax_revenue"


def row(month: int, value, basis="ytd", **more) -> dict:
    first = f"2013-{month:02d}" if basis == "month" else "2013-01"
    return {"indicator": TAX, "basis": basis, "period_start": first, "period_end": f"2013-{month:02d}", "value": value, **more}


def load(store, *rows, data: str, by=ROOT, **more):
    return batches.load(store, reading(*rows, park=PARK, **more), data.encode(), by=by)


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """August closed, of two zones and the park."""
    path = tmp_path_factory.mktemp("closed") / "park.duckdb"
    with open_store(path) as store:
        load(store, row(7, 70), row(8, 80), row(8, 30, area="北片"), row(8, 50, area="南片"), data="august")
        closing.close(store, PARK, "2013-08", by=ROOT)
    return path


@pytest.fixture
def august(closed, tmp_path):
    with copied(closed, tmp_path) as store:
        yield store


def truth(store):
    return sorted(store.cursor().execute("select * from truth").fetchall(), key=str)


def test_a_changed_figure_of_a_closed_month_is_refused_by_name_and_nothing_changes(august):
    before = truth(august)
    with pytest.raises(MonthClosed) as refused:
        load(august, row(8, 81), row(9, 99), data="later")
    assert all(word in str(refused.value) for word in ("2013-08", PARK, "税收", "80 → 81"))
    assert truth(august) == before
    assert [b.status for b in batches.every(august)].count("committed") == 1


def test_a_later_file_that_repeats_the_closed_month_unchanged_passes(august):
    load(august, row(7, 70), row(8, 80), row(9, 99), data="september")
    assert batches.every(august)[0].status == "committed"


def test_a_new_figure_for_a_closed_month_is_refused(august):
    with pytest.raises(MonthClosed, match="— → 12"):
        load(august, row(8, 12, indicator="profit"), data="forgotten")
    with pytest.raises(MonthClosed, match="东片"):
        load(august, row(8, 12, area="东片"), data="a new zone")


def test_undo_and_redo_of_what_made_a_closed_month_are_refused(august):
    (batch,) = batches.every(august)
    with pytest.raises(MonthClosed):
        batches.undo(august, batch.batch_id, by=ROOT)
    closing.reopen(august, PARK, "2013-08", by=ROOT, note="mistake")
    batches.undo(august, batch.batch_id, by=ROOT)
    closing.close(august, PARK, "2013-08", by=ROOT)
    with pytest.raises(MonthClosed):
        batches.redo(august, batch.batch_id, by=ROOT)


def test_a_reported_growth_of_a_closed_month_stays_too(august):
    with pytest.raises(MonthClosed, match="12.5"):
        load(august, row(8, 80, yoy=12.5), data="with growth")


def test_a_firm_moved_to_another_zone_may_not_change_closed_sums(store):
    firms = [row(8, 5, firm="甲厂", area="北片"), row(8, 7, firm="乙厂", area="南片")]
    load(store, *firms, data="firms")
    closing.close(store, PARK, "2013-08", by=ROOT)
    with pytest.raises(MonthClosed, match="2013-08"):
        load(store, row(9, 1, indicator="profit"), data="moved", firms=(FirmRecord("甲厂", area="南片"),))


def test_next_years_same_period_column_may_fill_a_gap_but_changes_nothing(august):
    load(august, row(8, 9, basis="month", role="same_period", area="北片"), data="next year")
    with pytest.raises(MonthClosed):
        load(august, row(7, 71), row(8, 81), data="changed")
    load(august, row(8, 85, role="same_period"), data="differs, but the own figure stands")
    (value,) = august.cursor().execute("select ytd_value from truth where month = 8 and area_id = park_id").fetchone()
    assert value == 80


def test_other_parks_other_months_and_targets_are_free(august):
    batches.load(august, reading(row(8, 1), park="西湖园区"), b"other park", by=ROOT)
    load(august, row(9, 90), data="next month")
    load(august, {"indicator": TAX, "measure": "target", "basis": "year", "period_end": "2013-12", "value": 120}, data="target")
    assert august.cursor().execute("select count(*) from batch where status = 'committed'").fetchone()[0] >= 4
    assert august.cursor().execute("select ytd_value from truth where month = 9 and area_id = park_id").fetchall() == [(90,)]


def test_whoever_may_close_is_staff_of_the_whole_park_and_only_an_administrator_reopens(august):
    ids = dict(august.cursor().execute("select name, area_id from area").fetchall())
    for name, role, areas in (("viewer", "viewer", ()), ("north", "staff", (ids["北片"],)), ("park", "staff", (ids[PARK],)), ("chief", "admin", ())):
        accounts.add(august, name, None, role=role, areas=areas, by=ROOT)
    for name in ("viewer", "north", "nobody"):
        with pytest.raises(Forbidden):
            closing.close(august, PARK, "2013-09", by=Account(name, "admin"))
    closing.close(august, PARK, "2013-09", by=Account("park", "staff"))
    with pytest.raises(Forbidden):
        closing.reopen(august, PARK, "2013-09", by=Account("park", "staff"), note="oh")
    closing.reopen(august, PARK, "2013-09", by=Account("chief", "admin"), note="误报")
    assert [(h[0], h[1], h[3]) for h in closing.history(august, PARK, "2013-09")] == [(False, "chief", "误报"), (True, "park", "")]
    assert not closing.is_closed(august, PARK, "2013-09")


@pytest.mark.parametrize(
    "wrong",
    [lambda s: closing.close(s, PARK, "2013-08", by=ROOT), lambda s: closing.close(s, PARK, "2999-01", by=ROOT), lambda s: closing.close(s, PARK, "August", by=ROOT),
     lambda s: closing.close(s, "无此园区", "2013-08", by=ROOT), lambda s: closing.reopen(s, PARK, "2013-07", by=ROOT, note="x"), lambda s: closing.reopen(s, PARK, "2013-08", by=ROOT, note=" ")],
)
def test_what_cannot_be_closed_or_reopened_is_a_sentence(august, wrong):
    with pytest.raises(StoreError):
        wrong(august)


def test_a_refusal_stands_in_the_audit(august):
    with pytest.raises(MonthClosed):
        load(august, row(8, 81), data="later")
    assert audit.lines(august)[0][3] == "commit_refused"


def test_what_changed_after_the_month_was_closed_shows_as_a_revision(august, monkeypatch):
    from datetime import timedelta

    from park.store import database

    closing.reopen(august, PARK, "2013-08", by=ROOT, note="correction")
    later = database.now() + timedelta(minutes=5)
    monkeypatch.setattr(batches, "now", lambda: later)
    load(august, row(8, 82), row(8, 30, area="北片"), data="correction")
    rows = revisions(august.cursor(), month="2013-08", area=PARK)
    assert rows[["area", "indicator", "old", "new", "by"]].values.tolist() == [[PARK, TAX, 80, 82, "root"]]


def test_the_month_knows_what_is_received_missing_doubted_and_not_loaded_yet(store):
    areas = ("北片", "南片", "东片")
    load(store, *(row(8, n + 1, area=a) for n, a in enumerate(areas)), row(8, 9, indicator="profit", area="北片"), data="august")
    doubt = Finding("unit_slip", "warning", "file.xlsx", "Sheet1", "C7", "ten times the month before", table=1)
    load(store, row(9, 20, area="南片", cell="C7"), row(9, 2, area="北片"), findings=(doubt,), data="september")
    batches.stage(store, reading(row(9, 5, area="东片"), park=PARK), b"staged", by=ROOT)
    rows = month_state(store.cursor(), month="2013-09", area=PARK)
    assert rows[["area", "indicator", "state"]].values.tolist() == [
        ["北片", "profit", "missing"], ["北片", TAX, "received"], ["南片", TAX, "doubt"], ["东片", TAX, "staged"],
    ]
    assert rows["message"].dropna().tolist() == ["ten times the month before"]
    assert month_state(store.cursor(), month="2013-09", area="东片")["area"].unique().tolist() == ["东片"]


def test_what_has_a_target_and_was_never_reported_is_owed_and_a_sum_is_not(store):
    goal = {"indicator": TAX, "measure": "target", "basis": "year", "period_end": "2013-12", "value": 120}
    load(store, goal, {**goal, "area": "北片", "value": 60}, row(9, 5, area="南片"), data="goals")
    states = dict(month_state(store.cursor(), month="2013-09", area=PARK)[["area", "state"]].values.tolist())
    assert states == {PARK: "computed", "北片": "missing", "南片": "received"}


def test_february_is_held_against_december_and_a_quarters_figure_is_owed_at_quarters_ends(store):
    december = row(12, 5) | {"period_start": "2012-01", "period_end": "2012-12"}
    load(store, december, row(3, 9, indicator="profit"), data="december")
    state = lambda month: dict(month_state(store.cursor(), month=month, area=PARK)[["indicator", "state"]].values.tolist())  # noqa: E731
    assert state("2013-02") == {TAX: "missing"}
    assert state("2013-04") == {"profit": "missing"}
    assert state("2013-05") == {}
    assert state("2013-06") == {"profit": "missing"}
