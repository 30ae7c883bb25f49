"""What a file would change, large jumps first."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import absent, full, month_word, period_word, unit_word
from park.store.difference import KINDS

from .data import kept
from .table import Column, table
from .words import basis_word, measure_word

LARGE = math.log(2)  # twice or half of what was to be expected
SIGNS = {"=": "", ">=": "≥", "<=": "≤", "~": "≈", "range": ""}
MOST_SHOWN = 2000


def kind_word(kind: str) -> str:
    """A kind of difference in words."""
    return {
        "changed": _("changed"), "beside": _("differs, not taken"), "missing": _("missing in the file"), "new": _("new"), "unchanged": _("the same"),
    }[kind]


def difference_table(rows: pd.DataFrame, key: str, batch_id: str = "") -> None:
    """How many facts are new, changed, missing, unchanged; those chosen in a table. batch_id: the batch of the store whose difference the
    rows are, so that they are put into words once."""
    counts = {kind: int((rows["kind"] == kind).sum()) for kind in KINDS}
    there = [kind for kind in KINDS if counts[kind]]
    if not there:
        st.caption(_("Nothing to compare."))
        return
    labels = {kind: f"{kind_word(kind)} {counts[kind]}" for kind in there}
    chosen = st.pills(
        _("Compared with what stands"), there, selection_mode="multi", key=f"kinds_{key}", format_func=labels.get,
        default=[kind for kind in there if kind != "unchanged"] or there, label_visibility="collapsed",
    )
    shown = rows[rows["kind"].isin(chosen)].head(MOST_SHOWN)
    if len(shown):
        view = (batch_id, *chosen) if batch_id else None
        table(_kept_words(view, shown) if view else worded(shown), columns(), f"difference_{key}", height=300 if len(shown) > 8 else None, view=view)


@kept
def _kept_words(_view: tuple, rows: pd.DataFrame) -> pd.DataFrame:
    return worded(rows)


def worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of park.store.difference with words for codes and figures as a person compares them."""
    shown = pd.DataFrame({"kind_word": [_kind(row) for row in rows.to_dict("records")]}, index=rows.index)
    shown["part"] = [" ".join(part_name(p) for p in parts if p) for parts in zip(rows["area"], rows["cluster"], rows["firm"], strict=True)]
    shown["name"] = [indicator_name(code) for code in rows["indicator"]]
    shown["period"] = [period_of(*row) for row in zip(rows["measure"], rows["basis"], rows["period_start"], rows["period_end"], strict=True)]
    shown["old"] = [figure_of(*row) for row in zip(rows["old_value"], rows["old_high"], rows["old_comparator"], rows["old_yoy"], strict=True)]
    shown["new"] = [figure_of(*row) for row in zip(rows["value"], rows["value_high"], rows["comparator"], rows["yoy"], strict=True)]
    shown["unit_word"] = [unit_word(unit) if isinstance(unit, str) else "" for unit in rows["unit"]]
    shown["change"] = rows["change"]
    shown["last"] = [_last(*row) for row in zip(rows["last_value"], rows["last_period"], strict=True)]
    shown["place"] = [" ".join(p for p in (s, c) if isinstance(p, str)) for s, c in zip(rows["sheet"], rows["cell"], strict=True)]
    shown["old_file"] = rows["old_file"]
    return shown


def columns() -> list[Column]:
    """The columns of the comparison."""
    return [
        Column("kind_word", _("State")), Column("part", _("Area")), Column("name", _("Indicator")), Column("period", _("Which months")),
        Column("old", _("Stands")), Column("new", _("In this file")), Column("unit_word", _("Unit")), Column("change", _("Change"), "signed"),
        Column("last", _("Figure before")), Column("place", _("Cell")), Column("old_file", _("Stands in file")),
    ]


def period_of(measure: str, basis: str, start: str, end: str) -> str:
    """Measure and period in words: 年度目标 2013年, 2013年1-9月, 2013年9月末."""
    if not end:
        return measure_word(measure)
    year = end[:4]
    if basis == "month":
        said = month_word(end)
    elif basis in ("ytd", "year") and start[:4] == year:
        said = _("{year} {period}").format(year=year, period=period_word(end))
    elif basis == "point":
        said = _("end of {month}").format(month=month_word(end))
    else:
        said = f"{start} – {end} {basis_word(basis)}"
    return said if measure == "actual" else f"{measure_word(measure)} {said}"


def figure_of(value: object, high: object, comparator: object, yoy: object) -> str:
    """A figure as a table writes it: 1,650, ≥18, 8–10, growth 20% where there is only that."""
    if absent(value):
        return "" if absent(yoy) else _("growth {rate}%").format(rate=full(yoy))
    text = SIGNS.get(comparator, "") + full(value)
    return f"{text}–{full(high)}" if not absent(high) else text


def _kind(row: dict) -> str:
    large = not absent(row["jump"]) and row["jump"] > LARGE and row["kind"] in ("changed", "new") and row["measure"] == "actual"
    return f"◆ {kind_word(row['kind'])}" if large else kind_word(row["kind"])


def _last(value: object, period: object) -> str:
    return "" if absent(value) or not isinstance(period, str) else f"{full(value)} ({period})"
