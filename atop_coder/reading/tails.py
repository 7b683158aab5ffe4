"""Sentences that end a prompt, in any words: "(Yes, No)", "If Yes, describe.", "(List all that apply)"."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from atop_coder.form import Question, load_form
from atop_coder.reading.likeness import wordings
from atop_coder.reading.menus_asked import menu_end
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.words import WORD, Place, Words

_YES_NO = re.compile(r"[^“”\"]{0,160}?\(\s*yes\s*[,/]?\s*(?:or\s*)?no\s*\)[.:]?", re.IGNORECASE)
_ANSWER = r"(?:yes|no|y|n|unknown|unk|n/?a|not applicable|not known)"
_CHOICE = re.compile(
    rf"\s*[(\[]\s*(?:answer\s+|circle\s+|select\s+)?{_ANSWER}(?:\s*(?:[,/|;]|\bor\b)+\s*{_ANSWER})+\s*[)\]][.:?]*",
    re.IGNORECASE,
)
# What a coder is told to do; "If any member is attacked, …" tells nothing, and is an answer.
_TOLD = (
    "describe|list|name|explain|note|specify|give|state|identify|indicate|provide|quote|summari[sz]e|detail"
    "|mention|enter|elaborate|cite|discuss|clarify|outline|write|insert|fill|tick|check|mark|select|choose|circle"
    "|include|add|report|record|comment|expand|attach|use"
)
_ASKED = "which|what|who|when|how|why|where"
_TELLS = re.compile(rf"\b(?:{_TOLD}|{_ASKED})\b", re.IGNORECASE)
_PLEASE = r"(?:(?:then|please|pls\.?|kindly|briefly|also|and)[\s,]+)*"
# The rest of a sentence, up to its mark or to a capital that an answer begins with.
_REST = r"(?:(?!\s(?:Yes|YES|No|NO|None|NONE|N/A|NA|n/a|Unknown|Not)\b)(?:[^.?:()]|\([^()]{0,60}\)))"
_REMARK = re.compile(
    r"\s*\(\s*(?:please\s+)?"
    rf"(?:{_TOLD}|using|including|do not|only|answering|that is|may|if|e\.g|optional|one|all|as)\b"
    r"[^()]{0,220}\)[.:?]*",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\s*[(\[]?(?i:if)\s+[“”\"‘’']?(?i:yes|y\b|no|so|any|secret|there|applicable|affirmative|not|needed|necessary"
    r"|known|possible|relevant|answered|the\s+answer|your\s+answer|you|other|appropriate)\b"
    rf"(?:[,;]?[“”\"‘’']?\s*[:;–—-]\s*(?=[a-z]))?{_REST}{{0,170}}(?:[.?:][)\]]?|$|(?=\s[YNU]))",
    re.MULTILINE,
)
_ORDER = re.compile(
    rf"\s*(?i:{_PLEASE}(?:{_TOLD}))(?!\s*:|\s+of\b)\b{_REST}{{0,100}}(?:[.:]|$|(?=\s[YNU]))"
    r"|\s*(?i:please\s+)?(?i:specify|explain|describe|elaborate)\s*[:.]"
    r"|\s*(?i:answer|circle|select|choose)\s+[“\"]?(?i:yes)[”\"]?\s*(?:or|/)\s*[“\"]?(?i:no)[”\"]?\s*[.:]",
    re.MULTILINE,
)
# "listed in #19.", where the prompt's own words are of another wording.
_POINTER = re.compile(
    r"\s*(?:that (?:are|were) |as )?(?:listed|mentioned|given|named|noted|described|coded"
    r"|identified|stated|selected)"
    r"\s+(?:(?:in|under|at|for|by|with)\s+(?:the\s+)?(?:(?:answer|answers)\s+to\s+)?"
    r"(?:(?:question|questions|item|number|no\.?|q\.?)\s*)?#?\s*\d{1,3}|above|before)(?!\w)\s*[.:?)]*"
)
# The words of orders that no answer consists of.
_ORDER_WORDS = (
    "please pls kindly briefly fully also and or the these those this that it them any all such each "
    "every then if yes no so not applicable possible known necessary needed relevant appropriate "
    "available detail details provision provisions condition conditions article articles content contents "
    "reference references nature terms language wording source sources date dates page pages which what "
    "how why when who where here below above in of to for with by as at on from a an one more further "
    "only apply applies answer answers your response explanation description full brief exact quote "
    "quotation quotations additional information reason reasons citation citations number numbers text "
    "they are were example examples circumstances space y n affirmative"
)
_ORDERING = frozenset(_ORDER_WORDS.split())
_ALONE = frozenset(("specify", "explain", "describe", "elaborate"))  # orders of one word
# A line that may go on with such a sentence: not one with an answer's capital or value.
_GOES_ON = re.compile(
    rf"\s*(?:(?:yes|no|so|any),?\s+(?:{_TOLD}|{_ASKED})\b|COW\b|(?!(?i:yes|no|none|n/a|unknown)\b)[a-z(])"
)
_NEW = re.compile(
    r"(?<=[a-z]) (?=(?!Yes\b|No\b|COW\b)[A-Z“\"])"
)  # where an answer begins without a mark before it
_LAST_WORDS = re.compile(r"\s*[a-z]+(?: [a-z]+){0,2}[.:?]\s*")
_MANY = 5  # spaces between the words of a prompt that is long
_TAIL_ROWS = 10  # so far behind a prompt's first rows its last words and an answer may stand
_OF_PROMPT = 0.6  # … and one that ends a prompt's cell
_KNOWN = 0.75  # the share of its words that a sentence of a prompt has from the form


def has_tail(text: str) -> bool:
    """Whether such a sentence stands in the text."""
    return any(_tail_at(text, match.start()) for match in re.finditer(r"(?i)\(|\bif\b", text))


def is_tail(text: str) -> bool:
    """Whether a text is nothing but such a sentence, with a condition or an order in it."""
    bare = text.strip()
    return bool(bare) and _CONDITION.match(bare) is not None and _tail_at(bare) == len(bare)


def behind_tail(words: Words, place: Place, stop: int, question: Question) -> Place:
    """The place behind such sentences, where the prompt's own words did not take them in."""
    while True:
        text = words.text_from(place, stop)
        count = _tail_at(text) or menu_end(question, text)
        if not count:
            return place
        place = words.moved(place, count)


