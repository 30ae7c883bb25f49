"""Sentences of the note and words beside a slide's figures, made of the figures by rules; sentences.py has the titles.

Every function returns a Sentence with the figures that it states; "" where the figures do not carry one.
"""

from __future__ import annotations

import pandas as pd

from park.charts.names import TOTAL, UNALLOCATED, indicator_name, part_name
from park.charts.numbers import absent, month_word, points
from park.locale import _
from park.questions.words import reason_text

from .answers import Answers, row_figures
from .model import Figure, Origin, Sentence, say
from .series import part_cells

FLAT = 0.05  # points that read 0.0


def progress(answers: Answers, row: pd.Series) -> Sentence:
    """One indicator in the customary order: figure, growth, completion, pace. Not available is said with its reason."""
    name, figures = indicator_name(row["indicator"]), row_figures(answers, row)
    if "actual" not in figures:
        reason = reason_text(row["reason"], last_month=row.get("last_month")) or _("Not reported for this month.")
        return Sentence(_("{name}: {reason}").format(name=name, reason=reason.rstrip("。.")))
    words = _("{period}, {area} reached {name} of {figure}") if row["unit"] == "万元" else _("{period}, {name} in {area}: {figure}")
    text = words.format(period=answers.period, area=answers.name, name=name, figure=figures["actual"].text)
    parts = [text, _growth(figures), _completion(row, figures), _pace(row, figures)]
    return say(_(", ").join(part for part in parts if part), *figures.values())


def _growth(figures: dict[str, Figure]) -> str:
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
        if figures["completion"].value > 100 and not row["lower"]:
            return _("exceeding the year's target ({share})").format(share=figures["completion"].text)
        return _("reaching the year's target ({share})").format(share=figures["completion"].text)
    return _("{share} of the year's target").format(share=figures["completion"].text)


def _pace(row: pd.Series, figures: dict[str, Figure]) -> str:
    if "gap" not in figures or row["status"] == "done":
        return ""
    gap = figures["gap"]
    if abs(gap.value) < FLAT:
        return _("level with the time schedule")
    words = _("{gap} points ahead of the time schedule") if gap.value > 0 else _("{gap} points behind the time schedule")
    return words.format(gap=gap.digits)


def need(answers: Answers, row: pd.Series) -> Sentence:
    """What is still to be done, and how much a month that asks for; "" where nothing is needed or it cannot be said."""
    figures = row_figures(answers, row)
    if "required_per_month" not in figures or figures["required_per_month"].value <= 0 or row["lower"]:
        return Sentence("")
    so_far = average(answers, row)
    text = _("{label}: {needed} a month are needed to reach the target of {target}").format(
        label=row["label"], needed=figures["required_per_month"].text, target=goal(row, figures))
    if so_far is not None:
        text += _(", against {average} a month so far").format(average=so_far.text)
    return say(text, figures["required_per_month"], figures["target"], figures.get("target_high"), so_far)


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
            words = _("{name} turned from growth to a fall in {month} ({before} to {now})") if now < 0 else _("{name} turned from a fall to growth in {month} ({before} to {now})")
            return say(words.format(name=name, month=month_word(answers.month), before=figures[0].text, now=figures[1].text), *figures)
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


def zone(answers: Answers, name: str) -> Sentence:
    """One zone's main figure with its growth and its targets that lag; "" without any figure."""
    rows = answers.zones[answers.zones["area"] == name]
    main = rows[(rows["indicator"] == answers.main) & rows["actual"].notna()]
    bad = rows[rows["status"].isin(["slow", "behind"])].sort_values("completion")
    pieces, figures = [], []
    if len(main):
        of_main = row_figures(answers, main.iloc[0])
        figures += of_main.values()
        pieces.append(_("{name} {figure}").format(name=indicator_name(answers.main), figure=of_main["actual"].text))
        pieces.append(_growth(of_main))
    for place in range(len(bad)):
        row = bad.iloc[place]
        of_bad = row_figures(answers, row)
        figures += of_bad.values()
        pieces.append(_("{name} only {share} done").format(name=indicator_name(row["indicator"]), share=of_bad["completion"].text))
    text = _(", ").join(piece for piece in pieces if piece)
    return say(_("{name}: {text}").format(name=part_name(name), text=text), *figures) if text else Sentence("")


def pull(answers: Answers) -> Sentence:
    """The main indicator's growth, who pulls it and who drags; "" without contributions."""
    figures = contribution_figures(answers)
    rows = answers.contributions
    parts = rows[~rows["part"].isin([TOTAL, UNALLOCATED]) & rows["contribution"].notna()].sort_values("contribution")
    if parts.empty or (TOTAL, "growth") not in figures:
        return Sentence("")
    first, last = figures[parts["part"].iloc[-1], "contribution"], figures[parts["part"].iloc[0], "contribution"]
    whole, name = figures[TOTAL, "growth"], indicator_name(answers.main)
    text = _("{name} {change} on a year earlier").format(name=name, change=change(whole.value, whole))
    if first.value > 0:
        text += _("; {part} pulls most ({points} points)").format(part=part_name(parts["part"].iloc[-1]), points=first.text)
    if last.value < 0:
        text += _("; {part} drags most ({points} points)").format(part=part_name(parts["part"].iloc[0]), points=last.text)
    return say(text, whole, first, last)


def part_growth(answers: Answers) -> Sentence:
    """Every part's contribution, the largest first, adding up to the total's growth; "" where there are none."""
    rows = answers.contributions[answers.contributions["contribution"].notna()]
    parts = rows[rows["part"] != TOTAL].sort_values("contribution", ascending=False)
    if parts.empty:
        return Sentence("")
    figures = contribution_figures(answers)
    pieces = [_("{name} {points} points").format(name=part_name(part), points=points(value)) for part, value in zip(parts["part"], parts["contribution"], strict=True)]
    return say(_("Contributions to the growth of {name}: {parts}").format(name=indicator_name(answers.main), parts=_(", ").join(pieces)), *figures.values())


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
