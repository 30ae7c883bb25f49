"""Parkboard's entry: `streamlit run app.py`. Imported by the server it is the ASGI app; run as a script it is one page's run."""

import streamlit as st

if __name__ == "__main__":
    from ui.shell import run

    run()
else:
    from etl.__main__ import main as etl
    from park.__main__ import main as park
    from ui.server import MIDDLEWARE, lifespan, routes, sorry

    server = st.App(__file__, routes=routes({"etl": etl, "park": park}), middleware=MIDDLEWARE, lifespan=lifespan, on_script_error=sorry)
