"""Which of an answer's words look like something typed into a short field."""

import re

from atop_coder.sheet import Answer


def typed_paragraphs(answer: Answer, longest: int, shape: str = r".*\d.*") -> int:
    """How many of the first paragraphs are short and of that shape, as a field would have left them there."""
    count = 0
    for paragraph in answer.paragraphs:
        if len(paragraph) > longest or not re.fullmatch(shape, paragraph, re.DOTALL):
            break
        count += 1
    return count
