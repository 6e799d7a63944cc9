"""Files whose form is wrong, and what must be said of each."""

from tests.decks.folders import FAVOURS, MOVES, RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a misspelt key",
        edits={SCENARIO: ("needs_sources: true", "need_sources: true")},
        says=(
            'scenario.yaml:10:1: error: the key "need_sources" is not known here. Did you mean "needs_sources"?',
        ),
    ),
    Broken(
        "a misspelt key of an effect",
        edits={
            RIVER: (
                "{track: coffers, by: 2, why: Stall money.}",
                "{track: coffers, bye: 2, why: Stall money.}",
            )
        },
        says=(
            'cards/river.yaml:67:26: error: the key "bye" is not known here. Did you mean "by"?',
        ),
    ),
    Broken(
        "a missing key",
        edits={RIVER: ("    title: Flood\n", "")},
        says=('cards/river.yaml:11:5: error: "title" is missing. Write title: ...',),
    ),
    Broken(
        "another format",
        edits={SCENARIO: ("format: 1\n", "format: 2\n")},
        says=(
            "scenario.yaml:1:9: error: 1 is expected here, not the number 2. Write one of these.",
        ),
    ),
    Broken(
        "yes where true belongs",
        edits={STANDING: ("once: true", "once: yes")},
        says=(
            'standing.yaml:24:11: error: true or false is expected here, not "yes". Write true or false.',
        ),
    ),
    Broken(
        "a number with leading zeros",
        edits={
            SCENARIO: ("start: 4, better: high, for: town", "start: 007, better: high, for: town")
        },
        says=(
            'scenario.yaml:46:58: error: a whole number is expected here, not "007". Write digits only: 3.',
        ),
    ),
    Broken(
        "hexadecimal",
        edits={SCENARIO: ("turns: 4\n", "turns: 0x4\n")},
        says=(
            'scenario.yaml:11:8: error: a whole number is expected here, not "0x4". Write digits only: 3.',
        ),
    ),
    Broken(
        "a fraction",
        edits={SCENARIO: ("turns: 4\n", "turns: 4.5\n")},
        says=(
            'scenario.yaml:11:8: error: a whole number is expected here, not "4.5". Write digits only: 3.',
        ),
    ),
    Broken(
        "a time of day",
        edits={SCENARIO: ("turns: 4\n", "turns: 12:30\n")},
        says=(
            'scenario.yaml:11:8: error: a whole number is expected here, not "12:30". Write digits only: 3.',
        ),
    ),
    Broken(
        "digits where a text belongs",
        edits={SCENARIO: ('version: "1"', "version: 1")},
        says=(
            'scenario.yaml:3:10: error: a text is expected here, not the number 1. Put it in quotes: "1".',
        ),
    ),
    Broken(
        "digits for a setup",
        edits={SCENARIO: ('id: "1450"', "id: 1450")},
        says=(
            'scenario.yaml:84:9: error: an id is expected here, not the number 1450. Put it in quotes: "1450".',
        ),
    ),
    Broken(
        "true where a text belongs",
        edits={RIVER: ("title: Flood", "title: true")},
        says=(
            'cards/river.yaml:12:12: error: a text is expected here, not true. Put it in quotes: "true".',
        ),
    ),
    Broken(
        "an id with capitals",
        edits={RIVER: ("id: flood", "id: Flood")},
        says=(
            (
                'cards/river.yaml:11:9: error: an id is expected here, not "Flood". Begin with a small '
                "letter; then small letters, digits, _ and -, 40 characters at most."
            ),
        ),
    ),
    Broken(
        "a dash in a track",
        edits={SCENARIO: ("id: coffers", "id: town-coffers")},
        says=(
            (
                'scenario.yaml:46:10: error: an id is expected here, not "town-coffers". Begin with a small '
                "letter; then small letters, digits and _, 40 characters at most."
            ),
        ),
    ),
    Broken(
        "a seat's id too long",
        edits={
            SCENARIO: (
                "  - id: abbey\n    name: The abbey",
                "  - id: abbey-of-the-seven-sleepers\n    name: The abbey",
            )
        },
        says=(
            (
                'scenario.yaml:28:9: error: an id is expected here, not "abbey-of-the-seven-sleepers". '
                "Begin with a small letter; then small letters, digits, _ and -, 24 characters at most."
            ),
        ),
    ),
    Broken(
        "a text too long",
        edits={RIVER: ("title: Flood", "title: " + "x" * 201)},
        says=("cards/river.yaml:12:12: error: a text of 201 characters; 200 may be. Shorten it.",),
    ),
    Broken(
        "an empty text",
        edits={RIVER: ("title: Flood", 'title: ""')},
        says=("cards/river.yaml:12:12: error: an empty text. Write something.",),
    ),
    Broken(
        "a text of nothing but hidden signs",
        edits={RIVER: ("title: Flood", 'title: "\\u200b\\u202e"')},
        says=("cards/river.yaml:12:12: error: an empty text. Write something.",),
    ),
    Broken(
        "too many turns",
        edits={SCENARIO: ("turns: 4\n", "turns: 61\n")},
        says=("scenario.yaml:11:8: error: the number 61 is too large. 60 is the most.",),
    ),
    Broken(
        "a copy too many",
        edits={RIVER: ("copies: 2", "copies: 21")},
        says=("cards/river.yaml:6:13: error: the number 21 is too large. 20 is the most.",),
    ),
    Broken(
        "a kind that is none",
        edits={RIVER: ("kind: lasting", "kind: everlasting")},
        says=(
            (
                "cards/river.yaml:23:11: error: 'event', 'lasting', 'dilemma' or 'asset' is expected here, "
                'not "everlasting". Write one of these.'
            ),
        ),
    ),
    Broken(
        "an effect of no kind",
        edits={RIVER: ("{track: coffers, by: 2, why: Stall money.}", "{tracks: coffers, by: 2}")},
        says=(
            (
                "cards/river.yaml:67:9: error: an effect that does nothing we know. Begin it with one of "
                "track, fact, end, card, draw, later, detect, count, ending."
            ),
        ),
    ),
    Broken(
        "an effect that is no group",
        edits={RIVER: ("{track: coffers, by: 2, why: Stall money.}", "coffers 2")},
        says=(
            'cards/river.yaml:67:9: error: keys are expected here, not "coffers 2". Write KEY: VALUE.',
        ),
    ),
    Broken(
        "by and set",
        edits={
            MOVES: (
                "{track: anger, set: 1, why: They embrace.}",
                "{track: anger, set: 1, by: 1, why: They embrace.}",
            )
        },
        says=(
            "moves.yaml:149:13: error: an effect on a track with both by and set. Keep one of them.",
        ),
    ),
    Broken(
        "neither by nor set",
        edits={
            MOVES: (
                "{track: anger, set: 1, why: They embrace.}",
                "{track: anger, why: They embrace.}",
            )
        },
        says=(
            "moves.yaml:149:13: error: an effect on a track without by or set. Write by: how much.",
        ),
    ),
    Broken(
        "an audience that is none",
        edits={
            FAVOURS: (
                "    sees: [guild]\n    source: 3\n    mechanism: M3\n    effects",
                "    sees: [Guild]\n    source: 3\n    mechanism: M3\n    effects",
            )
        },
        says=(
            (
                "cards/favours.yaml:9:11: error: an audience is expected here, not [Guild]. Write public, "
                "facilitator, or a list of seats: [a, b]."
            ),
        ),
    ),
    Broken(
        "a source that is none",
        edits={RIVER: ("    kind: event\n    source: 1", "    kind: event\n    source: [one]")},
        says=(
            (
                "cards/river.yaml:56:13: error: a source is expected here, not [one]. Write a paragraph's "
                "number, a list of them, or a text: 9, [4, 8], ours."
            ),
        ),
    ),
    Broken(
        "detect nobody",
        edits={MOVES: ("{detect: true, why", "{detect: false, why")},
        says=(
            (
                "moves.yaml:102:22: error: what is detected is expected here, not false. Write true for "
                "this order, or a seat."
            ),
        ),
    ),
    Broken(
        "no cost at all",
        edits={MOVES: ("cost: {chest: 2}", "cost: {chest: 0}")},
        says=("moves.yaml:84:19: error: the number 0 is too small. 1 is the least.",),
    ),
    Broken(
        "a list where a group belongs",
        edits={MOVES: ("cost: {chest: 2}", "cost: [chest, 2]")},
        says=(
            "moves.yaml:84:11: error: keys are expected here, not [chest, 2]. Write KEY: VALUE.",
        ),
    ),
    Broken(
        "a group where a list belongs",
        edits={
            RIVER: (
                "      - {track: coffers, by: 2, why: Stall money.}\n      - {later",
                "      one: {track: coffers, by: 2, why: Stall money.}\n      two: {later",
            )
        },
        says=(
            (
                "cards/river.yaml:67:7: error: a list is expected here, not a group of keys. Begin each "
                "item with '- '."
            ),
        ),
    ),
    Broken(
        "cards without a deck",
        edits={RIVER: ("deck: river\n", "")},
        says=('cards/river.yaml:1:1: error: "deck" is missing. Write deck: ...',),
    ),
    Broken(
        "orders in scenario.yaml",
        edits={SCENARIO: ("endings:\n", "orders: []\nendings:\n")},
        says=(
            'scenario.yaml:76:1: error: the key "orders" is not known here. Write it in moves.yaml.',
        ),
    ),
    Broken(
        "a stranger in moves.yaml",
        edits={MOVES: ("orders:\n", "moves: 7\norders:\n")},
        says=('moves.yaml:1:1: error: the key "moves" is not known here. Keys here: orders.',),
    ),
    Broken(
        "no rules in standing.yaml",
        files={STANDING: b"rule: []\n"},
        says=(
            'standing.yaml:1:1: error: the key "rule" is not known here. Keys here: rules.',
            'standing.yaml:1:1: error: "rules" is missing. Write rules: ...',
        ),
    ),
    Broken(
        "a file nobody reads",
        files={"order.yaml": b"orders: []\n"},
        says=(
            (
                "order.yaml: warning: nobody reads this file. Name it claims.yaml or injects.yaml or "
                "moves.yaml or scenario.yaml or standing.yaml."
            ),
        ),
    ),
    Broken(
        "a file with another ending",
        files={"cards/more.yml": b"deck: river\n"},
        says=("cards/more.yml: warning: nobody reads this file. Let its name end in .yaml.",),
    ),
    Broken(
        "a brief that is not there",
        edits={SCENARIO: ("briefs/town.md", "briefs/twon.md")},
        says=("scenario.yaml:17:12: error: briefs/twon.md: no such file. Write it.",),
    ),
    Broken(
        "a brief outside the folder",
        edits={SCENARIO: ("briefs/town.md", "../town.md")},
        says=(
            "scenario.yaml:17:12: error: a brief is a Markdown file in the folder. Write briefs/NAME.md.",
        ),
    ),
    Broken(
        "a brief by its whole path",
        edits={SCENARIO: ("briefs/town.md", "/etc/passwd")},
        says=(
            "scenario.yaml:17:12: error: a brief is a Markdown file in the folder. Write briefs/NAME.md.",
        ),
    ),
    Broken(
        "a brief that is no Markdown",
        edits={SCENARIO: ("briefs/town.md", "scenario.yaml")},
        says=(
            "scenario.yaml:17:12: error: a brief is a Markdown file in the folder. Write briefs/NAME.md.",
        ),
    ),
    Broken(
        "a brief that is not UTF-8",
        files={"briefs/town.md": b"caf\xe9"},
        says=("scenario.yaml:17:12: error: briefs/town.md: not UTF-8. Save the file as UTF-8.",),
    ),
    Broken(
        "a brief too long",
        files={"briefs/town.md": b"x" * 20_001},
        says=("scenario.yaml:17:12: error: a text of 20001 characters; 20000 may be. Shorten it.",),
    ),
    Broken(
        "several at once",
        edits={
            RIVER: ("title: Flood", "titel: Flood"),
            STANDING: ("once: true", "once: 1"),
            MOVES: ("cost: {chest: 2}", "cost: {chset: 2}"),
        },
        says=(
            'moves.yaml:84:19: error: no track "chset". Did you mean "chest"?',
            "standing.yaml:24:11: error: true or false is expected here, not the number 1. Write true or false.",
            'cards/river.yaml:11:5: error: "title" is missing. Write title: ...',
            'cards/river.yaml:12:5: error: the key "titel" is not known here. Did you mean "title"?',
        ),
    ),
)
