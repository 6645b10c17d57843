"""Workbooks as untidy as stations keep them, each with what has to become of every row.

Written from the rules of taking in alone, never from the program: `sheets` are the nine sheets that stations keep, `catalogue`
every mess that has been seen in them, `plan` puts both into a workbook and says beside it how each of its rows is to be judged.
Does not live here: how files of each kind are written (`tests.intake.books`), and what compares the program with it (`judge`).
"""
