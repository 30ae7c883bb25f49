"""`python -m park brief --out DIR`: slides, note, figures and sentences of one month, and its charts as pictures when asked."""

from __future__ import annotations

import argparse
import io
import re
import sys
from dataclasses import replace
from pathlib import Path

from park.locale import LANGUAGES, _, language, set_language
from park.questions import QuestionError
from park.store.database import open_store
from park.store.files import BRIEFINGS


def add_parser(commands) -> None:
    """Adds brief."""
    text = _("a briefing: slides, note, figures and sentences")
    command = commands.add_parser("brief", help=text, description=text)
    command.add_argument("--db", metavar="PATH", help=_("the database (default: $PARKBOARD_DATABASE, else data/park.duckdb)"))
    command.add_argument("--out", metavar="DIR", required=True, help=_("folder for the files"))
    command.add_argument("--area", metavar="NAME", help=_("park or zone (default: the park when there is one)"))
    command.add_argument("--month", metavar="YYYY-MM", help=_("as-of month (default: the latest with data)"))
    command.add_argument("--lang", choices=LANGUAGES, help=_("language of the files (default: {language})").format(language=language()))
    command.add_argument("--template", metavar="FILE", help=_("the unit's own slides (.pptx or .potx), whose master is used"))
    command.add_argument("--set", metavar="NAME", help=_("a set kept on the briefing page: its slides, sections, sentences, language and template"))
    command.add_argument("--number", metavar="N", type=_number, default=0, help=_("issue of the year on the note (default: the month)"))
    command.add_argument("--pictures", action="store_true", help=_("the charts as pictures too (PNG, 1920 x 1080; needs Chromium or Chrome)"))
    command.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0 written, 1 all but the pictures. Raises QuestionError for an unknown area or month, a month without figures, a template that is no .pptx, a folder that cannot be written."""
    from park.briefing import (  # the office libraries take half a second to load; other commands do without
        choices,
        compose,
        files,
    )

    template = str(given.cwd / given.template) if given.template else None
    if template and (problem := files.template_problem(template)):
        raise QuestionError(_("{path} cannot be used as a template: {problem}.").format(path=given.template, problem=problem))
    with open_store(given.db, read_only=True) as store:
        kept = _kept_set(store, given.set)
        if given.number:
            kept = replace(kept, number=given.number, month="")
        set_language(given.lang or (kept.language if given.set else language()))
        briefing = choices.apply(compose.compose(store.cursor(), given.area, given.month), kept)
    if not briefing.slides:
        raise QuestionError(_("{area} has no figures for {month}.").format(area=briefing.area, month=briefing.month))
    print(_("{area}, as of {month}.").format(area=briefing.area, month=briefing.month), file=sys.stderr)
    try:
        for path in files.write(briefing, given.cwd / given.out, template or (io.BytesIO(kept.template) if kept.template else None)):
            print(Path(given.out) / path.name)
        return _pictures(briefing, given) if given.pictures else 0
    except OSError as error:
        raise QuestionError(_("The files cannot be written to {folder}: {reason}.").format(folder=given.out, reason=error.strerror)) from None


def _number(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise argparse.ArgumentTypeError(_("{text} is no issue number; it is a whole number from 1 to 9999").format(text=text))
    return int(text)


def _kept_set(store, name: str | None):
    """The kept set of that name; without a name one that chooses everything. Raises QuestionError with the names there are."""
    from park.briefing import choices

    if not name:
        return choices.Choices("")
    known = {one.name: one for one in choices.saved(store.path.parent / BRIEFINGS)}
    if name not in known:
        raise QuestionError(_("There is no kept set \"{name}\".").format(name=name), _("Kept sets: {names}").format(names=", ".join(known) or _("none")))
    return known[name]


def _pictures(briefing, given: argparse.Namespace) -> int:
    """The charts as pictures in a folder of their own; 1 and a sentence where there is no browser to draw them."""
    from park.briefing import files, pictures

    try:
        made = pictures.pictures(briefing)
    except pictures.PicturesError as error:
        print(error, file=sys.stderr)
        return 1
    if not made:
        print(_("No slide has a chart, so there are no pictures."), file=sys.stderr)
        return 0
    for path in files.put(made, given.cwd / given.out / pictures.FOLDER):
        print(Path(given.out) / pictures.FOLDER / path.name)
    return 0
