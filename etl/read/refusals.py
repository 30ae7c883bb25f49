"""Every sentence with which a file is refused: what it is, and what to do."""

from __future__ import annotations

from etl.read.grid import Unreadable
from park.locale import _


def empty() -> Unreadable:
    """The file has no bytes."""
    return Unreadable("empty", _("The file is empty (0 bytes)."), _("Save it again and choose it anew."))


def blank() -> Unreadable:
    """The file can be read, but no sheet holds a cell."""
    return Unreadable("no_cells", _("The file holds no cell with content."), _("Check that the right file was chosen."))


def no_sheets() -> Unreadable:
    """A workbook without sheets."""
    return Unreadable("no_sheets", _("The workbook has no sheet."), _("Check that the right file was chosen."))


def not_a_table(what: str) -> Unreadable:
    """The content is something else; what: its name in words."""
    return Unreadable(
        "not_a_spreadsheet",
        _("This is no spreadsheet: its content is {what}.").format(what=what),
        _("Choose the spreadsheet itself (.xlsx, .xls, .ods, .et or .csv)."),
    )


def password() -> Unreadable:
    """Encrypted workbook."""
    return Unreadable(
        "password",
        _("The workbook is protected by a password and cannot be opened."),
        _("Open it in Excel or WPS, take the password off, save it and choose it again."),
    )


def damaged() -> Unreadable:
    """A container that breaks off or contradicts itself."""
    return Unreadable(
        "damaged",
        _("The file is damaged or incomplete and cannot be opened."),
        _("Open it in Excel or WPS, save it anew and choose that file; or fetch it again."),
    )


def too_large(what: str) -> Unreadable:
    """More than the limits allow; what: the measure that is exceeded, in words."""
    return Unreadable(
        "too_large",
        _("The file is too large to be read safely: {what}.").format(what=what),
        _("Copy the table itself into a new workbook, without empty formatted rows and columns, and choose that one."),
    )


def bomb() -> Unreadable:
    """A zip that unpacks to far more than it is."""
    return Unreadable(
        "unpacks_too_large",
        _("The file unpacks to far more data than a workbook holds and was not opened."),
        _("Copy the table itself into a new workbook and choose that one."),
    )


def entities() -> Unreadable:
    """XML with entity declarations, which no spreadsheet program writes."""
    return Unreadable(
        "xml_entities",
        _("The file declares XML entities, which no spreadsheet program does, and was not opened."),
        _("Open it in Excel or WPS, save it anew and choose that file."),
    )


def old_format() -> Unreadable:
    """Excel 2 to 4."""
    return Unreadable(
        "old_format",
        _("The workbook has a format older than Excel 5.0 that can no longer be read."),
        _("Open it in Excel or WPS and save it as .xlsx."),
    )


def too_many_cells() -> Unreadable:
    """Used boxes beyond the limits."""
    return too_large(_("it spans more cells than can be held"))


def too_many_sheets() -> Unreadable:
    """More sheets than any workbook of a park."""
    return too_large(_("it has too many sheets"))


def too_many_bytes() -> Unreadable:
    """The file itself is beyond the limit."""
    return too_large(_("it has too many megabytes"))


def too_slow() -> Unreadable:
    """Reading took longer than the limit."""
    return too_large(_("reading it took too long"))


def not_an_ole_workbook() -> Unreadable:
    """An OLE file without a workbook in it (an Outlook message, an installer)."""
    return not_a_table(_("an Office document without a workbook"))
