"""Writes data/demo/documents/*.csv from a table of facts: `python data/demo/copy_facts.py FACTS.csv`.

Run by hand, once per new edition of the facts; the committed files are what the demo reads. Kept are the facts with a number
(a value or a growth). A column `role` is added: "part" marks a figure that stands beside the figure of its key and must not
pass for it (see PARTS), "repeat" one that the text says a second time, empty everything else.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

FOLDER = Path(__file__).parent / "documents"
COLUMNS = (
    "document", "park", "zone", "cluster", "firm", "indicator_raw", "indicator", "period_start", "period_end", "kind",
    "comparator", "value", "value_high", "unit", "yoy_percent", "growth_base", "quote", "note",
)
# (document, name or quote in the text): one kind among several of an indicator, a duty per ten days rather than a figure of the
# year, a benchmark of other countries, a figure of the county.
PARTS = {
    ("001", "走访一次企业"),
    ("001", "园企文化交流"),
    ("001", "企业家素质培训活动"),
    ("002-1", "发明专利"),
    ("002-1", "国家级重点新产品"),
    ("002-1", "省高新技术创新产品"),
    ("002-1", "万锭用工"),
    ("002-1", "万锭用工水平"),
    ("002-1", "天齐锂业也成为我县的第四家上市公司"),
}
# Capacities and equipment carry each its own unit: no figure of theirs is the figure of the key.
OWN_UNIT = {"production_capacity", "production_volume", "equipment_count"}


def has_number(fact: dict[str, str]) -> bool:
    return bool(fact["value"] or fact["yoy_percent"])


def is_repeat(fact: dict[str, str]) -> bool:
    return "repeat" in fact["note"]


def role(fact: dict[str, str]) -> str:
    if is_repeat(fact):
        return "repeat"
    named = any((fact["document"], fact[column]) in PARTS for column in ("indicator_raw", "quote"))
    return "part" if named or fact["indicator"] in OWN_UNIT else ""


def main(source: Path) -> None:
    documents: dict[str, list[dict[str, str]]] = defaultdict(list)
    with source.open(encoding="utf-8-sig", newline="") as file:
        for fact in csv.DictReader(file):
            if has_number(fact):
                kept = {name: fact[name].replace("the seed's", "the document's") for name in COLUMNS}
                documents[fact["document"]].append(kept | {"role": role(fact)})
    FOLDER.mkdir(exist_ok=True)
    for document, facts in documents.items():
        with (FOLDER / f"{document}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, (*COLUMNS, "role"), lineterminator="\n")
            writer.writeheader()
            writer.writerows(facts)
        print(document, len(facts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
