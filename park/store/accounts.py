"""Local accounts with argon2 hashes. There is no default account and no default password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from park.locale import _

from . import audit
from .database import Store, StoreError, now

ROLES = ("viewer", "staff", "admin")
SHORTEST = 8
FREE_TRIES = 3
LONGEST_WAIT = 900
HASHER = PasswordHasher()
# verified when there is no such account, so that a name cannot be found out by the time an answer takes
NOBODY = HASHER.hash("an account that does not exist")


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in. role: viewer, staff, admin."""

    name: str
    role: str

    @property
    def may_write(self) -> bool:
        return self.role in ("staff", "admin")


class TooManyTries(StoreError):
    """Wrong passwords came too fast; .seconds until the next try counts."""

    def __init__(self, seconds: int):
        super().__init__(_("Too many wrong passwords. Try again in {seconds} seconds.").format(seconds=seconds))
        self.seconds = seconds


def add(store: Store, name: str, password: str, *, role: str = "staff", by: str) -> Account:
    """Makes an account. Raises StoreError for a name that is taken or empty, a short password or an unknown role."""
    name = name.strip()
    if not name:
        raise StoreError(_("An account needs a name."))
    if role not in ROLES:
        raise StoreError(_("A role is one of {roles}.").format(roles=", ".join(ROLES)))
    _check_password(password)
    with store.write() as cur:
        if cur.execute("select 1 from account where name = ?", [name]).fetchone():
            raise StoreError(_("There is already an account {name}.").format(name=name))
        cur.execute("insert into account values (?, ?, ?, ?)", [name, HASHER.hash(password), role, now()])
        audit.record(cur, by, "account_add", name, role)
    return Account(name, role)


def change_password(store: Store, name: str, password: str, *, by: str) -> None:
    """Sets a new password. Raises StoreError when there is no such account or the password is short."""
    _check_password(password)
    with store.write() as cur:
        _expect(cur, name)
        cur.execute("update account set hash = ? where name = ?", [HASHER.hash(password), name])
        audit.record(cur, by, "account_password", name)


def remove(store: Store, name: str, *, by: str) -> None:
    """Removes an account; what it did stays in the records. Raises StoreError when there is no such account."""
    with store.write() as cur:
        _expect(cur, name)
        cur.execute("delete from account where name = ?", [name])
        audit.record(cur, by, "account_remove", name)


def every(store: Store) -> list[tuple[str, str, datetime]]:
    """Name, role and when made, of all accounts."""
    return store.cursor().execute("select name, role, created_at from account order by name").fetchall()


def check_password(store: Store, name: str, password: str) -> Account | None:
    """The account if name and password fit, else None. Raises TooManyTries while wrong passwords are being slowed down."""
    name = name.strip()
    wait = seconds_to_wait(store, name)
    if wait > 0:
        raise TooManyTries(wait)
    row = store.cursor().execute("select hash, role from account where name = ?", [name]).fetchone()
    try:
        HASHER.verify(row[0] if row else NOBODY, password)
        right = row is not None
    except (VerifyMismatchError, InvalidHashError):
        right = False
    with store.write() as cur:
        audit.record(cur, name, "sign_in" if right else "sign_in_refused", name)
    return Account(name, row[1]) if right else None


def seconds_to_wait(store: Store, name: str) -> int:
    """How long the next try for a name must wait: nothing for the first few, then 2, 4, 8 … seconds, at most 15 minutes.

    Counted are refusals since the last right password, from the audit, so that a restart does not forget them.
    """
    rows = store.cursor().execute(
        "select noted_at from audit where by_whom = $name and action = 'sign_in_refused' and noted_at > $since "
        "and noted_at >= coalesce((select max(noted_at) from audit where by_whom = $name and action = 'sign_in'), timestamp '1970-01-01') "
        "order by noted_at",
        {"name": name.strip(), "since": now() - timedelta(seconds=LONGEST_WAIT)},
    ).fetchall()
    if len(rows) < FREE_TRIES:
        return 0
    pause = min(2 ** (len(rows) - FREE_TRIES + 1), LONGEST_WAIT)
    return max(0, pause - int((now() - rows[-1][0]).total_seconds()))


def _check_password(password: str) -> None:
    if len(password) < SHORTEST:
        raise StoreError(_("A password needs at least {count} characters.").format(count=SHORTEST))


def _expect(cur, name: str) -> None:
    if not cur.execute("select 1 from account where name = ?", [name]).fetchone():
        raise StoreError(_("There is no account {name}.").format(name=name))
