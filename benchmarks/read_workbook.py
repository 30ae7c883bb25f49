"""How long reading a workbook takes against python-calamine alone: 100 000 rows x 8 columns, best of three, in one run.

python benchmarks/read_workbook.py
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from etl.read import read_book

ROWS = 100_000
HEADER = ("年月", "片区", "指标", "单位", "当月值", "累计值", "同比增长", "备注")


def workbook(formats: bool) -> bytes:
    """A long table; with dates and percentages as number formats, or months as text and plain numbers."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("数据")
    month, percent = book.add_format({"num_format": "yyyy-mm"}), book.add_format({"num_format": "0.0%"})
    sheet.write_row(0, 0, HEADER)
    for row in range(1, ROWS):
        if formats:
            sheet.write_datetime(row, 0, dt.datetime(2013, 1 + row % 12, 1), month)
            sheet.write_number(row, 6, row % 100 / 100, percent)
        else:
            sheet.write_string(row, 0, f"2013年{1 + row % 12}月")
            sheet.write_number(row, 6, row % 100 / 10)
        sheet.write_row(row, 1, (f"片区{row % 40}", f"指标{row % 200}", "万元", row * 1.37, row * 3.11))
        sheet.write_string(row, 7, f"备注{row % 7}")
    book.close()
    return target.getvalue()


def engine_alone(data: bytes) -> None:
    """What the comparison is made with."""
    CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def best(work: Callable[[bytes], object], data: bytes) -> float:
    """Seconds of the quickest of three runs."""
    times = []
    for _run in range(3):
        start = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints seconds and ratio for both tables."""
    for title, formats in (("text and numbers", False), ("dates and percentages", True)):
        data = workbook(formats)
        alone, whole = best(engine_alone, data), best(read_book, data)
        print(f"{ROWS} x {len(HEADER)}, {title}: calamine {alone:.2f} s, read_book {whole:.2f} s, ratio {whole / alone:.2f}")


if __name__ == "__main__":
    main()
