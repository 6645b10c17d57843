"""What the sheets look like in which stations have kept each register until now: how columns are called, what tells rows apart.

Lives here: declarations only, one file a subject, walked by `app.intake` (to recognise a sheet) and `app.services.intake` (to take
it in, and to make templates). Does not live here: the registers themselves (`app.records`), and how cells are read (`app.intake`).
"""
