"""Names that mean nothing or too much, and what must be said of each."""

from tests.decks.folders import FAVOURS, MOVES, RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "an unknown track in a condition",
        edits={STANDING: ("when: anger >= 5 and", "when: angre >= 5 and")},
        says=('standing.yaml:5:11: error: no track "angre". Did you mean "anger"?',),
    ),
    Broken(
        "an unknown fact in a condition",
        edits={STANDING: ("not fact.truce", "not fact.truth")},
        says=('standing.yaml:5:30: error: no fact "truth". Did you mean "truce"?',),
    ),
    Broken(
        "an unknown track of an effect",
        edits={
            RIVER: (
                "{track: coffers, by: 2, why: Stall money.}",
                "{track: coffer, by: 2, why: Stall money.}",
            )
        },
        says=('cards/river.yaml:67:17: error: no track "coffer". Did you mean "coffers"?',),
    ),
    Broken(
        "an unknown fact of an effect",
        edits={
            RIVER: (
                "{fact: timber, lasts: 2, why: It is salvage.}",
                "{fact: wood, why: It is salvage.}",
            )
        },
        says=(
            'cards/river.yaml:59:16: error: no fact "wood". Facts here: bribed, bridge, timber, truce.',
        ),
    ),
    Broken(
        "an unknown fact that ends",
        edits={
            RIVER: (
                "{end: timber, when: fact.timber, why: The timber drifts away.}",
                "{end: timbre, why: The timber drifts away.}",
            )
        },
        says=('cards/river.yaml:17:15: error: no fact "timbre". Did you mean "timber"?',),
    ),
    Broken(
        "an unknown card",
        edits={MOVES: ("{card: boatmen, to: favours,", "{card: boatman, to: favours,")},
        says=('moves.yaml:120:20: error: no card "boatman". Did you mean "boatmen"?',),
    ),
    Broken(
        "an unknown deck of a card",
        edits={MOVES: ("{card: boatmen, to: favours,", "{card: boatmen, to: favors,")},
        says=('moves.yaml:120:33: error: no deck "favors". Did you mean "favours"?',),
    ),
    Broken(
        "an unknown deck to draw from",
        edits={MOVES: ("{draw: river,", "{draw: stream,")},
        says=('moves.yaml:159:20: error: no deck "stream". Decks here: favours, river.',),
    ),
    Broken(
        "an unknown seat of an order",
        edits={MOVES: ("id: feast\n    seat: town", "id: feast\n    seat: twon")},
        says=('moves.yaml:61:11: error: no seat "twon". Did you mean "town"?',),
    ),
    Broken(
        "an unknown seat to detect",
        edits={MOVES: ("{detect: guild,", "{detect: gild,")},
        says=('moves.yaml:135:22: error: no seat "gild". Did you mean "guild"?',),
    ),
    Broken(
        "an unknown ending",
        edits={MOVES: ("{ending: scandal,", "{ending: scandals,")},
        says=('moves.yaml:104:22: error: no ending "scandals". Did you mean "scandal"?',),
    ),
    Broken(
        "an unknown order in an expression",
        edits={MOVES: ("tried.bribe", "tried.bride")},
        says=('moves.yaml:87:24: error: no order "bride". Did you mean "bribe"?',),
    ),
    Broken(
        "an unknown counter",
        edits={MOVES: ("count.purses >= 3", "count.purse >= 3")},
        says=('moves.yaml:104:37: error: no counter "purse". Did you mean "purses"?',),
    ),
    Broken(
        "an unknown target",
        edits={MOVES: ("target.to_millers and", "target.millers and")},
        says=('moves.yaml:50:16: error: no target "millers". Did you mean "to_millers"?',),
    ),
    Broken(
        "an unknown track of a target",
        edits={MOVES: ("track: millers}", "track: miller}")},
        says=('moves.yaml:44:52: error: no track "miller". Did you mean "millers"?',),
    ),
    Broken(
        "an unknown track of a cost",
        edits={MOVES: ("cost: {chest: 2}", "cost: {chests: 2}")},
        says=('moves.yaml:84:20: error: no track "chests". Did you mean "chest"?',),
    ),
    Broken(
        "an unknown order an asset suits",
        edits={FAVOURS: ("suits: [bribe, toll]", "suits: [bribe, tolls]")},
        says=('cards/favours.yaml:8:20: error: no order "tolls". Did you mean "toll"?',),
    ),
    Broken(
        "an unknown deck of a file",
        edits={RIVER: ("deck: river\n", "deck: rivers\n")},
        says=('cards/river.yaml:1:7: error: no deck "rivers". Did you mean "river"?',),
    ),
    Broken(
        "an unknown seat of a dilemma",
        edits={
            RIVER: (
                "    seat: town\n    source: 2\n    mechanism: M2\n    options",
                "    seat: towns\n    source: 2\n    mechanism: M2\n    options",
            )
        },
        says=('cards/river.yaml:34:11: error: no seat "towns". Did you mean "town"?',),
    ),
    Broken(
        "an unknown audience",
        edits={
            FAVOURS: ("    bonus: 2\n    sees: [guild]", "    bonus: 2\n    sees: [guild, gulid]")
        },
        says=('cards/favours.yaml:19:11: error: no seat "gulid". Did you mean "guild"?',),
    ),
    Broken(
        "an unknown owner",
        edits={SCENARIO: ("owner: guild", "owner: guilt")},
        says=('scenario.yaml:64:68: error: no seat "guilt". Did you mean "guild"?',),
    ),
    Broken(
        "an unknown mechanism",
        edits={
            STANDING: (
                "when: anger >= 5 and not fact.truce\n    source: 4\n    mechanism: M2",
                "when: anger >= 5 and not fact.truce\n    source: 4\n    mechanism: M22",
            )
        },
        says=('standing.yaml:7:16: error: no mechanism "M22". Did you mean "M2"?',),
    ),
    Broken(
        "an unknown default setup",
        edits={SCENARIO: ("default_setup: standard", "default_setup: normal")},
        says=('scenario.yaml:95:16: error: no setup "normal". Setups here: 1450, standard.',),
    ),
    Broken(
        "an unknown track of a setup",
        edits={SCENARIO: ("tracks: {coffers: 6, anger: 4}", "tracks: {coffers: 6, anker: 4}")},
        says=('scenario.yaml:89:33: error: no track "anker". Did you mean "anger"?',),
    ),
    Broken(
        "an unknown fact of a setup",
        edits={SCENARIO: ("facts: [timber]", "facts: [timbers]")},
        says=('scenario.yaml:90:13: error: no fact "timbers". Did you mean "timber"?',),
    ),
    Broken(
        "an unknown card of a setup",
        edits={SCENARIO: ("without: [drought]", "without: [draught]")},
        says=('scenario.yaml:94:15: error: no card "draught". Did you mean "drought"?',),
    ),
    Broken(
        "a name without its dot",
        edits={STANDING: ("not fact.truce", "not truce")},
        says=('standing.yaml:5:30: error: no track "truce". Write fact.truce.',),
    ),
    Broken(
        "an id twice",
        edits={MOVES: ("  - id: toll\n", "  - id: bribe\n")},
        says=(
            (
                'moves.yaml:106:9: error: the id "bribe" is given twice. The first stands at moves.yaml:78; '
                "rename one."
            ),
            (
                'cards/favours.yaml:8:20: error: no order "toll". Orders here: bribe, build, court, feast, '
                "preach, watch."
            ),
        ),
    ),
    Broken(
        "a research question twice, and one of no words",
        edits={
            SCENARIO: (
                "turns: 4\n",
                'questions:\n  - {id: q, text: Why?}\n  - {id: q, text: How?}\n  - {id: r, text: ""}\nturns: 4\n',
            )
        },
        says=(
            (
                'scenario.yaml:13:10: error: the id "q" is given twice. The first stands at '
                "scenario.yaml:12; rename one."
            ),
            "scenario.yaml:14:19: error: an empty text. Write something.",
        ),
    ),
    Broken(
        "an id a copy has",
        edits={RIVER: ("id: flood", "id: calm-2")},
        says=(
            (
                'scenario.yaml:92:16: error: no card "flood". Cards here: beggars, boatmen, calm, calm-2, '
                "cousin, cousin-2, drought, fair, letter, raft."
            ),
            (
                'cards/river.yaml:11:9: error: the id "calm-2" is given twice. The first stands at '
                "cards/river.yaml:3; rename one."
            ),
        ),
    ),
    Broken(
        "a track called as a word",
        edits={SCENARIO: ("id: millers", "id: min"), MOVES: ("track: millers}", "track: min}")},
        says=(
            'scenario.yaml:49:10: error: "min" means something else in expressions. Give the track another id.',
            (
                'scenario.yaml:56:18: error: no track "millers". Tracks here: anger, backing, chest, '
                "coffers, farmers, min, mood."
            ),
        ),
    ),
    Broken(
        "a seat called facilitator",
        edits={SCENARIO: ("  - id: abbey", "  - id: facilitator")},
        says=(
            'scenario.yaml:28:9: error: "facilitator" means somebody else. Give the seat another id.',
            'scenario.yaml:48:79: error: no seat "abbey". Seats here: facilitator, guild, town.',
            'moves.yaml:125:11: error: no seat "abbey". Seats here: facilitator, guild, town.',
            'moves.yaml:140:11: error: no seat "abbey". Seats here: facilitator, guild, town.',
        ),
    ),
    Broken(
        "a derived track changed",
        edits={
            RIVER: (
                "{track: coffers, by: 2, why: Stall money.}",
                "{track: backing, by: 2, why: Stall money.}",
            )
        },
        says=(
            (
                'cards/river.yaml:67:17: error: "backing" is derived: nothing can change it. Change the '
                "tracks it is computed from."
            ),
        ),
    ),
    Broken(
        "a derived track taken from",
        edits={MOVES: ("cost: {coffers: 1}\n    method", "cost: {backing: 1}\n    method")},
        says=(
            (
                'moves.yaml:64:21: error: "backing" is derived: nothing can be taken from it. Change the '
                "tracks it is computed from."
            ),
        ),
    ),
    Broken(
        "target outside an order",
        edits={
            STANDING: (
                "- {track: anger, by: 1, why: Nobody",
                "- {track: target, by: 1, why: Nobody",
            )
        },
        says=('standing.yaml:9:17: error: "target" outside an order. Name a track.',),
    ),
    Broken(
        "target without tracks",
        edits={MOVES: ("- {track: anger, set: 1, why", "- {track: target, set: 1, why")},
        says=(
            (
                'moves.yaml:149:21: error: "target" in an order whose targets have no track. Give the '
                "targets a track, or name one here."
            ),
        ),
    ),
    Broken(
        "target in a rule's condition",
        edits={STANDING: ("when: anger >= 5 and", "when: target >= 5 and")},
        says=('standing.yaml:5:11: error: "target" outside an order. Name a track.',),
    ),
    Broken(
        "detect outside an order",
        edits={
            STANDING: (
                "- {track: coffers, by: 1, why: Market dues.}",
                "- {detect: true, why: Market dues.}",
            )
        },
        says=(
            (
                "standing.yaml:17:18: error: no order here that could be detected. Name the seat whose "
                "covert orders are detected."
            ),
        ),
    ),
    Broken(
        "a circle",
        edits={SCENARIO: ("derived: 2 + millers + farmers", "derived: 2 + millers + backing")},
        says=(
            "scenario.yaml:56:14: error: computed from itself: backing -> backing. Take one of them out.",
        ),
    ),
    Broken(
        "a word that is no operator",
        edits={STANDING: ("when: anger >= 5 and not", "when: anger >= 5 && not")},
        says=("standing.yaml:5:22: error: an expression has no '&'. Write the word: and.",),
    ),
    Broken(
        "an expression that calls",
        edits={
            STANDING: ("chance: 20 + 5 * count.purses", "chance: __import__('os').system('true')")
        },
        says=(
            (
                'standing.yaml:23:24: error: an expression has no "\'". It knows numbers only: compare the '
                "number behind the word."
            ),
        ),
    ),
    Broken(
        "an expression in quotes",
        edits={STANDING: ("chance: 20 + 5 * count.purses", 'chance: "20 + 5 * purses"')},
        says=('standing.yaml:23:23: error: no track "purses". Write count.purses.',),
    ),
    Broken(
        "an expression over two lines",
        edits={STANDING: ("chance: 20 + 5 * count.purses", "chance: 20 +\n      5 * purses")},
        says=('standing.yaml:23:13: error: no track "purses". Write count.purses.',),
    ),
)
