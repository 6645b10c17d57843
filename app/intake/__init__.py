"""What comes in from files that other people or programs made: workbooks, pictures, scans and the codes of ID cards.

Lives here: telling what a file really is, refusing what is wrong with it in words, turning it into plain values of ours: rows of a
workbook, the table in them, what a cell says. Does not live here: what becomes of them (`app.services`), and packages of this
program, which are signed (`app.sync`).
"""
