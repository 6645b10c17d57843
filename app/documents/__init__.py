"""What is printed: certificates, official papers, registers, empty forms, as PDF, Word and Excel.

Here live the type face and its measures, the display list of a sheet in millimetres and what is drawn with it
(emblem, frame, certificate), and the document model of flowing papers with its renderers. ReportLab, python-docx
and XlsxWriter are imported in the modules named `pdf`, `word` and `excel` only, so that a preview on screen
loads none of them.

Not here: which records a paper is made from (`app.services`), and drawing on the screen (`app.ui.sheets`).
"""
