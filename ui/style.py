"""The style sheet of the pages, made of the theme's tokens; replaces Streamlit's few English words."""

from __future__ import annotations

import streamlit as st

from park.charts.theme import FONTS, FOOT, HEAD, Look
from park.locale import _, language

UPLOAD_LIMIT = 20  # MB, as in .streamlit/config.toml
WIDE, LARGER = 1800, 1.25  # from how many pixels on a screen is one to be read from a distance, and how much larger all is on it


def style(look: Look, brief: bool) -> None:
    """Writes the style sheet and the document's language."""
    st.html(f"<style>{_sheet(look)}{_uploader()}{_brief(look) if brief else ''}</style>")
    code = "zh-CN" if language() == "zh" else "en"
    st.html(f"<script>document.documentElement.lang = '{code}'</script>", unsafe_allow_javascript=True)


def _sheet(look: Look) -> str:
    t, head, foot = look.tokens, look.size(HEAD), look.size(FOOT)
    return f"""
.stApp {{ font-family: {FONTS}; --pb-actual: {t.actual}; --pb-rule: {t.rule}; --pb-paper: {t.paper}; --pb-pace: {t.pace}; --pb-muted: {t.muted};
  --k: 1;
  --pb-teal: {t.teal}; --pb-bluegrey: {t.bluegrey}; --pb-amber: {t.amber}; --pb-brick: {t.brick}; }}
.stMainBlockContainer {{ padding: .7rem 1.5rem 1.5rem; max-width: calc(1560px * var(--k)); }}
[data-testid="stHeader"], [data-testid="stSidebar"] {{ display: none; }}
.pb-brand {{ height: calc(30px * var(--k)); display: block; margin-right: .6rem; }}
.st-key-menu a, .st-key-menu button {{ padding: .2rem .45rem; min-height: 0; white-space: nowrap; }}
.st-key-menu_here button {{ background: {t.rule}; }} .st-key-menu_here button p {{ font-weight: 600; }}
.stMainBlockContainer > .stVerticalBlock {{ gap: .7rem; }}
[data-testid="stElementToolbar"], [data-testid="stHeaderActionElements"], .stAppDeployButton {{ display: none !important; }}
[data-testid="stButtonGroup"] button {{ min-height: 2.5rem; }}
.st-key-bar {{ border-bottom: 1px solid {t.rule}; padding-bottom: .45rem; }}
.pb-unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0; }}
[data-testid="stBaseButton-primary"]:not(:disabled), [data-testid="stBaseButton-primary"]:not(:disabled) p {{ color: {t.paper}; }}
.pb {{ color: {t.text}; font-variant-numeric: tabular-nums; }}
.pb-sentence {{ font-size: calc(19px * var(--k)); font-weight: 600; line-height: 1.45; margin: .1rem 0 0; color: {t.text}; }}
.pb-small {{ font-size: calc(12px * var(--k)); color: {t.muted}; line-height: 1.5; }}
.pb-title {{ font-size: calc(17px * var(--k)); font-weight: 600; line-height: 1.4; margin: 0; color: {t.text}; }}
.pb-sub {{ font-size: calc(13px * var(--k)); color: {t.muted}; margin: .1rem 0 0; }}
.pb-tag {{ display: inline-block; font-size: calc(12px * var(--k)); font-weight: 400; color: {t.amber}; border: 1px solid {t.amber};
  border-radius: 4px; padding: 0 .35em; margin-left: .5em; white-space: nowrap; vertical-align: 2px; }}
.pb-figure {{ font-size: calc(29px * var(--k)); font-weight: 650; line-height: 1.15; white-space: nowrap; }}
.pb-figure small {{ font-size: calc(14px * var(--k)); font-weight: 400; color: {t.muted}; margin-left: .15em; }}
.pb-row {{ display: flex; justify-content: space-between; align-items: flex-end; gap: .5rem; }}
.pb-line {{ font-size: calc(14px * var(--k)); line-height: 1.55; }}
.pb-muted {{ color: {t.muted}; }}
.pb-table {{ border-collapse: collapse; width: 100%; font-size: calc(13px * var(--k)); line-height: 1.5; }}
.pb-table th {{ text-align: left; font-weight: 400; color: {t.muted}; }}
.pb-table th, .pb-table td {{ border-bottom: 1px solid {t.rule}; padding: .25rem .6rem .25rem 0; vertical-align: top; }}
.pb-table td:first-child {{ white-space: nowrap; }} .pb-table td:nth-child(2) {{ overflow-wrap: anywhere; min-width: 4.5rem; }}
.pb-teal {{ color: {t.teal}; }} .pb-bluegrey {{ color: {t.bluegrey}; }}
.pb-amber {{ color: {t.amber}; }} .pb-brick {{ color: {t.brick}; }}
.pb-spark {{ flex: 0 1 calc(84px * var(--k)); min-width: 0; }} .pb-verdict {{ font-size: calc(13px * var(--k)); }} .pb-verdict span {{ white-space: nowrap; }}
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-narrow_"]) {{ display: none; }}
[class*="st-key-card_"] {{ gap: .35rem; }}
[class*="st-key-meter_"] button {{ padding: .15rem 0 .8rem; min-height: 0; border-radius: 0; opacity: 1; }}
[class*="st-key-meter_"] button div, [class*="st-key-meter_"] button span, [class*="st-key-meter_"] button p {{ width: 100%; text-align: left; font-size: calc(14px * var(--k)); line-height: 1.5; }}
[class*="st-key-meter_"] strong {{ float: right; white-space: nowrap; }}
.pb-foot {{ font-size: calc(13px * var(--k)); color: {t.muted}; flex-wrap: wrap; gap: 0 .5rem; font-variant-numeric: tabular-nums; }}
.pb-meter {{ position: relative; height: 6px; background: {t.rule}; border-radius: 3px; margin: .35rem 0 .15rem; }}
.pb-meter i {{ position: absolute; left: 0; top: 0; bottom: 0; background: {t.actual}; border-radius: 3px; }}
.pb-meter b {{ position: absolute; top: -3px; bottom: -3px; width: 0; border-left: 2px dashed {t.pace}; }}
.pb-facts {{ display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; }}
.pb-facts > div {{ min-width: 6.5rem; }} .pb-facts span {{ font-size: calc(12px * var(--k)); color: {t.muted}; }}
.pb-facts b {{ display: block; font-size: calc(20px * var(--k)); font-weight: 600; white-space: nowrap; }}
[class*="st-key-cards"] [data-testid="stVerticalBlock"] {{ gap: .15rem; }}
.st-key-every_alert button {{ padding: 0; min-height: 0; }} .st-key-every_alert p {{ font-size: calc(13px * var(--k)); color: {t.muted}; }}
[class*="st-key-pick_"] button {{ padding: 0; min-height: 0; text-align: left; }}
[class*="st-key-pick_"] button p {{ font-size: calc(14px * var(--k)); font-weight: 600; line-height: 1.3; text-align: left; white-space: normal; }}
[class*="st-key-alert_"] a, [class*="st-key-alert_"] a span {{ padding: 0; margin: 0; min-height: 0; background: none; white-space: normal; overflow: visible; }}
[class*="st-key-alert_"] a p {{ font-size: calc(14px * var(--k)); line-height: 1.45; text-align: left; white-space: normal; overflow: visible; }}
.stVerticalBlock[class*="st-key-alert_"] > .stElementContainer {{ margin: .12rem 0; }}
[class*="st-key-alert_"] a:hover p {{ text-decoration: underline; }}
[class*="st-key-chart_"] {{ overflow: hidden; }}
[class*="st-key-chart_"] > .stElementContainer {{ margin-top: -{head}px; margin-bottom: -{foot}px; }}
[class*="st-key-chart_"] .g-gtitle, [class*="st-key-chart_"] .annotation[data-index="0"] {{ display: none; }}
[class*="st-key-chart_"] .modebar-container {{ top: {head}px !important; }}
[class*="st-key-chart_"] .modebar-btn[data-title="Fullscreen"] {{ display: none; }}
[class*="st-key-save_"] {{ gap: .2rem 1rem; }}
[class*="st-key-save_"] button {{ padding: 0; min-height: 0; }} [class*="st-key-save_"] button p {{ font-size: calc(12px * var(--k)); color: {t.muted}; }}
@media (max-width: 640px) {{
  .stMainBlockContainer {{ padding: .6rem .9rem 1.2rem; }}
  .pb-sentence {{ font-size: calc(17px * var(--k)); }}
  .st-key-present {{ display: none; }}
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-narrow_"]) {{ display: flex; }}
  [class*="st-key-card_"]:has([class*="st-key-narrow_"]) [class*="st-key-chart_"] {{ display: none; }}
  [data-testid="stLayoutWrapper"]:has(> .st-key-menu) {{ order: 3; flex-basis: 100%; }}
  .st-key-menu > div {{ flex-shrink: 0; }}
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ gap: .7rem; }}
  .st-key-chart_timeline .legend {{ display: none; }}
  .st-key-menu a, .st-key-menu button {{ padding: .15rem .3rem; }}
  .st-key-standing > [data-testid="stLayoutWrapper"] > [data-testid="stHorizontalBlock"] {{ flex-direction: column-reverse; }}
}}
{_wide(look)}
@media print {{ .st-key-bar, [class*="st-key-save_"] {{ display: none; }} }}
"""


