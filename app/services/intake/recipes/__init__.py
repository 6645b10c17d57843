"""What a row of a sheet becomes, for registers where it is more than one record of the same fields.

Lives here: one module a register. Does not live here: what all registers share (`app.services.intake.plain`).
"""
