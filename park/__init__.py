"""Parkboard's domain: catalogue, store, questions, charts and briefing. Never imports Streamlit."""
