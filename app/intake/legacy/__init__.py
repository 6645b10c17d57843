"""Text that was typed in old Vietnamese fonts (TCVN3, VNI, VISCII) or read in the wrong code page, made Unicode.

Lives here: the tables of letters, decoding by a known encoding, telling an encoding by the name of a font or by how Vietnamese the
text then reads. Does not live here: where a text came from (workbooks, files).
"""

from app.intake.legacy.decode import Encoding, decode, encoding_of_font
from app.intake.legacy.recognise import may_be_old, recognise, recognise_cell

__all__ = ["Encoding", "decode", "encoding_of_font", "may_be_old", "recognise", "recognise_cell"]
