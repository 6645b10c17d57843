"""What a record of some type shows beyond its fields, such as clocks, a ledger, pictures; and which types have such parts.

Lives here: one `Part` a module, and the table that names them. Does not live here: what every record shows alike
(`app.ui.record_view`), and pages of their own (`app.ui.screens`).
"""
