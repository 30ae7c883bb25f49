"""How long `extract` takes against python-calamine alone: 100 000 rows x 8 columns, best of three, in one run.

python benchmarks/extract_workbook.py

The command's own work is timed: reading, understanding, checking, and the CSV. DESIGN section 5 allows 3x.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from etl.commands.extract import write_observations
from etl.extract import extract

ROWS = 100_000
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


def best(work: Callable[[bytes], object], data: bytes) -> float:
    """Seconds of the quickest of three runs."""
    times = []
    for _run in range(3):
        start = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    data = workbook()
    engine, command = best(engine_alone, data), best(whole_command, data)
    print(f"calamine {engine:.2f} s, extract {command:.2f} s: {command / engine:.2f}x")


if __name__ == "__main__":
    main()
