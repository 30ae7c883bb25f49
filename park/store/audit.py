"""Every write, sign-in and refusal, with who and when. A command on the server's own machine is marked `local`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from .database import Store, now

if TYPE_CHECKING:
    from .rights import Account

COLUMNS = ("at", "by", "way", "action", "subject", "detail")
LOCAL = "local "


def record(cur: duckdb.DuckDBPyConnection, by: Account | str, action: str, subject: str, detail: str = "") -> None:
    """Adds one line; inside the transaction of what it tells of. by: an account, or a name where nobody is signed in."""
    name = by if isinstance(by, str) else by.name
    local = not isinstance(by, str) and by.role == "operator"
    cur.execute("insert into audit values (?, ?, ?, ?, ?)", [now(), name, f"{LOCAL if local else ''}{action}", subject, detail])


def note(store: Store, by: Account | str, action: str, subject: str, detail: str = "") -> None:
    """Adds one line in a transaction of its own, without telling caches that figures changed."""
    with store.write(silent=True) as cur:
        record(cur, by, action, subject, detail)


def lines(store: Store, most: int = 100_000) -> list[tuple]:
    """at, by, way (local or ""), action, subject, detail of every line, the latest first."""
    return store.cursor().execute(
        "select noted_at, by_whom, case when starts_with(action, $local) then trim($local) else '' end, "
        "case when starts_with(action, $local) then substr(action, length($local) + 1) else action end, subject, detail "
        "from audit order by noted_at desc, rowid desc limit $most",
        {"local": LOCAL, "most": most},
    ).fetchall()
