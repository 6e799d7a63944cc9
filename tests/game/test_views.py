"""Views: built up from what somebody may see, of the board, the seats and their papers."""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass

import pytest

from tests.game.scenes import (
    DEPTHS,
    GOLD,
    SEATS,
    WEIGHT,
    moves,
    order,
    rule,
    scenario,
    setup,
    track,
    tracks,
)
from tests.game.sitting import EVERYBODY, FACILITATOR, Game, game
from wargame.game.audience import sees
from wargame.game.commands import AdjustTrack
from wargame.game.pieces import Band
from wargame.game.state import State
from wargame.game.views import View


@pytest.mark.parametrize(
    ("audience", "who", "expected"),
    [
        (("*",), "north", True),
        (("*",), "public", True),
        ((), FACILITATOR, True),
        ((), "north", False),
        (("north",), "north", True),
        (("north",), "south", False),
        (("north",), "public", False),
        (("north",), FACILITATOR, True),
    ],
)
def test_an_audience_is_everybody_some_seats_or_the_facilitator_alone(
    audience: tuple[str, ...], who: str, expected: bool
) -> None:
    assert sees(audience, who) is expected


def test_a_hidden_track_is_seen_by_its_audience_and_the_facilitator() -> None:
    play = game()
    for who in EVERYBODY:
        shown = {one.id for one in play.view(who).tracks}
        assert ("depths" in shown) is (who in ("north", FACILITATOR))
        assert "gold" in shown
    assert [one.public for one in play.view("north").tracks if one.id in ("gold", "depths")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("value", "word"),
    [(0, "poor"), (2, "poor"), (3, "fair"), (6, "fair"), (7, "rich"), (10, "rich")],
)
def test_a_track_stands_in_the_band_that_begins_at_or_below_it(value: int, word: str) -> None:
    bands = tuple(
        Band(start, one, f"They are {one}.")
        for start, one in ((0, "poor"), (3, "fair"), (7, "rich"))
    )
    made = (track(GOLD, "gold", value, bands=bands), *tracks()[1:])
    shown = game(tracks=made).view("public").tracks[GOLD]
    assert (shown.word, shown.sentence) == (word, f"They are {word}.")


def test_a_track_shows_its_ends_group_kind_and_whose_it_is() -> None:
    made = (track(GOLD, "gold", 5, seat="south", group="Money"), *tracks()[1:])
    shown = {one.id: one for one in game(tracks=made).view("public").tracks}
    gold, mill = shown["gold"], shown["mill"]
    assert (gold.low, gold.high, gold.group, gold.seat, gold.better) == (
        0,
        10,
        "Money",
        "south",
        "high",
    )
    assert (mill.low, mill.high, mill.kind) == (-3, 3, "bloc")


def test_a_derived_track_shows_where_it_stood_when_the_turn_began() -> None:
    play = game(rules=[rule("grow", moves(3, 1), phase="event")]).to("event")
    weight = play.view("public").tracks[WEIGHT - 1]
    assert (weight.id, weight.before, weight.value) == ("weight", 3, 4)


def test_a_seat_reads_its_own_brief_and_menu_and_nobody_elses() -> None:
    play = game(orders=[order("raid"), order("rest", "south")])
    for who in EVERYBODY:
        view = play.view(who)
        assert view.brief == (f"The brief of {who}." if who in SEATS else "")
        menus = {"north": ["raid"], "south": ["rest"]}
        assert [one.id for one in view.menu] == menus.get(who, [])


def test_the_menu_says_what_an_order_costs_by_name() -> None:
    view = game(orders=[order("raid", cost=2)]).view("north")
    assert view.menu[0].cost == ["Gold 2"]


def test_how_many_orders_are_in_is_the_facilitators_and_the_seats_own_to_know() -> None:
    play = game().to("talks")
    play.seal("north")
    counts = {who: [one.orders_in for one in play.view(who).seats] for who in EVERYBODY}
    assert counts == {
        "north": [1, -1, -1],
        "south": [-1, 0, -1],
        "west": [-1, -1, 0],
        FACILITATOR: [1, 0, 0],
        "public": [-1, -1, -1],
    }


def test_everybody_is_shown_the_commitment_and_whether_the_seed_was_given() -> None:
    play = game()
    for who in EVERYBODY:
        view = play.view(who)
        assert (view.commitment, view.seed_given) == (play.state.commitment, True)


def test_a_turn_is_called_by_its_calendar() -> None:
    play = game()
    assert (play.view("public").label, play.view("public").turn) == ("", 0)
    assert play.turn(2).view("public").label == "Two"


def test_a_setup_begins_elsewhere() -> None:
    play = game(setup=setup("late", tracks=((GOLD, 9),), turns=2, calendar=("Five",)))
    view = play.view("public")
    assert (view.tracks[GOLD].value, view.turns, view.setup) == (9, 2, "Late")
    assert Game(scenario(), turns=7).view("public").turns == 7


def test_a_view_holds_nothing_of_the_state_that_could_change_it() -> None:
    play = game(orders=[order("raid")]).to("talks")
    play.seal("north", "raid", reasons=["Because."])
    play.to("adjudicate").take_up()
    before = play.state.copy()
    view = play.view(FACILITATOR)
    for part in (view.revealed[0].reasons, view.waiting, view.tracks, view.first, view.seats):
        part.clear()
    assert view.adjudication is not None
    view.adjudication.order.reasons.clear()
    view.adjudication.factors.clear()
    view.votes["x"] = "y"
    assert play.state == before


def test_a_view_is_made_of_plain_parts_only() -> None:
    play = game(orders=[order("raid")]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").judge([3, 4])

    def plain(part: object) -> bool:
        if is_dataclass(part):
            return all(plain(getattr(part, one.name)) for one in fields(part))
        if isinstance(part, dict):
            return all(plain(one) for pair in part.items() for one in pair)
        if isinstance(part, list | tuple):
            return all(plain(one) for one in part)
        return part is None or isinstance(part, str | int | bool)

    for who in EVERYBODY:
        view = play.view(who)
        assert isinstance(view, View)
        assert plain(view)
        assert asdict(view)["who"] == who


def test_a_number_on_a_hidden_track_stands_in_no_other_view() -> None:
    play = game().to("event")
    plain = {who: asdict(play.view(who)) for who in EVERYBODY}
    play.do(AdjustTrack("depths", 9, "It rained."))
    for who in EVERYBODY:
        same = asdict(play.view(who)) == plain[who]
        assert same is (who not in ("north", FACILITATOR))
    assert play.value(DEPTHS) == 9


def test_a_copied_state_is_equal_and_its_own() -> None:
    play = game(orders=[order("raid")]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").take_up()
    before = play.state.copy()
    assert before == play.state
    owned = [
        one.name
        for one in fields(State)
        if isinstance(getattr(before, one.name), list | dict | set)
    ]
    for name in owned:
        assert getattr(before, name) is not getattr(play.state, name), name
    assert before.board is not play.state.board
    assert before.board.tracks is not play.state.board.tracks
    assert before.adjudication is not play.state.adjudication
