"""The words of an answer to question 14 as signs: what each says of the end of an alliance.

A text becomes a short string, in which each letter is one thing that the text says:

D a date · I still in effect · i in effect · p was in effect · n not ended · x no longer in effect
v never in effect · E ended · r replaced by another treaty · f will end · e entered into effect
w with effect from, before a date · u until · t through · s since · a as of · o seen in a source
q uncertain · ? any other word; and the marks ( ) ; , and . as they are.

Words that say nothing (the, treaty, is) leave no sign, and neither do words of what may happen (`unless
denounced`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from atop_coder.reading.values.addresses import UNREAD
from atop_coder.reading.values.date_groups import Dated
from atop_coder.reading.values.months import fold

DATE = "D"


def _one(*ways: str) -> str:
    """A pattern for one of the ways; each may hold several, parted by strokes."""
    return f"(?:{'|'.join(ways)})"


_END = _one(
    r"terminat\w*|ends?|ended|ending|expir\w*|laps\w+|denounc\w+|denunci\w+|abrogat\w+|dissol\w+|supersed\w+",
    r"replaced|withdr[ae]w\w*|annul\w*|renounc\w+|cancel\w*|repudiat\w+|void|voided|nullif\w+|revok\w+",
    r"rescind\w*|collaps\w+|ceas\w+|cessation|broken|discontinu\w+|finish\w*|over|terminad\w*|terminee?",
    r"finaliz\w+|denonc\w+|abrog\w+|caduc\w*|concluyo|extinct\w*|obsolete|invalid\w*|left|exit|exited|quit",
    r"seced\w+",
)
_EFFECT = _one(
    r"(?:in|en|of) (?:full |legal )?(?:effect|force|vigor|vigueur|operation|existence)|active|activ[oa]",
    r"ongoing|effective|operative|operational|valid|binding|extant|vigente?|alive|standing|intact",
)
_GAP = (
    r"(?: (?:been|yet|be|being|formally|officially|legally|known|to|have|has|evidence|of|formal|record|date"
    r"|dates|any|information|about|the|a|an|it|was|were|did|sign|signs|indication|that|ever|explicitly"
    r"|actually|fully|completely|currently|now|still|found|specific|official|treaty|alliance|for|its|is"
    r"|notice|as|apparently|sido|ha|ete|longer))*"
)
_NO = _one(
    r"not|never|no|without|neither|nor|none|hasnt|havent|isnt|wasnt|didnt|doesnt|arent|werent|cannot|nunca",
    r"pas",
)
_STILL = _one(
    r"still|currently|presently|now|today|remain(?:s|ed)?|continu(?:e|es|ed|ing)|sigue|todavia|aun|toujours",
    r"encore|stays?|persists?",
)
_ENTERS = _one(
    r"(?:enter(?:s|ed|ing)?|came|comes?|coming|put|brought|entry|goes|went|entrada|entro|entree|entre)"
    r" (?:in ?to|en|in) (?:force|effect|operation|vigor|vigueur)",
    r"(?:took|takes?|taking) effect|bec(?:a|o)me effective",
)
_MODAL = _one(
    r"unless|may|can|could|shall|should|might|if|either party",
    rf"(?:until|when)(?= (?:it |they )?(?:be |is |are |was )?{_END}(?!(?: [a-z]+){{0,4}} {DATE}))",
)
_NO_LONGER = _one(
    rf"no longer|not any ?more|never|{_STILL} not|not|isnt|wasnt|arent|ceas\w+ (?:to be|being)|ya no",
    r"stopped being|fell out|went out|out|ne plus|nest plus|no(?= esta| vigente| en vigor)",
)
_STILL_GAP = r"(?: (?:to be|be|is|was|are|legally|formally|fully|both|todavia|being))*"
# In the order in which they are tried; "" leaves no sign.
_SIGNS: Sequence[tuple[str, str]] = (
    ("v", rf"(?:never|did not|didnt|not|has not|had not|failed to)(?: yet)? (?:{_ENTERS}|enter\w*)"),
    ("", r"(?:not|never|without) (?:being )?(?:renew\w*|extended|prolonged|replaced)"),
    ("", r"replac(?:ed|es|ing) (?!by)[a-z]+"),
    ("r", rf"(?:supersed\w+|replaced) by(?: [a-z]+){{0,5}}(?= {DATE})"),
    ("", rf"{_MODAL} (?:it |they )?(?:be |is |are |was )?{_END}"),
    ("f", rf"(?:will|would|expected to|due to|scheduled to|set to|planned to|about to)(?: be)? {_END}"),
    (
        "x",
        _one(
            rf"{_NO_LONGER}(?: (?:currently|now|still|longer|be|been|in fact|considered|legally|formally|esta"
            rf"|est))* {_EFFECT}",
            r"no longer(?: (?:exists?|applies|apply|a member))?|inactive|defunct|out of force",
        ),
    ),
    ("q", r"(?:no|not) (?:later|earlier) than"),
    ("n", rf"{_NO}{_GAP} {_END}|no (?:known |formal |official |specific )?(?:termination|end|expiration)"),
    ("e", _ENTERS),
    (
        "I",
        _one(
            rf"(?:has |have |had |having )?{_STILL}{_STILL_GAP} {_EFFECT}(?: today| now)?|{_EFFECT} {_STILL}",
            r"(?:still|currently|remains) (?:exists?|applies|stands?|existing|current)",
            r"continues? to (?:exist|apply|bind)|to date|to (?:the|this) present(?: day)?|up to now",
        ),
    ),
    ("p", rf"(?:was|were|had been|has been|estuvo|etait|been) {_EFFECT}"),
    (
        "w",
        (
            r"(?:with effect|effective|taking effect|to take effect|becoming effective)(?: as)?"
            rf"(?: of| from| on| in| by| since)?(?=(?: ,)? {DATE})"
        ),
    ),
    ("i", rf"{_EFFECT}|continues|remains|persists|current"),
    ("E", _END),
    ("u", r"until|till|til|up to|up until|hasta|jusqu\w*|bis"),
    ("t", r"through|thru|throughout"),
    ("u", rf"to(?= {DATE})"),
    (
        "s",
        _one(
            r"since|desde|depuis|seit|from|signed|ratified|renewed|extended|prolonged|began|begun|commenced",
            r"concluded|beginning|started|signature|ratification|renewal",
        ),
    ),
    ("a", r"as of|as at|as on|as per|per|al|au"),
    (
        "o",
        r"accessed|retrieved|checked|consulted|visited|viewed|verified|updated|last (?:checked|seen)",
    ),
    (
        "q",
        _one(
            r"about|circa|ca|c|around|approximately|probabl[ey]|perhaps|likely|unclear|unknown|possibly|maybe",
            r"between|or|early|late|sometime|some time|uncertain|presumably|seems?|appears?|apparently",
            r"estimated|unsure|not known|at the (?:latest|earliest)|earlier|later",
            r"spring|summer|autumn|winter",
            rf"(?:before|after|by)(?: the)?(?= {DATE})|not|never",
        ),
    ),
    ("n", r"none|no|nothing|still|indefinite(?:ly)?|ninguna?|aucune?"),
    (
        "",
        _one(
            r"the|an?|this|that|it|its|treaty|alliance|agreement|pact|convention|protocol|is|was|were|are|be",
            r"been|has|have|had|on|in|of|by|at|with|for|and|&|to|date|dates|de|la|el|le|du|les|tratado|alianza",
            r"traite|which|est|formally|officially|unilaterally|mutually|when|day|according|source|sources|see",
            r"website|web|site|page|s|y|et",
        ),
    ),
)
_PATTERN = re.compile(
    "|".join(rf"(?P<s{at}>\b(?:{pattern})(?!\w))" for at, (_, pattern) in enumerate(_SIGNS))
    + rf"|(?P<date>{DATE})|(?P<mark>[();,.?])|(?P<other>[^\W_]+)"
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_LIGATURES: Mapping[int, str] = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_VOCABULARY = [
    "effect",
    "force",
    "active",
    "ongoing",
    "effective",
    "still",
    "currently",
    "remains",
    "terminated",
    "termination",
    "terminate",
    "ended",
    "expired",
    "denounced",
    "abrogated",
    "dissolved",
    "superseded",
    "withdrew",
    "lapsed",
    "until",
    "through",
    "since",
    "longer",
    "continues",
    "renounced",
    "cancelled",
    "repudiated",
    "annulled",
    "treaty",
    "alliance",
    "indefinite",
    "operative",
]
_MISSPELT = 5  # letters of a word in which a slip is looked for
_MARKS = str.maketrans("[]:–—−!…\n", "(),,,,..;")


def signs_of(text: str, found: Sequence[Dated]) -> str:
    """The signs of a text, in which `found` are the dates."""
    return "".join(_signs(_plain(text, found)))


def has_slip(text: str) -> bool:
    """Whether a word of the text was taken for one of this question's that is written otherwise."""
    return any(_mended(word) != fold(word) for word in _WORD.findall(_APOSTROPHE.sub("", text)))


