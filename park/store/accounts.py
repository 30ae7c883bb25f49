"""Local accounts with argon2 hashes. There is no default account and no default password."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from park.locale import _

from . import audit, rights, sessions, strangers
from .database import Store, StoreError, now
from .rights import ROLES, Account

__all__ = ["ROLES", "Account"]
SHORTEST = 8
FREE_TRIES = 3
LONGEST_WAIT = 900
STRANGERS_EVERY = timedelta(minutes=1)
HASHER = PasswordHasher()
_hashing = threading.Semaphore(2)  # each takes 64 MB for its time: many tries at once wait
_trying = tuple(threading.Lock() for _stripe in range(64))  # tries with one name come one after another, so that each sees those before it refused


class TooManyTries(StoreError):
    """Wrong passwords came too fast; .seconds until the next try counts."""

    def __init__(self, seconds: int):
        super().__init__(_("Too many wrong passwords. Try again in {seconds} seconds.").format(seconds=seconds))
        self.seconds = seconds


def add(store: Store, name: str, password: str | None, *, role: str = "staff", areas: tuple[int, ...] = (), by: Account) -> Account:
    """Makes an account. password None: for whoever signs in elsewhere (OpenID Connect), name is then the e-mail address.

    areas: parks and zones that a staff account is limited to. Raises StoreError for a name that is taken or empty, a short
    password, an unknown role or area; Forbidden unless by is an administrator.
    """
    name = name.strip()
    if not name:
        raise StoreError(_("An account needs a name."))
    _expect_role(role)
    if password is not None:
        _check_password(password)
    with rights.acting(store, by, "account_add", name, needs="admin") as cur:
        if cur.execute("select 1 from account where name = ?", [name]).fetchone():
            raise StoreError(_("There is already an account {name}.").format(name=name))
        cur.execute("insert into account values (?, ?, ?, ?)", [name, HASHER.hash(password) if password is not None else "", role, now()])
        _limit(cur, name, areas)
        audit.record(cur, by, "account_add", name, _told(cur, role, areas))
        return rights.named(cur, name)


def change(store: Store, name: str, *, role: str, areas: tuple[int, ...] = (), by: Account) -> Account:
    """Gives an account another role and other areas (none: everywhere). The last administrator stays one.

    Raises StoreError when there is no such account, role or area; Forbidden unless by is an administrator.
    """
    _expect_role(role)
    with rights.acting(store, by, "account_change", name, needs="admin") as cur:
        _expect(cur, name)
        if role != "admin":
            _expect_another_admin(cur, name, by)
        cur.execute("update account set role = ? where name = ?", [role, name])
        cur.execute("delete from account_area where name = ?", [name])
        _limit(cur, name, areas)
        audit.record(cur, by, "account_change", name, _told(cur, role, areas))
        return rights.named(cur, name)


def change_password(store: Store, name: str, password: str, *, by: Account) -> None:
    """Sets a new password and signs the account out everywhere. Everyone may change their own, an administrator any.

    Raises StoreError when there is no such account or the password is short.
    """
    _check_password(password)
    with rights.acting(store, by, "account_password", name, needs="any" if by.name == name else "admin") as cur:
        _expect(cur, name)
        cur.execute("update account set hash = ? where name = ?", [HASHER.hash(password), name])
        sessions.end_all(cur, name)
        audit.record(cur, by, "account_password", name)


def remove(store: Store, name: str, *, by: Account) -> None:
    """Removes an account with its sessions and tokens; what it did stays in the records. The last administrator stays.

    Raises StoreError when there is no such account; Forbidden unless by is an administrator.
    """
    with rights.acting(store, by, "account_remove", name, needs="admin") as cur:
        _expect(cur, name)
        _expect_another_admin(cur, name, by)
        for table in ("account", "account_area", "session", "token"):
            cur.execute(f"delete from {table} where name = ?", [name])
        audit.record(cur, by, "account_remove", name)


def named(store: Store, name: str) -> Account | None:
    """The account of a name (an e-mail address where people sign in elsewhere), None when there is none."""
    return rights.named(store.cursor(), name.strip())


def of_mail(store: Store, mail: str) -> Account | None:
    """The account of an e-mail address, whose case does not matter unless two accounts differ in nothing else; None when there is none."""
    mail = mail.strip()
    exact = named(store, mail)
    if exact or not mail:
        return exact
    alike = store.cursor().execute("select name from account where lower(name) = lower(?)", [mail]).fetchall()
    return named(store, alike[0][0]) if len(alike) == 1 else None


def every(store: Store) -> list[tuple[str, str, datetime]]:
    """Name, role and when made, of all accounts."""
    return store.cursor().execute("select name, role, created_at from account order by name").fetchall()


def check_password(store: Store, name: str, password: str, *, address: str = "") -> Account | None:
    """The account if name and password fit, else None. Raises TooManyTries while wrong passwords are being slowed down.

    address: where the try comes from; tries with names that nobody has are summed up by it in the audit.
    """
    name = name.strip()
    with _trying[hash(name) % len(_trying)]:
        return _tried(store, name, password, address)


def _tried(store: Store, name: str, password: str, address: str) -> Account | None:
    """One try, noted before the next one with this name is looked at."""
    wait = seconds_to_wait(store, name)
    if wait > 0:
        raise TooManyTries(wait)
    row = store.cursor().execute("select hash from account where name = ? and hash <> ''", [name]).fetchone()
    right = _fits(row[0] if row else _nobody(), password) and row is not None
    if row is None and not _exists(store, name):
        strangers.tried(store, name)
        strangers.note(store, "sign_in_refused", name, address=address, every=STRANGERS_EVERY)
    else:
        audit.note(store, name, "sign_in" if right else "sign_in_refused", name)
    return named(store, name) if right else None


def _fits(kept: str, password: str) -> bool:
    with _hashing:
        try:
            return HASHER.verify(kept, password)
        except (VerifyMismatchError, InvalidHashError):
            return False


def _exists(store: Store, name: str) -> bool:
    return rights.named(store.cursor(), name) is not None


def seconds_to_wait(store: Store, name: str) -> int:
    """How long the next try for a name must wait: nothing for the first few, then 2, 4, 8 … seconds, at most 15 minutes.

    Counted are refusals since the last right password, from the audit, so that a restart does not forget them; a name that nobody has is
    slowed down alike, from memory.
    """
    since = now() - timedelta(seconds=LONGEST_WAIT)
    rows = store.cursor().execute(
        "select noted_at from audit where by_whom = $name and action = 'sign_in_refused' and noted_at > $since "
        "and noted_at >= coalesce((select max(noted_at) from audit where by_whom = $name and action = 'sign_in'), timestamp '1970-01-01') "
        "order by noted_at",
        {"name": name.strip(), "since": since},
    ).fetchall()
    times = [at for (at,) in rows] or strangers.tries(store, name.strip(), since)
    if len(times) < FREE_TRIES:
        return 0
    pause = min(2 ** (len(times) - FREE_TRIES + 1), LONGEST_WAIT)
    return max(0, pause - int((now() - times[-1]).total_seconds()))


def _check_password(password: str) -> None:
    if len(password) < SHORTEST:
        raise StoreError(_("A password needs at least {count} characters.").format(count=SHORTEST))


def _expect(cur, name: str) -> None:
    if not cur.execute("select 1 from account where name = ?", [name]).fetchone():
        raise StoreError(_("There is no account {name}.").format(name=name))


def _expect_role(role: str) -> None:
    if role not in ROLES:
        raise StoreError(_("A role is one of {roles}.").format(roles=", ".join(ROLES)))


def _limit(cur, name: str, areas: tuple[int, ...]) -> None:
    for area in dict.fromkeys(areas):
        if not cur.execute("select 1 from area where area_id = ?", [area]).fetchone():
            raise StoreError(_("There is no such area; nothing was changed."))
        cur.execute("insert into account_area values (?, ?)", [name, area])


def _told(cur, role: str, areas: tuple[int, ...]) -> str:
    names = cur.execute("select name from area where list_contains(?, area_id) order by area_id", [list(areas)]).fetchall()
    return " ".join([role, *(name for (name,) in names)])


def _expect_another_admin(cur, name: str, by: Account | None = None) -> None:
    """The last administrator can only be removed by whoever holds the machine."""
    others = cur.execute("select count(*) from account where role = 'admin' and name <> ?", [name]).fetchone()[0]
    own = cur.execute("select role from account where name = ?", [name]).fetchone()[0]
    if own == "admin" and not others and (by is None or by.role != rights.OPERATOR):
        raise StoreError(_("{name} is the last administrator; make another one first.").format(name=name))


def area_names(store: Store, name: str) -> list[str]:
    """The parks and zones that an account is limited to; empty for one that is not."""
    return [area for (area,) in store.cursor().execute(
        "select a.name from account_area l join area a on a.area_id = l.area_id where l.name = ? order by a.area_id", [name]).fetchall()]


@cache
def _nobody() -> str:
    """Verified when there is no such account, so that a name cannot be found out by the time an answer takes."""
    return HASHER.hash("an account that does not exist")


def has_password(store: Store, name: str) -> bool:
    """Whether an account can sign in here, rather than only with OpenID Connect."""
    return store.cursor().execute("select 1 from account where name = ? and hash <> ''", [name]).fetchone() is not None
