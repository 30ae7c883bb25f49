"""Sentences of the note and words beside a slide's figures, made of the figures by rules; sentences.py has the titles.

Every function returns a Sentence with the figures that it states; "" where the figures do not carry one.
"""

from __future__ import annotations

import pandas as pd

from park.charts.names import TOTAL, UNALLOCATED, indicator_name, part_name
from park.charts.numbers import absent, month_word
from park.locale import _
from park.questions.words import reason_text

from .answers import Answers, row_figures
from .model import Figure, Origin, Sentence, say
from .sentences import EXCEEDED, NOTHING
from .series import part_cells
from .words import counted, inline, joined, opening

FLAT, FAR = 0.05, 10  # points that read 0.0; points that are far ahead
ZONES, FEW = 8, 6  # zones that have a paragraph each; parts that are all named in one sentence


def headlines(answers: Answers) -> list[Sentence]:
    """Every headline indicator; the first of them names the time and the area, and those behind it go on from there."""
    said, opened = [], False
    for _n, row in answers.headlines.iterrows():
        said.append(progress(answers, row, opens=not opened))
        opened = opened or "actual" in row_figures(answers, row)
    return said


def progress(answers: Answers, row: pd.Series, *, opens: bool = True) -> Sentence:
    """One indicator in the customary order: figure, growth, completion, pace. Not available is said with its reason. opens: names time and area."""
    name, figures, key = indicator_name(row["indicator"]), row_figures(answers, row), f"progress/{row['indicator']}"
    if "actual" not in figures:
        reason = reason_text(row["reason"], last_month=row.get("last_month")) or _("Not reported for this month.")
        return Sentence(_("{name}: {reason}").format(name=name, reason=reason.rstrip("。.")), key=key)
    parts = [_opening(answers, row, figures) if opens else _going_on(answers, row, figures), _growth(figures), _completion(row, figures), _pace(row, figures, answers.month)]
    return say(joined(part for part in parts if part), *figures.values(), key=key)


def _opening(answers: Answers, row: pd.Series, figures: dict[str, Figure]) -> str:
    """When, where and how much."""
    known = {"period": opening(answers.period), "month": month_word(answers.month), "area": answers.name, "figure": figures["actual"].text, "name": counted(indicator_name(row["indicator"]))}
    if row["kind"] != "flow":
        return _("At the end of {month}, {name} in {area}: {figure}").format(**known)
    if _is_investment(row):
        return _("{period}, {area} made {name} of {figure}").format(**known)
    return (_("{period}, {area} reached {name} of {figure}") if row["unit"] == "万元" else _("{period}, {name} in {area}: {figure}")).format(**known)


def _going_on(answers: Answers, row: pd.Series, figures: dict[str, Figure]) -> str:
    """How much of the next indicator, in the verb that it is said with."""
    known = {"month": month_word(answers.month), "figure": figures["actual"].text, "name": opening(counted(indicator_name(row["indicator"])))}
    if row["kind"] != "flow":
        return _("{name} stood at {figure} at the end of {month}").format(**known)
    if _is_investment(row):
        return _("{name} of {figure} was made").format(**known)
    return (_("{name} came to {figure}") if row["unit"] == "万元" else _("{name}: {figure}")).format(**known)


def _is_investment(row: pd.Series) -> bool:
    """Investment is made (完成), other money is reached (实现)."""
    return row["unit"] == "万元" and row["indicator"].endswith("_investment")


def _growth(figures: dict[str, Figure]) -> str:
    if "base" in figures and "actual" in figures and figures["actual"].value == 0 < figures["base"].value:
        return _("{base} a year earlier").format(base=figures["base"].text)
    if "growth" not in figures:
        return ""
    return _("{change} on a year earlier").format(change=change(figures["growth"].value, figures["growth"]))