def _signs(plain: str) -> list[str]:
    signs: list[str] = []
    for match in _PATTERN.finditer(plain):
        if match["date"]:
            signs.append(DATE)
        elif match["mark"]:
            signs.append("q" if match["mark"] == "?" else match["mark"])
        elif match["other"]:
            signs.append("?")
        else:
            name = next(name for name, part in match.groupdict().items() if part is not None)
            signs.append(_SIGNS[int(name[1:])][0])
    return signs


def _plain(text: str, found: Sequence[Dated]) -> str:
    """The text in small letters and single spaces, each date as one sign, slips in its words mended."""
    pieces, at = [], 0
    for one in found:
        pieces += [_words(text[at : one.start]), f" {DATE} "]
        at = one.end
    pieces.append(_words(text[at:]))
    spaced = re.sub(r"([();,.?])", r" \1 ", "".join(pieces))
    return " ".join(spaced.split())


def _words(text: str) -> str:
    text = _APOSTROPHE.sub("", text.translate(_LIGATURES).replace(UNREAD, " ").replace("\u00ad", ""))
    text = text.translate(_MARKS)
    return re.sub(r"[^\w();,.?\s&]", " ", _WORD.sub(lambda match: _mended(match[0]), text)).replace("_", " ")


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The word in small letters; one that is a word of this question but for a slip, as that word."""
    folded = fold(word)
    if len(folded) < _MISSPELT or len(folded) > 16 or folded in _VOCABULARY:
        return folded
    return next((known for known in _VOCABULARY if _is_slip(folded, known)), folded)


def _is_slip(word: str, known: str) -> bool:
    near = OSA.distance(word, known, score_cutoff=1) <= 1
    return near and word not in _OTHERS


_OTHERS = frozenset(
    [
        "forced",
        "forces",
        "treaties",
        "alliances",
        "alliances",
        "affect",
        "affects",
        "effects",
        "reactive",
        "inactive",
        "extended",
        "terminates",
        "terminator",
        "intended",
        "remain",
        "remaining",
        "elapsed",
        "denounces",
        "denounce",
        "expires",
        "expire",
        "until",
        "continue",
        "continued",
        "terminating",
        "abrogates",
        "dissolves",
        "dissolve",
        "renounces",
        "renounce",
        "cancelled",
        "canceled",
        "infinite",
        "reffect",
        "ineffective",
        "langer",
        "lapses",
        "lapse",
        "forge",
        "stilt",
        "withdraw",
        "ending",
        "amended",
        "cooperative",
    ]
)
