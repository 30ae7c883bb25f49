"""How long `extract` and `load` take against python-calamine alone: 100 000 rows x 8 columns, best of five by turns, in one run.

python benchmarks/extract_workbook.py

Three ratios: the command's own work (reading, understanding, checking, the CSV), for which DESIGN section 5 allows 3x; the same with
loading into an empty store; and whole processes with their start, `python -m etl extract` against a Python that only runs calamine.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
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

ROWS, RUNS = 100_000, 5
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


def whole_command(data: bytes) -> object:
    """All that `python -m etl extract` does with the file; gives the reading."""
    reading = extract(data, "bench.xlsx")
    write_observations(reading.observations, io.BytesIO())
    return reading


def loaded(reading: object, data: bytes) -> None:
    """A reading kept and committed, with the months that follow from it."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.duckdb") as store:
        batches.load(store, reading, data, by=operator("benchmark"), area="园区")


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
    spent["load into the store"] = timed(lambda: loaded(reading, data))[1]
    return [(name, spent[name]) for name in ("read", "recognise", "check", "load into the store")]


def process(*arguments: str) -> tuple[float, float]:
    """Seconds by the wall and of the processors of a Python of its own."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=Path(__file__).resolve().parents[1], stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_ratio(what: str, engine: list[tuple[float, float]], ours: list[tuple[float, float]]) -> None:
    """The best run of each, by the wall and by processor time."""
    for place, name in enumerate(("wall", "processor")):
        alone, whole = min(run[place] for run in engine), min(run[place] for run in ours)
        print(f"{what}, {name}: calamine {alone:.2f} s, etl {whole:.2f} s: {whole / alone:.2f}x")


def main() -> None:
    """Prints the ratios by wall and processor time, and the stages for information."""
    data = workbook()
    engine, extracted, kept = [], [], []
    for _run in range(RUNS):
        engine.append(timed(lambda: engine_alone(data))[:2])
        wall, cpu, reading = timed(lambda: whole_command(data))
        extracted.append((wall, cpu))
        load = timed(partial(loaded, reading, data))
        kept.append((wall + load[0], cpu + load[1]))
    print_ratio("extract", engine, extracted)
    print_ratio("extract and load", engine, kept)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        path.write_bytes(data)
        alone = f"from python_calamine import CalamineWorkbook as C; C.from_path({str(path)!r}).get_sheet_by_index(0).to_python(skip_empty_area=False)"
        pairs = [(process("-c", alone), process("-m", "etl", "extract", str(path))) for _run in range(RUNS)]
    print_ratio("whole process", [pair[0] for pair in pairs], [pair[1] for pair in pairs])
    print("processor seconds: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages(data)))


if __name__ == "__main__":
    main()
