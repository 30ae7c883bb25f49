"""What an administrator decides for the whole installation. Append-only: the latest word counts, the earlier ones stay."""

from __future__ import annotations

from datetime import datetime

from park.locale import _

from . import audit, rights
from .database import Store, StoreError, now
from .rights import Account

VIEWING = "viewing"
OPEN, SIGNED_IN = "open", "signed_in"
CHOICES = {VIEWING: (OPEN, SIGNED_IN)}  # the first is what holds while nobody has decided


def get(store: Store, key: str) -> str:
    """What a setting says now."""
    found = store.cursor().execute("select value from setting where key = ? order by noted_at desc, rowid desc limit 1", [key]).fetchone()
    return found[0] if found else CHOICES[key][0]


def put(store: Store, key: str, value: str, *, by: Account) -> None:
    """Decides a setting. Raises StoreError for an unknown one or value, Forbidden unless by is an administrator."""
    if value not in CHOICES.get(key, ()):
        raise StoreError(_("The setting {key} is one of {choices}.").format(key=key, choices=", ".join(CHOICES.get(key, ())) or "—"))
    with rights.acting(store, by, "setting", key, needs="admin") as cur:
        cur.execute("insert into setting values (?, ?, ?, ?)", [key, value, by.name, now()])
        audit.record(cur, by, "setting", key, value)


def history(store: Store, key: str) -> list[tuple[str, str, datetime]]:
    """Value, by whom, when; the latest first."""
    return store.cursor().execute(
        "select value, by_whom, noted_at from setting where key = ? order by noted_at desc, rowid desc", [key]).fetchall()


def may_look(store: Store, account: Account | None) -> bool:
    """Whether somebody may see figures: anyone, or only who is signed in."""
    return account is not None or get(store, VIEWING) == OPEN
