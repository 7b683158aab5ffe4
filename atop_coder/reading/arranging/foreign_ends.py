"""Where a prompt in Spanish or French ends: behind the sentences that tell a coder what to do."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from atop_coder.form import Question
from atop_coder.reading.arranging.arranged import part
from atop_coder.reading.arranging.wordings import prompts_in
from atop_coder.reading.numbering import NUMBER
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.report import Line
from atop_coder.reading.words import plain

_SHORT = 30  # characters; so short a line did not break for want of room
KNOWN = 0.6  # the share of words that a sentence, or a bracket, has from the prompts
# What goes on telling the coder what to do: "Si es así, descríbalas", "Si oui, décrire".
_TELLS = re.compile(
    r"(?:¿|si\s+(?!,)\w|en\s+caso\s+(?:afirmativo|negativo|de)|de\s+ser\s+(?:así|afirmativ)|en\s+ese\s+caso|describ|descríb|indi(?:que|car)"
    r"|especifi|enumer|list[ea]\b|mencion|nombr[ea]|explique|cuál|qué\b|s[’']il|s[’']ils|le\s+cas\s+échéant|dans\s+(?:l[’']affirmative|ce\s+cas)"
    r"|en\s+cas\s+de\s+réponse|décri|précis|indiqu|énumér|cite[rz]?\b|nomme|expliqu|quel|lequel|lesquel|laquelle|not(?:er|ez|e)\b|veuillez)",
    re.IGNORECASE,
)
# A bracket behind a prompt that tells what to do.
_REMARK = re.compile(
    r"\(\s*(?:list|[ée]num|indi|coch|marq|s[ée]lec|choi|elij|not[aeé]|anot|util|us[ea]"
    r"|r[ée]p|resp|p\. ?e|por ej|par ex|ne |no |inclu)",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:s[íi]|no|oui|non|n/a|yes)(?:\s*$|[.,;:!)]|\s+[–—-])", re.IGNORECASE)
_CONDITION = re.compile(r"si\s+(?:oui|non|es\b|no\s+lo|lo\b|hay|la\b|le\b|cela|articles|vous)", re.IGNORECASE)
_FULL_STOP = re.compile(r"\.(?=\s*$|\s*\n|\s+[A-ZÀ-Þ¿(\"“«])")
_ABBREVIATIONS = frozenset(("n", "p", "ej", "ex", "art", "arts", "núm", "num", "cf", "s", "o", "a"))
_BROKEN = re.compile(
    r"(?:no|sans|non|se)\n(?:aplica|procede|corresponde|objet|applicable|desconoce)\b.*", re.IGNORECASE
)
# Words that no sentence ends with.
_HANGING = re.compile(
    r"(?:\b(?:si|el|la|los|las|de|del|en|y|o|le|les|des|du|et|ou|au|aux|question|pregunta)|n[.°º]*)$", re.I
)


def behind_prompt(block: Sequence[Line], start: int, question: Question, language: str) -> tuple[int, int]:
    """The line of a block, and the column in it, behind what asks; its number ends at `start`."""
    text = "\n".join(line.text for line in block)
    end = start + sentence_end(text[start:])
    while end < len(text):
        at = end + len(text[end:]) - len(text[end:].lstrip())
        rest = text[at:]
        length = _telling_end(rest, language)
        told = rest[:1] == "(" or rest[length - 1 : length] == "?" or _CONDITION.match(rest)
        value = not told and opens_with_value(question, rest)
        if not length or value:
            break
        end = at + length
    colon = re.match(r"[ ]*:", text[end:])
    end += colon.end() if colon else 0
    before = text[:end]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def with_words_whole(lines: Sequence[Line]) -> list[Line]:
    """The lines of an answer, of which the first two do not part "No" and "aplica"."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()][:2]
    if len(filled) < 2 or not _BROKEN.fullmatch("\n".join(lines[at].text.strip() for at in filled)):
        return list(lines)
    first, second = filled
    word = lines[second].text.split()[0]
    whole = replace(lines[first], text=f"{lines[first].text.rstrip()} {word}")
    rest = part(lines[second], lines[second].text.index(word) + len(word))
    return [*lines[:first], whole, *lines[first + 1 : second], rest, *lines[second + 1 :]]


def sentence_end(text: str) -> int:
    """The end of the sentence that a text begins with: by its mark outside brackets, or by a line's."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "\n" and _stands_alone(text, at) and (depth <= 0 or not _below(text, at)):
            return at
        if depth <= 0 and _closes(text, at, char):
            return at + 1
    return len(text)


def _closes(text: str, at: int, char: str) -> bool:
    """Whether the character there is a mark that closes a sentence; of "? :" the colon does."""
    if char == ".":
        return bool(_FULL_STOP.match(text, at)) and not _is_short_word(text, at)
    return char in "?:" and text[at + 1 :].lstrip(" \t")[:1] != ":"


def _below(text: str, at: int) -> str:
    """The line that follows the line end there."""
    return text[at + 1 :].split("\n", 1)[0].strip()


def _stands_alone(text: str, at: int) -> bool:
    """Whether a line ends at that place for good: a blank one, or one that begins anew, follows."""
    below = _below(text, at)
    if _HANGING.search(text[:at].rstrip()):
        return not below
    new = at - text.rfind("\n", 0, at) <= _SHORT and (below[:1].isupper() or below[:1] == "¿")
    return not below or new or bool(NUMBER.match(below)) or bool(_VALUE.match(below))


def _is_short_word(text: str, at: int) -> bool:
    """Whether the full stop behind it is that of an abbreviation, such as "n.º" or "p. ej."."""
    word = re.search(r"[^\W\d_]+$", text[:at])
    return bool(word and word[0].casefold() in _ABBREVIATIONS)


def _telling_end(text: str, language: str) -> int:
    """The end of a sentence, or a bracket, that goes on telling what to do; 0 for another."""
    if text.startswith("("):
        close = _closing(text)
        end = close + (text[close : close + 1] in (".", ":"))
        told = _REMARK.match(text) or known_share(text[:close], language) >= KNOWN
        return end if told else 0
    end = sentence_end(text)
    goes_on = text[end - 1 : end] == "?" and known_share(text[:end], language) >= KNOWN
    return end if goes_on or _TELLS.match(text) else 0


def known_share(text: str, language: str) -> float:
    """The share of a text's words that stand in the prompts of that language."""
    words = plain(text).split()
    return sum(word in _vocabulary(language) for word in words) / max(1, len(words))


def _closing(text: str) -> int:
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return at + 1
    return len(text)


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """The words of all prompts in a language, and of the answers printed behind them."""
    words = {word for ways in prompts_in(language).values() for way in ways for word in plain(way).split()}
    return frozenset(words | {"sí", "si", "no", "oui", "non", "o", "ou"})
