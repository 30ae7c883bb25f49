"""Every function that writes takes who acts, and none lets a viewer or an account that is gone change a single table."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from decimal import Decimal

import pytest

import park.briefing.choices
import park.store
from park.briefing.choices import Choices
from park.catalogue.load import decide
from park.store import (
    Account,
    Forbidden,
    accounts,
    batches,
    closing,
    documents,
    learned,
    open_store,
    operator,
    places,
    sessions,
    settings,
)
from tests.conftest import copied, reading

PARK, ROOT = "东湖园区", operator("root")
ROW = {"value": 5, "area": "北片"}


def new(store) -> str:
    return batches.stage(store, reading(ROW, park=PARK), b"new", by=ROOT).batch_id


def standing(store) -> str:
    return batches.every(store)[0].batch_id


def undone(store) -> str:
    return batches.undo(store, batches.load(store, reading(ROW, park=PARK), b"undone", by=ROOT).batch_id, by=ROOT).batch_id


# what is needed beforehand, then the write itself
WRITES = {
    "batches.stage": (None, lambda s, by, _x: batches.stage(s, reading(ROW, park=PARK), b"x", by=by)),
    "batches.load": (None, lambda s, by, _x: batches.load(s, reading(ROW, park=PARK), b"x", by=by)),
    "batches.commit": (new, lambda s, by, x: batches.commit(s, x, by=by)),
    "batches.discard": (new, lambda s, by, x: batches.discard(s, x, by=by)),
    "batches.undo": (standing, lambda s, by, x: batches.undo(s, x, by=by)),
    "batches.redo": (undone, lambda s, by, x: batches.redo(s, x, by=by)),
    "batches.replace": (standing, lambda s, by, x: batches.replace(s, x, reading(ROW, park=PARK), b"x", by=by)),
    "documents.confirm": (None, lambda s, by, _x: documents.confirm(s, reading(ROW, park=PARK), b"x", by=by)),
    "learned.remember": (None, lambda s, by, _x: learned.remember(s, PARK, "indicator", "全口径库税", "tax_revenue", by=by)),
    "closing.close": (None, lambda s, by, _x: closing.close(s, PARK, "2013-09", by=by)),
    "closing.reopen": (lambda s: closing.close(s, PARK, "2013-09", by=ROOT), lambda s, by, _x: closing.reopen(s, PARK, "2013-09", by=by, note="x")),
    "accounts.add": (None, lambda s, by, _x: accounts.add(s, "new", "long enough", role="admin", by=by)),
    "accounts.change": (None, lambda s, by, _x: accounts.change(s, "chief", role="viewer", by=by)),
    "accounts.change_password": (None, lambda s, by, _x: accounts.change_password(s, "chief", "long enough", by=by)),
    "accounts.remove": (None, lambda s, by, _x: accounts.remove(s, "chief", by=by)),
    "sessions.make_token": (None, lambda s, by, _x: sessions.make_token(s, "chief", by=by)),
    "sessions.revoke": (lambda s: sessions.make_token(s, "chief", by=ROOT), lambda s, by, _x: sessions.revoke(s, sessions.tokens(s)[0][0], by=by)),
    "settings.put": (None, lambda s, by, _x: settings.put(s, settings.VIEWING, settings.SIGNED_IN, by=by)),
    "settings.put_thresholds": (None, lambda s, by, _x: settings.put_thresholds(s, {"on_pace": Decimal("0.9")}, by=by)),
    "places.rename": (None, lambda s, by, _x: places.rename(s, "area", 1, "新名", by=by)),
    "places.merge": (None, lambda s, by, _x: places.merge(s, 2, 3, by=by)),
    "places.part": (lambda s: places.merge(s, 2, 3, by=ROOT), lambda s, by, _x: places.part(s, 2, by=by)),
    "places.describe": (None, lambda s, by, _x: places.describe(s, PARK, "甲厂", area="北片", cluster="", land=None, above_scale=None, by=by)),
    "places.lead": (None, lambda s, by, _x: places.lead(s, PARK, "纺织", True, by=by)),
    "choices.save": (None, lambda s, by, _x: park.briefing.choices.save(s, Choices("例会"), by=by)),
    "choices.remove": (lambda s: park.briefing.choices.save(s, Choices("例会"), by=ROOT), lambda s, by, _x: park.briefing.choices.remove(s, "例会", by=by)),
}
# these ask for an account, write nothing or are called by the functions above
ASKING = {"rights.acting", "rights.expect_staff", "rights.expect_areas", "rights.expect_batch", "rights.current", "audit.record", "audit.note", "difference.rehearse",
          "batches.load_within", "batches.undo_within", "merging.chosen"}


@pytest.fixture(scope="module")
def two_zones(tmp_path_factory):
    path = tmp_path_factory.mktemp("two_zones") / "park.duckdb"
    with open_store(path) as store:
        batches.load(store, reading(ROW, {"area": "南片", "value": 5}, {"cluster": "纺织", "value": 3}, park=PARK), b"first", by=ROOT)
        for name, role in (("viewer", "viewer"), ("chief", "admin")):
            accounts.add(store, name, None, role=role, by=ROOT)
    return path


@pytest.fixture
def manned(two_zones, tmp_path):
    with copied(two_zones, tmp_path) as store:
        yield store
    decide(None)


def everything(store) -> dict[str, list]:
    """All rows of all tables but the audit, and the files beside them."""
    cur = store.cursor()
    tables = [t for (t,) in cur.execute("select table_name from duckdb_tables() order by 1").fetchall() if t != "audit"]
    rows = {t: sorted(cur.execute(f'select * from "{t}"').fetchall(), key=str) for t in tables}
    return rows | {"beside": sorted(str(p) for p in store.path.parent.rglob("*") if p.is_file() and ".wal" not in p.name)}


def test_every_function_of_the_store_that_takes_who_acts_is_tried_here():
    found = set()
    modules = [importlib.import_module(f"park.store.{m.name}") for m in pkgutil.iter_modules(park.store.__path__)] + [park.briefing.choices]
    for module in modules:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.__name__ and "by" in inspect.signature(function).parameters:
                found.add(f"{module.__name__.rpartition('.')[2]}.{name}")
    assert found - ASKING == set(WRITES)


@pytest.mark.parametrize("path", WRITES)
def test_no_write_path_lets_a_viewer_or_an_account_that_is_gone_change_anything(manned, path):
    prepare, write = WRITES[path]
    given = prepare(manned) if prepare else None
    before = everything(manned)
    for by in (Account("viewer", "viewer"), Account("viewer", "admin"), Account("gone", "admin")):  # whatever it claims to be
        with pytest.raises(Forbidden):
            write(manned, by, given)
    assert everything(manned) == before
    refused = manned.cursor().execute("select by_whom from audit where ends_with(action, '_refused') order by 1").fetchall()
    assert refused == [("gone",), ("viewer",), ("viewer",)]


# what a clerk of another zone may do all the same: names that nobody settled yet (test_rights.py has what not), and the sets that all briefing writers share
SHARED = {"learned.remember", "choices.save", "choices.remove"}


@pytest.fixture
def south(manned) -> Account:
    """A clerk of the zone that the writes here do not speak of."""
    ids = dict(manned.cursor().execute("select name, area_id from area").fetchall())
    return accounts.add(manned, "south", None, role="staff", areas=(ids["南片"],), by=ROOT)


@pytest.mark.parametrize("path", sorted(set(WRITES) - SHARED))
def test_no_write_path_lets_a_clerk_touch_another_zones_or_the_whole_parks(manned, south, path):
    prepare, write = WRITES[path]
    given = prepare(manned) if prepare else None
    before = everything(manned)
    with pytest.raises(Forbidden):
        write(manned, south, given)
    after = everything(manned)
    assert set(before.pop("beside")) <= set(after.pop("beside"))  # whatever staff send is kept before it is read
    assert after == before


@pytest.mark.parametrize("way", ["replace", "confirm"])
def test_own_figures_do_not_take_the_place_of_another_zones_batch(manned, south, way):
    theirs = batches.load(manned, reading(ROW | {"indicator": "profit"}, park=PARK), b"a document of the north", by=ROOT)
    own = reading({"area": "南片", "value": 7, "indicator": "profit"}, park=PARK)
    before = everything(manned)
    with pytest.raises(Forbidden, match="北片"):
        if way == "replace":
            batches.replace(manned, theirs.batch_id, own, b"a document of the north", by=south)
        else:
            documents.confirm(manned, own, b"a document of the north", by=south)
    assert everything(manned) == before


def test_a_clerk_may_not_say_that_a_file_of_the_whole_park_is_the_own_zones(manned, south):
    with pytest.raises(Forbidden, match=PARK):
        batches.load(manned, reading({"value": 5}, {"area": "南片", "value": 5}), b"unsaid", by=south, area=PARK)


@pytest.mark.parametrize("path", WRITES)
def test_an_administrator_may_do_all_of_it(manned, path):
    accounts.add(manned, "second", None, role="admin", by=ROOT)
    prepare, write = WRITES[path]
    prepared = prepare(manned) if prepare else None
    before = everything(manned)
    write(manned, Account("second", "admin"), prepared)
    assert everything(manned) != before
