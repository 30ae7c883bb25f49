"""A chart with everything that belongs to it: caption, figures as a table, downloads, alt text."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from park.charts.theme import Caption
from park.locale import _, language

from .export import as_csv, as_xlsx
from .meters import Meter, lines
from .state import briefing, first_chart

PICTURE = {"width": 960, "height": 540, "scale": 4}  # 1920 x 1080 at twice the points, with type that a slide can show
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# In a browser that has drawn no chart yet (ui/front.py) the charts and tables behind a page's first chart wait, in the room kept for them,
# until that one stands, so that a reader sees it as early as on a page of one chart: what has no width is not drawn.
WAIT = """<style>
.pb-cold [class*="st-key-chart_"]:not(.pb-warm) :is([data-testid="stFullScreenFrame"], [data-testid="stSkeleton"]), .pb-cold .stDataFrameGlideDataEditor { display: none; }
.pb-cold .st-key-first [class*="st-key-chart_"] :is([data-testid="stFullScreenFrame"], [data-testid="stSkeleton"]) { display: block; }
</style>"""


@dataclass(frozen=True)
class Exhibit:
    """One chart of a page. table: what it shows, one row per mark, headings translated; rows: the answer behind it, whose
    positions are the click data of the marks; narrow: one line per row of `rows`, which take the chart's place on a phone."""

    key: str
    caption: Caption
    figure: go.Figure
    table: pd.DataFrame
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    narrow: tuple[Meter, ...] = ()

    def __post_init__(self) -> None:
        # a chosen mark opens something; the others are not to fade
        self.figure.update_traces(unselected_marker_opacity=1, selector={"type": "bar"})
        drawn = self.figure.to_dict()  # a deep copy, which Streamlit would make again each time it draws the chart
        self.figure.to_dict = lambda: drawn


def show(exhibit: Exhibit, clicked: Callable[[object], None] | None = None, origin: Callable[[], None] | None = None) -> None:
    """Draws the card: the finding, the subtitle, the chart, its downloads. clicked gets the click data of a chosen mark; origin opens
    where the chart's own figure comes from, by a button that a keyboard and a thumb reach."""
    leads = first_chart() and not briefing()
    with st.container(key="first") if leads else nullcontext(), st.container(key=f"card_{exhibit.key}", gap="small"):
        st.html(heading(exhibit.caption) + _height(exhibit) + (WAIT if leads else ""))
        if exhibit.narrow and not briefing():
            lines(exhibit.key, exhibit.narrow, clicked)
        with st.container(key=f"chart_{exhibit.key}"):
            event = st.plotly_chart(
                exhibit.figure, key=f"plot_{exhibit.key}", theme=None, height="stretch" if briefing() else "content", alt=exhibit.caption.alt, config=_config(exhibit),
                on_select="rerun" if clicked else "ignore", selection_mode="points",
            )
        _foot(exhibit, origin)
    if clicked and (chosen := _chosen(event, exhibit.key)) is not None:
        clicked(chosen)


def heading(caption: Caption, level: int = 3) -> str:
    """Title and subtitle as HTML; simulated figures are marked beside the title."""
    tag = f'<span class="pb-tag">{escape(_("Simulated data"))}</span>' if caption.simulated else ""
    subtitle = f'<p class="pb-sub">{escape(caption.subtitle)}</p>' if caption.subtitle else ""
    return f'<div class="pb"><h{level} class="pb-title">{escape(caption.title)}{tag}</h{level}>{subtitle}</div>'


def _height(exhibit: Exhibit) -> str:
    """How high the chart is without title and foot, for the style sheet."""
    look = exhibit.figure.layout
    return f"<style>.st-key-chart_{exhibit.key} {{ --h: {look.height - look.meta['beside']:.0f}px }}</style>"


def _foot(exhibit: Exhibit, origin: Callable[[], None] | None) -> None:
    with st.container(horizontal=True, key=f"save_{exhibit.key}", vertical_alignment="center"):
        st.html(f'<div class="pb pb-small">{escape(exhibit.caption.foot)}</div>', width="content")
        if briefing():
            return
        if origin and st.button(_("Trace"), key=f"origin_{exhibit.key}", type="tertiary", help=_("Where this figure comes from")):
            origin()
        if exhibit.table.empty:
            return
        name = file_name(exhibit.caption.title)
        st.download_button(
            "XLSX", data=lambda: as_xlsx(exhibit.table, exhibit.caption), file_name=f"{name}.xlsx", mime=XLSX, on_click="ignore",
            type="tertiary", key=f"xlsx_{exhibit.key}", help=_("The figures of this chart as a workbook"),
        )
        st.download_button(
            "CSV", data=lambda: as_csv(exhibit.table), file_name=f"{name}.csv", mime="text/csv", on_click="ignore",
            type="tertiary", key=f"csv_{exhibit.key}", help=_("The figures of this chart as text"),
        )


def file_name(title: str) -> str:
    """A title as a file name: letters, digits and Chinese characters only."""
    return re.sub(r"[^\w\u4e00-\u9fff.-]+", "_", title)[:60].strip("_.") or "parkboard"


def _chosen(event, key: str) -> object:
    """The click data of a mark, once per click."""
    points = event.selection.points if event else []
    chosen = points[0].get("customdata") if points else None
    if isinstance(chosen, list):
        chosen = chosen[0]
    seen = st.session_state.get(f"_clicked_{key}")
    st.session_state[f"_clicked_{key}"] = chosen
    return chosen if chosen is not None and chosen != seen else None


def _config(exhibit: Exhibit) -> dict:
    """Plotly's bar in the language in use; the picture is as wide as a slide."""
    config = {
        "displaylogo": False, "displayModeBar": "hover", "modeBarButtons": [["toImage"]], "scrollZoom": False,
        "toImageButtonOptions": {"filename": file_name(exhibit.caption.title), "format": "png", **PICTURE},
    }
    if language() == "zh":
        words = {"Download plot as a PNG": _("Download plot as a PNG"), "Download plot": _("Download plot as a PNG")}
        config |= {"locale": "zh-CN", "locales": {"zh-CN": {"dictionary": words, "format": {}}}}
    return config
