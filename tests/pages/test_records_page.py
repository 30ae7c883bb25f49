"""The records page: what can be done with a batch depends on what it is."""

from __future__ import annotations

import pytest

from park.store import Finding, batches, operator
from tests.conftest import reading

from .conftest import PARK
from .test_month_page import signed_in  # noqa: F401 (a fixture)
from .test_pages import opened

TABLE = f"{PARK}2013年1-9月\n指标,单位,1-9月\n税收,万元,≥20\n".encode()
TEXT = f"{PARK}2013年工作总结\n全年实现税收约20万元，比上年增长12%。\n".encode()


@pytest.mark.parametrize(("data", "back"), [(TABLE, True), (TEXT, False)], ids=["table", "running text"])
def test_a_workbook_to_send_back_is_offered_for_what_has_cells(signed_in, data, back):  # noqa: F811
    store = signed_in("month")
    doubt = Finding("x", "warning", "file", "", "C3" if back else "2", "一处疑点。")
    batches.load(store, reading({"value": 20}, park=PARK, findings=(doubt,)), data, by=operator("test"))
    at = opened("records", area=PARK)
    assert not at.exception
    labels = [button.proto.label for button in at.get("download_button")]
    assert "下载原文件" in labels and ("下载退回表" in labels) is back
