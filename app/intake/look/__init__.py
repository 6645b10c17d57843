"""What stands in a workbook beside its values: old fonts, what is hidden, errors, and how far a sheet reaches.

Lives here: one module a kind of workbook, each answering with a `Look` a sheet. All of them go before the reader of values, which
reserves memory for every cell of the rectangle from A1 to the farthest one and would take the whole process along when that is
more than the computer has. Does not live here: values (`app.intake.workbook`) and what a font's text means (`app.intake.legacy`).
"""
