"""Conditions and amounts that cannot be read, and what must be said of each."""

from tests.decks.folders import MOVES, RIVER, SCENARIO, STANDING, Broken

WHEN = "when: anger >= 5 and not fact.truce"


def _when(name: str, text: str, says: str) -> Broken:
    """A standing rule whose condition is `text`."""
    return Broken(
        name, edits={STANDING: (WHEN, f"when: {text}")}, says=(f"standing.yaml:5:{says}",)
    )


CASES = (
    _when(
        "a single equals sign",
        "anger = 5",
        "17: error: an expression has no '='. To compare, write ==.",
    ),
    _when(
        "signs for and",
        "anger >= 5 && not fact.truce",
        "22: error: an expression has no '&'. Write the word: and.",
    ),
    _when(
        "a single slash",
        "anger / 2 >= 2",
        "17: error: an expression has no '/'. To divide, write // (the result is rounded down).",
    ),
    _when(
        "a fraction in a condition",
        "anger >= 2.5",
        "21: error: an expression has no '.'. Numbers are whole; write 1, not 1.0.",
    ),
    _when(
        "a parenthesis that stays open",
        "(anger >= 5 and (mood > 2)",
        "37: error: ')' is expected here, and the text ends. Close the parenthesis.",
    ),
    _when(
        "a parenthesis too many",
        "anger >= 5)",
        "21: error: ')' does not belong here. Put an operator between, or take it out.",
    ),
    _when("a leading zero", "anger >= 05", "20: error: '05' begins with 0. Write 5."),
    _when(
        "an if without an else",
        "1 if anger >= 5",
        "26: error: 'else' is expected here, and the text ends. Write: A if CONDITION else B.",
    ),
    _when(
        "a track with a prefix",
        "track.anger >= 5",
        "11: error: 'track.anger' is not a name. Write anger.",
    ),
    _when(
        "a prefix that means nothing",
        "seat.anger >= 5",
        "11: error: 'seat.anger' is not a name. Before a dot: fact, count, done, tried, now, won, "
        "ending, target.",
    ),
    _when(
        "a prefix without a name",
        "fact >= 1",
        "11: error: 'fact' cannot stand here. Write fact.ID.",
    ),
    _when(
        "a capital in a condition",
        "Anger >= 5",
        "11: error: 'Anger' is not a name. Small letters only: anger.",
    ),
    _when(
        "a number beyond all numbers",
        "anger >= 99999999999",
        "20: error: a number too large. The largest number is 1000000000.",
    ),
    _when(
        "two names side by side",
        "anger mood >= 3",
        "17: error: 'mood' does not belong here. Put an operator between, or take it out.",
    ),
    _when(
        "a condition of blanks",
        '" "',
        "12: error: nothing is written here. Write an expression, or leave it out.",
    ),
    _when(
        "a condition that breaks off",
        "anger >= 5 and not",
        "29: error: a number or a name is expected here, and the text ends. Finish the expression.",
    ),
    _when(
        "min of one number",
        "min(anger) >= 3",
        "11: error: min() with 1 inside. Write abs(A), min(A, B) or max(A, B).",
    ),
    _when(
        "a band's word in a condition",
        "mood == 'bitter'",
        '19: error: an expression has no "\'". It knows numbers only: compare the number '
        "behind the word.",
    ),
    _when(
        "a condition in brackets",
        "[anger, 5]",
        "11: error: an expression is expected here, not [anger, 5]. Write a number or a condition "
        "such as: street >= 3.",
    ),
    _when(
        "a condition too long",
        '"' + " or ".join(["anger >= 5"] * 40) + '"',
        "11: error: an expression of 556 characters; 400 may be. Use several rules or a derived "
        "track instead.",
    ),
    _when(
        "a condition nested too deep",
        '"' + "(" * 45 + "1" + ")" * 45 + '"',
        "52: error: nested more than 40 levels. Use several rules or a derived track instead.",
    ),
    Broken(
        "a chance with a per cent sign",
        edits={RIVER: ("chance: 50", "chance: 50%")},
        says=(
            (
                "cards/river.yaml:68:90: error: a number or a name is expected here, and the text "
                "ends. If per cent are meant, leave the % out."
            ),
        ),
    ),
    Broken(
        "an unknown ending in a condition",
        edits={STANDING: (WHEN, f"{WHEN} and not ending.floods")},
        says=(
            (
                'standing.yaml:5:49: error: no ending "floods". Endings here: built, ferry, riot, '
                "scandal."
            ),
        ),
    ),
    Broken(
        "the target of an order whose targets have no track",
        edits={
            MOVES: (
                "requires: not fact.bridge",
                "targets: [{id: a, name: A}]\n    requires: target >= 2",
            )
        },
        says=(
            (
                'moves.yaml:9:15: error: "target" in an order whose targets have no track. Give the '
                "targets a track, or name one here."
            ),
        ),
    ),
    Broken(
        "an amount that is a group",
        edits={
            RIVER: (
                "{track: coffers, by: 2, why: Stall money.}",
                "{track: coffers, by: {least: 1}, why: Stall money.}",
            )
        },
        says=(
            (
                "cards/river.yaml:67:30: error: an expression is expected here, not a group of keys. "
                "Write a number or a condition such as: street >= 3."
            ),
        ),
    ),
    Broken(
        "a derived track from a name that means nothing",
        edits={SCENARIO: ("derived: 2 + millers + farmers", "derived: 2 + millers + framers")},
        says=('scenario.yaml:56:28: error: no track "framers". Did you mean "farmers"?',),
    ),
)
