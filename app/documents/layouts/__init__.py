"""Layouts of certificates as data: what a layout may say, reading and checking it, and a sheet made from it.

Layouts shipped with the program are JSON files in `resources/layouts`. Not here: which facts of a decision stand on a certificate
(`app.documents.certificate`), and which layouts a station keeps and uses (`app.services.awards`).
"""