def _wide(look: Look) -> str:
    """On a screen in a meeting room everything is larger, charts too. Their size is set where they are made, before the screen is known:
    they are scaled. Streamlit measures a chart's place as it is seen, scaled already; hence the square."""
    chart = '[class*="st-key-chart_"] > .stElementContainer'
    return f"""@media (min-width: {WIDE}px) {{
  html {{ font-size: {16 * LARGER}px !important; }} .stApp {{ --k: {LARGER}; }}
  {chart} {{ width: calc(100% / {LARGER**2}) !important; transform: scale({LARGER}); transform-origin: 0 0; margin-top: -{look.size(HEAD) * LARGER}px !important; }}
  {chart}, {chart} > *, {chart} .stPlotlyChart, {chart} .js-plotly-plot {{ overflow: visible !important; }}
  {chart} {{ height: calc((var(--h) + {look.size(HEAD) + look.size(FOOT)}px) / {LARGER}) !important; flex: none; }}
  [class*="st-key-chart_"] {{ min-height: calc(var(--h) * {LARGER}); }}
  .st-key-month {{ min-width: {140 * LARGER}px; }} .st-key-area {{ min-width: {200 * LARGER}px; }} .st-key-month > div, .st-key-area > div {{ width: 100% !important; }}
}}"""


