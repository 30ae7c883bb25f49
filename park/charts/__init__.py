"""Plain results in, Plotly figures out. One chart per file; theme.py and numbers.py hold every colour, font and format."""
