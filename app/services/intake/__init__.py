"""Taking in the workbooks that stations kept until now: look over, correct, take in as one batch, undo whole.

Lives here: what a row of a sheet becomes in the registers (`recipes/`), which rows are there already, the four-way result, the
batch, remembered mappings, templates, the workbook of rows that were not taken in. Does not live here: reading files and cells
(`app.intake`), how sheets of each register look (`app.records.sheets`), how results are shown.
"""
