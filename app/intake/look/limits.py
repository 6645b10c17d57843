"""How much of a workbook is taken in. Set so that the fullest one still fits beside the program in 4 GB of memory."""

MOST_ROWS = 100_000
"""Rows of one sheet down to the last value; a register of a commune has a fifth of that in a century."""
MOST_COLUMNS = 256
"""Columns of one sheet to the last value: as many as an old .xls has."""
MOST_CELLS = 1_200_000
"""Cells of one sheet, from A1 to the last row and the last column with a value."""
MOST_TEXT = 64 << 20
"""Letters of all cells of one sheet together. A text that stands in many cells may lie in the file only once."""
LONGEST_CELL = 32_767
"""Letters of one cell that Excel allows."""
