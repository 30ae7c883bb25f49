"""Names of a file that the catalogue does not know: a person says what they mean, and the park remembers."""

from __future__ import annotations

import streamlit as st

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name
from park.locale import _
from park.store import Account, Reading, StoreError, learned

from .data import the_store
from .words import plain


def settle_names(reading: Reading, park: str, account: Account, key: str) -> None:
    """One line per unknown name: choose the indicator it means; nothing is drawn where all names are known.

    park: whose name it becomes. The file is read again with it at the next run.
    """
    unknown = list(dict.fromkeys(f.subject for f in reading.findings if f.subject))
    if not unknown or not park:
        return
    with st.expander(_("{count} names are not known: say what they mean").format(count=len(unknown))):
        for place, written in enumerate(unknown):
            name, choice, button = st.columns([2, 2, 1], vertical_alignment="bottom")
            name.write(plain(written))
            code = choice.selectbox(
                _("Means"), list(load_catalogue().indicators), index=None, format_func=indicator_name,
                placeholder=_("choose an indicator"), key=f"settle_{key}_{place}", label_visibility="collapsed",
            )
            if button.button(_("Remember"), key=f"settled_{key}_{place}", disabled=code is None):
                _remember(park, written, code, account)


def _remember(park: str, written: str, code: str, account: Account) -> None:
    try:
        learned.remember(the_store(), park, "indicator", written, code, by=account)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    st.toast(_("Remembered for {park}: {written} is {name}.").format(park=plain(park), written=plain(written), name=indicator_name(code)))
    st.rerun()
