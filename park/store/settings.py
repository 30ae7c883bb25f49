"""What an administrator decides for the whole installation. Append-only: the latest word counts, the earlier ones stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from park.catalogue import Thresholds
from park.catalogue.load import decide, declared_thresholds
from park.locale import _

from . import audit, rights
from .database import Store, StoreError, now
from .rights import Account

VIEWING = "viewing"
OPEN, SIGNED_IN = "open", "signed_in"
STATUS = ("ahead", "on_pace", "slow")  # completion / time progress at which a status begins
LAND = ("output_per_mu", "tax_per_mu", "investment_per_mu")  # 万元 a year that each 亩 must yield
THRESHOLDS = (*STATUS, "growth_points", *LAND)
CHOICES = {VIEWING: (OPEN, SIGNED_IN)}  # the first is what holds while nobody has decided


def get(store: Store, key: str) -> str:
    """What a setting says now."""
    found = store.remembered(("setting", key), lambda: _decided(store, key), 60)
    return CHOICES[key][0] if found is None else found


def put(store: Store, key: str, value: str, *, by: Account) -> None:
    """Decides a setting. Raises StoreError for an unknown one or value, Forbidden unless by is an administrator."""
    if value not in CHOICES.get(key, ()):
        raise StoreError(_("The setting {key} is one of {choices}.").format(key=key, choices=", ".join(CHOICES.get(key, ())) or "—"))
    with rights.acting(store, by, "setting", key, needs="admin") as cur:
        cur.execute("insert into setting values (?, ?, ?, ?)", [key, value, by.name, now()])
        audit.record(cur, by, "setting", key, value)


def thresholds(store: Store) -> Thresholds:
    """The thresholds that hold: those decided here, else those the catalogue declares. A line for land may be None."""
    declared = declared_thresholds()
    said = {key: value for key in THRESHOLDS if (value := _decided(store, key)) is not None}
    given = {key: Decimal(value) if value else None for key, value in said.items()}
    lines = {key: given[key] for key in LAND if key in given}
    return replace(declared, **{key: given[key] for key in (*STATUS, "growth_points") if given.get(key) is not None},
                   land_entry=replace(declared.land_entry, **lines))


def put_thresholds(store: Store, values: dict[str, Decimal | None], *, by: Account) -> None:
    """Decides thresholds (None for a land line: there is none); only those that change are noted. They hold at once, for all pages.

    Raises StoreError when a value is missing or not above zero, or ahead >= on_pace >= slow does not hold; Forbidden unless by is an
    administrator.
    """
    if unknown := set(values) - set(THRESHOLDS):
        raise StoreError(_("There is no threshold {names}.").format(names=", ".join(sorted(unknown))))
    if any((value is None and key not in LAND) or (value is not None and not 0 < value < 10**9) for key, value in values.items()):
        raise StoreError(_("Every threshold is a number above zero; a line for land may be left empty."))
    with rights.acting(store, by, "thresholds", "", needs="admin") as cur:
        now_held = thresholds(store)
        held = {key: getattr(now_held.land_entry if key in LAND else now_held, key) for key in THRESHOLDS}
        new = held | values
        if not new["ahead"] >= new["on_pace"] >= new["slow"]:
            raise StoreError(_("The thresholds must fall: ahead, on pace, slow."))
        for key, value in values.items():
            if value != held[key]:
                cur.execute("insert into setting values (?, ?, ?, ?)", [key, "" if value is None else f"{value:f}", by.name, now()])
                audit.record(cur, by, "thresholds", key, f"{held[key]} → {value}")
    decide(thresholds(store))


def _decided(store: Store, key: str) -> str | None:
    found = store.cursor().execute("select value from setting where key = ? order by noted_at desc, rowid desc limit 1", [key]).fetchone()
    return found[0] if found else None


def history(store: Store, key: str) -> list[tuple[str, str, datetime]]:
    """Value, by whom, when; the latest first."""
    return store.cursor().execute(
        "select value, by_whom, noted_at from setting where key = ? order by noted_at desc, rowid desc", [key]).fetchall()


def may_look(store: Store, account: Account | None) -> bool:
    """Whether somebody may see figures: anyone, or only who is signed in."""
    return account is not None or get(store, VIEWING) == OPEN
