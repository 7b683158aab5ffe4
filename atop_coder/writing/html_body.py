"""The body of a sheet as HTML: one template for the web page and for what is printed from it.

Nothing of a sheet is ever markup: all text goes through `escape`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from atop_coder.form import Form, Kind, Question, Section
from atop_coder.sheet import Answer, Sheet
from atop_coder.sheet.blocks import Block, Role, answer_blocks
from atop_coder.writing.addresses import part_addresses
from atop_coder.writing.finding import SEVERITIES, Finding
from atop_coder.writing.title import summary_of, title_of


def sheet_body(sheet: Sheet, form: Form, problems: Iterable[Finding] = ()) -> str:
    """Heading, sections and questions; each question has the anchor `q11`, each section `section-1`."""
    found = _by_question(problems)
    top = (*_top(sheet, form), *_counts(found))
    sections = (_section(place, one, sheet, form, found) for place, one in enumerate(form.sections, start=1))
    return "\n".join(("<header>", *top, "</header>", "<main>", *sections, "</main>"))


def section_links(form: Form) -> str:
    """Links to the sections."""
    links = (
        f'<a href="#section-{place}">{escape(f"{section.numeral}. {section.title}")}</a>'
        for place, section in enumerate(form.sections, start=1)
    )
    return "\n".join(('<nav aria-label="Sections">', *links, "</nav>"))


def _by_question(problems: Iterable[Finding]) -> Mapping[int, Sequence[Finding]]:
    found = defaultdict(list)
    for problem in sorted(problems, key=lambda one: SEVERITIES.index(one.severity)):
        found[problem.question].append(problem)
    return found


def _top(sheet: Sheet, form: Form) -> Iterator[str]:
    yield f"<h1>{escape(title_of(sheet))}</h1>"
    yield f'<p class="summary">{escape(summary_of(sheet, form))}</p>'


def _counts(found: Mapping[int, Sequence[Finding]]) -> Iterator[str]:
    """How many problems there are of each severity, with links to their questions."""
    for severity in SEVERITIES:
        counts = {number: sum(one.severity == severity for one in found[number]) for number in sorted(found)}
        questions = [number for number, count in counts.items() if count]
        if questions:
            many = f"{(total := sum(counts.values()))} {severity}{'s' if total > 1 else ''}"
            links = ", ".join(f'<a href="#q{number}">{number}</a>' for number in questions)
            word = "question" if len(questions) == 1 else "questions"
            yield f'<p class="found"><b class="{escape(severity)}">{many}</b> in {word} {links}</p>'


def _section(
    place: int, section: Section, sheet: Sheet, form: Form, found: Mapping[int, Sequence[Finding]]
) -> str:
    questions = (
        _question(question, sheet[question.number], form, found.get(question.number, ()))
        for question in form.questions_of(section)
    )
    head = f'<h2 id="section-{place}">{escape(section.heading)}</h2>'
    return "\n".join((f'<section aria-labelledby="section-{place}">', head, *questions, "</section>"))


def _question(question: Question, answer: Answer, form: Form, found: Sequence[Finding]) -> str:
    prompt = escape(f"{question.number}. {question.prompt}")
    return "\n".join(
        (
            f'<article id="q{question.number}">',
            f"<h3>{prompt}</h3>",
            *_answer(question, answer, form),
            *_problems(found),
            "</article>",
        )
    )


def _answer(question: Question, answer: Answer, form: Form) -> Iterator[str]:
    if answer.is_blank:
        yield '<p class="blank"></p>'
    for role, blocks in groupby(answer_blocks(question, answer, form), key=lambda block: block.role):
        if role == Role.VALUE and question.kind == Kind.MEMBERS and answer.value:
            yield _table(blocks)
        else:
            name = "value" if role == Role.VALUE else "text"
            yield from (f'<p class="{name}" dir="auto">{_with_links(block.text)}</p>' for block in blocks)


def _table(members: Iterable[Block]) -> str:
    """A row a member: its code, and the name with what else the line says."""
    rows = (
        f'<tr><th scope="row">{escape(code)}</th><td>{_with_links(name)}</td></tr>'
        for code, _, name in (member.text.partition(" ") for member in members)
    )
    return "\n".join(('<table class="members" cellspacing="0" cellpadding="0">', *rows, "</table>"))


def _problems(found: Sequence[Finding]) -> Iterator[str]:
    if found:
        yield '<ul class="problems">'
        for problem in found:
            word = escape(problem.severity)
            yield f'<li class="{word}"><b>{word.capitalize()}:</b> {escape(problem.message)}</li>'
        yield "</ul>"


def _with_links(text: str) -> str:
    return "".join(
        f'<a href="{escape(address)}" rel="noreferrer">{escape(part)}</a>' if address else escape(part)
        for part, address in part_addresses(text)
    )
