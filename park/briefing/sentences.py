"""Findings as sentences, made of the figures by rules. They are the titles of charts, slides and paragraphs.

Every function takes the plain result of a question and returns one sentence in the language in use, without a full stop.
Where the figures do not carry a finding, the sentence says what is missing.
"""

from __future__ import annotations

import pandas as pd

from park.charts.funnel import stage_word
from park.charts.names import TOTAL, UNALLOCATED, part_name
from park.charts.numbers import (
    absent,
    by_pieces,
    card,
    month_word,
    percent,
    period_word,
    points,
    short_month,
    signed_percent,
)
from park.locale import _

from .words import change, inline, listed, numeral, opening, status_inside, statuses, together

GOOD, BAD = ("done", "ahead", "on_pace"), ("slow", "behind")
NAMED = 3  # that many are listed where all of them lag, of more the worst is named
NOTHING, EXCEEDED = 0.05, 100.05  # below this a completion reads 0.0% and says nothing; from here on it reads more than 100.0%


def situation(rows: pd.DataFrame, month: str) -> str:
    """The overview's one sentence. rows: progress of the headline indicators with a column `label`."""
    judged = rows[rows["status"].isin([*GOOD, *BAD])]
    period = opening(period_word(month))
    if judged.empty:
        if rows["actual"].notna().any():
            return _("{period}: figures are in, but the year has no targets to judge them by").format(period=period)
        return _("No figures yet for {month}").format(month=month_word(month))
    if month[5:] == "12":
        return _year_end(judged, period)
    bad = judged[judged["status"].isin(BAD)].sort_values("gap", na_position="last", kind="stable")
    count, good = len(judged), judged[judged["status"].isin(GOOD)]
    if (judged["status"] == "done").all():
        words = _("{period}: both headline targets of the year are already reached") if count == 2 else _("{period}: all {count} headline targets of the year are already reached")
        return words.format(period=period, count=numeral(count))
    if bad.empty and count == 1:
        return _("{period}: {names} {status}").format(period=period, names=inline(judged["label"].iloc[0]), status=status_inside(judged["status"].iloc[0]))
    if bad.empty:
        return _("{period}: all {count} headline targets are {status}").format(period=period, count=numeral(count), status=statuses(good))
    if len(good):
        words = _("{period}: {good} of {count} headline targets {status}; {laggards}")
    elif count > NAMED:
        words = _("{period}: all {count} headline targets are {status}, furthest behind {name}")
    elif bad["status"].nunique() > 1:
        words = _("{period}: all {count} headline targets are {status}; {laggards}")
    else:  # who they are is said with what they are
        words = _("{period}: {names} {status}") if count == 1 else _("{period}: all {count} headline targets {status}, {names}")
    labels = [inline(label) for label in bad["label"]]
    counts = {"good": numeral(len(good)), "count": numeral(count)}
    text = words.format(period=period, **counts, status=statuses(good if len(good) else bad), laggards=_laggards(bad), name=labels[0], names=listed(labels))
    return text + _need(bad, 12 - int(month[5:]))


def _laggards(bad: pd.DataFrame) -> str:
    """Who is behind and who is slow, each word as cards and tables have it."""
    said = [
        _("{status}: {names}").format(status=status_inside(status), names=listed([inline(row.label) for row in bad[bad["status"] == status].itertuples()]))
        for status in reversed(BAD) if (bad["status"] == status).any()
    ]
    return said[0] if len(said) == 1 else _("{behind}; {slow}").format(behind=said[0], slow=said[1])


def _year_end(judged: pd.DataFrame, period: str) -> str:
    """In December a target is reached or missed; there is no pace any more."""
    missed = judged[judged["status"] != "done"].sort_values("gap", na_position="last", kind="stable")
    count, reached = len(judged), len(judged) - len(missed)
    if missed.empty:
        return _("{period}: all {count} headline targets reached").format(period=period, count=numeral(count))
    names = listed([inline(row.label) for row in missed.itertuples()])
    if not reached:
        return _("{period}: none of {count} headline targets reached; missed: {names}").format(period=period, count=numeral(count), names=names)
    return _("{period}: {reached} of {count} headline targets reached; missed: {names}").format(
        period=period, reached=numeral(reached), count=numeral(count), names=names)


