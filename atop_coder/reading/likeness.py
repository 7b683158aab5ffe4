"""How alike a text is to the prompts of the form, whose older and shorter wordings count too."""

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from atop_coder.form import Form, Question, load_form
from atop_coder.reading.words import WORD, plain

CLEARLY = 0.97  # likeness of words that are a prompt's but for a letter or two
SURE = 0.86  # likeness from which a prompt is taken for what its number says, wherever it stands
LIKELY = 0.68  # … where it stands between its neighbours
WORDLESS = 0.40  # … where the answer after it also fits the question
MISNUMBERED = 0.93  # … and that one with another question's number needs
UNNUMBERED = 0.80  # likeness that a prompt without its number needs
COVERED = 0.35  # what it weighs, beside likeness, how much of a wording a text covers
_BEGINNINGS = 3  # of the first three wordings, a text may be the beginning alone
# Common words that look like a slip for another one, as "they" for "the".
_NO_SLIPS = frozenset(
    ("none", "they", "them", "then", "than", "there", "here", "this", "thus", "have", "were", "been")
)
_OPENING = 80  # characters that hold the first words of a prompt
_LONGEST = 40  # letters that no word of a prompt has
_FIRST = 26  # characters that tell most prompts from one another
_FEW_ALIKE = 8  # questions
_PARENTHESES = re.compile(r"\([^()]*\)")


def raw_texts(question: Question) -> tuple[str, ...]:
    """The ways a prompt is worded, as they are written."""
    bare = _PARENTHESES.sub(" ", question.prompt)
    first = re.split(r"(?<=[?:])", bare)[0]
    return (question.prompt, bare, first, *question.also, question.short)


@cache
def wordings(question: Question) -> tuple[str, ...]:
    """The ways a prompt is worded, plain: official, without parentheses, older and shorter ones."""
    return tuple(dict.fromkeys(plain(text) for text in raw_texts(question)))


def may_ask(text: str) -> bool:
    """Whether a text begins with the first word of some prompt's wording: a look that costs little."""
    match = WORD.search(text[:_OPENING].casefold())
    return match is not None and match[0] in _first_words(load_form())


@cache
def _first_words(form: Form) -> frozenset[str]:
    return frozenset(way.split()[0] for question in form.questions for way in wordings(question))


@cache
def raw_wordings(question: Question) -> tuple[tuple[str, ...], ...]:
    """The words of each wording as they are written."""
    return tuple(dict.fromkeys(tuple(WORD.findall(text)) for text in raw_texts(question)))


@cache
def telling_words(question: Question) -> frozenset[str]:
    """The longer words of a prompt, which few other prompts have."""
    return frozenset(word for wording in wordings(question) for word in wording.split() if len(word) >= 5)


@cache
def _words_of(question: Question) -> frozenset[str]:
    return frozenset(word for wording in wordings(question) for word in wording.split())


def is_word_of(question: Question, word: str) -> bool:
    """Whether a word is one of the prompt's in some wording, a slip of the pen allowed."""
    return len(word) < _LONGEST and _is_word_of(question, word)


@lru_cache(maxsize=20_000)
def _is_word_of(question: Question, word: str) -> bool:
    known = _words_of(question)
    if word in known or len(word) < 4 or word in _NO_SLIPS:
        return word in known
    return any(fuzz.ratio(word, one) >= 75 for one in known)


def alike(word: str, other: str) -> bool:
    """Whether two folded words are the same but for a slip of the pen."""
    return word == other or (
        min(len(word), len(other)) > 3
        and word[0] == other[0]
        and not {word, other} & _NO_SLIPS
        and fuzz.ratio(word, other) >= 75
    )


def is_wording(question: Question, text: str) -> bool:
    """Whether a plain text is the whole of a wording, a slip of the pen allowed."""
    return len(text) <= _lengthiest(question) and _is_wording(question, text)


@cache
def _lengthiest(question: Question) -> float:
    """How long a text can be that is one of the wordings but for slips."""
    return max(len(wording) for wording in wordings(question)) * 1.2


@lru_cache(maxsize=20_000)
def _is_wording(question: Question, text: str) -> bool:
    return bool(process.extractOne(text, wordings(question), scorer=fuzz.ratio, score_cutoff=92))


@cache
def official_words(question: Question) -> tuple[str, ...]:
    """The words of the official prompt."""
    return tuple(wordings(question)[0].split())


@cache
def whole_wordings(question: Question) -> tuple[tuple[str, ...], ...]:
    """The words of each wording, the longest first."""
    return tuple(sorted((tuple(wording.split()) for wording in wordings(question)), key=len, reverse=True))


def likeness(question: Question, text: str) -> tuple[float, float]:
    """How alike a plain text is to the prompt or its beginning, and how much of it it covers (0 to 1)."""
    best = (0.0, 0.0)
    for place, wording in enumerate(wordings(question)):
        part = wording if place >= _BEGINNINGS else _beginning(wording, len(text))
        alike = fuzz.ratio(part, text) / 100
        covered = min(1.0, len(text) / len(wording))
        if alike + COVERED * covered > best[0] + COVERED * best[1]:
            best = (alike, covered)
    return best


def _beginning(wording: str, length: int) -> str:
    """The first `length` characters of a wording, or all of it where little is left."""
    return wording if length >= len(wording) * 0.97 else wording[:length]


@lru_cache(maxsize=4096)  # lines of lists and tables begin with the same words
def begin_alike(form: Form, text: str) -> frozenset[int]:
    """The numbers of the questions of which a wording begins about as a plain text does.

    They are told by the first characters, and where many questions begin so, by some more: the likest few.
    """
    found = _alike(form, text[:_FIRST], 70)
    if len(found) <= _FEW_ALIKE or len(text) <= _FIRST:
        return frozenset(found)
    more = _alike(form, text, 60)
    likest = sorted(found.keys() & more.keys(), key=lambda number: -more[number])
    return frozenset(likest[:_FEW_ALIKE])


def _alike(form: Form, text: str, least: float) -> dict[int, float]:
    """Question -> by how much its likest wording begins as the text does, of 100, if at least so much."""
    found: dict[int, float] = {}
    for size, (numbers, cut) in _beginnings(form, len(text)).items():
        alike = process.extract_iter(text[:size], cut, scorer=fuzz.ratio, score_cutoff=least)
        for _, score, place in alike:
            found[numbers[place]] = max(score, found.get(numbers[place], 0.0))
    return found


@cache
def _beginnings(form: Form, length: int) -> dict[int, tuple[list[int], list[str]]]:
    """All wordings cut to a length, by how long they then are, with the numbers of their questions."""
    cut: dict[int, tuple[list[int], list[str]]] = {}
    for question in form.questions:
        for wording in wordings(question):
            numbers, beginnings = cut.setdefault(min(length, len(wording)), ([], []))
            numbers.append(question.number)
            beginnings.append(wording[:length])
    return cut


def rest_alike(question: Question, covered: int, words: str, length: int, least: float) -> bool:
    """Whether the words go on as the official prompt does behind its first `covered` characters."""
    following = wordings(question)[0][covered : covered + length].strip()
    return len(following) > 6 and fuzz.ratio(following, words[: len(following)]) >= least
