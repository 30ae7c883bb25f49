"""Upload: choose files, see what was read beside what is doubted, let it count, undo."""

import streamlit as st

from etl.intake import park_of, read_for
from etl.read.grid import Unreadable
from park.locale import _, language
from ui.data import the_store
from ui.intake import LARGEST, already, offer, standing_batch, unsaid
from ui.sections import section
from ui.settle import settle_names
from ui.sign_in import ask_who, staff
from ui.state import view
from ui.words import plain


@st.cache_data(max_entries=12, show_spinner=False)
def read(data: bytes, name: str, area: str, month: str, year: str, code: str, version: int):
    """The reading of a file as its park understands it; `code`: the language its findings speak, `version`: the store's."""
    return read_for(the_store(), data, name, area=area, month=month, year=year)


view()
account = staff()
section(_("Upload monthly tables"), _("Excel, CSV or HTML as you have them. Nothing counts until you load it, and every load can be undone."))
if account is None:
    st.info(_("Looking is free; to upload, sign in with a staff account."))
    if st.button(_("Sign in to upload"), key="upload_sign_in", type="primary"):
        ask_who()
else:
    files = st.file_uploader(_("Files"), accept_multiple_files=True, key="files", label_visibility="collapsed")
    area, month, year = unsaid()
    for place, file in enumerate(files):
        data = file.getvalue()
        with st.container(border=True, key=f"file_{place}"):
            if len(data) > LARGEST:
                st.error(_("{file} is larger than {limit} MB and was not read.").format(file=plain(file.name), limit=LARGEST // 2**20))
            elif standing := standing_batch(data):
                already(standing, account)
            else:
                try:
                    with st.spinner(_("Reading {file} …").format(file=plain(file.name))):
                        reading = read(data, file.name, area, month, year, language(), the_store().version())
                except Unreadable as error:
                    st.error(plain(f"{file.name}: {error.message} {error.suggestion}".strip()))
                else:
                    settle_names(reading, park_of(the_store(), reading, area), account, key=str(place))
                    offer(reading, data, area, account, key=str(place))
