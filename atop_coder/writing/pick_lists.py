"""The drop-down lists of the workbook: the answers that a question allows, kept in a hidden tab."""

from collections import defaultdict
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from atop_coder.form import Form, Kind, Question
from atop_coder.writing.cells import cell_at, put_text

TAB = "Lists"
SEVERAL = "Write several with '; ' between them, such as Defense pact; Neutrality pact."
ONE = "Choose one from the list. What there is to say about it goes into the column Description."


def add_pick_lists(workbook: Workbook, form: Form, cells: Mapping[int, str]) -> None:
    """Gives each question with choices its list; `cells` is question number -> cell, such as C8."""
    tab = workbook.create_sheet(TAB)
    tab.sheet_state = "hidden"
    by_list = defaultdict(list)
    for question in form.questions:
        if question.choices:
            by_list[_offered(question, form), question.kind == Kind.CHOICES].append(question.number)
    for column, ((offered, several), numbers) in enumerate(by_list.items(), start=1):
        put_text(cell_at(tab, 1, column), f"Questions {', '.join(map(str, numbers))}")
        for row, text in enumerate(offered, start=2):
            put_text(cell_at(tab, row, column), text)
        letter = get_column_letter(column)
        rule = _rule(f"{TAB}!${letter}$2:${letter}${len(offered) + 1}", several)
        for number in numbers:
            rule.add(cells[number])
        workbook.worksheets[0].add_data_validation(rule)


def _offered(question: Question, form: Form) -> tuple[str, ...]:
    """The labels, No where none of them may apply, and N/A and Unknown where the form allows them."""
    none = ("No",) if question.kind == Kind.CHOICES else ()
    statuses = (form.status_label(status) for status in question.statuses)
    return (*question.labels.values(), *none, *(label for label in statuses if label))


def _rule(source: str, several: bool) -> DataValidation:
    """A list that refuses anything else, or one that only offers, where several may stand together."""
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=not several)
    if several:
        rule.prompt, rule.showInputMessage = SEVERAL, True
    else:
        rule.errorTitle, rule.error = "Not in the list", ONE
    return rule