def change(value: float, figure: Figure) -> str:
    """up 12.3%, down 3.0%, or unchanged where it reads 0.0."""
    if abs(value) < FLAT:
        return _("unchanged")
    size = figure.digits + "%"
    return _("up {size}").format(size=size) if value > 0 else _("down {size}").format(size=size)


def _completion(row: pd.Series, figures: dict[str, Figure]) -> str:
    if "completion" not in figures:
        return ""
    if row["status"] == "done":
        if figures["completion"].value >= EXCEEDED and not row["lower"]:
            return _("exceeding the year's target ({share})").format(share=figures["completion"].text)
        return _("reaching the year's target ({share})").format(share=figures["completion"].text)
    if figures["completion"].value < NOTHING:
        return _("against a target of {target} for the year").format(target=goal(row, figures))
    words = _("only {share} of the year's target") if row["status"] == "behind" else _("{share} of the year's target")
    return words.format(share=figures["completion"].text)


def _pace(row: pd.Series, figures: dict[str, Figure], month: str) -> str:
    if "gap" not in figures or row["status"] == "done" or figures["completion"].value < NOTHING:
        return ""
    gap = figures["gap"]
    if month[5:] == "12" and gap.value < 0:
        return _("{gap} points short of it").format(gap=gap.digits)
    if abs(gap.value) < FLAT:
        return _("level with the time schedule")
    if gap.value > 0:
        words = _("{gap} points beyond the time schedule") if gap.value >= FAR else _("{gap} points ahead of the time schedule")
    else:
        words = _("{gap} points behind the time schedule") if row["status"] == "behind" else _("{gap} points slower than the time schedule")
    return words.format(gap=gap.digits)


def needs(answers: Answers, rows: pd.DataFrame) -> list[Sentence]:
    """What each of the rows asks for, in two manners by turns."""
    return [need(answers, rows.iloc[n], urged=n % 2 == 0) for n in range(len(rows))]


def need(answers: Answers, row: pd.Series, *, urged: bool = False) -> Sentence:
    """What is still to be done, and how much a month that asks for; "" where nothing is needed or it cannot be said. urged: as a task."""
    figures = row_figures(answers, row)
    if "required_per_month" not in figures or figures["required_per_month"].value <= 0 or row["lower"]:
        return Sentence("")
    so_far, left = average(answers, row), figures.get("remaining")
    known = {"label": row["spoken"], "needed": figures["required_per_month"].text, "target": goal(row, figures)}
    if left is not None:
        words = _("{label}: bring in the {left} still missing to reach the target of {target}") if urged else _("{label}: {left} more to go to the target of {target}")
        known["left"] = left.text
    elif so_far is None or so_far.value <= 0:
        words = _("{label}: {needed} a month are needed to reach the target of {target}")
    elif urged:
        words = _("{label}: step up from {average} to {needed} a month to make the target of {target}")
    else:
        words = _("{label}: {needed} a month are needed to reach the target of {target}, against {average} a month so far")
    text = words.format(average=so_far.text if so_far else "", **known)
    key = f"need/{row['indicator']}/{row['area']}/{row['cluster'] or ''}"
    return say(text, left, figures["required_per_month"], figures["target"], figures.get("target_high"), so_far, key=key)


def goal(row: pd.Series, figures: dict[str, Figure]) -> str:
    """A target as it was set: 3000万元以上, 8亿元至10亿元, or the figure alone."""
    target = figures["target"].text
    if "target_high" in figures:
        return _("{low} to {high}").format(low=target, high=figures["target_high"].text)
    words = {">=": _("at least {figure}"), "<=": _("at most {figure}")}
    return words.get(row["comparator"], "{figure}").format(figure=target)


def average(answers: Answers, row: pd.Series) -> Figure | None:
    """A flow's average month so far; None for stocks and ratios."""
    figures = row_figures(answers, row)
    if row["kind"] != "flow" or "actual" not in figures:
        return None
    actual = figures["actual"]
    return Figure(_("{label} average month so far").format(label=row["label"]), actual.value / int(answers.month[5:]), actual.unit, "card", actual.origins)


