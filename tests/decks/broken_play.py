"""Cards, orders, tracks and setups that cannot be played as written, and what must be said of each."""

from tests.decks.folders import FAVOURS, MOVES, RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a dated card after the end",
        edits={RIVER: ("turn: 3", "turn: 9")},
        says=(
            (
                'cards/river.yaml:63:11: error: the card "fair" never comes: no game has a turn 9. The last '
                "turn is 4."
            ),
        ),
    ),
    Broken(
        "a dated card whose condition comes later",
        edits={RIVER: ("turn: 3", "turn: 3\n    when: turn >= 4")},
        says=(
            (
                'cards/river.yaml:64:11: error: this can never hold: the card "fair" never acts. With turn '
                "3: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "a card in a deck nobody draws from",
        edits={
            SCENARIO: (
                "{id: river, name: The river, draw: 1}",
                "{id: river, name: The river, draw: 0}",
            ),
            MOVES: (
                "          - {draw: river, count: 1, why: God is not pleased.}\n",
                "          - {track: mood, by: -1, why: God is not pleased.}\n",
            ),
        },
        says=(
            (
                'cards/river.yaml:3:9: error: the card "calm" never comes: nothing draws from "river". Let '
                "draw of the deck be 1 or more."
            ),
            (
                'cards/river.yaml:19:9: error: the card "drought" never comes: nothing draws from "river". '
                "Let draw of the deck be 1 or more."
            ),
            (
                'cards/river.yaml:30:9: error: the card "beggars" never comes: nothing draws from "river". '
                "Let draw of the deck be 1 or more."
            ),
            (
                'cards/river.yaml:52:9: error: the card "raft" never comes: nothing draws from "river". Let '
                "draw of the deck be 1 or more."
            ),
        ),
    ),
    Broken(
        "a card every setup leaves out",
        edits={
            SCENARIO: (
                "  - {id: standard, title: The ferry has sunk, text: Spring. The ferry lies on the bottom.}",
                "  - {id: standard, title: The ferry has sunk, without: [drought]}",
            )
        },
        says=(
            (
                'cards/river.yaml:19:9: error: the card "drought" never comes: every setup leaves it out. '
                "Take it out, or put it into a setup."
            ),
        ),
    ),
    Broken(
        "an order nobody can afford",
        edits={MOVES: ("cost: {chest: 2}", "cost: {chest: 11}")},
        says=(
            'moves.yaml:84:19: error: costs 11, but "chest" holds 0..10: nobody can afford it. Lower the cost.',
        ),
    ),
    Broken(
        "a requirement against the cost",
        edits={MOVES: ("requires: not fact.bribed", "requires: not fact.bribed and chest <= 1")},
        says=(
            (
                'moves.yaml:85:15: error: "bribe" requires what leaves too little for its cost: nobody can '
                "afford it. With fact.bribed 0..1, chest 0..10: change it, or leave it out."
            ),
        ),
    ),
    Broken(
        "a requirement without an explanation",
        edits={MOVES: ("    why_not: One is bought already.\n", "")},
        says=(
            (
                "moves.yaml:85:5: warning: a requirement without an explanation. Write why_not: what the "
                "seat is told when it cannot be given."
            ),
        ),
    ),
    Broken(
        "an open order that is noticed",
        edits={MOVES: ("    covert: choice\n", "")},
        says=(
            "moves.yaml:110:5: warning: an open order is never detected. Take it out, or write covert: yes.",
        ),
    ),
    Broken(
        "a dilemma without a seat",
        edits={
            RIVER: (
                "    seat: town\n    source: 2\n    mechanism: M2\n    options",
                "    source: 2\n    mechanism: M2\n    options",
            )
        },
        says=(
            "cards/river.yaml:33:11: error: a dilemma without a seat. Write seat: the one who must choose.",
        ),
    ),
    Broken(
        "a dilemma with one way out",
        files={
            "cards/more.yaml": (
                b"deck: river\n"
                b"cards:\n"
                b"  - {id: x, title: X, text: X., kind: dilemma, seat: town, source: 2,\n"
                b"     mechanism: M1, options: [{id: a, text: A.}]}\n"
            )
        },
        says=("cards/more.yaml:3:39: error: a dilemma with one option. Give it two or more.",),
    ),
    Broken(
        "a dilemma that may have no way out",
        files={
            "cards/more.yaml": (
                b"deck: river\n"
                b"cards:\n"
                b"  - {id: x, title: X, text: X., kind: dilemma, seat: town, source: 2,\n"
                b"     mechanism: M1,\n"
                b"     options: [{id: a, text: A., when: mood >= 3}, {id: b, text: B., when: mood <= 1}]}\n"
            )
        },
        says=(
            (
                "cards/more.yaml:5:6: error: every option has a condition: the seat may be left without a "
                "way out. Leave one open."
            ),
        ),
    ),
    Broken(
        "effects beside options",
        edits={
            RIVER: (
                "    options:\n      - id: take",
                "    effects: [{track: mood, by: 1, why: So.}]\n    options:\n      - id: take",
            )
        },
        says=(
            "cards/river.yaml:37:5: error: effects beside the options of a dilemma. Put them into its options.",
        ),
    ),
    Broken(
        "options on an event",
        edits={RIVER: ("kind: dilemma", "kind: event")},
        says=(
            "cards/river.yaml:37:5: error: options on a card that is no dilemma. Write kind: dilemma.",
        ),
    ),
    Broken(
        "an asset for nobody",
        edits={RIVER: ("kind: event\n    source: 1", "kind: asset\n    bonus: 1\n    source: 1")},
        says=(
            "cards/river.yaml:55:11: error: an asset that goes to nobody's hand. Write seat: the one who gets it.",
        ),
    ),
    Broken(
        "an asset for another seat's order",
        edits={FAVOURS: ("suits: [bribe, toll]", "suits: [bribe, build]")},
        says=(
            (
                'cards/favours.yaml:8:20: error: "build" is no order of guild, who holds this card. Name an '
                "order of guild."
            ),
        ),
    ),
    Broken(
        "an asset that gives nothing",
        edits={FAVOURS: ("    bonus: 2\n", "")},
        says=(
            'cards/favours.yaml:14:9: warning: the asset "letter" gives nothing. Give it a bonus or effects.',
        ),
    ),
    Broken(
        "a card that does nothing",
        edits={
            RIVER: ("    effects:\n      - {fact: timber, lasts: 2, why: It is salvage.}\n", "")
        },
        says=('cards/river.yaml:52:9: warning: the card "raft" does nothing. Give it effects.',),
    ),
    Broken(
        "a deck without cards",
        edits={
            SCENARIO: (
                "{id: river, name: The river, draw: 1}",
                "{id: river, name: The river, draw: 1}\n  - {id: road, name: The road}",
            )
        },
        says=(
            (
                'scenario.yaml:74:10: error: the deck "road" has no cards. Write cards/road.yaml, or take '
                "the deck out."
            ),
        ),
    ),
    Broken(
        "a start outside its track",
        edits={
            SCENARIO: (
                "start: 4, better: high, for: town, source: 2",
                "start: 14, better: high, for: town, source: 2",
            )
        },
        says=(
            "scenario.yaml:46:58: error: the start 14 is outside 0..10. Start within the track's ends.",
        ),
    ),
    Broken(
        "a start of a derived track",
        edits={SCENARIO: ("    derived: 2 + millers", "    start: 3\n    derived: 2 + millers")},
        says=("scenario.yaml:56:12: error: a derived track has no start. Take it out.",),
    ),
    Broken(
        "ends the wrong way round",
        edits={SCENARIO: ("    min: 0\n    max: 6", "    min: 6\n    max: 0")},
        says=("scenario.yaml:55:10: error: the track goes from 6 to 0. Let max be above min.",),
    ),
    Broken(
        "a gap below the bands",
        edits={SCENARIO: ("{from: 0, word: bitter", "{from: 1, word: bitter")},
        says=("scenario.yaml:43:16: error: no band for 0. Let the first band begin at 0.",),
    ),
    Broken(
        "bands out of order",
        edits={SCENARIO: ("{from: 7, word: glad", "{from: 3, word: glad")},
        says=(
            (
                "scenario.yaml:45:16: error: the band begins at 3, after one that begins at 4. Write the "
                "bands from the lowest up."
            ),
        ),
    ),
    Broken(
        "a band outside its track",
        edits={SCENARIO: ("{from: 7, word: glad", "{from: 70, word: glad")},
        says=(
            "scenario.yaml:45:16: error: the band begins outside 0..10. Begin it within the track's ends.",
        ),
    ),
    Broken(
        "a setup outside its track",
        edits={SCENARIO: ("tracks: {coffers: 6, anger: 4}", "tracks: {coffers: 60, anger: 4}")},
        says=(
            'scenario.yaml:89:23: error: 60 is outside "coffers", 0..10. Start within the track\'s ends.',
        ),
    ),
    Broken(
        "a hand that is nobody's",
        edits={SCENARIO: ("{card: flood, where: top}", "{card: flood, where: hand}")},
        says=(
            (
                "scenario.yaml:92:30: error: \"flood\" can be in nobody's hand: its deck is no seat's. Give "
                "the card a seat."
            ),
        ),
    ),
    Broken(
        "a calendar too short",
        edits={SCENARIO: ("calendar: [Summer, Autumn]", "calendar: [Summer]")},
        says=("scenario.yaml:88:15: warning: a calendar of 1 for 2 turns. Name every turn.",),
    ),
    Broken(
        "a fact nothing makes",
        edits={
            RIVER: (
                "{fact: timber, lasts: 2, why: It is salvage.}",
                "{track: mood, by: 1, why: It is salvage.}",
            ),
            SCENARIO: ("facts: [timber]", "facts: []"),
        },
        says=(
            (
                'scenario.yaml:63:10: warning: nothing makes the fact "timber". Add an effect {fact: '
                "timber}, or take it out."
            ),
        ),
    ),
    Broken(
        "a fact nothing depends on",
        edits={STANDING: ("when: anger >= 5 and not fact.truce", "when: anger >= 5")},
        says=(
            (
                'scenario.yaml:65:10: warning: nothing depends on the fact "truce". Use it in a condition, '
                "or give it a modifier."
            ),
        ),
    ),
    Broken(
        "a track nothing changes",
        edits={
            SCENARIO: (
                "  - {id: anger, name",
                "  - {id: weather, name: Weather, source: 6}\n  - {id: anger, name",
            )
        },
        says=(
            (
                'scenario.yaml:48:10: warning: nothing changes the track "weather". Add effects on it, or '
                "take it out."
            ),
        ),
    ),
)
