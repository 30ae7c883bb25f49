"""The one place of colours, fonts, marks and status signs, for pages, pictures, slides and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import plotly.graph_objects as go

from park.catalogue import Catalogue
from park.catalogue.names import UNALLOCATED
from park.locale import _

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', "
    "'Segoe UI', Arial, sans-serif"
)
PIECES = re.compile(r"[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+")
FILLED = 336  # height of every plot in the briefing view, so that one fills the screen
HEAD, FOOT = 86, 40  # pixels above and below the plot that title and source take in a picture; a page hides them


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one mode. Text reaches 4.5:1 on `paper`, marks 3:1 (held by a test)."""

    paper: str
    card: str
    text: str
    muted: str
    rule: str
    actual: str
    soft: str
    target: str
    pace: str
    last_year: str
    unallocated: str
    teal: str
    bluegrey: str
    amber: str
    brick: str
    parts: tuple[str, ...]


LIGHT = Tokens(
    paper="#ffffff", card="#ffffff", text="#18212c", muted="#55606e", rule="#dfe4ea",
    actual="#1f4e79", soft="rgba(31,78,121,.33)", target="#111827", pace="#5b6470", last_year="#87909b",
    unallocated="#87909b", teal="#0b7a75", bluegrey="#48678a", amber="#956300", brick="#b23a2e",
    parts=("#1f4e79", "#c55a11", "#2e8b73", "#8e5ea2", "#977100", "#3a8ac9", "#a8325e", "#66717f"),
)
DARK = Tokens(
    paper="#10161e", card="#161e28", text="#e8ecf1", muted="#a6b0bc", rule="#2c3744",
    actual="#6ca6e0", soft="rgba(108,166,224,.33)", target="#f3f5f8", pace="#9aa5b1", last_year="#76818d",
    unallocated="#76818d", teal="#4fc4bc", bluegrey="#9db4cc", amber="#e3a93c", brick="#f0857a",
    parts=("#6ca6e0", "#ec9458", "#5cc3a6", "#c39ad6", "#d0ab3c", "#8fd0f5", "#ee86ac", "#a6b0bc"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is drawn: mode light or dark; scale of all type (1 on a page, about 1.7 for the briefing view)."""

    mode: str = "light"
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        return DARK if self.mode == "dark" else LIGHT

    def size(self, pixels: float) -> float:
        """A length of the drawing at this scale."""
        return round(pixels * self.scale, 1)


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a figure: title (the finding), subtitle (indicator, area, unit, period), foot (source, as-of month).

    simulated marks figures that rest on simulated data.
    """

    title: str
    subtitle: str = ""
    foot: str = ""
    simulated: bool = False

    @property
    def alt(self) -> str:
        """What a screen reader says in place of the figure: the finding, and what it is about."""
        return "; ".join(part for part in (self.title, self.subtitle, _("Simulated data") if self.simulated else "") if part)


# code -> (shape, token name). The word is translated at the call, so that both languages are served.
STATUS = {
    "done": ("✓", "teal"),
    "ahead": ("▲", "teal"),
    "on_pace": ("●", "bluegrey"),
    "slow": ("◆", "amber"),
    "behind": ("▼", "brick"),
}


def status_word(status: object) -> str:
    """The word of a status code; "" for none."""
    words = {"done": _("Done"), "ahead": _("Ahead"), "on_pace": _("On pace"), "slow": _("Slow"), "behind": _("Behind")}
    return words.get(status, "") if isinstance(status, str) else ""


def status_shape(status: object) -> str:
    """The shape of a status code (▲ ● ◆ ▼ ✓); ○ where there is no status."""
    return STATUS[status][0] if isinstance(status, str) and status in STATUS else "○"


def status_colour(status: object, look: Look) -> str:
    """The colour of a status code; muted where there is none."""
    name = STATUS[status][1] if isinstance(status, str) and status in STATUS else "muted"
    return getattr(look.tokens, name)


def part_colours(names: list[str], catalogue: Catalogue, look: Look) -> dict[str, str]:
    """One colour per cluster or zone, the same on every page: the catalogue's slot, else the free slots in name order.

    No colour stands twice: of two with the same slot the first in the catalogue keeps it. names: the largest first; beyond eight the
    rest is grey, as is what is not allocated.
    """
    coloured_first = [name for name in dict.fromkeys(names) if name != UNALLOCATED][:len(look.tokens.parts)]
    slots = {c.name: c.colour for c in catalogue.clusters.values()}
    slots |= {z.name: z.colour for park in catalogue.parks.values() for z in park.zones}
    given: dict[int, str] = {}
    for name in slots:
        if name in coloured_first and slots[name]:
            given.setdefault(slots[name], name)
    free = [slot for slot in range(1, len(look.tokens.parts) + 1) if slot not in given]
    coloured = {name: slot for slot, name in given.items()}
    colours = {}
    for name in sorted(set(names), key=lambda n: (n not in slots, n)):
        slot = coloured.get(name) or (free.pop(0) if free and name in coloured_first else 0)
        colours[name] = look.tokens.parts[slot - 1] if slot else look.tokens.unallocated
    return colours


def figure(caption: Caption, look: Look, height: int) -> go.Figure:
    """An empty figure with our own template, title and foot; `height` is the plot with its axes, without head and foot.

    The foot is always the first annotation and the title the figure's title: pages show both as text and hide these.
    """
    t = look.tokens
    height = max(height, FILLED) if look.scale > 1 else height
    head, foot = look.size(HEAD), look.size(FOOT)
    fig = go.Figure()
    fig.update_layout(
        template=template(look),
        height=look.size(height) + head + foot,
        title={
            "text": _title(caption, look), "x": 0, "xref": "container", "xanchor": "left", "yref": "container",
            "y": 1 - look.size(28) / (look.size(height) + head + foot), "yanchor": "top",
            "pad": {"l": look.size(10)}, "font": {"size": look.size(19), "color": t.text},
        },
        margin={"t": head + look.size(22), "b": foot + look.size(30), "l": look.size(8), "r": look.size(12), "pad": 0},
        meta={"alt": caption.alt, "beside": head + foot},
    )
    fig.add_annotation(
        text=safe(caption.foot), xref="paper", yref="paper", x=0, y=0, xanchor="left", yanchor="top", showarrow=False,
        yshift=-look.size(34), font={"size": look.size(12), "color": t.muted},
    )
    return fig


def blank(caption: Caption, look: Look, reason: str) -> go.Figure:
    """A titled figure without marks that says why there is nothing to draw."""
    fig = figure(caption, look, 80)
    fig.add_annotation(
        text=safe(reason), xref="paper", yref="paper", x=0.5, y=0.5, showarrow=False,
        font={"size": look.size(14), "color": look.tokens.muted},
    )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return fig


def template(look: Look) -> go.layout.Template:
    """Our Plotly template: no Streamlit colours, no grid but faint value lines, direct labels instead of legends."""
    t = look.tokens
    axis = {
        "ticklabelstandoff": 6, "tickangle": 0, "gridcolor": t.rule, "linecolor": t.rule, "zerolinecolor": t.muted, "zerolinewidth": 1, "automargin": True,
        "tickfont": {"size": look.size(12), "color": t.muted}, "title": {"font": {"size": look.size(12), "color": t.muted}},
    }
    layout = go.Layout(
        font={"family": FONTS, "size": look.size(13), "color": t.text},
        paper_bgcolor=t.paper, plot_bgcolor=t.paper, colorway=list(t.parts), separators=".,",
        showlegend=False, hovermode="closest", bargap=0.35, dragmode=False,
        xaxis=axis | {"showgrid": False}, yaxis=axis | {"showgrid": True},
        hoverlabel={"bgcolor": t.card, "bordercolor": t.rule, "font": {"family": FONTS, "size": look.size(13), "color": t.text}},
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": t.muted, "activecolor": t.text},
    )
    return go.layout.Template(layout=layout)


def unit_label(fig: go.Figure, unit: str, look: Look) -> None:
    """The unit of the value axis, level and above it."""
    fig.add_annotation(
        **label(unit, look, look.tokens.muted), x=0, xref="paper", xanchor="left", xshift=-look.size(14),
        y=1, yref="paper", yanchor="bottom", yshift=look.size(4),
    )


def safe(text: str) -> str:
    """A name for a figure: Plotly reads tags in texts, and a name out of a file may not be one."""
    return escape(text, quote=False)


def label(text: str, look: Look, colour: str = "") -> dict:
    """What annotations of a chart share: small type, no arrow."""
    return {
        "text": text, "showarrow": False,
        "font": {"size": look.size(12), "color": colour or look.tokens.text},
    }


def _title(caption: Caption, look: Look) -> str:
    lines = [safe(line) for line in wrap_wide(caption.title, 88)]
    subtitle = safe(caption.subtitle) + (f"  [{_('Simulated data')}]" if caption.simulated else "")
    small = f'<span style="font-size:{look.size(13)}px;color:{look.tokens.muted}">{subtitle}</span>'
    return "<br>".join([f"<b>{line}</b>" for line in lines[:2]] + [small])


def wrap_wide(text: str, width: int) -> list[str]:
    """Lines of at most `width` half-width columns: a Chinese character takes two; words and figures are not broken."""
    return list(_wrapped(text, width))


@lru_cache(maxsize=4000)  # a page of slides asks for the same texts at several widths, again in every run
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    lines, line = [], ""
    for piece in PIECES.findall(text):
        if line and columns_of(line + piece.rstrip()) > width and piece not in "，。；、：）%":
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line)


def columns_of(text: str) -> int:
    """How many half-width columns a text takes: a Chinese character takes two."""
    return sum(2 if ord(ch) >= 0x2E80 else 1 for ch in text)
