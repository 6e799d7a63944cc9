"""Scenarios that tell too much or too little, and what must be said of each."""

from tests.decks.folders import MOVES, RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a hidden track in a public text",
        edits={MOVES: ("text: People pay.", "text: People pay, and the chest fills.")},
        says=(
            (
                'moves.yaml:116:15: error: this text names the hidden track "Chest" to some who may not see '
                "it. Say it without the track's name, or show it to fewer (sees)."
            ),
        ),
    ),
    Broken(
        "a hidden track in a public card",
        edits={
            RIVER: (
                "text: One can wade across.",
                "text: One can wade across; the guild's Chest empties.",
            )
        },
        says=(
            (
                'cards/river.yaml:21:11: error: this text names the hidden track "Chest" to some who may '
                "not see it. Say it without the track's name, or show it to fewer (sees)."
            ),
        ),
    ),
    Broken(
        "a hidden effect shown to all",
        edits={
            MOVES: (
                "{track: chest, by: 1, why: More pennies.}",
                "{track: chest, by: 1, sees: public, why: More pennies.}",
            )
        },
        says=(
            (
                'moves.yaml:118:41: error: the effect is shown to some who may not see the track "chest". '
                "Show it to fewer, or show them the track."
            ),
        ),
    ),
    Broken(
        "a hidden track in a why shown to more",
        edits={
            MOVES: (
                "{track: chest, by: 1, why: More pennies.}",
                "{track: chest, by: 1, sees: [guild, abbey], why: The chest fills.}",
            )
        },
        says=(
            (
                'moves.yaml:118:41: error: the effect is shown to some who may not see the track "chest". '
                "Show it to fewer, or show them the track."
            ),
            (
                'moves.yaml:118:62: error: this text names the hidden track "Chest" to some who may not see '
                "it. Say it without the track's name, or show it to fewer (sees)."
            ),
        ),
    ),
    Broken(
        "a derived track that tells",
        edits={SCENARIO: ("derived: 2 + millers + farmers", "derived: 2 + millers + chest")},
        says=(
            (
                'scenario.yaml:56:14: warning: "backing" lets some work out "chest", which they may not '
                "see. Show it to fewer (sees)."
            ),
        ),
    ),
    Broken(
        "an order without a source",
        edits={MOVES: ("    method: automatic\n    source: 2\n", "    method: automatic\n")},
        says=(
            (
                "moves.yaml:60:5: error: order feast has no source. Write source: the paragraphs it comes "
                "from, or ours."
            ),
        ),
    ),
    Broken(
        "an objective without a source",
        edits={
            SCENARIO: (
                "when: mood >= 6, private: true, source: 2}",
                "when: mood >= 6, private: true}",
            )
        },
        says=(
            (
                "scenario.yaml:21:9: error: objective loved has no source. Write source: the paragraphs it "
                "comes from, or ours."
            ),
        ),
    ),
    Broken(
        "ours without a reason",
        edits={STANDING: ("    why: A secret that more than two share does not keep.\n", "")},
        says=(
            "standing.yaml:26:13: error: standing whisper is ours without a reason. Write why: ...",
        ),
    ),
    Broken(
        "an effect without a why",
        edits={RIVER: ("{track: anger, by: -1, why: A fine day.}", "{track: anger, by: -1}")},
        says=(
            (
                "cards/river.yaml:10:9: warning: card calm has an effect without a why. Write why: the "
                "reason people are shown."
            ),
        ),
    ),
    Broken(
        "a mechanism nothing carries",
        edits={
            SCENARIO: (
                "mechanisms:\n",
                "mechanisms:\n  - {id: M0, text: Everything flows., source: 6}\n",
            )
        },
        says=(
            "scenario.yaml:68:10: error: nothing carries the mechanism M0. Write mechanism: M0 at what does.",
        ),
    ),
    Broken(
        "a rule without a mechanism",
        edits={STANDING: ("    source: 2\n    mechanism: M1\n", "    source: 2\n")},
        says=(
            "standing.yaml:16:9: warning: standing taxes carries no mechanism. Write mechanism: ...",
        ),
    ),
    Broken(
        "a seat without a brief",
        edits={SCENARIO: ("    brief: briefs/town.md\n", "")},
        says=(
            'scenario.yaml:15:9: warning: the seat "town" has no brief. Write brief: briefs/NAME.md.',
        ),
    ),
)
