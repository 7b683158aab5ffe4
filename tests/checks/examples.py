"""A sheet without any problem, and for every code changes that bring it about or just do not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from atop_coder.checks import Problem, check
from atop_coder.form import load_form
from atop_coder.sheet import Sheet, make_answer

TODAY = date(2026, 6, 1)
FORM = load_form()
NA = {"status": "not_applicable"}
UNKNOWN = {"status": "unknown"}
BLANK = {"status": "blank"}
NO = {"value": "no"}

GOOD: Mapping[int, Mapping[str, Any]] = MappingProxyType(
    {question.number: NO for question in FORM.questions if question.kind == "yes_no"}
    | {
        1: {"value": 9990},
        2: NA,
        3: {"value": [{"date": "1925-06-01"}]},
        4: {"value": [{"ccode": 230, "name": "Spain"}, {"ccode": 235, "name": "Portugal"}]},
        6: {"value": "treaty"},
        7: {"value": "public"},
        10: {"value": "yes", "details": "“The present treaty is concluded for five years.” (Art. 7)"},
        13: {"value": 0},
        14: {"value": {"dates": [{"date": "1930-06-01"}]}, "details": "The treaty itself (Art. 7)"},
        15: {"details": "Its term ran out."},
        16: {"value": ["defense"]},
        17: NA,
        18: {
            "details": "“If one of the parties is attacked, the other comes to its aid.” (Art. 1) [Defense]"
        },
        19: {"value": []},
        20: NA,
        24: {"value": "yes"},
        58: {"details": "Treaty"},
        59: {"details": "League of Nations Treaty Series"},
        60: {"value": "2024-03"},
        61: {"value": ["Ada Byron"]},
    }
)


def sheet(changes: Mapping[int, Mapping[str, Any]] | None = None) -> Sheet:
    """The good sheet with some answers changed."""
    answers = {**GOOD, **(changes or {})}
    return Sheet.of({number: make_answer(FORM.question(number), data) for number, data in answers.items()})


def problems(changes: Mapping[int, Mapping[str, Any]] | None = None, code: str = "") -> list[Problem]:
    """The problems of the good sheet with some answers changed: all, or those of one code."""
    return [problem for problem in check(sheet(changes), TODAY) if code in ("", problem.code)]


def members(*codes: int) -> dict[str, Any]:
    return {"value": [{"ccode": code, "name": ""} for code in codes]}


def signed(*dates: str, states: tuple[tuple[int, ...], ...] = ()) -> dict[str, Any]:
    """An answer to question 3; `states` are those of each date, in the same order."""
    entries = [{"date": day} for day in dates]
    return {
        "value": [{**entry, "states": list(codes)} for entry, codes in zip(entries, states, strict=True)]
        if states
        else entries
    }


def ended(*dates: str, states: tuple[int, ...] = ()) -> dict[str, Any]:
    return {
        "value": {"dates": [{"date": day, "states": list(states)} for day in dates]},
        "details": "The treaty",
    }


def in_effect(day: str) -> dict[str, Any]:
    return {"value": {"in_effect_as_of": day}, "details": "according to the treaty series"}


def yes(details: str = "", **parts: Any) -> dict[str, Any]:
    return {"value": "yes", "details": details, **parts}


@dataclass(frozen=True)
class Example:
    """Changes that bring a problem about in a question, and changes near to them that do not."""

    code: str
    question: int
    changes: Mapping[int, Mapping[str, Any]]
    near: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)


QUOTED = "“The parties shall not attack one another.”"
LONG_COMMENT = "The treaty names no adversary but speaks of any attack by land or sea"

EXAMPLES = (
    # an answer against its question
    Example("blank", 5, {5: BLANK}, {43: BLANK}, {"questions": [5]}),
    Example("blank", 6, {6: BLANK, 8: BLANK, 9: BLANK, 61: {"value": []}}, {}, {"questions": [6, 8, 9, 61]}),
    Example("status-not-allowed", 4, {4: UNKNOWN}, {3: UNKNOWN}, {"status": "unknown"}),
    Example("status-not-allowed", 1, {1: NA}, {2: NA}, {"status": "not_applicable"}),
    Example("status-unusual", 17, {17: UNKNOWN}, {17: NA}, {"status": "unknown"}),
    Example("status-unusual", 3, {3: NA}, {3: UNKNOWN}, {"status": "not_applicable"}),
    Example("no-valid-answer", 8, {8: {"details": "Perhaps"}}, {8: NO}, {"words": "Perhaps"}),
    Example("no-valid-answer", 3, {3: {"details": "in the spring"}}, {3: {"value": [{"date": "1925"}]}}),
    Example(
        "no-valid-answer", 2, {2: {"details": "see notes"}}, {2: {"value": 2005}, 17: {"value": "defense"}}
    ),
    Example("no-valid-answer", 23, {23: {"states": [255]}}, {23: yes(states=[255])}, {"words": "255"}),
    Example("no-such-date", 3, {3: {"details": "February 30, 1925"}}, {3: {"details": "in February"}}),
    Example("no-such-date", 60, {60: {"details": "31 June 2020"}}, {60: {"value": "2020-06-30"}}),
    Example(
        "no-such-date",
        3,
        {3: {**signed("1925"), "details": "13/13/1925"}},
        {3: {**signed("1925"), "details": "x"}},
    ),
    Example(
        "no-such-choice",
        16,
        {16: {"value": ["defense"], "details": "Trade pact"}},
        {16: {"value": ["defense"], "details": "See Article 3"}},
        {"words": "Trade pact"},
    ),
    Example(
        "no-such-state",
        4,
        {4: {"value": GOOD[4]["value"], "details": "999Ruritania"}},
        {4: {"value": GOOD[4]["value"], "details": "All of them signed on the same day in Almaty"}},
        {"words": "999Ruritania"},
    ),
    Example(
        "no-such-day",
        60,
        {60: {"value": "2018-05-23", "details": "xJune 1, 2019"}},
        {60: {"value": "2018-05-23", "details": "at night"}},
        {"words": "xJune 1, 2019"},
    ),
    Example(
        "no-such-day",
        14,
        {
            14: {
                "value": {"dates": [{"date": "1930-06-01"}]},
                "details": "Ended on xJune\n\nThe treaty (Art. 7)",
            }
        },
        {14: {"value": {"dates": [{"date": "1930-06-01"}]}, "details": "Ended on its own terms. (Art. 7)"}},
    ),
    Example(
        "no-such-code",
        5,
        {5: {"value": "yes", "details": "States: Ruritania\n\nA war.", "states": [365]}},
        {5: {"value": "yes", "details": "States: those that had signed before.", "states": [365]}},
        {"list": "states", "words": "Ruritania"},
    ),
    Example(
        "words-left-over",
        19,
        {19: {"value": ["attack"], "details": LONG_COMMENT}, 20: {"details": "Only an attack counts."}},
        {19: {"value": [], "details": LONG_COMMENT}},
    ),
    Example(
        "words-left-over",
        61,
        {61: {"value": ["Ada"], "details": "et al"}},
        {13: {"value": 0, "details": "so far"}},
    ),
    Example(
        "same-choice-twice",
        16,
        {16: {"value": ["defense", "defense"]}},
        {16: {"value": ["defense", "offense"]}},
    ),
    Example("no-type-listed", 16, {16: {"value": []}}, {19: {"value": []}}),
    Example(
        "description-owed",
        21,
        {21: yes()},
        {21: yes("They shall not aid enemies (Art. 2).")},
        {"value": "yes"},
    ),
    Example("description-owed", 21, {21: yes("— …")}, {21: NO}),
    Example("description-owed", 24, {24: NO}, {24: {"value": "yes"}}, {"value": "no"}),
    Example("description-owed", 7, {7: {"value": "public_with_secret_articles"}}, {7: {"value": "secret"}}),
    Example("description-owed", 9, {9: yes()}, {9: yes(states=[225])}),
    Example("source-owed", 14, {14: {"value": {"dates": [{"date": "1930"}]}}}, {14: ended("1930")}),
    Example(
        "no-with-quotation",
        22,
        {22: {"value": "no", "details": QUOTED}},
        {22: {"value": "no", "details": "“No” is meant."}},
    ),
    Example(
        "no-with-quotation",
        22,
        {22: {"value": "no", "details": QUOTED}},
        {24: {"value": "no", "details": QUOTED + " (Art. 1)"}},
    ),
    # numbers
    Example("atop-id-form", 1, {1: {"value": 504}}, {1: {"value": 9999}}, {"atop_id": 504}),
    Example("atop-id-form", 1, {1: {"value": 10000}}, {1: {"value": 9000}}),
    Example(
        "atop-id-of-another",
        1,
        {1: {"value": 5040}},
        {1: {"value": 5040}, 4: members(703, 235)},
        {"atop_id": 5040},
    ),
    Example(
        "unknown-alliance",
        48,
        {48: yes(alliances=[3740, 3741])},
        {48: yes(alliances=[3740, 9990])},
        {"alliance": 3741},
    ),
    Example("unknown-war", 5, {5: yes(wars=[999])}, {5: yes(wars=[139])}, {"war": 999}),
    # states
    Example("unknown-ccode", 4, {4: members(230, 236)}, {4: members(230, 235)}, {"ccode": 236}),
    Example(
        "unknown-ccode",
        3,
        {3: signed("1925", "1925", states=((230,), (999,)))},
        {3: signed("1925", states=((230, 235),))},
        {"ccode": 999},
    ),
    Example(
        "unknown-ccode",
        14,
        {14: ended("1930", states=(231,))},
        {14: ended("1930", states=(230,))},
        {"ccode": 231},
    ),
    Example("unknown-ccode", 5, {5: yes(states=[0])}, {5: yes(states=[2])}, {"ccode": 0}),
    Example("unknown-ccode", 9, {9: yes(states=[3])}, {9: yes(states=[275])}, {"ccode": 3}),
    Example("unknown-ccode", 23, {23: yes(states=[256])}, {23: yes(states=[255])}, {"ccode": 256}),
    Example(
        "not-system-member",
        4,
        {3: signed("1867-05-01"), 4: members(255, 275)},
        {3: signed("1867-04-17"), 4: members(255, 275)},
        {"ccode": 275, "on": "1867-05-01"},
    ),
    Example(
        "not-system-member",
        4,
        {4: members(230, 652)},
        {3: signed("1946"), 4: members(230, 652)},
        {"on": "1925-06-01"},
    ),
    Example(
        "not-system-member",
        4,
        {3: signed("1942"), 4: members(2, 290)},
        {3: signed("1939"), 4: members(2, 290)},
        {"ccode": 290},
    ),
    Example(
        "name-code-mismatch",
        4,
        {4: {"value": [{"ccode": 230, "name": "Portugal"}, {"ccode": 225, "name": ""}]}},
        {4: {"value": [{"ccode": 230, "name": "Kingdom of Spain"}, {"ccode": 225, "name": "see note"}]}},
        {"ccode": 230, "name": "Portugal"},
    ),
    Example("too-few-members", 4, {4: members(230)}, {4: members(230, 235)}, {"count": 1}),
    Example("too-few-members", 4, {4: members()}, {4: BLANK}, {"count": 0}),
    Example("member-twice", 4, {4: members(230, 235, 230)}, {4: members(230, 235, 225)}, {"ccode": 230}),
    Example(
        "date-of-no-member",
        3,
        {3: signed("1925", "1926", states=((230, 235), (225,)))},
        {3: signed("1925", "1926", states=((230,), (235,)))},
        {"ccode": 225},
    ),
    Example("date-of-no-member", 14, {14: ended("1930", states=(225,))}, {14: ended("1930", states=(230,))}),
    Example(
        "member-without-date",
        3,
        {3: signed("1925", states=((230,),))},
        {3: signed("1925", "1926", states=((230,), ()))},
        {"ccodes": [235]},
    ),
    # wars
    Example(
        "member-at-war",
        5,
        {3: signed("1942-01-01"), 4: members(230, 2), 14: ended("1945")},
        {3: signed("1941-12-01"), 4: members(230, 2), 14: ended("1945")},
        {"wars": [{"war": 139, "name": "World War II", "ccodes": [2]}]},
    ),
    Example(
        "member-at-war",
        5,
        {
            3: signed("1942-01-01"),
            4: members(200, 2),
            5: yes("The United States", wars=[139]),
            14: ended("1945"),
        },
        {3: signed("1942-01-01"), 4: members(200, 2), 5: yes("UK and US in World War II"), 14: ended("1945")},
    ),
    Example(
        "no-war-in-cow",
        5,
        {5: yes("Rif war")},
        {3: signed("1942"), 4: members(200, 2), 5: yes("both"), 14: ended("1945")},
    ),
    Example("no-war-in-cow", 5, {5: yes("Rif war")}, {5: yes("Rif war", wars=[434])}),
    # dates
    Example(
        "future-date",
        60,
        {60: {"value": "2026-06-02"}},
        {60: {"value": "2026-06-01"}},
        {"date": "2026-06-02"},
    ),
    Example(
        "future-date", 3, {3: signed("2027"), 14: BLANK, 15: BLANK}, {3: signed("2026"), 14: BLANK, 15: BLANK}
    ),
    Example("future-date", 14, {14: in_effect("2026-07"), 15: NA}, {14: in_effect("2026-06"), 15: NA}),
    Example("before-1815", 3, {3: signed("1814-12-31")}, {3: signed("1815-01-01")}, {"date": "1814-12-31"}),
    Example(
        "ended-before-signed",
        14,
        {14: ended("1925-05-31")},
        {14: ended("1925-06-01")},
        {"ended": "1925-05-31"},
    ),
    Example("ended-before-signed", 14, {14: ended("1924")}, {14: ended("1925")}),
    Example("ended-before-signed", 14, {14: in_effect("1924"), 15: NA}, {14: in_effect("1925-06"), 15: NA}),
    Example(
        "ended-before-signed",
        14,
        {3: signed("1925", "1928", states=((230,), (235,))), 14: ended("1927", states=(235,))},
        {3: signed("1925", "1928", states=((230,), (235,))), 14: ended("1927", states=(230,))},
        {"ended": "1927", "signed": "1928"},
    ),
    Example(
        "revised-before-signed", 60, {60: {"value": "1925-05"}}, {60: {"value": "1925"}, 14: BLANK, 15: BLANK}
    ),
    Example(
        "revision-out-of-date", 60, {60: {"value": "1929"}}, {60: {"value": "1930"}}, {"ended": "1930-06-01"}
    ),
    # questions that must agree
    Example("follow-up-blank", 20, {19: {"value": ["attack"]}, 20: BLANK}, {19: {"value": []}, 20: BLANK}),
    Example("follow-up-blank", 15, {15: BLANK}, {14: in_effect("1930"), 15: BLANK}, {"because": 14}),
    Example("follow-up-blank", 18, {18: BLANK}, {16: UNKNOWN, 18: BLANK}, {"because": 16}),
    Example(
        "limits-not-described",
        20,
        {19: {"value": ["attack"]}, 20: NA},
        {19: {"value": ["attack"]}, 20: UNKNOWN},
    ),
    Example(
        "limits-without-condition", 20, {20: {"details": "Only in Africa."}}, {20: {"details": "No limits."}}
    ),
    Example(
        "limits-without-condition",
        20,
        {20: {"details": "Only in Africa."}},
        {19: BLANK, 20: {"details": "Only in Africa."}},
    ),
    Example("cause-not-described", 15, {15: NA}, {15: UNKNOWN}),
    Example(
        "cause-without-end",
        15,
        {14: in_effect("1930")},
        {14: in_effect("1930"), 15: {"details": "Still in effect."}},
    ),
    Example("cow-type-without-number", 17, {17: {"value": "defense"}}, {2: BLANK, 17: {"value": "defense"}}),
    Example(
        "cow-number-without-type", 17, {2: {"value": 2005}}, {2: {"value": 2005}, 17: {"value": "defense"}}
    ),
    Example(
        "cow-type-differs",
        17,
        {2: {"value": 2005}, 17: {"value": "entente"}},
        {2: {"value": 2005}, 17: {"value": "entente"}, 16: {"value": ["defense", "consultation"]}},
        {"cow_type": "entente", "types": ["defense"]},
    ),
    Example(
        "secret-articles-mentioned",
        7,
        {7: {"value": "public", "details": "A secret protocol divides Africa."}},
        {7: {"value": "public", "details": "There are no secret articles."}},
    ),
    Example(
        "type-not-described",
        18,
        {16: {"value": ["defense", "neutrality"]}},
        {16: {"value": ["defense"]}},
        {"value": "neutrality"},
    ),
    Example(
        "type-not-described",
        18,
        {16: {"value": ["defense", "neutrality"]}},
        {
            16: {"value": ["defense", "neutrality"]},
            18: {"details": "They come to each other’s aid (Art. 1)."},
        },
    ),
    Example(
        "type-not-listed",
        18,
        {18: {"details": "Defense:\n\nAid in war (Art. 1).\n\nNeutrality:\n\nNo aid to enemies (Art. 2)."}},
        {18: {"details": "Defense:\n\nAid in war (Art. 1).\n\nThird states: [all parties] see Art. 2."}},
        {"value": "neutrality"},
    ),
    Example(
        "renewals-not-described",
        13,
        {13: {"value": 2, "details": "by protocol"}},
        {13: {"value": 2, "details": "1883 and 1902"}},
    ),
    Example(
        "renewals-described",
        13,
        {13: {"value": 0, "details": "Renewed in 1902 by protocol."}},
        {13: {"value": 0, "details": "Renewed automatically since 1902."}},
    ),
    # quotations
    Example(
        "quote-not-closed",
        28,
        {28: {"details": "“The parties (Art. 1)"}},
        {28: {"details": "“The parties” (Art. 1)"}},
    ),
    Example(
        "quote-not-opened",
        28,
        {28: {"details": "The parties” (Art. 1)"}},
        {28: {"details": "The parties' aid"}},
    ),
    Example("quote-without-source", 27, {27: yes(QUOTED)}, {27: yes("Section 3 — " + QUOTED)}),
    Example("quote-without-source", 18, {18: {"details": QUOTED}}, {57: {"details": QUOTED}}),
)
