"""What tables, cards and rows of figures must say: the commands' answers of one view, key by key and heading by heading."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from park.__main__ import main
from park.catalogue import load_assessment, load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.charts.theme import status_shape, status_word
from park.locale import _
from park.locale.numbers import card, full, percent, points, points_word, signed_percent, unit_word
from ui.words import measure_word

SHOWN, YIELD = "industrial_output_value", "万元/亩"


def word(value: str) -> str:
    return value


def state(code: str) -> str:
    return f"{status_shape(code)} {status_word(code)}" if code else "—"


@dataclass
class Answers:
    """What the commands answer of one view."""

    path: object
    capsys: object
    area: str
    month: str
    choices: dict
    known: dict = field(default_factory=dict)

    def rows(self, *words: str, area: str = "", month: bool = True) -> list[dict]:
        """The rows of a command as texts, of the view's area and month."""
        asked = (*words, "--area", area or self.area, *(("--month", self.month) if month else ()))
        if asked not in self.known:
            assert main([*asked, "--db", str(self.path), "--format", "csv"]) == 0, asked
            said = self.capsys.readouterr()
            self.known[asked] = list(csv.DictReader(io.StringIO(said.out))), dict(line.split() for line in said.err.splitlines() if len(line.split()) == 2)
        return self.known[asked][0]

    def aside(self, *words: str) -> dict[str, str]:
        """The figures that a command says beside its rows (CR1, HHI)."""
        self.rows(*words)
        return self.known[*words, "--area", self.area, "--month", self.month][1]

    def progress(self, *words: str, area: str = "") -> list[dict]:
        return self.rows("progress", "--pace", self.choices.get("pace", "linear"), *words, area=area)

    def by(self, code: str = SHOWN) -> str:
        """The kind of part that the pages break an indicator down by."""
        zones = any(row["parent"] == self.area for row in self.rows("areas", month=False))
        wanted = self.choices.get("by", "area" if zones else "cluster")
        kinds = (wanted, *(k for k in ("area", "cluster", "firm") if k != wanted))
        return next((by for by in kinds if self.progress("--indicator", code, "--by", by)), wanted)

    def own(self, code: str) -> dict:
        """The row of one indicator of the area itself."""
        return next((row for row in self.progress("--indicator", code)), {})


Cells = dict[tuple, dict[str, str]]  # a row's key -> heading -> text


def cells(rows: list[dict], key, columns: dict) -> Cells:
    """The rows as a table must show them. columns: heading (English) or (heading, unit) -> (column, form)."""
    found: Cells = {}
    for row in rows:
        name = key(row)
        assert name not in found, name
        found[name] = {heading_of(given): form(row[column]) for given, (column, form) in columns.items()}
    return found


def heading_of(given) -> str:
    heading, unit = given if isinstance(given, tuple) else (given, "")
    return f"{_(heading)} ({unit_word(unit)})" if unit_word(unit) else _(heading)


STANDING = {
    "Unit": ("unit", unit_word), "Target": ("target", full), "Target up to": ("target_high", full), "Actual": ("actual", full),
    "Completion": ("completion", percent), "Time progress": ("time_progress", percent), "Gap (points)": ("gap", points), "Status": ("status", state),
    "Needed per month": ("required_per_month", full), "Landing, linear": ("landing_linear", full), "Landing, seasonal": ("landing_seasonal", full),
    "Growth, reported": ("yoy_reported", signed_percent), "Growth, computed": ("yoy_computed", signed_percent),
}


def scorecard(answers: Answers) -> tuple[tuple, Cells]:
    rows = [row for by in ((), ("--by", "area"), ("--by", "cluster")) for row in answers.progress(*by)]
    columns = {name: form for name, form in STANDING.items() if name != "Time progress" or any(row["target"] for row in rows)}  # no target, no pace
    return ("Indicator", "Area", "Cluster"), cells(rows, lambda r: (indicator_name(r["indicator"]), part_name(r["area"]), part_name(r["cluster"]) if r["cluster"] else ""), columns)


