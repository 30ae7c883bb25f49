"""The charts of a briefing as pictures (PNG 1920 x 1080), drawn by the Chromium or Chrome of this computer; nothing is fetched."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import kaleido
from choreographer.browsers.chromium import Chromium

from park.locale import _

from .model import Briefing
from .picture_chart import HIGH, WIDE, chart_figure

SCALE = 2
LOOK = 0.3  # seconds between two looks at how far it is
SECONDS = 60  # for one picture; a browser that hangs is given up
FOLDER = "pictures"  # beside the other files, and in the ZIP
NOWHERE = "127.0.0.1:9"  # a proxy that answers nothing: the browser reads its own files and reaches no network
ONE_AT_A_TIME = threading.Lock()  # a browser takes some 300 MB


class PicturesError(Exception):
    """No picture can be made here; its text says why and what to do."""


def available() -> bool:
    """Whether a Chromium or Chrome is installed, or BROWSER_PATH names one."""
    return _browser() is not None


def pictures(briefing: Briefing, tell: Callable[[int, int], None] | None = None) -> dict[str, bytes]:
    """name -> PNG of each slide with a chart, in the slides' order; a name is month and slide, so that a later run replaces its own.

    tell: called, in the caller's thread, with how many are drawn and how many there are, again and again until all are. Raises PicturesError where no browser is installed, or it does not draw.
    """
    figures = {f"{briefing.month}_{slide.key}.png": chart_figure(briefing, slide) for slide in briefing.slides if slide.chart is not None}
    if not figures:
        return {}
    path = _browser()
    if path is None:
        raise PicturesError(how())
    # A thread of its own: the caller's may already run an event loop.
    with ONE_AT_A_TIME, ThreadPoolExecutor(1) as thread:
        drawn: list[bytes] = []
        work = thread.submit(asyncio.run, _draw(list(figures.values()), path, drawn))
        try:
            while tell and not wait([work], LOOK).done:
                tell(len(drawn), len(figures))
            work.result()
        except Exception as error:  # whatever the browser fails with, the reader is told and the other files stay
            raise PicturesError(_("The browser {path} did not draw the pictures: {reason}.").format(path=path, reason=_reason(error))) from error
    return dict(zip(figures, drawn, strict=True))


def how() -> str:
    """What to do where there is no browser."""
    return _("Pictures need Chromium or Chrome on this computer (Debian: apt-get install chromium fonts-noto-cjk), or its path in BROWSER_PATH.")


def _browser() -> str | None:
    """The browser's path; BROWSER_PATH goes before what is installed."""
    path = os.environ.get("BROWSER_PATH") or Chromium.find_browser(skip_local=False)
    return path if path and Path(path).is_file() else None


async def _draw(figures: list, path: str, drawn: list[bytes]) -> None:
    """Adds each picture to `drawn`, with one browser for all of them. mathjax is off: it would come from the network."""
    size = {"format": "png", "width": WIDE, "height": HIGH, "scale": SCALE}
    async with kaleido.Kaleido(path=path, mathjax=False, timeout=SECONDS, proxy_server=NOWHERE) as browser:
        for figure in figures:
            drawn.append(await browser.calc_fig(figure, size))


def _reason(error: Exception) -> str:
    """The first line of an error, or its kind where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
