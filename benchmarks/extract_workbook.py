"""How long `extract` takes against python-calamine alone: 100 000 rows x 8 columns, best of three by turns, in one run.

python benchmarks/extract_workbook.py

The command's own work is timed: reading, understanding, checking, and the CSV. DESIGN section 5 allows 3x.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import etl.extract
from etl.commands.extract import write_observations
from etl.extract import extract
from etl.recognise import assemble
from park.store import batches, open_store, operator

ROWS, RUNS = 100_000, 3
HEADER = ("年月", "片区", "产业", "指标", "单位", "当月值", "累计值", "年度目标")
INDICATORS = ("工业总产值", "税收", "固定资产投资", "主营业务收入", "利润", "基础设施投资", "招商到位资金", "工业投资")
YEARS, CLUSTERS = 16, 8


def workbook() -> bytes:
    """A long table as the template makes it: months, zones, clusters, indicators, and three figures a row."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 0, HEADER)
    for row in range(ROWS - 1):
        key, month = divmod(row, 12)
        key, year = divmod(key, YEARS)
        key, indicator = divmod(key, len(INDICATORS))
        zone, cluster = divmod(key, CLUSTERS)
        of_month = round((1000 + 37 * indicator + 11 * zone + 3 * cluster) * 1.08**year, 2)
        sheet.write_row(row + 1, 0, (
            f"{2009 + year}年{month + 1}月", f"第{zone}片区", f"产业{cluster}", INDICATORS[indicator], "万元",
            of_month, round(of_month * (month + 1), 2), round(of_month * 12.6, 2),
        ))
    book.close()
    return target.getvalue()


def engine_alone(data: bytes) -> None:
    """What the comparison is made with."""
    CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def whole_command(data: bytes) -> None:
    """All that `python -m etl extract` does with the file."""
    write_observations(extract(data, "bench.xlsx").observations, io.BytesIO())


def timed(work: Callable[[], object]) -> tuple[float, float, object]:
    """Seconds by the wall and of the processors, and what the work gave."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return time.perf_counter() - wall, time.process_time() - cpu, result


def stages(data: bytes) -> list[tuple[str, float]]:
    """Processor seconds of each stage of reading and loading, one run."""
    spent: dict[str, float] = {}

    def watched(name: str, work: Callable) -> Callable:
        def run(*arguments, **options):
            _wall, cpu, result = timed(lambda: work(*arguments, **options))
            spent[name] = spent.get(name, 0.0) + cpu
            return result
        return run

    with mock.patch("etl.extract.read_book", watched("read", etl.extract.read_book)), \
            mock.patch("etl.recognise.assemble.check_figures", watched("check", assemble.check_figures)):
        _wall, whole, reading = timed(lambda: extract(data, "bench.xlsx"))
    spent["recognise"] = whole - spent["read"] - spent["check"]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.duckdb") as store:
        spent["load into the store"] = timed(lambda: batches.load(store, reading, data, by=operator("benchmark"), area="园区"))[1]
    return [(name, spent[name]) for name in ("read", "recognise", "check", "load into the store")]


def main() -> None:
    """Prints the ratios by wall and processor time, and the stages for information."""
    data = workbook()
    runs = [(timed(lambda: engine_alone(data))[:2], timed(lambda: whole_command(data))[:2]) for _run in range(RUNS)]
    for place, name in enumerate(("wall", "processor")):
        engine, command = min(alone[place] for alone, _whole in runs), min(whole[place] for _alone, whole in runs)
        print(f"{name}: calamine {engine:.2f} s, extract {command:.2f} s: {command / engine:.2f}x")
    print("processor seconds: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages(data)))


if __name__ == "__main__":
    main()
