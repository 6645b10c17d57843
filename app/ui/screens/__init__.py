"""The pages that are special: home, the campaign's list of ticks, reports, certificates, send and receive, the unit's own data.

Does not live here: anything a record type needs in general (`app.ui.register_page`, `app.ui.form`).
"""