def _need(bad: pd.DataFrame, months: int) -> str:
    """What the worst of those that need something every month needs, of pieces in all. months: how many are left."""
    asked = bad[bad["required_per_month"].notna()]
    if asked.empty:
        return ""
    row = asked.iloc[0]
    needed = float(row["required_per_month"])
    if by_pieces(row["unit"], needed):
        return _("; {name} lacks {figure} of the year's target").format(name=inline(row["label"]), figure=card(round(needed * months, 6), row["unit"]))
    return _("; {name} needs {figure} a month to reach the year's target").format(name=inline(row["label"]), figure=card(needed, row["unit"]))


def target(row: pd.Series | None, name: str, month: str) -> str:
    """How one indicator stands against its target. row: of progress, None where it has none."""
    period = period_word(month)
    if row is None or absent(row["actual"]):
        return _("{name}: no figure reported for {period} {year}").format(name=name, period=period, year=month[:4])
    figure = card(row["actual"], row["unit"])
    if absent(row["completion"]):
        return _("{name} {period}: {figure}, without a target for the year").format(name=name, period=period, figure=figure)
    share = percent(row["completion"])
    if float(row["completion"]) < NOTHING:
        return _("{name} {period}: {figure}, against a target of {target} for the year").format(
            name=name, period=period, figure=figure, target=card(row["target"], row["unit"]))
    if row["status"] == "done":
        words = _("{name} {period}: {figure}, the year's target is reached ({share})")
        if float(row["completion"]) >= EXCEEDED and not row.get("lower"):
            words = _("{name} {period}: {figure}, the year's target is exceeded ({share})")
        return words.format(name=name, period=period, figure=figure, share=share)
    if absent(row["gap"]):
        return _("{name} {period}: {figure}, {share} of the target").format(name=name, period=period, figure=figure, share=share)
    gap = points(abs(float(row["gap"]))).lstrip("+")
    if month[5:] == "12" and float(row["gap"]) < 0:
        return _("{name} {period}: {share} of the year's target, {gap} points short of it").format(name=name, period=period, share=share, gap=gap)
    words = _("{name} {period}: {share} of the year's target, {gap} points ahead of pace")
    if float(row["gap"]) < 0:
        words = _("{name} {period}: {share} of the year's target, {gap} points behind pace")
    return words.format(name=name, period=period, share=share, gap=gap)


def targets(rows: pd.DataFrame) -> str:
    """How many targets lag, and which most. rows: of progress with `label`, worst first."""
    judged = rows[rows["status"].isin([*GOOD, *BAD])]
    if judged.empty:
        return _("No target with a figure in this period")
    bad = judged[judged["status"].isin(BAD)]
    if bad.empty:
        return _("All {count} targets are {status}").format(count=len(judged), status=statuses(judged))
    worst = bad.iloc[0]
    return _("{bad} of {count} targets are {status}; slowest is {name} at {share}").format(
        bad=len(bad), count=len(judged), status=statuses(bad), name=worst["label"], share=percent(worst["completion"])
    )


def heat(rows: pd.DataFrame) -> str:
    """Where the gap to the pace is largest. rows: of progress by area with `label`."""
    judged = rows[rows["status"].isin([*GOOD, *BAD])]
    known = judged[judged["gap"].notna()].sort_values("gap", kind="stable")
    if known.empty:
        return _("No targets by zone in this year")
    worst, count = known.iloc[0], len(judged)
    bad = judged[judged["status"].isin(BAD)]
    if bad.empty:
        return _("All {count} zone targets are {status}").format(count=count, status=statuses(judged))
    words = _("{bad} of {count} zone targets are {status}; the largest gap is {name} ({gap} points)")
    if len(bad) == count > 1:
        words = _("All {count} zone targets are {status}; the largest gap is {name} ({gap} points)")
    return words.format(
        bad=len(bad), count=count, status=statuses(bad), name=worst["label"], gap=points(worst["gap"])
    )


