"""A heading between charts and tables."""

from __future__ import annotations

from html import escape

import streamlit as st


def section(title: str, note: str = "") -> None:
    """A title with a small note below it."""
    small = f'<p class="pb-sub">{escape(note)}</p>' if note else ""
    st.html(f'<div class="pb"><h3 class="pb-title">{escape(title)}</h3>{small}</div>')
