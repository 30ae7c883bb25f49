"""How much a file may ask for. All limits of reading stand here, each with its reason."""

from __future__ import annotations

# The file as it arrives: the largest real workbook of a park is a few MB; 100 MB leaves room for ten years of ledgers.
FILE_BYTES = 100 * 1024**2
# One entry of a zip, unpacked: a sheet of 400 000 x 8 cells is about 120 MB of XML. A file is to be read within 1 GB of memory.
PART_BYTES = 160 * 1024**2
# All entries together, unpacked (pictures included).
PACKAGE_BYTES = 400 * 1024**2
# Sheet XML shrinks 10 to 60 times; a bomb shrinks 1000 times. Small parts may shrink as they like.
RATIO = 250
RATIO_FROM_BYTES = 20 * 1024**2
# Entries of a zip: sheets, their relations, pictures.
PART_COUNT = 10_000
# Sheets: monthly sheets of fifty years are 600.
SHEETS = 1_000
# Cells of a sheet's used box (rows from the first used one, columns from A): beyond it memory is taken that no table needs.
BOX_CELLS = 4_000_000
# All sheets together.
BOOK_CELLS = 4_000_000
# The same when tables are looked for, between the first and last used row and column; all sheets together.
DENSE_CELLS = 3_000_000
# Columns of a sheet, used ones: monthly figures of a hundred years are 1 200.
USED_COLUMNS = 4_000
# Merged ranges of a sheet.
MERGES = 100_000
# Up to here a scanned workbook is read in this process; beyond it in a child with a memory limit.
IN_PROCESS_CELLS = 3_000_000
# Text that cells share, were every one of them given its own copy of the longest: the engine copies it per cell.
SHARED_TEXT_BYTES = 400 * 1024**2
# Up to here a file is read in this process, beyond it in a child: text, pages, trees; and sheets (100 000 x 8 cells are 30 MB).
LIGHT_BYTES = 12 * 1024**2
LIGHT_SHEETS_BYTES = 64 * 1024**2
# The child: address space, and how long a person would wait for an upload.
CHILD_BYTES = 1024**3
CHILD_SECONDS = 28
CHILD_CPU_SECONDS = 20  # a busy machine may take longer by the clock
# XML that is parsed into a tree takes about seven times its size in memory; 100 000 x 8 cells of an .ods are about 80 MB.
TREE_BYTES = 100 * 1024**2
# Marks (<) of a page or a text document: each becomes a part of a tree.
TREE_MARKS = 4_000_000
# Text (CSV, HTML, SpreadsheetML) is read whole, at about ten times its size in memory.
TEXT_BYTES = 60 * 1024**2
MARKUP_BYTES = 40 * 1024**2
# Columns of an HTML table, whose format has no bound of its own.
HTML_COLUMNS = 16_384