def growth(trend: pd.DataFrame, reported: object, name: str, month: str) -> str:
    """The year to date against a year earlier, and whether it sped up. reported: the growth the files report, if any."""
    rows = trend[(trend["month"] <= month) & trend["yoy_ytd"].notna()]
    last = rows[rows["month"] == month]
    rate = reported if not absent(reported) else (last["yoy_ytd"].iloc[0] if len(last) else None)
    period = period_word(month)
    if absent(rate):
        return _("{name} {period}: growth not available, the same period a year earlier is missing").format(name=name, period=period)
    before = rows[(rows["month"] < month) & (rows["month"] >= f"{month[:4]}-01")]
    text = _("{name} {period}: {change} on a year earlier").format(name=name, period=period, change=change(rate))
    if before.empty or len(last) == 0:
        return text
    step = float(last["yoy_ytd"].iloc[0]) - float(before["yoy_ytd"].iloc[-1])
    earlier = period_word(before["month"].iloc[-1])
    if abs(step) < 0.05 and abs(float(rate)) < 0.05:
        return text
    if abs(step) < 0.05:
        return text + _(", as in {earlier}").format(earlier=earlier)
    words = _(", {step} points faster than in {earlier}") if step > 0 else _(", {step} points slower than in {earlier}")
    return text + words.format(step=points(abs(step)).lstrip("+"), earlier=earlier)


def month(trend: pd.DataFrame, name: str, unit: str, asked: str) -> str:
    """The month's own figure against the same month of last year."""
    rows = trend[(trend["month"] == asked)]
    number = int(asked[5:])
    if rows.empty or absent(rows["value_month"].iloc[0]):
        if number == 2 and len(rows) and not absent(rows["value_ytd"].iloc[0]):
            return _("{name}: {figure} in January and February together").format(name=name, figure=card(rows["value_ytd"].iloc[0], unit))
        return _("{name}: no figure of its own for {month}").format(name=name, month=month_word(asked))
    figure, rate = card(rows["value_month"].iloc[0], unit), rows["yoy_month"].iloc[0]
    if absent(rate):
        return _("{name} in {month}: {figure}").format(name=name, month=short_month(number), figure=figure)
    return _("{name} in {month}: {figure}, {change} on the same month a year earlier").format(
        name=name, month=short_month(number), figure=figure, change=change(rate)
    )


def contribution(rows: pd.DataFrame) -> str:
    """Who pulls and who drags. rows: of growth with parts."""
    parts = rows[~rows["part"].isin([TOTAL, UNALLOCATED]) & rows["contribution"].notna()].sort_values("contribution", kind="stable")
    total = rows[(rows["part"] == TOTAL) & rows["contribution"].notna()]
    if parts.empty or total.empty:
        return _("Contributions are not available: the same period a year earlier is missing")
    first, last = parts.iloc[-1], parts.iloc[0]
    whole = change(total["growth"].iloc[0])
    if float(first["contribution"]) <= 0:
        return _("Total {whole}: every part drags, {name} most ({points} points)").format(
            whole=whole, name=part_name(last["part"]), points=points(last["contribution"])
        )
    text = _("Total {whole}: {name} pulls most ({points} points)").format(
        whole=whole, name=part_name(first["part"]), points=points(first["contribution"])
    )
    if float(last["contribution"]) < 0:
        text += _(", {name} drags ({points} points)").format(name=part_name(last["part"]), points=points(last["contribution"]))
    return text


def shares(rows: pd.DataFrame, cr3: object) -> str:
    """Which cluster is largest, and how concentrated the park is. rows: of clusters."""
    known = rows[(rows["cluster"] != UNALLOCATED) & rows["share"].notna()].sort_values("share", ascending=False, kind="stable")
    if known.empty:
        return _("No figures by cluster in this period")
    text = _("{name} is the largest cluster with {share}").format(name=part_name(known["cluster"].iloc[0]), share=percent(known["share"].iloc[0]))
    rest = rows.loc[rows["cluster"] == UNALLOCATED, "share"]
    if len(rest) and not absent(rest.iloc[0]) and float(rest.iloc[0]) > float(known["share"].iloc[0]):
        return text + _("; {share} is not allocated to any").format(share=percent(rest.iloc[0]))
    if absent(cr3) or len(known) < 4:
        return text
    return text + _("; the largest three hold {share}").format(share=percent(cr3))


