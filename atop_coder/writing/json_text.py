"""A sheet as JSON text: one line an answer, so that two sheets can be compared line by line."""

import json

from atop_coder.form import Form
from atop_coder.sheet import Sheet, sheet_to_data


def sheet_to_json(sheet: Sheet, form: Form | None = None) -> str:
    """The sheet's data as text, keys in line, one line feed at the end; `sheet_from_data` takes it back."""
    data = sheet_to_data(sheet, form)
    answers = data.pop("answers")
    keys = {number: json.dumps(number) + ":" for number in answers}
    width = max(map(len, keys.values()))
    lines = (f"  {keys[number]:<{width}} {_dumps(answer)}" for number, answer in answers.items())
    return _dumps(data)[:-1] + ',\n "answers": {\n' + ",\n".join(lines) + "}}\n"


def _dumps(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
