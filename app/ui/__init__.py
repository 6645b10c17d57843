"""The window: the only place where Qt is used.

Lives here: the application and its frame, the task runner that keeps work off the screen's thread, the message bridge, the theme,
and the generic table, form and editors that every record type shares; `screens/` holds the few pages that are special.
Does not live here: what a record is, who may do what, any query or file format. A page asks `app.services`, is answered with
plain values, and shows them.
"""