def is_ordering(word: str) -> bool:
    """Whether a word is one of those that tell a coder what to do."""
    return word in _ORDERING or bool(_TELLS.fullmatch(word))


def is_of_tail(word: str) -> bool:
    """Whether a word is one of the form's, or of those that tell a coder what to do."""
    return word in _known_words() or bool(_TELLS.fullmatch(word))


def is_of_prompt(question: Question, text: str) -> bool:
    """Whether a text that ends a prompt's cell is more of the prompt rather than an answer beside it."""
    words = WORD.findall(text.casefold())
    if not words:
        return True
    if opens_with_value(question, text) or re.search('[“"\\d]', text):
        return False
    known = sum(word in _known_words() or bool(_TELLS.fullmatch(word)) for word in words)
    return known >= _OF_PROMPT * len(words)


def behind_last_words(words: Words, place: Place, stop: int, is_value: Callable[[Place], bool]) -> Place:
    """The place behind a prompt's last words, where they stand alone on the next line.

    So they do if the prompt breaks off without a mark behind many words, they begin small and close the
    sentence, they are no value, and an answer follows.
    """
    row = words.rows[place.row].text
    if (
        row[place.column :].strip()
        or row[: place.column].count(" ") < _MANY
        or not row[: place.column][-1:].isalpha()
    ):
        return place
    filled = [
        at for at in range(place.row + 1, min(stop, place.row + _TAIL_ROWS)) if not words.rows[at].blank
    ]
    if len(filled) < 2:
        return place
    last = Place(filled[0], len(words.rows[filled[0]].text))
    if is_value(Place(last.row, 0)) or not _LAST_WORDS.fullmatch(words.rows[last.row].text):
        return place
    return last


def behind_yes_no(words: Words, place: Place, stop: int, no_questions: bool) -> Place:
    """The place behind "(Yes, No)" where that stands a few words on, with `no_questions` none between."""
    ahead = _YES_NO.match(words.text_from(place, stop))
    if ahead is None or (no_questions and "?" in ahead[0]):
        return place
    return words.moved(place, ahead.end())


def _tail_at(text: str, start: int = 0) -> int:
    """The place behind the sentence that begins there; 0 if none does."""
    for pattern in (_CHOICE, _POINTER):
        if match := pattern.match(text, start):
            return match.end()
    for pattern, is_tail in _SENTENCES:
        match = pattern.match(text, start)
        found = match[0] if match else ""
        for sentence in _as_far_as_lines_go(found) if found else ():
            whole = sentence == found
            if (whole or pattern is not _REMARK) and is_tail(sentence):
                return start + len(sentence)
    return 0


def _is_condition(sentence: str) -> bool:
    return bool(_TELLS.search(sentence)) and _is_of_form(sentence)


def _is_order(sentence: str) -> bool:
    """Whether it is an order, in words that no answer consists of."""
    words = WORD.findall(sentence.casefold())
    if len(words) == 1:
        return words[0] in _ALONE
    told = [word for word in words if not _TELLS.fullmatch(word)]
    denied = re.search(r"(?<!\bif )(?<!or )\b(?:yes(?! or )|no|not)\b", sentence.casefold())
    return not denied and all(word in _ORDERING for word in told)


def _as_far_as_lines_go(sentence: str) -> Iterator[str]:
    """The sentence as far as its lines go on with one another, then shorter by a line each."""
    lines = sentence.split("\n")
    begun = next(at for at, line in enumerate(lines) if line.strip())
    end = begun + 1
    while end < len(lines) and (_GOES_ON.match(lines[end]) or not lines[end].strip()):
        end += 1
    if new := _NEW.search(lines[begun]):
        yield "\n".join([*lines[:begun], lines[begun][: new.start()]])
    for count in range(end, begun, -1):
        yield "\n".join(lines[:count])


def _is_of_form(sentence: str) -> bool:
    """Whether nearly all words are the form's; all of them, where the sentence goes on in another line."""
    words = [word for word in WORD.findall(sentence.casefold()) if not word.isdecimal()]
    known = [word in _known_words() or bool(_TELLS.fullmatch(word)) for word in words]
    strange_end = words and not known[-1]
    return sum(known) >= _KNOWN * len(words) and not strange_end


@cache
def _known_words() -> frozenset[str]:
    return (
        frozenset(
            word
            for question in load_form().questions
            for wording in wordings(question)
            for word in wording.split()
        )
        | _ORDERING
    )


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_REMARK, _is_of_form),
    (_CONDITION, _is_condition),
    (_ORDER, _is_order),
)
