"""The pages that are special: home and what is due, a campaign's lists of ticks, whole years at once, ledgers, papers, reports,
closing, send and receive, mergers, the unit's own data. `app.ui.menu` names every one.

Does not live here: anything a record type needs in general (`app.ui.register_page`, `app.ui.form`).
"""
