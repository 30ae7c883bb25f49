"""Settings at the screen of an administrator: who may look, thresholds."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from park.locale import _
from park.store import Account, settings

from .data import the_store
from .intake import act
from .places import past
from .sections import section


def viewing(by: Account) -> None:
    """Whether anyone may look or only who is signed in."""
    words = {settings.OPEN: _("Anyone on the network"), settings.SIGNED_IN: _("Signed-in people only")}
    section(_("Who may look"), _("Holds for the pages and for /api alike."))
    now = settings.get(the_store(), settings.VIEWING)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(_("Who may look"), list(words), default=now, format_func=words.get, key="viewing", required=True, label_visibility="collapsed")
        if st.button(_("Save"), key="viewing_save", disabled=chosen == now):
            act(lambda: settings.put(the_store(), settings.VIEWING, chosen, by=by), _("Saved; it holds at once."))
    past([(words[value], who, at) for value, who, at in settings.history(the_store(), settings.VIEWING)])


def thresholds(by: Account) -> None:
    """When a status begins, and the entry lines for land."""
    words = {
        "ahead": _("Ahead from (completion / time progress)"), "on_pace": _("On pace from"), "slow": _("Slow from, behind below it"),
        "growth_points": _("Reported and computed growth may differ by (points)"), "output_per_mu": _("Output per mu, 10 000 yuan a year"),
        "tax_per_mu": _("Tax per mu, 10 000 yuan a year"), "investment_per_mu": _("Investment per mu, 10 000 yuan a year"),
    }
    section(_("Thresholds"), _("They hold at once for pages, briefings and commands. A line for land may be left empty."))
    held = settings.thresholds(the_store())
    with st.form("thresholds", border=True):
        given = {}
        for row in (settings.THRESHOLDS[:4], settings.THRESHOLDS[4:]):
            for key, column in zip(row, st.columns(4), strict=False):
                value = getattr(held.land_entry if key in settings.LAND else held, key)
                given[key] = column.number_input(words[key], value=None if value is None else float(value), min_value=0.0, step=0.01 if key in settings.STATUS else 0.1, key=f"threshold_{key}")
        sent = st.form_submit_button(_("Save"), key="thresholds_sent")
    if sent:
        values = {key: None if value is None else Decimal(str(value)) for key, value in given.items()}
        act(lambda: settings.put_thresholds(the_store(), values, by=by), _("Saved; it holds at once."))
    past([(f"{words[key]}: {value or '—'}", who, at) for key in settings.THRESHOLDS for value, who, at in settings.history(the_store(), key)])
