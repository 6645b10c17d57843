"""Official papers by Nghị định 30/2020: one model of a flowing paper and its renderers.

Here live the model, the renderers into PDF, Word and Excel, and the layout of the annual report. Not here: figures and their words
(`app.statistics`, `app.services.reports`), and single sheets such as certificates (`app.documents.certificate`).

The words the decree puts on papers are Vietnamese in every language of the program.
"""
