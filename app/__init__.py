"""Sổ ANTQ: the working book of a commune police station for the movement "Toàn dân bảo vệ an ninh Tổ quốc".

Lives here: one folder a layer, each importing only those below it: `ui` and `cli` over `services`, over `sync`, `documents`,
`intake` and `statistics` (which never meet), over `records`, `data`, `keys` and `core`. Does not live here: what is shipped
with the code (`resources/`, `translations/`) and what sets it up (`installer/`).
"""

__version__ = "0.1.0"
