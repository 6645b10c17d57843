"""What a row of a sheet becomes, for registers where it is more than one record of the same fields.

Lives here: one module a register, and what they look up together; `table` says which register has one. Does not live here: what all
registers share (`app.services.intake.recipe`), and how cells, numbers of papers and spans of days are read (`app.intake`).
"""
