"""What needs attention as sentences with their figures: the ranking is the question's, the wording and rounding the briefing's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import duckdb
import pandas as pd

from park import questions as ask
from park.catalogue import load_catalogue
from park.charts.names import TOTAL, UNALLOCATED, indicator_name
from park.charts.numbers import absent, month_word
from park.locale import _

from .answers import Answers, row_figures
from .model import Figure, Sentence, say
from .sentences import NOTHING
from .wording import change, goal
from .words import spoken


def alerts(cur: duckdb.DuckDBPyConnection, answers: Answers) -> tuple[Sentence, ...]:
    """One sentence per item, the worst first; items whose figures cannot be stated are left out."""
    makers = {"behind": _lag, "slow": _lag, "turned": _turned, "parts": _parts, "overdue": _overdue, "not_reported": _silent}
    said: list[Sentence] = []
    seen = Counter()
    for item in answers.attention.itertuples():
        kind = "lag" if item.kind in ("behind", "slow") else item.kind
        sentence = makers[item.kind](cur, answers, item, seen[kind] % 2 == 1)
        if sentence.text:
            said.append(replace(sentence, key=sentence.key or _key(item)))
            seen[kind] += 1
    return tuple(said)


def _key(item) -> str:
    """What an item is about; falling behind further is still the same item."""
    kind = "lag" if item.kind in ("behind", "slow") else item.kind
    return f"{kind}/{item.indicator}/{item.area}/{item.cluster or ''}"


def _who(answers: Answers, item) -> str:
    """The part and the indicator; of the area's own figure the indicator alone."""
    return spoken(item.indicator, item.cluster or ("" if item.area == answers.area.name else item.area))


def _lag(_cur, answers: Answers, item, turned: bool) -> Sentence:
    """Share, gap and what is needed; every second time in other words."""
    row = answers.row(item.indicator, "" if item.area == answers.area.name else item.area, item.cluster)
    if row is None:
        return Sentence("")
    figures, known = row_figures(answers, row), {"who": _who(answers, item)}
    known |= {"share": figures["completion"].text, "target": goal(row, figures), "actual": figures["actual"].text}
    if figures["completion"].value < NOTHING:
        text = _("{who}: {actual} so far, against a target of {target} for the year").format(**known)
    elif "gap" in figures and answers.month[5:] == "12":
        text = _("{who}: {share} of the target, {gap} points short of it").format(gap=figures["gap"].digits, **known)
    elif "gap" in figures:
        words = _("{who}: {share} of the target, {gap} points behind pace")
        if turned:
            words = _("{who}: {gap} points behind pace, at {share} of the target")
        text = words.format(gap=figures["gap"].digits, **known)
    else:
        text = _("{who}: {share} of the target").format(**known)
    if "remaining" in figures and not row["lower"] and figures["remaining"].value > 0:
        text += _(", {needed} still to be done").format(needed=figures["remaining"].text)
    elif "required_per_month" in figures and not row["lower"] and figures["required_per_month"].value > 0:
        text += (_("; that asks for {needed} a month") if turned else _(", {needed} a month needed")).format(needed=figures["required_per_month"].text)
    return say(text, *figures.values())


def _turned(cur, answers: Answers, item, _other: bool) -> Sentence:
    """The growth of the year to date a month ago and now, as reported, else as computed."""
    trend = ask.trend(cur, indicator=item.indicator, area=item.area, cluster=item.cluster or None, month=answers.month)
    rates = trend["yoy_ytd_reported"].where(trend["yoy_ytd_reported"].notna(), trend["yoy_ytd"])
    last = trend.assign(rate=rates)[rates.notna()].tail(2)
    if len(last) < 2 or last["month"].iloc[-1] != answers.month:
        return Sentence("")
    cells = answers.origins.actual
    figures = [
        Figure(
            _("{who} growth up to {month}").format(who=_who(answers, item), month=month_word(month)), float(rate), "%", "growth",
            cells(item.indicator, month, item.area, item.cluster or "") + cells(item.indicator, f"{int(month[:4]) - 1}{month[4:]}", item.area, item.cluster or ""),
        )
        for month, rate in zip(last["month"], last["rate"], strict=True)
    ]
    before, now = (change(figure.value, figure) for figure in figures)
    text = _("{who} turned to a fall: {now} on a year earlier, after {before} before that").format(who=_who(answers, item), before=before, now=now)
    return say(text, *figures)


def _parts(cur, answers: Answers, item, _other: bool) -> Sentence:
    """What the parts add up to, and what the total says."""
    for by, words in (("area", _("{name}: the zones add up to {parts}, the total says {total}")), ("cluster", _("{name}: the clusters add up to {parts}, the total says {total}"))):
        rows = ask.growth(cur, indicator=item.indicator, area=answers.area, month=answers.month, by=by).set_index("part")["value"]
        if UNALLOCATED in rows.index and not absent(rows[UNALLOCATED]) and not absent(rows[TOTAL]):
            unit = load_catalogue().indicators[item.indicator].unit
            cells, name = answers.origins.actual(item.indicator, answers.month, answers.area.name), indicator_name(item.indicator)
            total = Figure(_("{name} total").format(name=name), float(rows[TOTAL]), unit, "card", cells)
            parts = Figure(_("{name} sum of the parts").format(name=name), float(rows[TOTAL] - rows[UNALLOCATED]), unit, "card", _part_places(answers, item.indicator, by))
            return say(words.format(name=name, parts=parts.text, total=total.text), total, parts)
    return Sentence("")


def _part_places(answers: Answers, indicator: str, by: str) -> tuple:
    rows = answers.zones if by == "area" else answers.clusters_progress
    rows = rows[(rows["indicator"] == indicator) & rows["actual"].notna()]
    return tuple(o for row in rows.itertuples() for o in answers.origins.actual(indicator, answers.month, row.area, row.cluster or ""))


def _overdue(_cur, answers: Answers, item, turned: bool) -> Sentence:
    """The ledger's own words: project, planned start, reason, who answers for it."""
    rows = answers.waiting[answers.waiting["due"]]
    found = [row for row in rows.itertuples() if row.project in item.sentence]
    if not found:
        return Sentence("")
    row = max(found, key=lambda row: len(row.project))
    days = Figure(_("{project} days waiting").format(project=row.project), float(row.days_waiting), _("days"), "count", answers.origins.project(row.project))
    words = _("{project}: was to start in {month}, {days} days overdue")
    if turned:
        words = _("{project}: not started {days} days after its planned start in {month}")
    text = words.format(project=row.project, month=month_word(row.planned_start[:7]), days=days.text)
    text += _(", {reason}").format(reason=row.reason) if row.reason else ""
    text += _(" (responsible: {name})").format(name=row.responsible) if row.responsible else ""
    return Sentence(text, (days,), key=f"overdue/{row.project}")


def _silent(_cur, answers: Answers, item, _other: bool) -> Sentence:
    return Sentence(_("{who}: not reported this month, last reported for {month}").format(who=_who(answers, item), month=month_word(item.last_month)))


def lagging(answers: Answers) -> pd.DataFrame:
    """Flows behind or slow that need something every month, of the area and its parts, the furthest behind first."""
    rows = pd.concat([answers.own, answers.zones, answers.clusters_progress], ignore_index=True)
    rows = rows[rows["status"].isin(["behind", "slow"]) & (rows["required_per_month"] > 0) & ~rows["lower"].astype(bool)]
    return rows.sort_values("gap", kind="stable", na_position="last").reset_index(drop=True)
