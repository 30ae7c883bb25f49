"""How long slides take without a browser: `python benchmarks/deck.py [--db PATH] [--area NAME] [--month YYYY-MM]`.

Prints the seconds for asking and wording, for ten slides, and for note and workbook, by the clock and of the processor (which a busy
machine does not stretch); the limit of ten slides is two seconds.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from park.briefing import compose, files
from park.questions import QuestionError
from park.store import open_store

LIMIT, SLIDES = 2.0, 10


def main() -> int:
    """0 when ten slides stay under the limit by the clock, asking included; 2 with a sentence where --area or --month must be said."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--db", metavar="PATH")
    parser.add_argument("--area", metavar="NAME")
    parser.add_argument("--month", metavar="YYYY-MM")
    given = parser.parse_args()
    try:
        with open_store(given.db, read_only=True) as store:
            asked, briefing = timed(lambda: compose.compose(store.cursor(), given.area, given.month))
    except QuestionError as error:
        print(error, file=sys.stderr)
        return 2
    ten = replace(briefing, slides=briefing.slides[: SLIDES - 1])  # the cover is the tenth
    drawn, _deck = timed(lambda: files.deck(ten))
    others, _both = timed(lambda: (files.note(briefing), files.workbook(briefing)))
    charts, whole = sum(s.chart is not None for s in ten.slides), tuple(a + b for a, b in zip(asked, drawn, strict=True))
    for what, (clock, processor) in (
        ("asking and wording", asked), (f"{len(ten.slides) + 1} slides, {charts} native charts", drawn), ("note and workbook", others), ("ten slides from the store", whole),
    ):
        print(f"{what:28} {clock:6.2f} s, {processor:6.2f} s of the processor")
    print(f"limit {LIMIT:.0f} s")
    return 0 if whole[0] < LIMIT else 1


def timed(work) -> tuple[tuple[float, float], object]:
    """Seconds by the clock and of the processor of a second run, when caches and libraries are warm, and what it gave."""
    work()
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    return (time.perf_counter() - clock, time.process_time() - processor), result


if __name__ == "__main__":
    sys.exit(main())