def scores(answers: Answers) -> tuple[tuple, Cells]:
    halves = {half.code: half.name(answers.choices["lang"]) for half in load_assessment()}
    rows = [row for row in answers.rows("scorecard") if row["row_kind"] != "goal" or row["weight"]]
    named = [row | {"name": indicator_name(row["indicator"]) if row["row_kind"] == "goal" else part_name(row["indicator"])} for row in rows]
    columns = {name: STANDING[name] for name in ("Unit", "Target", "Actual", "Completion", "Time progress", "Status")}
    return ("Half", "Indicator"), cells(named, lambda r: (halves.get(r["half"]) or part_name(r["half"]), r["name"]), columns | {"Weight": ("weight", full), "Score": ("score", full)})


def plans(answers: Answers) -> tuple[tuple, Cells]:
    rows = [row | {"unit": load_catalogue().indicators[row["indicator"]].unit} for row in answers.rows("plans", month=False)]
    keys = ("Period", "Indicator", "Cluster", "Measure")
    return keys, cells(rows, lambda r: (f"{r['first_year']}–{r['last_year']}", indicator_name(r["indicator"]), part_name(r["cluster"]) if r["cluster"] else "", measure_word(r["measure"])), {
        "Unit": ("unit", unit_word), "Figure": ("value", full), "Target up to": ("value_high", full), "Base": ("base", full),
        "Compound growth a year": ("compound_growth", signed_percent),
    })


def growth_parts(answers: Answers) -> tuple[tuple, Cells]:
    unit = load_catalogue().indicators[SHOWN].unit
    return ("Part",), cells(answers.rows("growth", "--indicator", SHOWN, "--by", answers.by()), lambda r: (part_name(r["part"]),), {
        ("This year", unit): ("value", full), ("Last year", unit): ("base", full), "Growth, computed": ("growth", signed_percent),
        "Growth, reported": ("growth_reported", signed_percent), "Contribution (points)": ("contribution", points), "Share": ("share", percent),
        "Change of share (points)": ("share_change", points),
    })


def clusters(answers: Answers) -> tuple[tuple, Cells]:
    unit = load_catalogue().indicators[SHOWN].unit
    return ("Cluster",), cells(answers.rows("clusters", "--indicator", SHOWN), lambda r: (part_name(r["cluster"]),), {
        ("This year", unit): ("value", full), "Share": ("share", percent), "Change of share (points)": ("share_change", points),
        "Growth, computed": ("growth", signed_percent), "Growth, reported": ("growth_reported", signed_percent),
        "Contribution (points)": ("contribution", points), ("Target", unit): ("target", full), "Completion": ("completion", percent), "Status": ("status", state),
    })


def firms(answers: Answers) -> tuple[tuple, Cells]:
    unit = load_catalogue().indicators[SHOWN].unit
    rows = [row for row in answers.rows("firms", "--indicator", SHOWN) if row["value"]]
    return ("Firm",), cells(rows, lambda r: (r["firm"],), {
        "Area": ("area", part_name), "Cluster": ("cluster", part_name), ("This year", unit): ("value", full), "Share": ("share", percent),
        "Share with all larger firms": ("share_running", percent), "Growth, computed": ("growth", signed_percent),
        "Contribution (points)": ("contribution", points), ("Own land", "亩"): ("land", full), "Per mu of own land": ("per_mu", full),
    })


def waiting(answers: Answers) -> tuple[tuple, Cells]:
    return ("Project",), cells(answers.rows("projects", "--not-started"), lambda r: (r["project"],), {
        "Area": ("area", part_name), "Why not started": ("reason", word), "Responsible": ("responsible", word), "Planned start": ("planned_start", word),
        "Days waiting": ("days_waiting", full), ("Investment", "万元"): ("investment", full),
    })


def land(answers: Answers) -> tuple[tuple, Cells]:
    return ("Part",), cells(answers.rows("land", "--by", answers.by("land_developed")), lambda r: (part_name(r["part"]),), {
        ("Developed this year", "亩"): ("developed", full), ("Target", "亩"): ("target", full), "Completion": ("completion", percent), "Status": ("status", state),
        ("Developed to date", "亩"): ("land", full), ("Output per mu", YIELD): ("output_per_mu", full), ("Tax per mu", YIELD): ("tax_per_mu", full),
        ("Investment per mu", YIELD): ("investment_per_mu", full),
    })


