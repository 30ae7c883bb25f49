"""What a load changed on the overview, in one sentence, with links to it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import card, month_word, percent, period_word
from park.questions.news import Front, News, front, news
from park.store import Batch

from .data import the_store
from .state import link
from .words import plain

MOST = 3  # headlines that the sentence names


def front_of(park: str) -> Front:
    """The overview of a park as it stands now."""
    with the_store().cursor() as cur:
        return front(cur, park)


def sentence(before: Front, after: Front, rows: pd.DataFrame) -> str:
    """What changed, as one sentence. rows: park.store.difference of the load, for what the headlines do not show."""
    told = news(before, after)
    when = "" if before.month == after.month else _("The overview now stands at {month}. ").format(month=month_word(after.month))
    if not told:
        counts = {kind: int((rows["kind"] == kind).sum()) for kind in ("new", "changed")}
        return when + _("The five headlines are as before; {new} figures are new and {changed} changed.").format(**counts)
    parts = _("; ").join(_one(one) for one in told[:MOST])
    return when + _("{period}: {parts}.").format(period=period_word(after.month), parts=parts)


def _one(one: News) -> str:
    name, unit = indicator_name(one.after.indicator), one.after.unit
    if one.before is None:
        figure = _("{name} {new}, not there before").format(name=name, new=card(one.after.actual, unit))
    elif one.before.actual == one.after.actual:
        figure = _("{name} {new} as before").format(name=name, new=card(one.after.actual, unit))
    else:
        figure = _("{name} {old} → {new}").format(name=name, old=card(one.before.actual, unit), new=card(one.after.actual, unit))
    if one.after.completion is None:
        return figure
    return _("{figure} ({completion} of the target)").format(figure=figure, completion=percent(one.after.completion))


def note(batch: Batch, before: Front, after: Front, rows: pd.DataFrame) -> None:
    """Keeps what a load changed, to be shown with its batch, and the indicators that it is best seen at."""
    codes = [one.after.indicator for one in news(before, after)] or rows.loc[rows["kind"].isin(("changed", "new")), "indicator"].tolist()
    kept = st.session_state.setdefault("_news", {})
    kept[batch.batch_id] = (sentence(before, after, rows), tuple(dict.fromkeys(codes))[:MOST])


def tell(batch: Batch) -> None:
    """The sentence about a batch that was loaded in this session, and links to the overview and the indicators it speaks of."""
    said, codes = st.session_state.get("_news", {}).get(batch.batch_id, ("", ()))
    if said:
        st.write(plain(said))
    with st.container(horizontal=True):
        st.page_link("pages/overview.py", label=_("See it on the overview"), query_params=link(area=batch.park, month=""))
        for code in codes:
            label = _("{name} of {area}").format(name=indicator_name(code), area=part_name(batch.park))
            st.page_link("pages/targets.py", label=plain(label), query_params=link(area=batch.park, month="", indicator=code))
