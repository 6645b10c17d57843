"""Keys: who may open this folder, who signed what, and whom to believe.

Lives here: signatures, the folder's vault of passwords, this laptop's own keys, officers' own keys and what is sealed to them, the
printed recovery code, certificates and the numbered trust list, all as plain values and bytes. Does not live here: packages and
enrolment files (`app.sync`), the database (`app.data`), the rules of who may do what (`app.services`).
"""
