"""Parts of a scenario that have the wrong shape, and what must be said of each."""

from tests.decks.folders import MOVES, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a phase that has no rules",
        edits={STANDING: ("phase: event", "phase: talks")},
        says=(
            (
                "standing.yaml:13:12: error: 'event', 'reveal' or 'wrap' is expected here, not "
                '"talks". Write one of these.'
            ),
        ),
    ),
    Broken(
        "an effect in a word",
        edits={
            STANDING: (
                "    effects:\n      - {track: coffers, by: 1, why: Market dues.}",
                "    effects: coffers +1",
            )
        },
        says=(
            (
                'standing.yaml:16:14: error: a list is expected here, not "coffers +1". Begin each '
                "item with '- '."
            ),
        ),
    ),
    Broken(
        "a rule without effects",
        edits={
            STANDING: (
                "    effects:\n      - {track: coffers, by: 1, why: Market dues.}",
                "    effects: []",
            )
        },
        says=("standing.yaml:16:14: error: a list of 0; 1 is the least. Add to it.",),
    ),
    Broken(
        "a card that is a word",
        files={"cards/more.yaml": b"deck: river\ncards:\n  - Rain\n"},
        says=('cards/more.yaml:3:5: error: keys are expected here, not "Rain". Write KEY: VALUE.',),
    ),
    Broken(
        "cards that are no list",
        files={"cards/more.yaml": b"deck: river\ncards:\n  rain: {title: Rain}\n"},
        says=(
            "cards/more.yaml:3:3: error: a list of cards is expected here. Begin each card with '- id: ...'.",
        ),
    ),
    Broken(
        "a modifier beyond all measure",
        edits={
            SCENARIO: (
                "text: A bridge crosses the river., owner: town, modifier: 1",
                "text: A bridge crosses the river., owner: town, modifier: 9",
            )
        },
        says=("scenario.yaml:62:76: error: the number 9 is too large. 6 is the most.",),
    ),
    Broken(
        "covert without its word",
        edits={MOVES: ("covert: yes", "covert: true")},
        says=(
            "moves.yaml:83:13: error: 'no', 'yes' or 'choice' is expected here, not true. Write one of these.",
        ),
    ),
    Broken(
        "results without a success",
        edits={
            MOVES: (
                "      success:\n        text: They nod.",
                "      strong:\n        text: They nod.",
            )
        },
        says=('moves.yaml:52:7: error: "success" is missing. Write success: ...',),
    ),
    Broken(
        "more files of cards than anybody reads",
        files={f"cards/x{number:03}.yaml": b"deck: river\ncards: []\n" for number in range(201)},
        says=("cards: error: 203 files; 200 may be. Put several into one.",),
    ),
    Broken(
        "everybody as an audience",
        edits={STANDING: ("sees: facilitator", "sees: everybody")},
        says=('standing.yaml:25:11: error: no seat "everybody". Write public.',),
    ),
)
