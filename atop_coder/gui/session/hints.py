"""What the current question wants, in one line for the status line."""

from atop_coder.form import Kind, Question, Status

_WANTS = {
    Kind.INTEGER: "type a number",
    Kind.DATES: "type dates in any usual way",
    Kind.MEMBERS: "type a name or a COW code",
    Kind.CHOICE: "choose one",
    Kind.TERMINATION: "say whether it is still in effect, and the date",
    Kind.CHOICES: "choose all that hold",
    Kind.TEXT: "write in paragraphs",
    Kind.DATE: "type a date in any usual way",
    Kind.PEOPLE: "type names",
}
_KEYS = {Status.NOT_APPLICABLE: "Alt+A N/A", Status.UNKNOWN: "Alt+U unknown"}


def hint_for(question: Question) -> str:
    """ "Question 11 · Alt+Y yes · Alt+N no · Ctrl+Return next unanswered"."""
    wants = "Alt+Y yes · Alt+N no" if question.kind == Kind.YES_NO else _WANTS[question.kind]
    keys = (text for status, text in _KEYS.items() if status in question.statuses)
    return " · ".join((f"Question {question.number}", wants, *keys, "Ctrl+Return next unanswered"))
