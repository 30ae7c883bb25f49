"""Stored times are UTC; people read the clock of the server's office."""

from __future__ import annotations

from datetime import UTC, datetime


def local(moment: datetime | None) -> str:
    """2013-10-09 16:05 in the server's time zone; "" for none."""
    if moment is None or moment != moment:
        return ""
    moment = moment.to_pydatetime() if hasattr(moment, "to_pydatetime") else moment
    return moment.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
