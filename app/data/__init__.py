"""The one encrypted database and its one writer.

Lives here: what a record type is (`declare`, `checks`), what somebody changes (`change`, `intents`, `writer`, `undo`), the signed
journal (`changeset`, `journal`, `past`, `receive`, `guard`), its projection on tables and index (`heads`, `projection`, `search`),
and everything that reads them (`conditions`, `queries`, `reader`). `store` holds it together.
Does not live here: which record types exist (`app.records`), who may do what (`app.services`), how change-sets travel
(`app.sync`), where keys come from (`app.keys`).
"""
