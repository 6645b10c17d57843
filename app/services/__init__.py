"""Use cases: what an officer does with the book, and where it is checked who may.

Functions over a `Context`. Lives here: setting up and unlocking a station, registers and what is special about each, papers,
what is due, reports, closing figures and books, mergers, carrying, the demonstration. Does not live here: windows and words on
screen (`app.ui`), command-line parsing (`app.cli`), SQL (`app.data`). Only plain values leave: frozen dataclasses, ids, text.
"""
