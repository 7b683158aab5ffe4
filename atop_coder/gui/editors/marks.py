"""What an editor says about an answer that its question does not take as it is."""

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.sheet import Answer

WANTED = {
    Kind.INTEGER: ("a number", "Type the number"),
    Kind.DATE: ("a date", "Type the date"),
    Kind.DATES: ("dates", "Type the dates"),
    Kind.TERMINATION: ("a termination date", "Choose which it is and type the date"),
    Kind.MEMBERS: ("states", "Add the members"),
    Kind.PEOPLE: ("names", "Add the names"),
}


def misfit(question: Question, answer: Answer, unread: tuple[str, ...]) -> str:
    """The mark for an answer that was read and fits no choice; "" where there is nothing to say."""
    if answer.status not in question.statuses:
        label = load_form().status_label(answer.status)
        return f"“{label}” is not one of the answers to this question. Choose another; it stays until you do."
    if strays := _strays(question, answer):
        return f"“{'”, “'.join(strays)}” is not one of the choices. Choose another; it stays until you do."
    words_only = answer.status == Status.ANSWERED and answer.value is None and bool(answer.details)
    return "" if unread or not words_only or question.kind == Kind.TEXT else _unplaced(question)


def _strays(question: Question, answer: Answer) -> tuple[str, ...]:
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    if not question.choices:
        return ()
    return tuple(value for value in values if isinstance(value, str) and value not in question.labels)


def _unplaced(question: Question) -> str:
    if question.kind in WANTED:
        what, act = WANTED[question.kind]
        return f"The words below were not read as {what}. {act}; the words stay in the description."
    return "The words below are not one of the choices. Choose one; the words stay in the description."


def kept_words(answer: Answer, question: Question) -> str:
    """What is said when a choice leaves a description behind that it does not ask for."""
    if isinstance(answer.value, str):
        label = question.labels.get(answer.value, answer.value)
    elif answer.value == ():
        label = "No"
    else:
        label = load_form().status_label(answer.status)
    if not label:
        return "" if answer.value is not None else "No answer is chosen now. The description below is kept."
    return f"The answer is now {label}. The description below is kept."
