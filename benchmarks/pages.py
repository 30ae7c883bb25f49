"""How long the server takes to run each page again: `python benchmarks/pages.py [--db PATH]`.

Beside it stand the processor's time, which a busy machine does not lengthen as much, and the time of the questions that the page asks,
asked anew of the same store: a rerun answers from the cache, so it should stay below them. Needs a database nobody has open: the demo's
(`python -m etl demo --db PATH`), or the 10 million observations that `benchmarks/questions_10m.py --keep DIR` leaves.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from streamlit.testing.v1 import AppTest

from park.store import Account
from ui import data, sign_in

PAGES = ("overview", "targets", "growth", "clusters", "projects", "land", "briefing", "month", "records")
LIMIT, RUNS = 150.0, 7  # milliseconds of a rerun; reruns of which the median counts


def main() -> int:
    """0 when every page's rerun stays under the limit."""
    logging.disable(logging.WARNING)  # Streamlit warns of every call outside a server
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--db", metavar="PATH")
    given = parser.parse_args()
    if given.db:
        os.environ["PARKBOARD_DATABASE"] = given.db
    sign_in.account = sign_in.staff = lambda: Account("bench", "admin")  # the pages of staff too; nothing is written
    asked = record()
    print(f"{'page':<12}{'rerun ms':>10}{'cpu ms':>8}{'questions ms':>14}{'questions':>11}{'ratio':>8}")
    return 0 if all([measured(page, asked) for page in PAGES]) else 1


def record() -> dict:
    """Notes every question that a page asks, answered from the cache or not."""
    asked, answer = {}, data._answer

    def noted(path, version, code, name, args, filters, question, store):
        asked[name, args, filters] = question
        return answer(path, version, code, name, args, filters, question, store)

    data._answer = noted
    return asked


def measured(page: str, asked: dict) -> bool:
    """Prints one line; whether the median rerun of a page stays under the limit."""
    at = AppTest.from_file(str(Path(__file__).resolve().parents[1] / "app.py"), default_timeout=120).run()
    asked.clear()
    at = (at.switch_page(f"pages/{page}.py") if page != "overview" else at).run()
    begun = time.process_time()
    reruns = [milliseconds(at.run) for _run in range(RUNS)]
    busy = (time.process_time() - begun) * 1000 / RUNS
    with data.the_store().cursor() as cursor:
        calls = [partial(question, cursor, *args, **dict(filters)) for (_name, args, filters), question in asked.items()]
        anew = sum(milliseconds(call) for call in calls)
    median = statistics.median(reruns)
    print(f"{page:<12}{median:>10.0f}{busy:>8.0f}{anew:>14.0f}{len(asked):>11}{median / anew:>8.2f}")
    return median < LIMIT


def milliseconds(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
