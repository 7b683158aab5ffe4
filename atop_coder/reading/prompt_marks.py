"""What the marks behind a word say: whether a prompt ends with it."""

from atop_coder.form import Kind, Question
from atop_coder.reading.words import Words


def ends_at_colon(words: Words, question: Question, start: int, index: int) -> bool:
    """Whether the prompt is one that ends with its only colon, and that colon is reached."""
    prompt = question.prompt.rstrip()
    if prompt.find(":") != len(prompt) - 1 or not words.closed_by(index, ":"):
        return False
    return not words.are_in_brackets(start, index)


def closing(words: Words, question: Question, index: int) -> float:
    """What the mark behind the word says, by the mark that the official prompt ends with."""
    last = question.prompt[-1]
    by_bracket = last == ")" and words.closed_by_bracket(index)
    by_mark = last != ")" and words.closed_by(index, last)
    closed = by_bracket or by_mark or (question.kind == Kind.CHOICES and words.closed_by(index, ":?"))
    return closed * (0.12 if last in "?:)" else 0.06 * (question.kind == Kind.TEXT))
