"""Several files at once: read one after the other with their progress, and loaded together."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from park.locale import _
from park.questions.overview import areas
from park.store import Account

from .data import ask
from .intake import commit
from .state import view
from .words import plain


def pile(files: list, lay: Callable) -> list[tuple]:
    """(file, what `lay` makes of it) for every file, with a bar while they are read."""
    seen, done, bar = st.session_state.setdefault("_laid", set()), [], st.empty()
    for place, file in enumerate(files):
        if file.file_id not in seen:
            text = _("Reading {file} … ({place} of {count})").format(file=plain(file.name), place=place + 1, count=len(files))
            bar.progress(place / len(files), text=text)
        done.append((file, lay(file)))
        seen.add(file.file_id)
    bar.empty()
    return done


def load_all(desk: list[tuple], account: Account) -> None:
    """One button for all files that have neither errors nor names to settle."""
    ready = [(file, laid) for file, laid in desk if _is_ready(laid)]
    if len(desk) < 2 or not ready:
        return
    label = _("Load the {count} files without errors").format(count=len(ready))
    if st.button(label, key="commit_all", type="primary"):
        loaded = [commit(laid, laid.reading, file.getvalue(), account, again=False) for file, laid in ready]
        if all(loaded):
            st.rerun()


def _is_ready(laid: object) -> bool:
    reading = getattr(laid, "reading", None)
    return bool(
        reading is not None and reading.observations.num_rows + len(reading.projects) and laid.park and not laid.unsettled and not laid.difference.refusal
        and all(f.severity != "error" for f in reading.findings)
    )


def park_of_view() -> str:
    """The park that the view's area belongs to; "" on an empty database."""
    known, area = ask(areas), view().area
    row = known[known["area"] == area] if len(known) else known
    return "" if row.empty else row["parent"].iloc[0] or area
