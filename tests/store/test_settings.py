"""Thresholds that an administrator decides hold at once, with their history, and go with the database."""

from __future__ import annotations

from decimal import Decimal

import pytest

from park.catalogue import load_catalogue
from park.catalogue.load import decide, declared_thresholds
from park.questions.progress import progress
from park.store import Forbidden, StoreError, accounts, batches, open_store, operator, settings
from tests.conftest import reading

ROOT = operator("root")


@pytest.fixture(autouse=True)
def as_declared():
    yield
    decide(None)


def test_what_nobody_decided_is_as_declared(store):
    assert settings.thresholds(store) == declared_thresholds() == load_catalogue().thresholds


def test_a_decided_threshold_changes_the_status_at_once_and_goes_with_the_database(store, tmp_path):
    goal = {"indicator": "tax_revenue", "measure": "target", "basis": "year", "period_end": "2013-12", "value": 120}
    batches.load(store, reading(goal, {"indicator": "tax_revenue", "value": 83}), b"one", by=ROOT)
    status = lambda: progress(store.cursor(), indicator="tax_revenue")["status"].iloc[0]  # noqa: E731
    assert status() == "slow"
    settings.put_thresholds(store, {"on_pace": Decimal("0.9")}, by=ROOT)
    assert status() == "on_pace"
    assert [h[0] for h in settings.history(store, "on_pace")] == ["0.9"]
    with open_store(tmp_path / "other.duckdb"):
        assert load_catalogue().thresholds == declared_thresholds()
    store.close()
    with open_store(store.path):
        assert load_catalogue().thresholds.on_pace == Decimal("0.9")


def test_a_line_for_land_may_be_set_and_taken_away(store):
    settings.put_thresholds(store, {"tax_per_mu": Decimal(15)}, by=ROOT)
    assert settings.thresholds(store).land_entry.declared() == {"tax_per_mu": Decimal(15)}
    settings.put_thresholds(store, {"tax_per_mu": None}, by=ROOT)
    assert settings.thresholds(store).land_entry.declared() == {}


@pytest.mark.parametrize("values", [{"ahead": Decimal("0.5")}, {"slow": None}, {"on_pace": Decimal(-1)}, {"colour": Decimal(1)}, {"tax_per_mu": Decimal(0)}])
def test_thresholds_that_make_no_sense_are_refused(store, values):
    with pytest.raises(StoreError):
        settings.put_thresholds(store, values, by=ROOT)
    assert settings.thresholds(store) == declared_thresholds()


def test_only_an_administrator_decides(store):
    accounts.add(store, "li", None, by=ROOT)
    with pytest.raises(Forbidden):
        settings.put_thresholds(store, {"on_pace": Decimal("0.9")}, by=accounts.named(store, "li"))


def test_a_database_of_an_earlier_parkboard_gets_its_new_tables_when_it_is_read(store):
    for table in ("month_close", "setting", "renaming", "session"):
        store.cursor().execute(f"drop table {table}")
    path = store.path
    store.close()
    with open_store(path, read_only=True) as again:
        assert again.read_only and again.cursor().execute("select count(*) from month_close").fetchone() == (0,)
