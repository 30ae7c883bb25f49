"""What the store already has beside a text: the same keys elsewhere, an earlier version of it, its own batch."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from park.locale import _
from park.questions.texts import KEY, of_batch, standing
from park.store import Batch, batches
from park.store.documents import FIELDS, Choice

from .data import ask, the_store
from .texts import CHOICES
from .words import plain

FROM = "_plan_from"  # the batch whose decisions the ticks began with


def key_of(figure: Any) -> tuple[str, ...]:
    """The key of a figure as park.questions.texts wants it."""
    return tuple(getattr(figure, name) for name in KEY)


def beside(found: tuple, park: str, sha256: str, inside: Any = None) -> dict[int, list[dict]]:
    """Per proposal (its place) the latest figure of the same key in other texts and in tables, those inside the text (a Reading) first."""
    rows = ask(standing, park=park, keys=tuple(key_of(p.now) for p in found))
    there: dict[int, list[dict]] = {}
    for row in inside.observations.to_pylist() if inside else ():
        key = tuple(row[name] for name in KEY)
        for number, p in enumerate(found):
            if row["value"] is not None and key == key_of(p.now):
                there.setdefault(number, []).append({**row, "file": "", "from_text": False})
    for row in rows.to_dict("records"):
        if row["sha256"] != sha256:
            there.setdefault(int(row["number"]), []).append(row)
    return there


def begin(figures: list[tuple[str, Any]], batch: Batch | None) -> None:
    """Lets the ticks begin with what the standing batch of this very text loaded; figures: (key, as read)."""
    own = batch.batch_id if batch else ""
    if st.session_state.get(FROM, "") == own:
        return
    st.session_state[FROM] = own
    st.session_state[CHOICES] = _decided(figures, ask(of_batch, batch=own).to_dict("records")) if batch else {}


def _decided(figures: list[tuple[str, Any]], loaded: list[dict]) -> dict[str, Choice]:
    left, found = list(loaded), {}
    for key, figure in figures:
        at = [row for row in left if row["cell"] == str(figure.sentence) and row["raw"] == figure.raw and not row["sheet"]]
        if not at:
            found[key] = Choice(False)
            continue
        row = next((r for r in at if r["indicator"] == figure.indicator), at[0])
        left.remove(row)
        found[key] = Choice(True, {name: _text(row[name]) for name in FIELDS if _text(row[name]) != _text(getattr(figure, name))})
    return found


def _text(value: object) -> str:
    if value is None or value != value:
        return ""
    return value if isinstance(value, str) else format(float(value), ".10g")


def gone(found: tuple, file: str, park: str, sha256: str, standing_: Batch | None) -> pd.DataFrame:
    """Figures that this document's batch, else the latest other version of it (same name and park), loaded and that this text does not give."""
    earlier = standing_ or next((b for b in batches.every(the_store()) if b.status == "committed" and b.file_name == file and b.park == park and b.sha256 != sha256), None)
    if earlier is None:
        return pd.DataFrame()
    rows = ask(of_batch, batch=earlier.batch_id)
    rows = rows[rows["sheet"] == ""]
    here = {key_of(p.now) for p in found}
    missing = [tuple(row[name] for name in KEY) not in here for row in rows.to_dict("records")]
    return rows[pd.Series(missing, index=rows.index, dtype=bool)]


def tally(found: tuple, there: dict[int, list[dict]], differs: Any) -> None:
    """One sentence: how many are ticked, doubtful, and how many differ from what stands elsewhere."""
    ticked, doubts = sum(p.taken for p in found), sum(bool(p.read.doubt or p.problem) for p in found)
    other = sum(differs(p.now, there.get(number, []))[1] for number, p in enumerate(found))
    words = _("{count} figures read, {ticked} ticked, {doubts} doubtful.").format(count=len(found), ticked=ticked, doubts=doubts)
    if other:
        words += " " + _("{count} differ from what other files say.").format(count=other)
    st.write(plain(words))
