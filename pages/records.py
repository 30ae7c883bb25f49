"""Records: what was loaded, by whom, with which doubts; the original files; undo."""

from park.charts.names import part_name
from park.locale import _
from ui.ledger import batch_in_full, batch_list
from ui.sections import section
from ui.state import view

view()
section(_("Batches"), _("One row per uploaded file, newest first. Choose a row to see its findings and its original."))
batch = batch_list()
if batch is not None:
    section(batch.file_name, part_name(batch.park))
    batch_in_full(batch)
