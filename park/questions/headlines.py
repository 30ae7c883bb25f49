"""The five headline families of an area as cards show them."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import Indicator, load_catalogue

from .base import Area, as_of, find_area, find_indicator, scope_of
from .progress import standing


def headlines(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """One row per headline family in its order: family (the headline's code), then progress()'s columns of the indicator shown.

    Shown is the headline if it has a target, else the first stand-in with a target, else the same by figures; with nothing
    at all the row is empty with reason no_figure. yoy is the reported growth, else the computed one; yoy_from says which.
    """
    where = find_area(cur, area)
    families = load_catalogue().headlines()
    shown = [find_indicator(code) for family in families for code in (family.code, *family.stands_in)]
    rows = standing(cur, scope_of(cur, where, None), shown, as_of(cur, where, month)).set_index("indicator", drop=False)
    cards = pd.concat([_card(rows, headline) for headline in families], ignore_index=True)
    cards["area"], cards["area_id"] = where.name, where.area_id
    reported = cards["yoy_reported"].notna()
    cards["yoy"] = cards["yoy_reported"].where(reported, cards["yoy_computed"])
    cards["yoy_from"] = ["reported" if r else "computed" if pd.notna(y) else None for r, y in zip(reported, cards["yoy"], strict=True)]
    return cards


def _card(rows: pd.DataFrame, headline: Indicator) -> pd.DataFrame:
    family = [code for code in (headline.code, *headline.stands_in) if code in rows.index]
    with_target = [c for c in family if pd.notna(rows.at[c, "target_from"])]
    with_figure = [c for c in family if pd.notna(rows.at[c, "actual"])]
    chosen = next(iter((*with_target, *with_figure, *family)), None)
    if chosen is not None:
        card = rows.loc[[chosen]].copy()
    else:
        card = rows.iloc[:0].reindex([headline.code])
        card["indicator"], card["unit"], card["kind"], card["reason"] = headline.code, headline.unit, headline.kind, "no_figure"
        card["cluster"], card["firm"], card["cluster_id"], card["firm_id"] = "", "", 0, 0
        card["lower"], card["simulated"] = headline.better == "lower", False
    card.insert(0, "family", headline.code)
    return card
