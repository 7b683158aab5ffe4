"""Question 14 in the words of a hundred coders.

In each wording D is a day and E a later one, Y the year of D; words in `<…>` have to be found again.
"""

from random import Random

from atop_coder.form import Question
from atop_coder.sheet import PartialDate
from benchmarks.hard.dates import STYLES, SURE_STYLES, draw_date, draw_state, fill, later, write_date
from benchmarks.hard.truth import Written, ended, in_effect, typed

IN_EFFECT = """\
Still in effect as of {D}
still in effect as of {D}.
Still in effect ({D})
In effect as of {D}
In force as of {D}
Still in force as of {D}
Remains in effect as of {D}
Remains in force ({D})
Not terminated. In effect as of {D}
Not terminated; still in effect as of {D}
Not terminated as of {D}
not yet terminated ({D})
Has not been terminated as of {D}
{D} (still in effect)
{D} - still in effect
{D}: still in force
As of {D}, still in effect
As of {D} the treaty is still in effect.
As of {D} it remained in force
None. In effect as of {D}
None; still in effect as of {D}
N/A - still in effect as of {D}
N/A (in effect as of {D})
The treaty is in effect as of {D}
The treaty is still in effect as of {D}.
The alliance was still in effect on {D}
This alliance continues to be in effect as of {D}
"Still in effect as of {D}"
- Still in effect as of {D}
* In effect as of {D}
No termination. Still in effect as of {D}
No termination as of {D}
Still in eﬀect as of {D}
Sitll in effect as of {D}
Still in efect as of {D}
STILL IN EFFECT AS OF {D}
Still in effect, {D}
Still effective as of {D}
Currently in effect ({D})
Currently in force, as of {D}
Still in effect as of {D} <according to the registry of Vlissingen>
Still in effect as of {D} (<http://law.example.kz/rus/docs/Z{n}>)
Still in effect as of {D}. <Source: World Treaty Index {n}>
<Ministry website of Norrland> says in effect as of {D}
In effect. As of {D}.
In effect (checked {D})
Has never been terminated (as of {D})
Never terminated, in effect as of {D}
It has not ended; in force as of {D}
Unterminated as of {D}\
"""

ENDED = """\
{D}
{D}.
Terminated {D}
Terminated on {D}
Ended {D}
Expired {D}
Expired on {D} <(Art. 9)>
The treaty expired on {D}
The alliance ended on {D} <when the cabinet fell>
In force until {D}
In effect until {D}
was in effect until {D}
The treaty was in effect until {D}.
Remained in force until {D}
It was in force through {D}
In effect through {D}
No longer in effect as of {D}
Not in effect after {D}
Ceased to be in force on {D}
Lapsed {D}
until {D}
{D} <(Gibler and Sarkees p. {n})>
{D}; <see Rauch, vol. {n}>
{D} <source: http://docs.example.ru/fra/{n}>
<Abrogated> on {D}
<Denounced {D}>, effective {E}@E
<Denounced on {D}>; terminated {E}@E
<Notice given {D}>, expired {E}@E
<In force since {D}>; ended {E}@E
<Signed {D}>, in effect until {E}@E
<In effect from {D}> to {E}@E
<From {D}> until {E}@E
<Renewed {D}>; expired {E}@E
In force until {Y}@Y
In effect until {Y}@Y
Ended in {Y}@Y
Terminated {Y}, <month untraced>@Y
{Y}@Y
<c.> {Y}@Y
{D} ({S})@S
{S}: {D}@S
{S} {D} <withdrew by note verbale>@S
{D} (<withdrawal of> {S})@S
{D} and {E}@DE
{D}; {E}@DE\
"""

OPEN = """\
Still in effect
In force
Not terminated
?
unclear
see #15
Either {D} or {E}
{D} (or {E}?)
Probably {D}, perhaps still in effect
In force since {D}
In effect since {D}
In force from {D}
Entered into force {D}
In effect as of {D}? Ended?
Still in effect as of {D}; ended {E}
Some say {D}, others {E}
{D}?
Not {D}
Not terminated on {D}, but on a later day
Maybe {Y}
Same as ATOP {n}\
"""


def write_ending(_question: Question, chance: Random) -> Written:
    """Question 14 in one of the wordings; a day in effect is one on which coders could look."""
    choice = chance.random()
    if choice < 0.45:
        day = draw_date(chance, 1998, 2021)
        text = fill(chance.choice(IN_EFFECT.split("\n")), day, chance, chance.choice((*STYLES[:22], None)))
        return typed(text, in_effect(day), kind="14: in effect")
    day = draw_date(chance, 1825, 1990)
    end = later(day, chance)
    more = {"E": write_date(end, chance.choice(SURE_STYLES)).rstrip("."), "Y": str(day.year)}
    state = draw_state(chance, day)
    if choice < 0.85:
        wording, _, which = chance.choice(ENDED.split("\n")).partition("@")
        text = fill(wording, day, chance, chance.choice(SURE_STYLES), S=state.name, **more)
        true = {
            "": ended(day),
            "E": ended(end),
            "Y": ended(PartialDate(day.year)),
            "S": ended(day, states=(state.ccode,)),
            "DE": ended(day, end),
        }
        return typed(text, true[which], kind="14: ended")
    text = fill(chance.choice(OPEN.split("\n")), day, chance, chance.choice(SURE_STYLES), **more)
    return typed(text, kind="14: cannot be decided", owed=True)


def plain_ending(_: Question, chance: Random) -> Written:
    day = draw_date(chance, 1998, 2021)
    text = f"Still in effect as of {write_date(day, chance.choice(SURE_STYLES))}"
    return typed(text, in_effect(day))
