"""Injects that cannot be used as written, and what must be said of each."""

from tests.decks.folders import Broken

INJECTS = "injects.yaml"
CASES = (
    Broken(
        "an inject on a track that there is not",
        edits={
            INJECTS: ("{track: anger, by: 1, why: Cellars", "{track: rage, by: 1, why: Cellars")
        },
        says=(('injects.yaml:6:17: error: no track "rage". Did you mean "anger"?'),),
    ),
    Broken(
        "an inject after the end",
        edits={INJECTS: ("turn: 4", "turn: 7")},
        says=(
            (
                'injects.yaml:34:11: error: the inject "assizes" never comes: no game has a turn 7. '
                "The last turn is 4."
            ),
        ),
    ),
    Broken(
        "an inject with the id of a card",
        edits={INJECTS: ("id: spate", "id: flood")},
        says=(
            (
                'injects.yaml:2:9: error: the id "flood" is given twice. The first stands at '
                "cards/river.yaml:11; rename one."
            ),
        ),
    ),
    Broken(
        "an inject that makes nobody choose",
        edits={INJECTS: ("    seat: guild\n", "")},
        says=(
            (
                "injects.yaml:15:11: error: a dilemma without a seat. Write seat: the one who must "
                "choose."
            ),
        ),
    ),
    Broken(
        "a key of a card that an inject has not",
        edits={INJECTS: ("    note: When nothing moves.\n", "    copies: 2\n")},
        says=(
            (
                'injects.yaml:8:5: error: the key "copies" is not known here. Did you mean "options"?'
            ),
        ),
    ),
)
