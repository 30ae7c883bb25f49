"""The headline sentence of a page."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from park.locale import _

from .exhibits import simulated


def sentence(text: str, rows: pd.DataFrame | None = None) -> None:
    """One sentence that states the situation; marked where it rests on simulated data."""
    tag = f'<span class="pb-tag">{escape(_("Simulated data"))}</span>' if simulated(rows) else ""
    st.html(f'<div class="pb"><h2 class="pb-sentence">{escape(text)}{tag}</h2></div>')
