"""Every write, sign-in and refusal, with who and when."""

from __future__ import annotations

import duckdb

from .database import now


def record(cur: duckdb.DuckDBPyConnection, by: str, action: str, subject: str, detail: str = "") -> None:
    """Adds one line; inside the transaction of what it tells of."""
    cur.execute("insert into audit values (?, ?, ?, ?, ?)", [now(), by, action, subject, detail])
