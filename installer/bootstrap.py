# -*- coding: utf-8 -*-
"""Set Sổ ANTQ up on a machine where nothing is installed but Python, then do one thing with it.

    python3 installer/bootstrap.py demo      build the demonstration district and open the program on it
    python3 installer/bootstrap.py test      run the tests, without a screen
    python3 installer/bootstrap.py bench     measure the program against bare libraries
    python3 installer/bootstrap.py prepare   only set up

`--lang en` speaks English, `--into FOLDER` puts the demonstration elsewhere; what follows `--` goes to pytest.
Standard library only. This file keeps to a syntax that every Python can read, so that one too old can still say so.
"""

import sys

OLDEST = (3, 11)


def main():
    """Refuse an old Python in words; otherwise hand over to the real set-up."""
    if sys.version_info[:2] < OLDEST:
        sys.stderr.write(
            "So ANTQ can Python 3.11 tro len; day la Python %d.%d. Hay cai ban moi tu https://www.python.org/downloads/\n"
            "So ANTQ needs Python 3.11 or newer; this is Python %d.%d. Install a newer one from "
            "https://www.python.org/downloads/\n" % (sys.version_info[:2] * 2)
        )
        return 1
    from setup_run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
