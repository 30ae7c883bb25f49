"""Who is signed in at which browser, and tokens of scripts. Secrets are random; the store keeps only their SHA-256."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

import duckdb

from park.locale import _

from . import audit, rights, strangers
from .database import Store, StoreError, now
from .rights import Account

IDLE = timedelta(minutes=60)  # signed out after an hour without a click
LONGEST = timedelta(hours=12)  # and after a working day in any case
UNKNOWN_EVERY = timedelta(minutes=10)
LONG_AGO = datetime(1970, 1, 1)  # last seen of a session that was ended; it stays until its end, so that it is not begun anew
SEEN_EVERY = timedelta(minutes=1)  # how exactly the last click is known; each note is a write


def start(store: Store, name: str) -> str:
    """Opens a session of an account whose password was right; returns the secret for its cookie, which is kept nowhere else."""
    secret = secrets.token_urlsafe(32)
    _open(store, _hash(secret), name, now())
    return secret


def find(store: Store, secret: str) -> Account | None:
    """The account that a cookie's secret is signed in as, as it stands now; None when unknown, idle for too long or at its end."""
    if not secret:
        return None
    digest = _hash(secret)
    # asked several times in every run of a page
    return store.remembered(("session", digest, now().replace(second=0)), lambda: _standing(store, digest), 5)


def adopt(store: Store, key: str, name: str, since: datetime) -> Account | None:
    """The account of somebody whom another provider signed in at `since` (UTC); it ends like any session and does not start anew.

    key: what tells this sign-in from another of the same person. None when it has ended or there is no such account.
    """
    digest = _hash(f"provider:{key}")
    if store.cursor().execute("select 1 from session where hash = ?", [digest]).fetchone():
        return _standing(store, digest)
    if now() - since > LONGEST or rights.named(store.cursor(), name) is None:
        return None
    _open(store, digest, name, since)
    audit.note(store, name, "sign_in", name, "OpenID Connect")
    return _standing(store, digest)


def leave(store: Store, key: str) -> None:
    """Ends what `adopt` began, for good: the provider's cookie, should somebody have kept it, signs nobody in again."""
    with store.write(silent=True) as cur:
        found = cur.execute("update session set seen_at = ? where hash = ? returning name", [LONG_AGO, _hash(f"provider:{key}")]).fetchone()
        if found:
            audit.record(cur, found[0], "sign_out", found[0], "OpenID Connect")


def end_all(cur: duckdb.DuckDBPyConnection, name: str) -> None:
    """Signs an account out everywhere, inside the caller's transaction; what a provider vouched for before counts no longer either."""
    cur.execute("update session set seen_at = ? where name = ?", [LONG_AGO, name])


def end(store: Store, secret: str) -> None:
    """Signs out; the secret is worth nothing any more."""
    with store.write(silent=True) as cur:
        found = cur.execute("delete from session where hash = ? returning name", [_hash(secret)]).fetchone()
        if found:
            audit.record(cur, found[0], "sign_out", found[0])


def make_token(store: Store, name: str, *, by: Account) -> str:
    """A token for scripts with the rights of an account. It is shown once: the store keeps its hash.

    Everyone may make one for the own account, an administrator for any. Raises StoreError when there is no such account.
    """
    secret = f"pb_{secrets.token_urlsafe(32)}"
    with rights.acting(store, by, "token_add", name, needs="any" if by.name == name else "admin") as cur:
        if rights.named(cur, name) is None:
            raise StoreError(_("There is no account {name}.").format(name=name))
        token_id = secrets.token_hex(4)
        cur.execute("insert into token values (?, ?, ?, ?, ?)", [token_id, _hash(secret), name, by.name, now()])
        audit.record(cur, by, "token_add", name, token_id)
    return secret


def of_token(store: Store, secret: str) -> Account | None:
    """The account that a token acts for, None when it is unknown or taken back."""
    cur = store.cursor()
    found = cur.execute("select name from token where hash = ?", [_hash(secret)]).fetchone()
    return rights.named(cur, found[0]) if found else None


def note_unknown_token(store: Store, subject: str, address: str = "") -> None:
    """Notes in the audit that a token was given that is not known: one line at most in UNKNOWN_EVERY. subject: what was asked for."""
    strangers.note(store, "token_refused", subject, address=address, every=UNKNOWN_EVERY)


def tokens(store: Store) -> list[tuple[str, str, str, datetime]]:
    """token_id, account, made by, made at."""
    return store.cursor().execute("select token_id, name, made_by, made_at from token order by made_at, token_id").fetchall()


def revoke(store: Store, token_id: str, *, by: Account) -> None:
    """Takes a token back. Raises StoreError when there is none of this id."""
    owner = store.cursor().execute("select name from token where token_id = ?", [token_id]).fetchone()
    if owner is None:
        raise StoreError(_("There is no token {token}.").format(token=token_id))
    with rights.acting(store, by, "token_remove", owner[0], needs="any" if by.name == owner[0] else "admin") as cur:
        cur.execute("delete from token where token_id = ?", [token_id])
        audit.record(cur, by, "token_remove", owner[0], token_id)


def _open(store: Store, digest: str, name: str, since: datetime) -> None:
    with store.write(silent=True) as cur:
        cur.execute("delete from session where ends_at < ?", [now()])
        cur.execute("insert into session values (?, ?, ?, ?, ?)", [digest, name, now(), now(), since + LONGEST])


def _standing(store: Store, digest: str) -> Account | None:
    cur = store.cursor()
    found = cur.execute("select name, seen_at, ends_at from session where hash = ?", [digest]).fetchone()
    if found is None:
        return None
    name, seen, ends = found
    if now() - seen > IDLE or now() > ends:
        return None
    if now() - seen >= SEEN_EVERY:
        with store.write(silent=True) as writing:
            writing.execute("update session set seen_at = ? where hash = ?", [now(), digest])
    return rights.named(cur, name)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
