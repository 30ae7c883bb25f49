"""Reads the demo's documents with the reader of texts and holds every figure against the facts: `python -m data.demo.read_documents`.

Prints per document how many facts were proposed as sure, proposed in doubt, proposed with spoilt digits repaired, filed under another
part, and missed; then each that was not sure, and each proposal that no fact holds. Exit status 1 when a figure is wrong without a doubt.
"""

from __future__ import annotations

import sys
from collections import Counter

from etl.confirmed import DOUBTED, MISFILED, MISSED, REPAIRED, SURE, confirmed
from etl.demo import DOCUMENTS, FOLDER
from park.catalogue import load_catalogue


def main() -> int:
    """0 fine, 1 a figure without a doubt that no fact holds."""
    total, wrong = Counter(), 0
    for name in DOCUMENTS:
        result = confirmed(FOLDER / "documents" / f"{name}.txt", load_catalogue())
        states = Counter(fact.state for fact in result.facts)
        total += states
        wrong += sum(not figure.doubt for figure in result.strays) + states[MISFILED]
        print(f"{name}: {len(result.facts)} facts, {_words(states)}; {len(result.strays)} proposals beside them")
        for line in result.lines():
            print(f"  {line}")
    facts = sum(total.values())
    print(f"all: {facts} facts, {_words(total)}; proposed right {100 * (facts - total[MISSED] - total[MISFILED]) / facts:.1f} %; wrong without a doubt: {wrong}")
    return 1 if wrong else 0


def _words(states: Counter) -> str:
    return ", ".join(f"{states[state]} {state}" for state in (SURE, DOUBTED, REPAIRED, MISFILED, MISSED))


if __name__ == "__main__":
    sys.exit(main())
