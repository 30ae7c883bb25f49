"""Places at the screen of an administrator: renaming, merging, what is known of firms, which clusters lead."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from park.catalogue.names import part_name
from park.locale import _
from park.store import Account, StoreError, merging, places

from .data import the_store
from .intake import act
from .sections import section
from .times import local
from .words import plain

MERGING = "_merging"


def rename_place(park: str, park_id: int, by: Account) -> None:
    """Parks, zones, clusters and firms under another name; their figures stay."""
    words = {"area": _("Zones"), "cluster": _("Clusters"), "firm": _("Firms")}
    section(_("Names of {park}").format(park=part_name(park)), _("A renamed place keeps its figures, and files with the old name still find it."))
    kind = st.segmented_control(_("Kind"), list(words), default="area", format_func=words.get, key="place_kind", required=True, label_visibility="collapsed")
    known = dict(places.parts(the_store(), park_id, kind))
    if not known:
        st.info(_("There is none yet."))
        return
    with st.form("rename", border=True, clear_on_submit=True):
        left, right, button = st.columns([2, 2, 1], vertical_alignment="bottom")
        chosen = left.selectbox(_("Present name"), list(known), format_func=known.get, key=f"place_{kind}")
        name = right.text_input(_("New name"), key="place_name")
        sent = button.form_submit_button(_("Rename"), key="place_sent", width="stretch")
    if sent:
        act(lambda: places.rename(the_store(), kind, chosen, name, by=by), _("Renamed; the figures stay."))
    past([(f"{words[k]}: {old} → {new}", who, at) for k, old, new, who, at in places.history(the_store(), park_id)])


def merge_zones(park_id: int, by: Account) -> None:
    """Two zones that are one; those merged already, each with a button that takes it back."""
    zones = dict(places.parts(the_store(), park_id, "area")[1:])
    joined = places.merged(the_store(), park_id)
    if len(zones) < 2 and not joined:
        return
    section(_("Merge zones"), _("For one zone under two names, or one that became part of another. Every figure stays, and it can be taken back."))
    if len(zones) > 1:
        with st.form("merge", border=True):
            left, right, button = st.columns([2, 2, 1], vertical_alignment="bottom")
            one = left.selectbox(_("This zone"), list(zones), format_func=zones.get, key="merge_zone", index=None, placeholder=_("choose one"))
            other = right.selectbox(_("counts as"), list(zones), format_func=zones.get, key="merge_into", index=None, placeholder=_("choose one"))
            sent = button.form_submit_button(_("Merge"), key="merge_sent", width="stretch")
        if sent and one is not None and other is not None:
            st.session_state[MERGING] = one, other
        if st.session_state.get(MERGING) == (one, other) and one is not None:
            _merge(one, other, zones, by)
    for zone_id, zone, into, who, at in joined:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(_("{zone} counts as {into}: {name}, {when}").format(zone=part_name(zone), into=part_name(into), name=who, when=local(at))), width="stretch")
            if st.button(_("Take apart"), key=f"part_{zone_id}"):
                act(lambda zone_id=zone_id: places.part(the_store(), zone_id, by=by), _("The zone stands by itself again."))


def _merge(one: int, other: int, zones: dict[int, str], by: Account) -> None:
    """Merges two zones; where their figures differ it asks which count."""
    try:
        places.merge(the_store(), one, other, by=by)
    except merging.ZonesDiffer as differ:
        st.warning(plain(str(differ)))
        words = {
            merging.ZONE: _("those of {zone}").format(zone=part_name(zones[one])), merging.INTO: _("those of {zone}").format(zone=part_name(zones[other])),
            merging.SUM: _("both added (they were two areas; rates are those of {zone})").format(zone=part_name(zones[other])),
        }
        keep = st.radio(_("Which figures count where both have one"), list(words), format_func=words.get, index=None, key="merge_keep")
        st.caption(_("What only one of them has stays. The decision is kept as a batch, with both figures; taking the zones apart brings back exactly what stood."))
        if keep and st.button(_("Merge with these figures"), key="merge_do", type="primary"):
            act(lambda: _merged(one, other, keep, by), _("Merged; every figure stays."))
    except StoreError as error:
        st.error(plain(str(error)))
    else:
        st.session_state.pop(MERGING, None)
        st.toast(_("Merged; every figure stays."))
        st.rerun()


def _merged(one: int, other: int, keep: str, by: Account) -> None:
    places.merge(the_store(), one, other, by=by, keep=keep)
    st.session_state.pop(MERGING, None)


def describe_parts(park: str, park_id: int, by: Account) -> None:
    """What is known of a firm, and which clusters lead; each change is a batch of its own, to be undone on the page of records."""
    firms, clusters = dict(places.parts(the_store(), park_id, "firm")), dict(places.parts(the_store(), park_id, "cluster"))
    if not firms and not clusters:
        return
    section(_("Firms and leading clusters"), _("Each change is kept as a batch and can be undone among the records."))
    left, right = st.columns(2, gap="large")
    if firms:
        with left:
            _firm(park, park_id, firms, clusters, by)
    if clusters:
        with right, st.form("leading", border=True, clear_on_submit=True):
            chosen = st.selectbox(_("Cluster"), list(clusters), format_func=lambda c: part_name(clusters[c]), key="leading_cluster")
            leads = st.checkbox(_("is a leading cluster"), key="leading_is")
            if st.form_submit_button(_("Save"), key="leading_sent"):
                act(lambda: places.lead(the_store(), park, clusters[chosen], leads, by=by), _("Saved; it holds at once."))


def _firm(park: str, park_id: int, firms: dict[int, str], clusters: dict[int, str], by: Account) -> None:
    zones = dict(places.parts(the_store(), park_id, "area")[1:])
    with st.container(border=True):
        chosen = st.selectbox(_("Firm"), list(firms), format_func=firms.get, key="firm_chosen", index=None, placeholder=_("choose one"))
        if chosen is None:
            return
        area, cluster, land, above = places.firm_known(the_store(), park_id, chosen)
        with st.form(f"firm_{chosen}", border=False):
            zone = st.selectbox(_("Zone"), list(zones), index=list(zones).index(area) if area in zones else None, format_func=zones.get, key=f"firm_zone_{chosen}", placeholder=_("not known"))
            part = st.selectbox(_("Cluster"), list(clusters), index=list(clusters).index(cluster) if cluster in clusters else None, format_func=lambda c: part_name(clusters[c]), key=f"firm_cluster_{chosen}", placeholder=_("not known"))
            ground = st.number_input(_("Land, mu"), value=None if land is None else float(land), min_value=0.0, key=f"firm_land_{chosen}")
            big = st.selectbox(_("Above scale"), [True, False], index=None if above is None else [True, False].index(above), format_func={True: _("yes"), False: _("no")}.get, key=f"firm_above_{chosen}", placeholder=_("not known"))
            sent = st.form_submit_button(_("Save"), key="firm_sent")
        if sent:
            act(lambda: places.describe(the_store(), park, firms[chosen], area=zones.get(zone, ""), cluster=clusters.get(part, ""),
                                        land=None if ground is None else Decimal(str(ground)), above_scale=big, by=by), _("Saved; it holds at once."))


def past(lines: list[tuple]) -> None:
    """What was decided before, the latest first."""
    if lines:
        with st.expander(_("History")):
            for what, who, at in sorted(lines, key=lambda line: line[2], reverse=True):
                st.caption(plain(f"{local(at)} · {who} · {what}"))