def growth_map(rows: pd.DataFrame) -> str:
    """Which cluster grows fastest, and which shrinks. rows: of clusters."""
    known = rows[(rows["cluster"] != UNALLOCATED) & rows["growth"].notna()].sort_values("growth", ascending=False, kind="stable")
    if known.empty:
        return _("Growth by cluster is not available: the same period a year earlier is missing")
    most, least = signed_percent(known["growth"].iloc[0]), signed_percent(known["growth"].iloc[-1])
    if len(known) > 1 and most == least:
        return _("Growth is {growth} in every cluster").format(growth=most)
    text = _("{name} grows fastest ({growth})").format(name=part_name(known["cluster"].iloc[0]), growth=most)
    if len(known) < 2:
        return text
    words = _("; {name} shrinks ({growth})") if float(known["growth"].iloc[-1]) < 0 else _("; {name} slowest ({growth})")
    return text + words.format(name=part_name(known["cluster"].iloc[-1]), growth=least)


def ranking(rows: pd.DataFrame, column: str, name: str, unit: str) -> str:
    """Who leads in a figure per 亩. rows: of land."""
    known = rows[(rows["part"] != TOTAL) & rows[column].notna()].sort_values(column, ascending=False, kind="stable")
    if known.empty:
        return _("{name}: not available").format(name=name)
    most, least = card(known[column].iloc[0], unit), card(known[column].iloc[-1], unit)
    if len(known) > 1 and most == least:
        return _("{name}: {figure} in every part").format(name=name, figure=most)
    first, last = (known.loc[known[column] == known[column].iloc[end], "part"] for end in (0, -1))
    text = _("{name}: highest in {part} ({figure})").format(name=name, part=together(part_name(part) for part in first), figure=most)
    return text if len(known) < 2 else text + _("; lowest in {part} ({figure})").format(part=together(part_name(part) for part in last), figure=least)


def land(rows: pd.DataFrame) -> str:
    """Land developed against target. rows: of land."""
    whole = rows[rows["part"] == TOTAL] if (rows["part"] == TOTAL).any() else rows
    if whole.empty or absent(whole["developed"].iloc[0]):
        return _("No land development reported for this period")
    row = whole.iloc[0]
    figure = card(row["developed"], "亩")
    if absent(row["completion"]):
        return _("{figure} of land developed, without a target for the year").format(figure=figure)
    return _("{figure} of land developed, {share} of the year's target").format(figure=figure, share=percent(row["completion"]))


def projects(stages: pd.DataFrame) -> str:
    """How many projects got how far. rows: of projects (stage, count)."""
    counts = {row.stage: float(row.count) for row in stages.itertuples() if not absent(row.count)}
    total = sum(counts.values())
    if not total:
        return _("No project ledger has been loaded")
    producing = counts.get("投产", 0)
    if (stages["known_from"] == "total").all():
        parts = [f"{stage_word(stage)} {count:,.0f}" for stage, count in counts.items()]
        return _("No ledger; reported are {parts}").format(parts=listed(parts))
    if not producing:
        words = _("{total} project in the ledger, not in production yet") if total == 1 else _("{total} projects in the ledger, none in production yet")
        return words.format(total=f"{total:,.0f}")
    return _("{total} projects in the ledger, {producing} in production").format(total=f"{total:,.0f}", producing=f"{producing:,.0f}")


def waiting(rows: pd.DataFrame) -> str:
    """How many projects wait, and which longest. rows: of not_started, longest waiting first."""
    if rows.empty:
        return _("No project of the ledger is waiting to start")
    longest, count = rows.iloc[0], len(rows)
    if absent(longest["days_waiting"]):
        return (_("{count} project has not started") if count == 1 else _("{count} projects have not started")).format(count=count)
    if int(longest["days_waiting"]) <= 0:
        words = _("{count} project has not started; its planned start is not yet past") if count == 1 else _("{count} projects have not started; none is past its planned start")
        return words.format(count=count)
    words = _("{count} project has not started: {name}, {days} days overdue") if count == 1 else _("{count} projects have not started; {name} has waited longest ({days} days)")
    return words.format(count=count, name=longest["project"], days=int(longest["days_waiting"]))
