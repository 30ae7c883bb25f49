"""Names of a file that nobody knows yet: a person says what they mean, and the park remembers; what it remembers can be changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.store import Account, StoreError, learned

from .data import the_store
from .sections import section
from .times import local
from .words import plain

NEW = "+"  # stands for the name itself, as a zone or cluster of its own


def kind_word(kind: str) -> str:
    """What a name is of."""
    return {"indicator": _("indicator"), "area": _("zone"), "cluster": _("cluster")}[kind]


def meaning_word(kind: str, meaning: str) -> str:
    """What a name means, in words."""
    if meaning == learned.IGNORED:
        return _("left out")
    return indicator_name(meaning) if kind == "indicator" else part_name(meaning)


def settle_names(unsettled: Sequence, park: str, account: Account, key: str) -> None:
    """One line per name to settle, likely meanings first; nothing is drawn where all names are known.

    unsettled: etl.unsettled's. park: whose names they become. The file is read again with them at the next run.
    """
    if not unsettled or not park:
        return
    section(
        _("{count} names to settle").format(count=len(unsettled)),
        _("An unknown indicator is not loaded until somebody says what it means. A zone or cluster that nobody settles becomes a new one."),
    )
    with st.form(f"settle_{key}", border=False):
        chosen = [_line(name, f"settle_{key}_{place}") for place, name in enumerate(unsettled)]
        sent = st.form_submit_button(_("Remember"), key=f"settled_{key}")
    if sent:
        _remember(park, [(n.kind, n.written, m) for n, m in zip(unsettled, chosen, strict=True) if m], account)


def _line(name, key: str) -> str | None:
    """One name with its choice; what was chosen, None for nothing yet."""
    written, choice = st.columns([1, 2], vertical_alignment="center")
    written.write(f"{plain(name.written)}  :gray[{kind_word(name.kind)}]")
    options = list(dict.fromkeys([*name.likely, *([NEW] if name.new else []), learned.IGNORED, *name.known]))

    def label(option: str) -> str:
        if option == NEW:
            return _("a new one called {name}").format(name=name.written)
        if option == learned.IGNORED:
            return _("leave it out")
        said = meaning_word(name.kind, option)
        return _("perhaps {name}").format(name=said) if option in name.likely else said

    picked = choice.selectbox(
        _("Means"), options, index=None, format_func=label, placeholder=_("choose what it means"), key=key, label_visibility="collapsed"
    )
    return name.written if picked == NEW else picked


def _remember(park: str, told: list[tuple[str, str, str]], account: Account) -> None:
    try:
        for kind, written, meaning in told:
            learned.remember(the_store(), park, kind, written, meaning, by=account)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    if told:
        st.toast(_("Remembered for {park}: {count} names.").format(park=plain(part_name(park)), count=len(told)))
        st.rerun()


def remembered(park: str, account: Account) -> None:
    """The names that stand settled for a park; each can be given another meaning or taken back."""
    rows = learned.history(the_store(), park) if park else []
    if not rows:
        return
    with st.expander(_("{count} names that {park} remembers").format(count=len(rows), park=plain(part_name(park)))):
        for place, (kind, written, meaning, by, when) in enumerate(rows):
            name, choice, story, button = st.columns([1.4, 2, 1.6, 0.8], vertical_alignment="center")
            name.write(f"{plain(written)}  :gray[{kind_word(kind)}]")
            options = list(dict.fromkeys([meaning, learned.IGNORED, *(load_catalogue().indicators if kind == "indicator" else ())]))
            other = choice.selectbox(
                _("Means"), options, format_func=lambda m, k=kind: meaning_word(k, m), key=f"known_{kind}_{written}", label_visibility="collapsed",
                accept_new_options=kind != "indicator",
            )
            story.caption(plain(f"{by} · {local(when)}"))
            if other != meaning:
                if button.button(_("Change"), key=f"change_{place}"):
                    _remember(park, [(kind, written, other)], account)
            elif button.button(_("Forget"), key=f"forget_{place}"):
                _remember(park, [(kind, written, "")], account)
