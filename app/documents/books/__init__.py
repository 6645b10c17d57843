"""Registers as papers: long tables on lying pages or in a workbook, the same tables empty, and forms to fill in by hand.

Lives here: the model of such a table and of a form, and what draws them. Does not live here: which columns a register has and what
stands in them (`app.services.papers`), letters and reports (`app.documents.official`).
"""
