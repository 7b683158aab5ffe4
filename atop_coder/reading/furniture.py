"""Page headers, footers and page numbers: told apart from answers, listed, never thrown away."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from atop_coder.form import load_form
from atop_coder.reading.report import Line, Piece

_PAGE_NUMBER = re.compile(
    r"[-–—\[(]*\s*(?:(?:page|p\.|pg\.?)\s*)?(\d{1,3})\s*(?:(?:of|/)\s*\d{1,3})?\s*[-–—\])]*", re.I
)
SAYS_PAGE = re.compile(
    r"\s*[-–—\[(]*\s*(?:page|pg\.?)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–—\])]*\s*"
    r"|\s*[-–—]\s*\d{1,3}\s*[-–—]\s*|\s*\d{1,3}\s+of\s+\d{1,3}\s*",
    re.I,
)
_ENDS_WITH_PAGE = re.compile(
    r"\S.*[\s|·–—-]\s*(?:page|pg\.?|p\.)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*", re.I
)
_PROJECT = re.compile(
    r"\batop\b|alliance treaty obligations|cod(?:e|ing)\s*(?:sheet|book|form)|codesheet|confidential|draft",
    re.I,
)
_ANSWERLIKE = re.compile(
    r"(?:yes|no|none|n/?a|unknown|not known|not applicable)(?:\b.{0,3}|\s*[.,:;–—]\s+[^\s#].*)"
    r"|(?:treaty|public|tb[acd]|to be \w+|pending|unclear|both|same|(?:not|none) (?:stated|specified"
    r"|mentioned|said|given|clear|found|available))\b.{0,3}|see .{1,30}|[(\[].*",
    re.I,
)
_NUMBERED = re.compile(r"[\s(#q]*#\s*[.,):]")  # of a line's shape, where # stands for a number
# A quotation, or where it stands in the treaty: an answer's words, however often they come.
_QUOTES = re.compile(r"[“\"]|.*(?:[”\"]\s*\(|\((?:art|sec|chapter|par|preamble)\b)", re.I)
_DIGITS = re.compile(r"\d+")
REPEATED = "a page header or footer"
MIN_PAGE = 15  # lines that a page has at least, where nothing but repetition speaks for a header


def find_furniture(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The page headers, footers and page numbers among the lines, each with why it is taken for one."""
    found = {at: line.aside for at, line in enumerate(lines) if line.aside}
    for at, line in enumerate(lines):
        if at not in found and SAYS_PAGE.fullmatch(line.text):
            found[at] = "a page number"
        elif at not in found and _names_sheet_and_page(line.text):
            found[at] = REPEATED
    if not any(line.bottom for line in lines):  # where the places of lines are known, the reader told already
        found.update(_bare_numbers(lines))
        found.update(_repeated(lines, frozenset(found)))
    return tuple(Piece(lines[at].number, lines[at].text, why) for at, why in sorted(found.items()))


def _names_sheet_and_page(text: str) -> bool:
    """Whether a line is a header by its own words: "ATOP codesheet, page 2 of 9"."""
    return len(text) < 100 and bool(_PROJECT.search(text)) and bool(_ENDS_WITH_PAGE.fullmatch(text.strip()))


def may_be_answer(piece: Piece) -> bool:
    """Whether repetition is all that speaks for a header: somebody may have answered so again and again."""
    return piece.why == REPEATED and not _speaks_of_header(piece.text.strip())


def is_title(text: str) -> bool:
    """Whether a line above the first question is the sheet's own title, such as "ATOP CODING SHEET"."""
    return bool(_PROJECT.search(text)) and len(text) < 100 and not text.rstrip().endswith((".", "”"))


