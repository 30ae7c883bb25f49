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
YEARS = 16  # months of these years, so that keys repeat no more than a real archive's do


def workbook() -> bytes:
    """A long table as the template makes it: months, zones, clusters, indicators, and three figures a row."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 0, HEADER)
    for row in range(1, ROWS):
        key, indicator = divmod(row, len(INDICATORS))
        key, month = divmod(key, 12 * YEARS)
        zone, cluster = divmod(key, 8)
        month_of_year = month % 12 + 1
        base = 1000 + row % 977 + indicator
        sheet.write_row(row, 0, (
            f"{2009 + month // 12}年{month_of_year}月", f"第{zone}片区", f"产业{cluster}", INDICATORS[indicator], "万元",
            base * 1.37, base * 1.37 * month_of_year, base * 17,
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
