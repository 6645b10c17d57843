"""What comes in from files that other people or programs made: pictures, scans and the codes of ID cards.

Lives here: telling what a file really is, refusing what is wrong with it in words, and turning it into plain values of ours. Does
not live here: what becomes of them (`app.services`), and packages of this program, which are signed (`app.sync`).
"""
