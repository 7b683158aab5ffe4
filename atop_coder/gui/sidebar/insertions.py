"""What a panel puts into an answer: pure functions from an answer to the answer with it."""

from atop_coder.form import Kind, Question, Status
from atop_coder.gui.session.document import Document
from atop_coder.reference import State
from atop_coder.sheet import Answer, Member, join_paragraphs, paragraphs


def with_words(answer: Answer, words: str) -> Answer:
    """The answer with the words as its last paragraph."""
    return answer.replace(details=join_paragraphs((*answer.paragraphs, *paragraphs(words))))


def with_state(question: Question, answer: Answer, state: State) -> Answer:
    """The answer with the state among its members or states; the same answer if it is there already."""
    if question.kind != Kind.MEMBERS:
        return with_code(answer, "states", state.ccode)
    members = answer.value if isinstance(answer.value, tuple) else ()
    if any(isinstance(one, Member) and one.ccode == state.ccode for one in members):
        return answer
    member = Member(ccode=state.ccode, name=state.name)
    return answer.replace(status=Status.ANSWERED, value=(*members, member))


def with_code(answer: Answer, name: str, code: int) -> Answer:
    """The answer with a code among its `states`, `wars` or `alliances`; the same if it is there already."""
    codes = getattr(answer, name)
    return answer if code in codes else answer.replace(**{name: (*codes, code)})


def put_alone(document: Document, question: int, answer: Answer) -> bool:
    """Gives the question that answer as a step of its own; False if it is that already."""
    document.end_typing()
    changed = document.put(question, answer)
    document.end_typing()
    return changed


def question_with(document: Document, words: str) -> int | None:
    """The question whose description got these words since the sheet was opened."""
    wanted = join_paragraphs(paragraphs(words))
    for number, answer in document.sheet:
        before = document.session.opened[number].details if document.session.opened else ""
        if wanted and answer.details.count(wanted) > before.count(wanted):
            return number
    return None
