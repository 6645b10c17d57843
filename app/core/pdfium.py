"""PDFium, which shows and takes apart PDF files, may be used by one thread at a time in the whole process.

Whoever calls `pypdfium2` holds `PDFIUM` from opening a document until it is closed.
"""

import threading

PDFIUM = threading.RLock()