def _edges(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines at the top and foot of a page: three with text each, where pages are known."""
    edges: set[int] = set()
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.text.strip():
            pages[line.page].append(at)
    if len(pages) > 1:
        for of_page in pages.values():
            edges.update(of_page[:3], of_page[-3:])
    return frozenset(edges)


def _bare_numbers(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Numbers alone on a line that count the pages: at a page's edge, or 1, 2, 3 … far enough apart."""
    edges = _edges(lines)
    numbers = [
        (at, int(line.text))
        for at, line in enumerate(lines)
        if line.text.strip().isdecimal() and len(line.text.strip()) < 4 and int(line.text)
    ]
    if edges:
        fitting = [at for at, number in numbers if at in edges and abs(number - lines[at].page) <= 1]
        of_pages = [at for at in fitting if _alone(lines, at)]
        if len(of_pages) > 1 or lines[-1].page <= 2:  # one number on one of many pages is an answer
            yield from ((at, "a page number") for at in of_pages)
        return
    runs = [_run(numbers[start:], lines) for start, (_, number) in enumerate(numbers) if number == 1]
    best = max(runs, key=lambda run: (len(run), -_unevenness(run)), default=())
    if len(best) >= 3 or (len(best) == 2 and best[-1] == _last_with_text(lines)):
        yield from ((at, "a page number") for at in best)


def _run(numbers: Sequence[tuple[int, int]], lines: Sequence[Line]) -> tuple[int, ...]:
    """Places of 1, 2, 3 … as far apart as pages are; the last page may be a short one."""
    last = _last_with_text(lines)
    run: list[int] = []
    for at, number in numbers:
        if number == len(run) + 1 and (not run or at - run[-1] >= MIN_PAGE or at == last):
            run.append(at)
    return tuple(run)


def _unevenness(run: Sequence[int]) -> float:
    gaps = _gaps(run)[:-1]
    return max(gaps) / min(gaps) if gaps else 1.0


def _gaps(places: Sequence[int]) -> list[int]:
    return [later - earlier for earlier, later in pairwise(places)]


def _last_with_text(lines: Sequence[Line]) -> int:
    return max((at for at, line in enumerate(lines) if line.text.strip()), default=-1)


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a number at a page's edge is the outermost line of it, headers and other numbers aside."""
    page = lines[at].page
    texts = [(i, line.text) for i, line in enumerate(lines) if line.page == page and line.text.strip()]
    place = [i for i, _ in texts].index(at)
    return place in (0, 1, len(texts) - 1, len(texts) - 2)


@cache
def _prompt_words() -> str:
    """The words of all prompts: a line of them is the end of a wrapped prompt, however often it comes."""
    return " | ".join(_plain(question.prompt) for question in load_form().questions)


@cache
def _answers() -> frozenset[str]:
    """The words of all choices and statuses, each as it may stand alone on a line."""
    form = load_form()
    ways = [way for question in form.questions for choice in question.choices for way in choice.ways]
    told = [way for status in form.statuses for way in (status.label, *status.spellings)]
    return frozenset(_plain(way) for way in (*ways, *told) if way)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _shape(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()).casefold())


def _repeated(lines: Sequence[Line], known: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Lines that come again and again but for a number, where pages begin and end."""
    edges = _edges(lines)
    alike: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.text.strip() and len(line.text.strip()) < 120 and at not in known:
            alike[_shape(line.text)].append(at)
    for shape, places in alike.items():
        if _is_header(shape, places, lines, edges):
            yield from ((at, REPEATED) for at in places)


def _is_header(shape: str, places: Sequence[int], lines: Sequence[Line], edges: frozenset[int]) -> bool:
    text = lines[places[0]].text.strip()
    if len(places) < 2 or shape == "#" or is_of_sheet(text, shape):
        return False
    if len(places) > 2 and _ENDS_WITH_PAGE.fullmatch(text) and _counts_up(places, lines):
        return True
    at_edges = all(at in edges for at in places)
    if min(_gaps(places)) < MIN_PAGE and not at_edges:
        return False
    if _speaks_of_header(text):
        return at_edges or len(text) < 80 or _counts_up(places, lines)
    if at_edges:
        one_a_page = len({lines[at].page for at in places}) == len(places)
        return one_a_page and not _is_sentence(text) and not _is_link(text)
    return not _is_sentence(text) and not _is_link(text) and len(places) >= 3 and _is_even(places)


def is_of_sheet(text: str, shape: str) -> bool:
    """Whether a line is a prompt's end, a short answer, a quotation, or begins like a numbered question."""
    answer = _ANSWERLIKE.fullmatch(shape) or _QUOTES.match(text) or _plain(text) in _answers()
    return bool(_plain(text) in _prompt_words() or answer or _NUMBERED.match(shape))


_SAYS_YES_OR_NO = re.compile(r"\b(?:yes|no)\b(?!\.\s*\d)", re.IGNORECASE)


def _speaks_of_header(text: str) -> bool:
    """Whether its own words tell a header: the project's name, or "Page 3" at its end."""
    if _ENDS_WITH_PAGE.fullmatch(text):
        return True
    if _SAYS_YES_OR_NO.search(text):
        return False
    return bool(_PROJECT.search(text)) and not text.rstrip().endswith((".", "”"))


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ";", ","))


def _is_even(places: Sequence[int]) -> bool:
    """Whether the places are about equally far apart, as pages are."""
    gaps = _gaps(places)
    return max(gaps) - min(gaps) <= 0.15 * max(gaps)


def _counts_up(places: Sequence[int], lines: Sequence[Line]) -> bool:
    last = [re.findall(r"\d+", lines[at].text)[-1:] for at in places]
    numbers = [int(found[0]) for found in last if found]
    return len(numbers) == len(places) and all(gap > 0 for gap in _gaps(numbers))


def _is_link(text: str) -> bool:
    return bool(re.fullmatch(r"\s*<?(?:https?://|www\.)\S+\s*", text))
