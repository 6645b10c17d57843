"""Pure Python that every other layer stands on.

Lives here: errors, clock, randomness, ids, Vietnamese text and field kinds, translation, folders, atomic files, progress,
settings, the crash log. Does not live here: anything that knows a record type, a database, a key or a screen.
"""
