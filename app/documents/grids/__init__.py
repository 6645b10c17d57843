"""Workbooks that come back: empty sheets with drop-downs to fill in, and rows to be mended and taken in again.

Lives here: the model of such a workbook and what writes it. Does not live here: which columns a register has and which rows go back
(`app.services.intake`), registers and papers that are only to be read (`app.documents.books`, `app.documents.official`).
"""
