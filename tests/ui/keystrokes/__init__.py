"""How many keys and clicks the six commonest jobs take, done by hand in the real window: the figures of the README.

Lives here: the hands that type and count, one job a file, and the same jobs in a spreadsheet. Does not live here: whether the pages
work otherwise (`tests/ui`).
"""
