"""Carrying: enrolment files, packages on a stick, what this database remembers of whom.

Lives here: the package format and its reader and writer, what is put into a package for whom, receipts, enrolment files, the pins
and certificates kept in the database. Does not live here: merging (`app.data`), keys (`app.keys`), who may send or enrol and the
words an officer reads (`app.services.carry`).

A package is one file from one laptop for one audience, written once and never changed:

    bytes 0–7     the magic 41 4E 54 51 0D 0A 1A 0A ("ANTQ", then what a text-mode copy would ruin)
    bytes 8–9     number of the format, big-endian; a greater one than the reader knows is refused unread
    bytes 10–17   length of what follows, big-endian, so that a file cut short is called that
    then          an age file (age-encryption.org/v1) for the audience's laptops; a station's own packages also for its printed
                  recovery sheet

Inside the age file are frames: a letter, a length of four bytes big-endian, a body.

    M  manifest, canonical JSON (`app.sync.manifest`): sender, audience, number, what the sender holds, digest of all that follows S
    S  the sending laptop's signature of the manifest
    C  a certificate, JSON                     T  a trust list, JSON
    J  a change-set (`app.data.changeset.encode`)
    E  the end, empty

M, S, then C and T, then J, then E. As in PNG, the letter's case says what a reader does with a kind it does not know: a capital
is refused as newer than the program, a small letter is skipped; attachments and other additions come as small letters between
the last J and E. Nothing is compressed but the change-sets' payloads, whose size is bounded where they are opened.
"""
