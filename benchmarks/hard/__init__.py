"""Sheets as many hands leave them, whose true answers are known, and what a reader makes of them.

Written without a look at the reader, from the form, the reference tables and what people do. `truth.py` says
what an answer is, `dates.py`, `ending.py`, `menus.py` and `answers.py` make answers, `layouts.py` and
`office.py` put them into files, `sheets.py` draws whole sheets, and `measure.py` counts what came of them.
"""