def family(answers: Answers, area: str) -> dict[str, dict]:
    """Each headline's row: of the indicators of its family the first with a target, else the first with a figure, else any."""
    there = {row["indicator"]: row for row in answers.rows("progress", area=area)}
    found = {}
    for headline in load_catalogue().headlines():
        rows = [there[code] for code in (headline.code, *headline.stands_in) if code in there]
        chosen = next((r for r in rows if r["target_from"]), None) or next((r for r in rows if r["actual"]), None) or next(iter(rows), None)
        found[headline.code] = chosen or {"indicator": headline.code, "actual": "", "completion": "", "gap": "", "target": "", "yoy_reported": "", "yoy_computed": ""}
    return found


def parks(answers: Answers) -> tuple[tuple, Cells]:
    known = [row for row in answers.rows("areas", month=False, area="") if not row["parent"]]
    known += [row for name in ("县工业园区", "工业城") for row in answers.rows("areas", month=False, area=name) if not row["parent"] and row not in known]
    return ("Park",), {
        (part_name(row["area"]),): {indicator_name(code): standing(code, one) for code, one in family(answers, row["area"]).items()}
        for row in known if row["first_month"] <= answers.month <= row["last_month"]
    }


def standing(code: str, row: dict) -> str:
    if not row["actual"]:
        return "—"
    said = f"{percent(row['completion'])} {status_shape(row['status'])}{status_word(row['status'])}" if row["completion"] else card(row["actual"], row["unit"])
    return said if row["indicator"] == code else f"{said} · {indicator_name(row['indicator'])}"


TABLES = {
    "scorecard": scorecard, "scores": scores, "plans": plans, "parts": growth_parts, "clusters": clusters, "firms": firms, "waiting": waiting, "land": land,
    "parks": parks,
}


def facts(page: str, answers: Answers) -> dict[str, str]:
    """The named figures that a page says in rows of their own."""
    of = answers.own(SHOWN)
    growing = {_("Growth, reported"): signed_percent(of["yoy_reported"]), _("Growth, computed"): signed_percent(of["yoy_computed"])}
    if page == "targets":
        landings = [card(of[name], of["unit"]) for name in ("landing_linear", "landing_seasonal") if of[name]]
        return growing | {
            _("Actual"): card(of["actual"], of["unit"]), _("Target"): card(of["target"], of["unit"]), _("Completion"): percent(of["completion"]),
            _("Against the pace"): points_word(of["gap"]), _("Needed per month"): card(of["required_per_month"], of["unit"]), _("Status"): state(of["status"]),
            _("Landing (linear, seasonal)"): " / ".join(landings) or "—",
        }
    if page == "growth":
        total = answers.rows("growth", "--indicator", SHOWN)[-1]
        return growing | {_("Year to date"): card(of["actual"], of["unit"]), _("Same period of last year"): card(total["base"], of["unit"])}
    if page == "clusters":
        said = answers.aside("clusters", "--indicator", SHOWN)
        return {
            _("Largest cluster (CR1)"): percent(number(said["CR1"])), _("Largest three (CR3)"): percent(number(said["CR3"])),
            _("Concentration (HHI)"): f"{float(said['HHI']):,.0f}" if number(said["HHI"]) else "—", _("Leading clusters' share"): percent(number(said["leading_share"])),
        }
    if page == "projects":
        money = {row["basis"]: row for row in answers.rows("projects", "--investment")}
        waiting_ = sum(row["stage"] == "签约" and int(row["count"] or 0) for row in answers.rows("projects"))
        return {
            _("Not started"): str(waiting_), _("Planned investment, all projects"): card(money["ledger"]["planned"], "万元"),
            _("Investment of finished projects"): card(money["ledger"]["done"], "万元"), _("Planned investment of the year"): card(money["year"]["planned"], "万元"),
            _("Invested this year"): card(money["year"]["done"], "万元"),
        }
    if page == "land":
        idle = answers.own("idle_land_revitalised")
        return {
            _("Idle land revitalised"): card(idle.get("actual"), "亩"), _("Target"): card(idle.get("target"), "亩"), _("Completion"): percent(idle.get("completion")),
        }
    return {}


def number(text: str) -> str:
    return "" if text == "—" else text
