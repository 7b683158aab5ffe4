"""Puts wrapped lines back together: which line ends are the page's, and which the author's.

A wrapped line is one where the next line's first word would not have fitted. How wide the page was is learned
from the prompts, whose words are known, and from answers that plainly go on in the next line.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from atop_coder.reading.found import Found
from atop_coder.reading.report import Line
from atop_coder.reading.rows import Row

Measure = Callable[[str], float]

_SLACK = 1.015  # letters are not measured to the point
_NARROWER = 0.86  # an indented block may be this much narrower than the prompts
_NEARLY = 0.93  # from here on a line may have ended for want of room although a word seems to fit
_SHORT = 0.58  # a line shorter than this did not end for want of room
# A citation or a remark in brackets belongs to what it follows; "(a)" and "(12)" begin an item of a list.
_CITATION = re.compile(r"[(\[](?!\w{1,2}[)\]])[^()\[\]]{2,60}[)\]]")
# Words that no sentence ends with.
_HANGING = re.compile(
    r"\b(?:the|a|an|of|in|and|or|to|by|see|for|with|against|from|on|at|that|may|shall|its|their|any"
    r"|art\.|arts\.|sec\.|no\.|nos\.|article|articles|section|sections)$",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.!?:;][)\]”\"’']*$|[)\]”\"]$")
_OPENS = re.compile(r"[\"“‘(\[]*[A-Z0-9ÀÖ-ÞÉ•*·–—-]")
_LOWER = re.compile(r"[\"“‘(\[…]*[a-zà-öø-ÿ]")
_LEAD = re.compile(
    r"[\"“(\[]*(?:(?P<word>section|sec\.|art\.|article|articles|arts\.|chapter|protocol|annex|preamble|paragraph|para\.|§)\s*[\dIVXLC]+"
    r"|(?P<bullet>[•*·▪–—-])\s|\(?(?P<item>\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s)",
    re.IGNORECASE,
)


class _Widths(dict[int, str]):
    """Characters by their width, in hundredths of the type size, as a character of that number."""

    def __missing__(self, char: int) -> str:
        return chr(48)


# Widths of a common text face (the metrics of Times, rounded).
_WIDTHS = _Widths(
    {ord(char): chr(27) for char in "iljt.,;:'’‘|!/ "}
    | {ord(char): chr(35) for char in 'fr()[]-I“”"'}
    | {ord(char): chr(69) for char in "wABCDEFGHKNOPQRTUVXYZ&"}
    | {ord(char): chr(85) for char in "mMW—…"}
)


def proportional(text: str) -> float:
    """The width of a text as a proportional typeface sets it."""
    return float(sum(text.translate(_WIDTHS).encode("latin-1")))


def counted(text: str) -> float:
    """The width of a text in characters."""
    return float(len(text))


def _never(_text: str) -> bool:
    return False


@dataclass(frozen=True)
class Layout:
    """What is known of a sheet's pages: blank rows between lines, how wide a line may be (0 = no bound).

    `ends` holds what the file itself tells: line number -> whether a paragraph ends with that line.
    """

    gap: int = 0
    prompt_width: float = 0.0
    answer_width: float = 0.0
    by_count: bool = True
    indents: bool = False
    ends: Mapping[int, bool] = field(default_factory=dict)

    def width(self, text: str) -> float:
        return counted(text) if self.by_count else proportional(text)

    def joins(self, above: str, below: str, before: str = "", opened: bool = False) -> bool:
        """Whether the line below goes on with the paragraph of the line above.

        `before` stood ahead of that line; `opened` tells that a bracket of the paragraph is still open.
        """
        if not self.prompt_width:
            return False
        indented = self.indents and below[:1].isspace() and not above[:1].isspace()
        above, below = above.rstrip(), below.strip()
        needed = self.width(f"{(before + above).strip()} {_first_word(below)}")
        full = needed / self.prompt_width
        if full > _SLACK and not indented:
            return not (_ends(above) and _same_lead(above, below))
        if opened and ")" in below:
            return full > _SHORT / 2
        if _LOWER.match(below) and not _ends_sentence(above):
            return full > _SHORT
        if indented:
            return False
        if _CITATION.match(below) or _HANGING.search(above):
            return full > _SHORT
        if above.endswith((";", ":")):
            return full > (_NARROWER if _LOWER.match(below) else _NEARLY) and not _same_lead(above, below)
        if _ends(above) and _OPENS.match(below):
            return not self._fits_no_answer(needed) and _goes_on(above, below)
        return full > _NARROWER and not _LEAD.match(below)

    def _fits_no_answer(self, needed: float) -> bool:
        return not self.answer_width or needed <= self.answer_width * _SLACK

    def paragraphs(self, rows: Sequence[Row], whole: Callable[[str], bool] = _never) -> list[str]:
        """The paragraphs of an answer's rows; a first line that is `whole` (a value, such as "No") is one."""
        parts: list[list[str]] = []
        blanks, broken, before, ended, opened = 0, False, "", None, False
        for row in rows:
            broken = broken or row.page_break
            if row.blank:
                blanks += 1
                continue
            near = blanks <= self.gap or (broken and parts and not _ends_sentence(parts[-1][-1].rstrip()))
            alone = len(parts) == 1 and len(parts[0]) == 1 and whole(parts[0][0])
            together = parts and not alone and (near if ended is None else not ended)
            if together and (ended is False or self.joins(parts[-1][-1], row.text, before, opened)):
                parts[-1].append(row.text)
                opened = _leaves_open(row.text, opened)
            else:
                parts.append([row.text])
                opened = _leaves_open(row.text)
            blanks, broken, before, ended = 0, False, row.before, self.ends.get(row.number)
        return [_join(part) for part in parts]


