"""Every write path refuses without the right account, below pages and commands, and a clerk of one zone cannot touch another's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from park.store import (
    Account,
    FirmRecord,
    Forbidden,
    ProjectRecord,
    StoreError,
    accounts,
    audit,
    batches,
    learned,
    open_store,
    operator,
)
from tests.conftest import copied, reading

PARK = "东湖园区"
ROOT = operator("root")
NORTH, SOUTH = {"area": "北片", "value": 10}, {"area": "南片", "value": 20}


@pytest.fixture(scope="module")
def two_zones(tmp_path_factory):
    """A park of two zones, and an account of each kind; `north` keeps one zone only."""
    path = tmp_path_factory.mktemp("two_zones") / "park.duckdb"
    with open_store(path) as store:
        batches.load(store, reading(NORTH, SOUTH, {"value": 30}, park=PARK), b"first", by=ROOT)
        ids = dict(store.cursor().execute("select name, area_id from area").fetchall())
        for name, role, areas in (("viewer", "viewer", ()), ("staff", "staff", ()), ("north", "staff", (ids["北片"],)), ("park", "staff", (ids[PARK],)), ("admin", "admin", ())):
            accounts.add(store, name, None, role=role, areas=areas, by=ROOT)  # a hash takes its time
    return path


@pytest.fixture
def staffed(two_zones, tmp_path):
    with copied(two_zones, tmp_path) as store:
        yield store


def who(store, name: str) -> Account:
    return accounts.named(store, name) or Account(name, "admin")


def new(store, *rows, data=b"new", **more):
    return batches.stage(store, reading(*rows, park=PARK, **more), data, by=ROOT).batch_id


def standing(store, *rows):
    return batches.commit(store, new(store, *rows), by=ROOT).batch_id


def undone(store, *rows):
    return batches.undo(store, standing(store, *rows), by=ROOT).batch_id


# every way to write figures, for a batch of the given rows: prepared by the operator, then done by an account
FIGURES = {
    "stage": lambda store, by, rows: batches.stage(store, reading(*rows, park=PARK), b"new", by=by),
    "load": lambda store, by, rows: batches.load(store, reading(*rows, park=PARK), b"new", by=by),
    "commit": lambda store, by, rows: batches.commit(store, new(store, *rows), by=by),
    "undo": lambda store, by, rows: batches.undo(store, standing(store, *rows), by=by),
    "redo": lambda store, by, rows: batches.redo(store, undone(store, *rows), by=by),
}
# every other write: what it needs
STAFF_ONLY = {
    "learn": lambda store, by: learned.remember(store, PARK, "indicator", "全口径库税", "tax_revenue", by=by),
}
ADMIN_ONLY = {
    "add an account": lambda store, by: accounts.add(store, "new", "long enough", by=by),
    "change an account": lambda store, by: accounts.change(store, "viewer", role="staff", by=by),
    "change another's password": lambda store, by: accounts.change_password(store, "viewer", "another one", by=by),
    "remove an account": lambda store, by: accounts.remove(store, "viewer", by=by),
}


def figures(store):
    return sorted(store.cursor().execute("select * from truth").fetchall(), key=str)


def notes(store):
    """How many writes stand in the audit."""
    return store.cursor().execute("select count(*) from audit").fetchone()[0]


@pytest.mark.parametrize("path", FIGURES)
@pytest.mark.parametrize("name", ["viewer", "nobody at all"])
def test_whoever_is_no_staff_writes_no_figure_by_any_path(staffed, path, name):
    before = figures(staffed)
    with pytest.raises(Forbidden, match=name):
        FIGURES[path](staffed, who(staffed, name), [{"area": "北片", "value": 10}])
    assert figures(staffed) == before


@pytest.mark.parametrize("path", FIGURES)
@pytest.mark.parametrize("name", ["staff", "park", "admin"])
def test_staff_of_the_park_and_an_administrator_write_figures_by_every_path(staffed, path, name):
    noted = notes(staffed)
    FIGURES[path](staffed, who(staffed, name), [{"area": "南片", "value": 21}])
    assert notes(staffed) > noted


@pytest.mark.parametrize("path", FIGURES)
@pytest.mark.parametrize("rows", [[SOUTH], [NORTH, SOUTH], [{"value": 30}], [{"area": "新片", "value": 1}]], ids=["another zone", "both", "the park", "a new zone"])
def test_a_clerk_of_one_zone_cannot_touch_anothers_and_is_told_which(staffed, path, rows):
    before = figures(staffed)
    with pytest.raises(Forbidden) as refused:
        FIGURES[path](staffed, who(staffed, "north"), [{**row, "indicator": "profit"} for row in rows])
    assert "北片" in str(refused.value)
    assert (rows[-1].get("area") or PARK) in str(refused.value)
    assert [f for f in figures(staffed) if f not in before and path not in ("undo",)] == []


@pytest.mark.parametrize("path", FIGURES)
def test_a_clerk_of_one_zone_writes_its_figures_by_every_path(staffed, path):
    noted = notes(staffed)
    FIGURES[path](staffed, who(staffed, "north"), [{"area": "北片", "value": 11}])
    assert notes(staffed) > noted


def test_a_firm_of_another_zone_is_another_zones(staffed):
    batches.load(staffed, reading({"firm": "甲厂", "area": "南片", "value": 5}, park=PARK), b"firms", by=ROOT)
    north = who(staffed, "north")
    with pytest.raises(Forbidden, match="南片"):
        batches.load(staffed, reading({"firm": "甲厂", "area": "北片", "value": 6}, park=PARK), b"mine now", by=north)
    with pytest.raises(Forbidden, match=PARK):
        batches.load(staffed, reading({"firm": "乙厂", "value": 6}, park=PARK), b"nobody's", by=north)
    described = reading({"firm": "丙厂", "value": 6}, park=PARK, firms=(FirmRecord("丙厂", area="北片"),))
    assert batches.load(staffed, described, b"own", by=north).status == "committed"


def test_a_project_of_another_zone_is_another_zones(staffed):
    batches.load(staffed, reading(park=PARK, projects=(ProjectRecord("甲项目", area="南片"),)), b"ledger", by=ROOT)
    with pytest.raises(Forbidden, match="南片"):
        batches.load(staffed, reading(park=PARK, projects=(ProjectRecord("甲项目", area="北片"),)), b"taken", by=who(staffed, "north"))
    assert batches.load(staffed, reading(park=PARK, projects=(ProjectRecord("乙项目", area="北片"),)), b"own", by=who(staffed, "north")).projects == 1


@pytest.mark.parametrize("path", STAFF_ONLY)
def test_other_writes_need_staff(staffed, path):
    for name in ("viewer", "nobody at all"):
        with pytest.raises(Forbidden):
            STAFF_ONLY[path](staffed, who(staffed, name))
    STAFF_ONLY[path](staffed, who(staffed, "staff"))


@pytest.mark.parametrize("path", ADMIN_ONLY)
def test_administration_needs_an_administrator(staffed, path):
    before = accounts.every(staffed)
    for name in ("viewer", "north", "staff", "park", "nobody at all"):
        with pytest.raises(Forbidden):
            ADMIN_ONLY[path](staffed, who(staffed, name) if name != "viewer" else Account("north", "admin"))
    assert accounts.every(staffed) == before
    ADMIN_ONLY[path](staffed, who(staffed, "admin"))


def test_a_clerk_of_one_zone_settles_new_names_but_changes_none_of_the_parks(staffed):
    north = who(staffed, "north")
    learned.remember(staffed, PARK, "indicator", "本区库税", "tax_revenue", by=north)
    learned.remember(staffed, PARK, "indicator", "全口径库税", "tax_revenue", by=who(staffed, "staff"))
    for meaning in ("profit", ""):
        with pytest.raises(Forbidden, match="全口径库税"):
            learned.remember(staffed, PARK, "indicator", "全口径库税", meaning, by=north)
    with pytest.raises(Forbidden, match="南片"):
        learned.remember(staffed, PARK, "area", "南区", "南片", by=north)
    learned.remember(staffed, PARK, "area", "北区", "北片", by=north)


def test_a_role_taken_away_counts_at_once_whatever_a_page_still_holds(staffed):
    held = who(staffed, "staff")
    accounts.change(staffed, "staff", role="viewer", by=who(staffed, "admin"))
    with pytest.raises(Forbidden):
        batches.load(staffed, reading(NORTH, park=PARK), b"late", by=held)
    accounts.remove(staffed, "staff", by=who(staffed, "admin"))
    with pytest.raises(Forbidden, match="staff"):
        batches.load(staffed, reading(NORTH, park=PARK), b"later", by=replace(held, role="admin"))


def test_whoever_may_not_write_leaves_no_file_behind(staffed):
    before = sorted(staffed.files.iterdir())
    with pytest.raises(Forbidden):
        batches.stage(staffed, reading(NORTH, park=PARK), b"to fill the disk", by=who(staffed, "viewer"))
    assert sorted(staffed.files.iterdir()) == before


def test_a_refusal_stands_in_the_audit_with_who_and_why(staffed):
    with pytest.raises(Forbidden):
        batches.load(staffed, reading(SOUTH, park=PARK), b"new", by=who(staffed, "north"))
    _at, by, way, action, subject, detail = audit.lines(staffed)[0]
    assert (by, way, action, subject) == ("north", "", "stage_refused", "file.xlsx")
    assert "南片" in detail


def test_what_a_command_did_on_the_machine_is_marked_local(staffed):
    assert {line[2] for line in audit.lines(staffed) if line[1] == "root"} == {"local"}


def test_a_name_instead_of_an_account_is_no_one(staffed):
    with pytest.raises(TypeError):
        batches.load(staffed, reading(NORTH, park=PARK), b"new", by="admin")


def test_everyone_may_change_the_own_password(staffed):
    accounts.change_password(staffed, "viewer", "another one", by=who(staffed, "viewer"))
    assert accounts.check_password(staffed, "viewer", "another one") == Account("viewer", "viewer")


def test_the_last_administrator_stays_one(staffed):
    admin = who(staffed, "admin")
    for change in (lambda: accounts.change(staffed, "admin", role="staff", by=admin), lambda: accounts.remove(staffed, "admin", by=admin)):
        with pytest.raises(StoreError, match="admin"):
            change()


def test_an_account_of_another_sign_in_has_no_password_to_guess(staffed):
    accounts.add(staffed, "li@example.org", None, role="staff", by=ROOT)
    assert accounts.check_password(staffed, "li@example.org", "") is None
    assert accounts.named(staffed, "li@example.org") == Account("li@example.org", "staff")


def test_no_page_can_make_an_operator():
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    screens = [*sorted((root / "ui").rglob("*.py")), *sorted((root / "pages").rglob("*.py")), root / "app.py"]
    assert [p.name for p in screens if "operator(" in p.read_text(encoding="utf-8") or "OPERATOR" in p.read_text(encoding="utf-8")] == []
