"""Literal results of the questions, as small as they can be and still show every mark."""

from __future__ import annotations

import pandas as pd

NONE = float("nan")


def progress() -> pd.DataFrame:
    """Five targets in September: ahead, behind, one range, one stock without pace, one without figure."""
    rows = [
        ("县工业园区", "", "industrial_output_value", "工业总产值", "万元", 56016, NONE, 43100, 76.94, 75.0, 1.94, "ahead", 1435.0, 57467, 56100, 21.4),
        ("县工业园区", "", "tax", "税收", "万元", 3000, NONE, 1764, 58.8, 75.0, -16.2, "behind", 412.0, 2352, 2400, -3.0),
        ("县工业园区", "", "new_firms", "开工企业", "户", 8, 10, 7, 87.5, 75.0, 12.5, "ahead", 0.33, 9.3, NONE, NONE),
        ("小松创业区", "", "land_developed", "土地开发", "亩", 200, NONE, 62, 31.0, 75.0, -44.0, "behind", 46.0, 82.7, NONE, NONE),
        ("县工业园区", "", "firms_total", "企业数", "户", 40, NONE, 36, 90.0, NONE, NONE, "slow", 1.33, NONE, NONE, NONE),
        ("县工业园区", "", "fixed_asset_investment", "固定资产投资", "万元", 30000, NONE, NONE, NONE, 75.0, NONE, None, NONE, NONE, NONE, NONE),
    ]
    names = [
        "area", "cluster", "indicator", "label", "unit", "target", "target_high", "actual", "completion", "time_progress", "gap",
        "status", "required_per_month", "landing_linear", "landing_seasonal", "yoy_reported",
    ]
    return pd.DataFrame(rows, columns=names)


def trend() -> pd.DataFrame:
    """Two years to September of the second; January and February of the second are published together."""
    rows, before = [], {}
    for year, top in ((2012, 12), (2013, 9)):
        total = 0.0
        for month in range(1, top + 1):
            value = 4000.0 + 150 * month + (600 if year == 2013 else 0)
            total += value
            combined = year == 2013 and month <= 2
            ytd = NONE if combined and month == 1 else total
            base = before.get(month)
            rows.append((
                f"{year}-{month:02d}", NONE if combined else value, ytd,
                NONE if combined or year == 2012 else (value / (value - 600) - 1) * 100,
                NONE if base is None or ytd != ytd else (total / base - 1) * 100,
                60000 * month / 12,
            ))
            before.setdefault(month, total)
    return pd.DataFrame(rows, columns=["month", "value_month", "value_ytd", "yoy_month", "yoy_ytd", "target_path"])


def growth() -> pd.DataFrame:
    """Contributions 15 + (-2) + 1 = 14."""
    rows = [
        ("工业区", 60.0, 45.0, 33.33, 15.0, 52.6, 7.6), ("创业区", 28.0, 30.0, -6.67, -2.0, 24.6, -5.4),
        ("未分解", 26.0, 25.0, 4.0, 1.0, 22.8, -2.2), ("合计", 114.0, 100.0, 14.0, 14.0, 100.0, 0.0),
    ]
    return pd.DataFrame(rows, columns=["part", "value", "base", "growth", "contribution", "share", "share_change"])


def clusters() -> pd.DataFrame:
    """Three clusters and a part not allocated; the last cluster has no growth."""
    rows = [
        ("纺织", True, 50.0, 50.0, 2.0, 12.0, 5.4), ("锂电新材料", True, 25.0, 25.0, 5.0, 40.0, 7.1),
        ("变电设备", False, 15.0, 15.0, NONE, NONE, NONE), ("未分解", False, 10.0, 10.0, -3.0, -5.0, -0.5),
    ]
    return pd.DataFrame(rows, columns=["cluster", "leading", "value", "share", "share_change", "growth", "contribution"])


def land() -> pd.DataFrame:
    """Two parts and the total, one part without land."""
    rows = [("工业区", 300.0, 31.2), ("创业区", 200.0, 12.5), ("小松创业区", NONE, NONE), ("合计", 500.0, 22.0)]
    return pd.DataFrame(rows, columns=["part", "developed", "output_per_mu"])


def projects() -> pd.DataFrame:
    """Four stages."""
    rows = [("签约", 12, 300000.0), ("开工", 8, 210000.0), ("竣工", 3, NONE), ("投产", 2, 32000.0)]
    return pd.DataFrame(rows, columns=["stage", "count", "investment"]).assign(known_from="ledger")