def turn(answers: Answers, trend: pd.DataFrame, indicator: str) -> Sentence:
    """Where the growth of the months turned between the last two, or the month is the highest on record; else ""."""
    known = trend[trend["yoy_month"].notna() & (trend["month"] <= answers.month)].tail(2)
    name, area = indicator_name(indicator), answers.area.name
    if len(known) == 2 and known["month"].iloc[1] == answers.month:
        before, now = known["yoy_month"]
        if (before >= FLAT and now <= -FLAT) or (before <= -FLAT and now >= FLAT):
            figures = [
                Figure(_("{name} growth of {month}").format(name=name, month=month_word(m)), float(v), "%", "growth", _month_cells(answers, indicator, m, area))
                for m, v in zip(known["month"], known["yoy_month"], strict=True)
            ]
            words = _("{name} turned from growth to a fall in {month}: {now} on a year earlier, after {before} before that")
            if now > 0:
                words = _("{name} turned from a fall to growth in {month}: {now} on a year earlier, after {before} before that")
            return say(words.format(name=name, month=month_word(answers.month), before=change(before, figures[0]), now=change(now, figures[1])), *figures)
    return _record(answers, trend, indicator)


def _record(answers: Answers, trend: pd.DataFrame, indicator: str) -> Sentence:
    months = trend[trend["value_month"].notna() & (trend["month"] <= answers.month)]
    if len(months) < 10 or months["month"].iloc[-1] != answers.month:
        return Sentence("")
    last, best = float(months["value_month"].iloc[-1]), float(months["value_month"].iloc[:-1].max())
    if last <= best:
        return Sentence("")
    row = answers.row(indicator)
    name = indicator_name(indicator)
    figure = Figure(
        _("{name} of {month}").format(name=name, month=month_word(answers.month)), last, row["unit"], "card",
        answers.origins.of_month(indicator, answers.month, answers.area.name),
    )
    return say(_("{name} of {month} is the highest month on record: {figure}").format(name=name, month=month_word(answers.month), figure=figure.text), figure)


def _month_cells(answers: Answers, indicator: str, month: str, area: str) -> tuple[Origin, ...]:
    before = f"{int(month[:4]) - 1}{month[4:]}"
    return answers.origins.of_month(indicator, month, area) + answers.origins.of_month(indicator, before, area)


