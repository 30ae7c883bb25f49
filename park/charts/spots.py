"""Where the words of a chart may stand: beside their mark, off the lines and off each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .theme import Look, columns_of

WIDTHS, HEIGHT = {620.0: 1.0, 300.0: 0.25}, 280.0  # pixels of a plot on a page and on a phone, with the weight of a clash there
TAG = re.compile(r"<[^>]*>")


class Box(NamedTuple):
    """A rectangle in pixels, from the lower left corner."""

    left: float
    low: float
    right: float
    high: float


class Spot(NamedTuple):
    """A place for a text: the mark's point, which edge of the text lies there, and by how many pixels it is moved."""

    x: float
    y: float
    xanchor: str = "left"
    yanchor: str = "middle"
    xshift: float = 0.0
    yshift: float = 0.0
    cost: float = 0.0  # what it costs to stand there: a text far from its mark is taken for another's


@dataclass
class Board:
    """What is drawn already. xrange, yrange: the ranges of the axes, in the units of the figures."""

    xrange: tuple[float, float]
    yrange: tuple[float, float]
    size: float = 12.0
    lines: list[list[tuple[float, float]]] = field(default_factory=list)
    discs: list[tuple[float, float, float]] = field(default_factory=list)
    texts: list[tuple[str, Spot]] = field(default_factory=list)

    def line(self, points: Iterable[tuple[float, float]]) -> None:
        """A line that no text may lie on."""
        self.lines.append(list(points))

    def disc(self, x: float, y: float, radius: float) -> None:
        """A circle of so many pixels that no text may lie on."""
        self.discs.append((x, y, radius))

    def place(self, text: str, spots: list[Spot], look: Look) -> dict:
        """The first of the spots that is clear, else the one with the fewest clashes, as what an annotation takes."""
        best = min(spots, key=lambda spot: spot.cost + sum(weight * self._clashes(text, spot, width) for width, weight in WIDTHS.items()))
        self.texts.append((text, best))
        return {
            "x": best.x, "y": best.y, "xanchor": best.xanchor, "yanchor": best.yanchor,
            "xshift": look.size(best.xshift), "yshift": look.size(best.yshift),
        }

    def _clashes(self, text: str, spot: Spot, width: float) -> float:
        box = self._box(text, spot, width)
        outside = max(0.0, -box.left) + max(0.0, box.right - width) + max(0.0, -box.low) + max(0.0, box.high - HEIGHT - 24)
        struck = sum(_crosses(self._at(a, width), self._at(b, width), box) for line in self.lines for a, b in zip(line, line[1:], strict=False))
        covered = sum(_meet(box, self._box(other, at, width)) for other, at in self.texts)
        hidden = sum(_meet(box, _square(self._at((x, y), width), radius)) for x, y, radius in self.discs)
        return struck + 2 * covered + hidden + outside / 30

    def _at(self, point: tuple[float, float], width: float) -> tuple[float, float]:
        (x0, x1), (y0, y1) = self.xrange, self.yrange
        return (point[0] - x0) / ((x1 - x0) or 1.0) * width, (point[1] - y0) / ((y1 - y0) or 1.0) * HEIGHT

    def _box(self, text: str, spot: Spot, width: float) -> Box:
        x, y = self._at((spot.x, spot.y), width)
        wide, high = columns_of(TAG.sub("", text)) * self.size * 0.53, self.size * 1.25
        left = x + spot.xshift - {"left": 0.0, "center": wide / 2, "right": wide}[spot.xanchor]
        low = y + spot.yshift - {"bottom": 0.0, "middle": high / 2, "top": high}[spot.yanchor]
        return Box(left, low, left + wide, low + high)


def around(x: float, y: float, reach: float) -> list[Spot]:
    """Spots around a mark of so many pixels: right, left, above, below, then further off."""
    beside = [Spot(x, y, "left", "middle", reach), Spot(x, y, "right", "middle", -reach, cost=0.05)]
    over = [
        Spot(x, y, side, edge, 0, sign * (reach + more), 0.1 + more / 20)
        for more in (0, 15, 30) for edge, sign in (("bottom", 1), ("top", -1)) for side in ("center", "left", "right")
    ]
    return [*beside, *over]


def _square(centre: tuple[float, float], radius: float) -> Box:
    """The square inside a circle and a little more."""
    side = 0.8 * radius
    return Box(centre[0] - side, centre[1] - side, centre[0] + side, centre[1] + side)


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.low < other.high and other.low < one.high


def _crosses(a: tuple[float, float], b: tuple[float, float], box: Box) -> bool:
    """Whether the stretch from a to b touches the box (Liang and Barsky)."""
    dx, dy, first, last = b[0] - a[0], b[1] - a[1], 0.0, 1.0
    for step, room in ((-dx, a[0] - box.left), (dx, box.right - a[0]), (-dy, a[1] - box.low), (dy, box.high - a[1])):
        if step == 0:
            if room < 0:
                return False
            continue
        share = room / step
        first, last = (max(first, share), last) if step < 0 else (first, min(last, share))
    return first <= last
