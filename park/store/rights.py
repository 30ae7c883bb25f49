"""Who may do what, enforced here below pages and commands: every function of park.store that writes takes the account that acts.

| role | may |
|---|---|
| viewer | look |
| staff | upload, commit, undo, redo, settle names, close a month; where the account has areas, only what lies in them |
| admin | everything, in every area; reopen months, edit areas, accounts and settings |
| operator | everything: whoever runs commands on the server's own machine, who can read the database file anyway |

An account is looked up anew in each transaction, so that a role taken away counts at once, whatever a page still holds.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from park.locale import _

from . import audit
from .database import Refusal, Store

ROLES = ("viewer", "staff", "admin")
OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Account:
    """Who acts. role: viewer, staff, admin, operator. areas: ids of the parks and zones it is limited to, None for everywhere."""

    name: str
    role: str
    areas: tuple[int, ...] | None = None

    @property
    def may_write(self) -> bool:
        return self.role in ("staff", "admin", OPERATOR)

    @property
    def is_admin(self) -> bool:
        return self.role in ("admin", OPERATOR)


class Forbidden(Refusal):
    """The account may not do this; the sentence says what it lacks."""


def operator(name: str) -> Account:
    """Whoever runs a command on the server's own machine. Never made from what comes over the network."""
    return Account(name, OPERATOR)


def named(cur: duckdb.DuckDBPyConnection, name: str) -> Account | None:
    """The account of this name as the store has it now, None when there is none."""
    row = cur.execute("select role from account where name = ?", [name]).fetchone()
    if row is None:
        return None
    areas = cur.execute("select area_id from account_area where name = ? order by area_id", [name]).fetchall()
    limited = row[0] == "staff" and areas
    return Account(name, row[0], tuple(area for (area,) in areas) if limited else None)


@contextlib.contextmanager
def acting(store: Store, by: Account, action: str, subject: str = "", *, needs: str = "staff") -> Iterator[duckdb.DuckDBPyConnection]:
    """One transaction in which an account acts. needs: staff, admin, or any (any account that stands).

    Raises Forbidden when it may not. A refusal of any kind is noted in the audit, after everything else is rolled back.
    """
    with _noted(store, by, action, subject), store.write() as cur:
        _expect_role(cur, by, needs)
        yield cur


def expect_staff(store: Store, by: Account, action: str, subject: str = "") -> None:
    """Raises Forbidden for an account that may not write: asked before a file is kept."""
    with _noted(store, by, action, subject):
        _expect_role(store.cursor(), by, "staff")


@contextlib.contextmanager
def _noted(store: Store, by: Account, action: str, subject: str) -> Iterator[None]:
    if not isinstance(by, Account):
        raise TypeError(f"who acts is an Account, not {type(by).__name__}")
    try:
        yield
    except Refusal as refused:
        audit.note(store, by, f"{action}_refused", subject, str(refused))
        raise


def _expect_role(cur: duckdb.DuckDBPyConnection, by: Account, needs: str) -> None:
    now = current(cur, by)
    if needs == "admin" and not now.is_admin:
        raise Forbidden(_("Only an administrator may do this; {name} is none.").format(name=by.name))
    if needs == "staff" and not now.may_write:
        raise Forbidden(_("The account {name} may look, not change figures. An administrator can give it the role staff.").format(name=by.name))


def current(cur: duckdb.DuckDBPyConnection, by: Account) -> Account:
    """The account as it stands in this transaction. Raises Forbidden when it is no longer there."""
    if by.role == OPERATOR:
        return by
    found = named(cur, by.name)
    if found is None:
        raise Forbidden(_("There is no account {name} (any more). Sign in again.").format(name=by.name))
    return found


def expect_areas(cur: duckdb.DuckDBPyConnection, by: Account, areas: list[int]) -> None:
    """Raises Forbidden, naming the first areas that lie outside the account's; a park holds its zones."""
    allowed = current(cur, by).areas
    if allowed is None:
        return
    outside = cur.execute(
        "select name from area where area_id in (select unnest($asked)) and not list_contains($allowed, area_id) and not list_contains($allowed, parent_id) "
        "order by parent_id, area_id limit 3",
        {"asked": list(areas), "allowed": list(allowed)},
    ).fetchall()
    if outside:
        own = "、".join(name for (name,) in cur.execute("select name from area where list_contains(?, area_id) order by area_id", [list(allowed)]).fetchall())
        raise Forbidden(
            _("{name} keeps the figures of {own} only; this concerns {areas} too. Nothing was changed.").format(
                name=by.name, own=own or "—", areas="、".join(name for (name,) in outside))
        )


def expect_batch(cur: duckdb.DuckDBPyConnection, by: Account, batch_id: str) -> None:
    """Raises Forbidden when a batch speaks of an area outside the account's: by its figures, its firms, its projects or its clusters."""
    if current(cur, by).areas is None:
        return
    expect_areas(cur, by, [area for (area,) in cur.execute(_batch_areas(), {"batch": batch_id}).fetchall()])


@cache
def _batch_areas() -> str:
    return Path(__file__).with_name("sql").joinpath("batch_areas.sql").read_text(encoding="utf-8")
