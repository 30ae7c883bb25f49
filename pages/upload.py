"""The desk: choose files, see on the sheet itself what was understood and doubted, settle names, compare, let it count, undo."""

from functools import partial

import streamlit as st

from etl.desk import lay_out
from etl.read.grid import Unreadable
from etl.returned import returned, returned_name
from park.locale import _, language
from park.store import Account
from ui.data import the_store
from ui.intake import LARGEST, already, digest_of, in_short, offer, standing_batch
from ui.ledger import waiting
from ui.piles import load_all, park_of_view, pile
from ui.sections import section
from ui.settle import remembered
from ui.sign_in import ask_who, staff
from ui.state import view
from ui.texts import is_text, lead_to_text
from ui.unsaid import Unsaid, told
from ui.words import plain


@st.cache_data(max_entries=24, show_spinner=False)
def laid_out(data: bytes, name: str, _account: Account, _said: Unsaid, said: str, code: str, version: int):
    """A file as its park understands it; `said`: who asks and what was said, `code`: the language its findings speak, `version`: the store's."""
    return lay_out(the_store(), data, name, by=_account, area=_said.park, tables=_said.tables)


def lay(file) -> object:
    """One file read, its batch where it stands already, or the sentence why it cannot be read."""
    data = file.getvalue()
    if len(data) > LARGEST:
        return _("{file} is larger than {limit} MB and was not read.").format(file=file.name, limit=LARGEST // 2**20)
    said = told(digest_of(data))
    try:
        return standing_batch(data) or laid_out(data, file.name, account, said, repr((account, said)), language(), the_store().version())
    except Unreadable as error:
        return f"{file.name}: {error.message} {error.suggestion}".strip()


view()
account = staff()
section(_("Upload monthly tables"), _("Excel, CSV or HTML as you have them. Nothing counts until you load it, and every load can be undone."))
if account is None:
    st.info(_("Looking is free; to upload, sign in with a staff account."))
    if st.button(_("Sign in to upload"), key="upload_sign_in", type="primary"):
        ask_who()
else:
    files = st.file_uploader(_("Files"), accept_multiple_files=True, key="files", label_visibility="collapsed")
    desk = pile(files, lay)
    load_all(desk, account)
    for place, (file, laid) in enumerate(desk):
        with st.container(border=True, key=f"file_{place}"):
            if isinstance(laid, str):
                st.error(plain(laid))
            elif hasattr(laid, "batch_id"):
                already(laid, account)
            elif is_text(laid.reading):
                lead_to_text(file.name, file.getvalue(), str(place))
            elif len(desk) == 1 or st.toggle(plain(in_short(laid.reading)), key=f"open_{place}", value=place == 0):
                back = partial(returned, file.getvalue(), file.name, laid.reading.findings)
                offer(laid, file.getvalue(), account, str(place), back=(back, returned_name(file.name)), titled=len(desk) == 1)
    waiting(account)
    remembered(park_of_view(), account)
