"""What the reports count: periods, indicators, counting, comparison, sentences.

Lives here: the declared indicators and everything that turns standing records and closed sheets into figures and words.
Does not live here: the layout of reports (`app.documents`), saving or opening them (`app.services`), the records
themselves (`app.records`).
"""
