"""Protections count against whoever but their owner acts on the protected thing, level by level."""

from __future__ import annotations

from typing import Any

import pytest

from tests.game.scenes import FEAR, GOLD, MILL, effect, moves, order, track
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import AcceptResult, GrantFactor, Protect, RecordFact
from wargame.game.events import AdjudicationOpened, FactorGranted, ProtectionSet
from wargame.game.names import Guarded

ID = "t1-north-1"
ORDERS = [
    order("raid", success=[moves(GOLD, -1)]),
    order("court", targets=(MILL, FEAR), success=[moves(-1)]),
    order("talk", success=[effect("end", "wall")]),
    order("rest"),
    order("guard", seat="south"),
]


def table(move: str, target: str = "", **more: Any) -> Game:
    play = game(orders=ORDERS, **more).to("talks")
    play.seal("north", move, target=target) if target else play.seal("north", move)
    return play


def guards(play: Game) -> list[int]:
    """What the factors of north's order are, once it is taken up."""
    play.to("adjudicate").take_up(ID)
    opened: AdjudicationOpened = play.of(AdjudicationOpened)[-1]
    return [one.by for one in opened.factors]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_each_level_takes_one_from_an_order_that_moves_a_protected_track(level: int) -> None:
    play = table("raid")
    play.do(Protect("track", "gold", level, "south", "Guards at the vault."))
    assert guards(play) == [-level]
    factor = play.of(AdjudicationOpened)[-1].factors[0]
    assert factor.why == f"Protected, level {level}: Gold: Guards at the vault."


@pytest.mark.parametrize(
    ("kind", "thing", "move", "target"),
    [
        ("track", "mill", "court", "at3"),
        ("target", "at3", "court", "at3"),
        ("fact", "wall", "talk", ""),
    ],
)
def test_a_target_its_track_and_a_fact_are_protected_alike(
    kind: Guarded, thing: str, move: str, target: str
) -> None:
    from tests.game.scenes import setup

    play = table(move, target, setup=setup(facts=("wall",)))
    play.do(Protect(kind, thing, 1, "", "It is watched."))
    assert -1 in guards(play)


def test_a_seat_is_acted_on_where_a_track_of_its_own_is_moved() -> None:
    tracks = (track(0, "gold", 5, seat="south"), track(1, "fear", 3), track(2, "depths", 3))
    play = game(orders=[order("raid", success=[moves(GOLD, -1)])], tracks=tracks).to("talks")
    play.seal("north", "raid")
    play.do(Protect("seat", "south", 2, "south", "A friend keeps watch."))
    assert guards(play) == [-2]


def test_an_order_that_does_not_touch_it_is_left_alone() -> None:
    play = table("rest")
    play.do(Protect("track", "gold", 3, "south", "Guards."))
    assert guards(play) == []
    other = table("court", "at1")
    other.do(Protect("target", "at3", 3, "south", "Guards."))
    assert guards(other) == []


def test_the_owner_is_not_hindered() -> None:
    play = table("raid")
    play.do(Protect("track", "gold", 2, "north", "His own guards."))
    assert guards(play) == []


def test_one_thing_has_one_level_which_can_be_raised_and_ended() -> None:
    play = table("raid")
    play.do(Protect("track", "gold", 1, "", "A lock."))
    play.do(Protect("track", "gold", 3, "", "Two locks and a dog."))
    assert [one.level for one in play.view("public").protections] == [3]
    play.do(Protect("track", "gold", 0, reason="The dog is asleep."))
    assert play.view("public").protections == []
    assert guards(play) == []


def test_what_cannot_be_is_refused() -> None:
    play = table("raid")
    assert refused(play, Protect("track", "gold", 4, reason="x")) == "not_a_level"
    assert refused(play, Protect("track", "golf", 1, reason="x")) == "nothing_to_protect"
    assert refused(play, Protect("fact", "wall", 1, reason="x")) == "nothing_to_protect"
    assert refused(play, Protect("track", "gold", 1)) == "no_reason"
    assert refused(play, Protect("track", "gold", 1, "east", "x")) == "no_such_seat"
    assert refused(play, Protect("track", "gold", 0, reason="x")) == "not_protected"
    assert refused(play, Protect("track", "gold", 1, reason="x"), "south") == "facilitator_only"


def test_an_order_that_succeeded_can_bring_it_about_and_one_that_failed_cannot() -> None:
    play = game(orders=ORDERS).to("talks")
    play.seal("south", "guard")
    play.to("adjudicate", holds=True)
    order_id = play.throw([1, 2], "t1-south-1")
    protects = Protect("track", "gold", 1, "south", order_id=order_id)
    assert refused(play, protects) == "not_succeeded"
    play.do(AcceptResult(order_id))
    assert refused(play, protects) == "not_succeeded"
    again = game(orders=ORDERS).to("talks")
    again.seal("south", "guard")
    again.to("adjudicate", holds=True)
    again.throw([5, 5], "t1-south-1")
    again.do(protects)
    assert again.of(ProtectionSet)[0].order_id == order_id


def test_a_hidden_one_takes_as_much_and_says_not_why() -> None:
    play = table("raid")
    play.do(Protect("track", "gold", 2, "south", "A spy in the gang.", hidden=True))
    assert guards(play) == [-2]
    for who in ("north", "west", "public"):
        view = play.view(who)
        assert view.protections == []
        assert view.adjudication is not None
        assert view.adjudication.factors[0].by == -2
        assert "spy" not in repr(view)
    assert [one.reason for one in play.view("south").protections] == ["A spy in the gang."]
    assert len(play.view(FACILITATOR).protections) == 1


def test_protection_of_what_a_seat_cannot_see_is_not_shown_to_it() -> None:
    play = table("rest")
    play.do(Protect("track", "depths", 1, "", "It is deep."))
    assert play.view("north").protections != []
    assert play.view("south").protections == []


def test_the_facilitator_grants_a_factor_by_hand_to_a_free_order() -> None:
    play = game().to("talks")
    play.seal("north")
    play.to("adjudicate").take_up()
    play.do(GrantFactor(ID, -1, "Protected, level 1: the archive", "a note of turn 2"))
    view = play.view("public").adjudication
    assert view is not None
    assert (view.modifier, view.factors[0].source) == (-1, "a note of turn 2")
    assert len(play.of(FactorGranted)) == 1
    assert refused(play, GrantFactor(ID, 0, "x")) == "not_a_modifier"
    assert refused(play, GrantFactor(ID, 4, "x")) == "not_a_modifier"
    assert refused(play, GrantFactor(ID, 1, " ")) == "no_reason"


@pytest.mark.parametrize(("kind", "thing"), [("track", "gold"), ("fact", "wall")])
def test_a_protection_of_something_hidden_tells_its_reason_to_nobody_else(
    kind: Guarded, thing: str
) -> None:
    tracks = (track(0, "gold", 5, sees=("south",)), track(1, "fear", 3), track(2, "depths", 3))
    orders = [order("raid", success=[moves(GOLD, -1), effect("end", "wall")])]
    play = game(orders=orders, tracks=tracks).to("talks")
    play.seal("north", "raid")
    play.do(RecordFact("wall", "A wall.", to=["south"]))
    play.do(Protect(kind, thing, 2, "", "Two guards."))
    play.to("adjudicate").take_up(ID)
    for who, known in (("south", True), ("north", False), ("public", False)):
        table = play.view(who).adjudication
        assert table is not None
        assert -2 in [one.by for one in table.factors]
        assert any("Two guards." in one.why for one in table.factors) == known
