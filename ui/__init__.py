"""Streamlit parts that pages share: filter bar, cards, chart card, source drawer, sign-in, style."""