def _uploader() -> str:
    """Streamlit's uploader speaks English only; its words are replaced by ours."""
    zone = '[data-testid="stFileUploaderDropzone"]'
    words = '[data-testid="stFileUploaderDropzoneInstructions"]'
    limit = _("Excel, CSV or HTML tables, each up to {limit} MB").format(limit=UPLOAD_LIMIT)
    return (
        f"{zone} button p {{ font-size: 0 }} {zone} button p::after {{ content: '{_('Choose files')}'; font-size: 1rem }}"
        f"{words}, {words} * {{ font-size: 0 !important }} {words}::after {{ content: '{limit}'; font-size: .875rem }}"
    )


def _brief(look: Look) -> str:
    """One idea per screen: no menus, type for a meeting room."""
    return f"""
.stMainBlockContainer {{ padding: 1.2rem 4rem .6rem; max-width: none !important; }}
.pb-title, .pb-sentence {{ font-size: calc({look.size(19)}px * var(--k)); }}
.pb-sub {{ font-size: calc({look.size(12)}px * var(--k)); }} .pb-small {{ font-size: calc({look.size(10)}px * var(--k)); }}
.pb-figure {{ font-size: calc({look.size(29)}px * var(--k)); }} .pb-line, .pb-figure small {{ font-size: calc({look.size(13)}px * var(--k)); }}
.pb-foot {{ font-size: calc({look.size(11)}px * var(--k)); }} .pb-verdict {{ font-size: calc({look.size(11.5)}px * var(--k)); }} .pb-verdict span {{ display: block; }}
.pb-tag {{ font-size: calc({look.size(11)}px * var(--k)); }}
.pb-title, .pb-sentence {{ text-wrap: balance; }} .st-key-idea [class*="st-key-pick_"] button p {{ white-space: normal; text-align: left; line-height: 1.3; }}
.st-key-idea .pb-spark {{ display: none; }}
.st-key-idea .pb-sentence {{ font-size: calc({look.size(25)}px * var(--k)); margin-bottom: 1.2rem; }}
.st-key-idea {{ min-height: calc(100vh - 7.5rem); justify-content: center; }}
.pb-facts b {{ font-size: calc({look.size(20)}px * var(--k)); }} .pb-facts span {{ font-size: calc({look.size(12)}px * var(--k)); }}
[class*="st-key-pick_"] button p, [class*="st-key-alert_"] a p {{ font-size: calc({look.size(14)}px * var(--k)); }}
[class*="st-key-chart_"] {{ flex: none !important; height: calc(100vh - 19rem) !important; min-height: 18rem; }}
[class*="st-key-chart_"] > .stElementContainer {{ height: calc((100% + {look.size(HEAD) + look.size(FOOT)}px * var(--k)) / var(--k) / var(--k)) !important; flex: none; }}
.st-key-three .pb-facts {{ flex-direction: column; gap: 1.6rem; }} .st-key-three .pb-facts b {{ font-size: calc({look.size(22)}px * var(--k)); white-space: normal; word-break: keep-all; }}
"""