def zones(answers: Answers) -> list[Sentence]:
    """A sentence per zone; of many zones the largest, and those that lag most."""
    names = list(dict.fromkeys(answers.zones["area"]))
    if len(names) > ZONES:
        main = answers.zones[(answers.zones["indicator"] == answers.main) & answers.zones["actual"].notna()]
        bad = answers.zones[answers.zones["status"].isin(["slow", "behind"])]
        largest = main.sort_values("actual", ascending=False, kind="stable")["area"].head(ZONES // 2)
        slowest = bad.sort_values("gap", kind="stable", na_position="last")["area"]
        chosen = list(dict.fromkeys([*largest, *slowest, *main["area"]]))[:ZONES]
        names = [name for name in names if name in chosen]
    return [zone(answers, name) for name in names]


def zone(answers: Answers, name: str) -> Sentence:
    """One zone's main figure with its growth and its targets that lag; "" without any figure."""
    rows = answers.zones[answers.zones["area"] == name]
    main = rows[(rows["indicator"] == answers.main) & rows["actual"].notna()]
    bad = rows[rows["status"].isin(["slow", "behind"])].sort_values("completion")
    pieces, figures = [], []
    if len(main):
        of_main = row_figures(answers, main.iloc[0])
        figures += of_main.values()
        words = _("{name} of {figure}") if main.iloc[0]["unit"] == "万元" else _("{name} {figure}")
        pieces.append(words.format(name=counted(indicator_name(answers.main)), figure=of_main["actual"].text))
        pieces.append(_growth(of_main))
    for place in range(len(bad)):
        row = bad.iloc[place]
        of_bad = row_figures(answers, row)
        figures += of_bad.values()
        words = _("only {share} of the target for {name}") if row["status"] == "behind" else _("{share} of the target for {name}")
        pieces.append(words.format(name=inline(indicator_name(row["indicator"])), share=of_bad["completion"].text))
    text = joined(piece for piece in pieces if piece)
    return say(_("{name}: {text}").format(name=part_name(name), text=text), *figures, key=f"zone/{name}") if text else Sentence("")


def pull(answers: Answers) -> Sentence:
    """The main indicator's growth, who pulls it and who drags; "" without contributions."""
    figures = contribution_figures(answers)
    rows = answers.contributions
    parts = rows[~rows["part"].isin([TOTAL, UNALLOCATED]) & rows["contribution"].notna()].sort_values("contribution", kind="stable")
    if parts.empty or (TOTAL, "growth") not in figures:
        return Sentence("")
    first, last = figures[parts["part"].iloc[-1], "contribution"], figures[parts["part"].iloc[0], "contribution"]
    whole, name = figures[TOTAL, "growth"], indicator_name(answers.main)
    text = _("{name} {change} on a year earlier").format(name=name, change=change(whole.value, whole))
    rest = figures.get((UNALLOCATED, "contribution"))
    if rest is not None and rest.value * whole.value > 0 and abs(rest.value) > max(abs(first.value), abs(last.value)):
        text += _("; {points} points of it are not allocated").format(points=rest.digits)
    if first.value >= FLAT:
        text += _("; {part} adds most ({points} points)").format(part=part_name(parts["part"].iloc[-1]), points=first.digits)
    if last.value <= -FLAT:
        text += _("; {part} takes away most ({points} points)").format(part=part_name(parts["part"].iloc[0]), points=last.digits)
    return say(text, whole, rest, first, last)


def part_growth(answers: Answers) -> Sentence:
    """Every part's contribution, the largest first; of many parts the largest and those that take away most; "" where there are none."""
    rows = answers.contributions[answers.contributions["contribution"].notna()]
    parts = rows[(rows["part"] != TOTAL) & (rows["contribution"].abs() >= FLAT)].sort_values("contribution", ascending=False, kind="stable")
    if len(parts) < 2:
        return Sentence("")
    if len(parts) > FEW:
        least = parts.tail(FEW // 2)
        parts = pd.concat([parts.head(FEW // 2), least[least["contribution"] < 0]])
    figures = contribution_figures(answers)
    pieces = [pulled(part, figures[part, "contribution"]) for part in parts["part"]]
    words = _("By cluster, of the growth of {name}: {parts}") if answers.by == "cluster" else _("By zone, of the growth of {name}: {parts}")
    return say(words.format(name=inline(indicator_name(answers.main)), parts=joined(pieces)), *figures.values(), key=f"parts/{answers.main}")


def pulled(part: str, figure: Figure) -> str:
    """What a part adds to the growth of the whole, or takes away from it."""
    words = _("{name} takes away {points} points") if figure.value <= -FLAT else _("{name} adds {points} points")
    return words.format(name=part_name(part), points=figure.digits)


def contribution_figures(answers: Answers) -> dict[tuple[str, str], Figure]:
    """(part, column) -> figure of contribution and growth, as far as they are available."""
    cells = part_cells(answers, answers.main, growth=True)
    made = {}
    for row in answers.contributions.itertuples():
        for column, what, unit, form in (("contribution", _("contribution"), _("points"), "points"), ("growth", _("growth on a year earlier"), "%", "growth")):
            if not absent(getattr(row, column)):
                name = f"{part_name(row.part)} {indicator_name(answers.main)} {what}"
                made[row.part, column] = Figure(name, float(getattr(row, column)), unit, form, cells(row.part))
    return made
