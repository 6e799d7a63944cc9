"""Conditions, chances and amounts that cannot be meant, and what must be said of each."""

from tests.decks.folders import MOVES, RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a condition that can never hold",
        edits={RIVER: ("when: turn >= 2", "when: turn >= 20")},
        says=(
            (
                'cards/river.yaml:22:11: error: this can never hold: the card "drought" never acts. With '
                "turn 1..6: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "conditions that cannot hold together",
        edits={STANDING: ("when: anger >= 5 and", "when: anger >= 5 and anger < 3 and")},
        says=(
            (
                'standing.yaml:5:11: error: this can never hold: the rule "smoulder" never fires. With '
                "anger 0..10, fact.truce 0..1: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "a fact and its opposite",
        edits={STANDING: ("when: anger >= 5 and", "when: fact.truce and")},
        says=(
            (
                'standing.yaml:5:11: error: this can never hold: the rule "smoulder" never fires. With '
                "fact.truce 0..1: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "a condition that always holds",
        edits={RIVER: ("when: turn >= 2", "when: turn >= 1")},
        says=(
            "cards/river.yaml:22:11: warning: this always holds. With turn 1..6: change it, or leave it out.",
        ),
    ),
    Broken(
        "an order that can never be given",
        edits={MOVES: ("requires: not fact.bridge", "requires: mood > 10")},
        says=(
            (
                'moves.yaml:8:15: error: this can never hold: the order "build" can never be given. With '
                "mood 0..10: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "an ending that is never reached",
        edits={SCENARIO: ("when: anger >= 10", "when: anger >= 11")},
        says=(
            (
                'scenario.yaml:77:62: error: this can never hold: the ending "riot" is never reached. With '
                "anger 0..10: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "an ending that nothing brings",
        edits={
            MOVES: (
                "          - {ending: scandal, when: count.purses >= 3, why: Three purses are too many.}\n",
                "",
            )
        },
        says=(
            (
                'scenario.yaml:78:10: error: the ending "scandal" is never reached: no condition, and no '
                "effect brings it. Write when: ..., or an effect {ending: scandal}."
            ),
        ),
    ),
    Broken(
        "an ending behind one that always comes",
        edits={SCENARIO: ("when: fact.bridge, final: true", 'when: "true", final: true')},
        says=(
            (
                'scenario.yaml:80:10: error: the ending "ferry" is never reached: "built" always comes '
                "first. Put it further up."
            ),
        ),
    ),
    Broken(
        "an objective out of reach",
        edits={SCENARIO: ("when: chest >= 7", "when: chest >= 70")},
        says=(
            (
                'scenario.yaml:27:60: error: this can never hold: the objective "rich" is out of reach. '
                "With chest 0..10: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "an option that is never open",
        edits={RIVER: ("when: anger <= 3", "when: anger < 0")},
        says=(
            "cards/river.yaml:49:15: error: this can never hold. With anger 0..10: change it, or leave it out.",
        ),
    ),
    Broken(
        "a chance of nothing",
        edits={RIVER: ("chance: 50", "chance: 0")},
        says=(
            "cards/river.yaml:68:87: error: this chance is always 0. Change it, or leave it out.",
        ),
    ),
    Broken(
        "a chance of everything",
        edits={RIVER: ("chance: 50", "chance: 100")},
        says=("cards/river.yaml:68:87: warning: this chance is always 100. Leave it out.",),
    ),
    Broken(
        "an amount of nothing",
        edits={
            RIVER: (
                "{track: coffers, by: 2, why: Stall money.}",
                "{track: coffers, by: 0, why: Stall money.}",
            )
        },
        says=(
            "cards/river.yaml:67:30: warning: this changes nothing. Change it, or leave it out.",
        ),
    ),
)
