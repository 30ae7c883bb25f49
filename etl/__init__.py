"""Spreadsheets and documents in, observations and findings out. Never imports Streamlit."""