def learn_layout(rows: Sequence[Row], prompts: Sequence[Found], answers: Iterable[Sequence[Row]]) -> Layout:
    """The layout of a sheet, from where its prompts are broken and from what its answers show."""
    within = _Pairs([rows[one.row : one.end_row + 1] for one in prompts if one.end_row > one.row])
    between = _Pairs([list(answer) for answer in answers])
    gap = within.gap if within.pairs else (1 if between.never_adjacent else 0)
    carried = [pair for pair in between.with_gap(gap) if _plainly_goes_on(*pair)]
    known = within.pairs or carried
    if not known or (not within.pairs and len(carried) < 3):
        return Layout(gap=gap)
    by_count = _misfit(known, counted) <= _misfit(known, proportional)
    measure = counted if by_count else proportional
    widest = max(measure(_stripped(above)) for above, _ in known)
    answer_width = max((measure(_stripped(above)) for above, _ in carried), default=0.0)
    width = max(widest, min(_bound(known, measure), widest * 1.04), min(answer_width, widest * 1.1))
    indents = len(carried) >= 3 and not any(below[:1].isspace() for _, below in carried)
    return Layout(gap, width, answer_width, by_count, indents)


def told_ends(lines: Iterable[Line], rows: Sequence[Row], prompts: Sequence[Found]) -> dict[int, bool]:
    """Line number -> whether a paragraph ends there, as far as the file tells it.

    Nothing where the paragraphs of the file are only the lines of a page, as in text that was pasted: then
    prompts go on in the next paragraph in the middle of a sentence.
    """
    ends = {line.number: line.ends for line in lines if line.ends is not None}
    torn = sum(_is_torn(rows[one.row : one.end_row + 1], ends) for one in prompts)
    return {} if torn * 4 > len(prompts) else ends


def _is_torn(prompt: Sequence[Row], ends: Mapping[int, bool]) -> bool:
    return any(ends.get(row.number) and not _ends(row.text) for row in prompt[:-1] if not row.blank)


class _Pairs:
    """Lines that follow one another within blocks of rows, with the blank rows between them."""

    def __init__(self, blocks: Iterable[Sequence[Row]]) -> None:
        self.all = [triple for block in blocks for triple in _following(block)]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(above, below) for above, below, _ in self.all]

    def with_gap(self, gap: int) -> list[tuple[str, str]]:
        return [(above, below) for above, below, blanks in self.all if blanks <= gap]

    @cached_property
    def gap(self) -> int:
        return int(median(blanks for *_, blanks in self.all))

    @property
    def never_adjacent(self) -> bool:
        adjacent = sum(blanks == 0 for *_, blanks in self.all)
        return bool(self.all) and adjacent * 20 < len(self.all)


def _following(rows: Sequence[Row]) -> Iterator[tuple[str, str, int]]:
    above, blanks = None, 0
    for row in rows:
        if row.blank:
            blanks += 1
            continue
        if above is not None and not row.page_break:
            yield above, row.text, blanks
        above, blanks = row.before + row.text, 0


def _stripped(text: str) -> str:
    return text.strip()


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0] if text.strip() else ""


def _bound(pairs: Sequence[tuple[str, str]], measure: Measure) -> float:
    return min(measure(f"{_stripped(above)} {_first_word(below)}") for above, below in pairs)


def _misfit(pairs: Sequence[tuple[str, str]], measure: Measure) -> float:
    """By how much the widest line exceeds what should not have fitted; small for a good measure."""
    widest = max(measure(_stripped(above)) for above, _ in pairs)
    return (widest - _bound(pairs, measure)) / widest


def _ends(text: str) -> bool:
    return bool(_TERMINAL.search(text.rstrip()))


def _ends_sentence(text: str) -> bool:
    """Whether the line closes a sentence; an abbreviation such as "Art." does not."""
    text = text.rstrip()
    return _ends(text) and not re.search(
        r"\b(?:Art|Arts|Sec|No|Nos|Mr|Dr|St|vol|pp?|cf|e\.g|i\.e|etc|vs)\.$", text
    )


def _leaves_open(text: str, before: bool = False) -> bool:
    """Whether a bracket is open behind the line; `before` tells whether one was open ahead of it."""
    opens, closes = text.rfind("("), text.rfind(")")
    return before if opens == closes else opens > closes


def _plainly_goes_on(above: str, below: str) -> bool:
    return bool(_LOWER.match(below.strip())) and not _ends(above)


def _same_lead(above: str, below: str) -> bool:
    """Whether both lines begin like items of one list: "Section 9 —", "(a)", a bullet."""
    if _first_word(above) == _first_word(below) and len(_first_word(below)) > 3:
        return True
    first, second = _LEAD.match(above.strip()), _LEAD.match(below)
    return bool(first and second and first.lastgroup == second.lastgroup)


def _goes_on(above: str, below: str) -> bool:
    """Whether the line below belongs to a sentence that only seems to end above: "(Art." and "12)"."""
    return not _ends_sentence(above) or (above.count("(") > above.count(")") and ")" in below)


def _join(lines: Sequence[str]) -> str:
    parts = [lines[0].strip()]
    for line in lines[1:]:
        line = line.strip()
        hyphen = re.search(r"[^\W\d_]-$", parts[-1][-2:]) and re.match(r"(?!(?:and|or|to)\b)[^\W\d_]", line)
        parts.append(line if hyphen else f" {line}")
    return "".join(parts)
