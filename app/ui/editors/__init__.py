"""One editor for each kind of field: how a value of that kind is typed, picked and shown.

Lives here: widgets that hold one text and tell when the officer changed it. Does not live here: which fields a form has
(`app.ui.form`), whether the text is right (`app.core.kinds`, `app.services`).
"""
