"""Decks and cards: drawn, played, kept in a hand, discarded, shuffled again."""

from typing import Any

import pytest

from tests.game.scenes import FEAR, GOLD, at_least, card, deck, effect, moves, order, rule, setup
from tests.game.sitting import Game, game
from wargame.game import chance
from wargame.game.events import CardDrawn, CardPlaced, DeckShuffled, EffectsApplied
from wargame.game.pieces import Card, Deck


def pile(cards: list[Card], **more: Any) -> list[Deck]:
    return [deck("events", cards, **more)]


def places(play: Game) -> list[str]:
    """Where each card lies, as `where:card`."""
    state = play.state
    found = [f"pile:{one}" for cards in state.piles.values() for one in cards]
    found += [f"discard:{one}" for cards in state.discards.values() for one in cards]
    found += [f"{seat}:{one}" for seat, cards in state.hands.items() for one in cards]
    return sorted(found + [f"out:{one}" for one in state.out])


def test_a_deck_is_shuffled_once_by_the_seed_under_its_own_label() -> None:
    names = [f"c{number}" for number in range(20)]
    play = game(cards=[card(one) for one in names])
    (shuffled,) = play.of(DeckShuffled)
    assert (shuffled.cards, shuffled.label) == (names, "test/shuffle:events/0")
    expected = list(chance.shuffled(play.state.seed, shuffled.label, names))
    assert play.state.piles["events"] == expected != names


def test_an_event_card_acts_at_once_and_goes_to_the_discards() -> None:
    play = game(cards=[card("gift", effects=[moves(GOLD, 2)])]).to("event")
    assert play.value(GOLD) == 7
    assert places(play) == ["discard:gift"]


def test_a_card_whose_condition_fails_is_drawn_and_discarded_without_acting() -> None:
    held = card("gift", when=at_least(GOLD, 9), effects=[moves(GOLD, 2)])
    play = game(cards=[held]).to("event")
    assert play.value(GOLD) == 5
    (applied,) = play.of(EffectsApplied)
    assert (applied.fired, applied.changes) == (False, [])
    assert places(play) == ["discard:gift"]
    (shown,) = play.view("public").happenings
    assert (shown.title, shown.fired) == ("Gift", False)


def test_cards_are_drawn_from_the_top() -> None:
    names = [f"c{number}" for number in range(6)]
    play = game(cards=[card(one) for one in names])
    top = play.state.piles["events"][0]
    play.to("event")
    assert [one.card for one in play.of(CardDrawn)] == [top]


def test_a_deck_gives_as_many_cards_a_turn_as_it_says() -> None:
    cards = [card(f"c{number}") for number in range(6)]
    play = game(cards=cards, decks=pile(cards, draw=3)).turn(2)
    assert len(play.of(CardDrawn)) == 6
    still = game(cards=cards, decks=pile(cards, draw=0)).turn(2)
    assert still.of(CardDrawn) == []


def test_an_empty_pile_takes_the_discards_oldest_first_and_shuffles_them() -> None:
    cards = [card("one"), card("two")]
    play = game(cards=cards).turn(2)
    drawn = [one.card for one in play.of(CardDrawn)]
    play.turn(3)
    again = play.of(DeckShuffled)[1]
    assert (again.cards, again.label) == (drawn, "test/shuffle:events/1")
    assert len(play.of(CardDrawn)) == 3
    assert len(places(play)) == 2


def test_with_no_card_left_anywhere_nothing_is_drawn() -> None:
    play = game(cards=[]).turn(3)
    assert play.of(CardDrawn) == []
    dated = card("late", turn=9)
    assert game(cards=[dated]).turn(3).of(CardDrawn) == []


def test_a_dated_card_comes_by_itself_on_its_turn_before_the_draw_and_leaves_the_game() -> None:
    cards = [card("late", turn=2, effects=[moves(GOLD, 1)]), card("one")]
    play = game(cards=cards).to("event")
    assert places(play) == ["discard:one"]
    play.turn(2)
    happened = [one.cause.id for one in play.state.happenings]
    assert happened == ["late", "one"]
    assert "out:late" in places(play)
    play.turn(3)
    assert play.value(GOLD) == 6


def test_a_card_left_out_of_the_setup_never_comes() -> None:
    cards = [card("late", turn=2), card("one"), card("two")]
    left = setup(without=("late", "one"))
    play = game(cards=cards, setup=left).turn(4)
    assert {one.cause.id for one in play.of(EffectsApplied)} == {"two"}


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("top", "pile:gift"),
        ("bottom", "pile:gift"),
        ("discard", "discard:gift"),
        ("out", "out:gift"),
    ],
)
def test_a_setup_puts_cards_where_it_says(where: str, place: str) -> None:
    cards = [card("gift"), card("one"), card("two")]
    play = game(cards=cards, setup=setup(place=[("gift", where)]))
    assert place in places(play)
    if where in ("top", "bottom"):
        assert play.state.piles["events"][0 if where == "top" else -1] == "gift"


def asset(name: str, **more: Any) -> Card:
    return card(name, "own", "asset", **more)


def own(cards: list[Card], **more: Any) -> list[Deck]:
    return [deck("own", cards, seat="north", **more)]


def test_a_seats_own_assets_go_to_its_hand_up_to_the_limit() -> None:
    cards = [asset(f"a{number}") for number in range(5)]
    play = game(cards=cards, decks=own(cards, hand=2)).turn(4)
    assert len(play.state.hands["north"]) == 2
    assert len(play.of(CardDrawn)) == 2
    assert len(play.view("north").hand) == 2
    for other in ("south", "west", "public"):
        assert play.view(other).hand == []
        assert play.view(other).happenings == []


def test_an_asset_of_a_common_deck_goes_to_the_seat_it_names() -> None:
    cards = [card("spy", kind="asset", seat="south")]
    play = game(cards=cards).to("event")
    assert play.state.hands["south"] == ["spy"]


def test_a_dated_asset_of_a_seats_deck_comes_to_that_seats_hand() -> None:
    cards = [asset("late", turn=2)]
    play = game(cards=cards, decks=own(cards)).turn(2)
    assert play.state.hands["north"] == ["late"]
    assert play.state.todo == []


def test_an_asset_that_nobody_can_hold_comes_to_nothing() -> None:
    play = game(cards=[card("stray", kind="asset")]).to("event")
    assert places(play) == ["discard:stray"]


def test_an_event_card_of_a_seats_deck_acts_at_once() -> None:
    cards = [card("gift", "own", effects=[moves(GOLD, 1)])]
    play = game(cards=cards, decks=own(cards)).to("event")
    assert (play.value(GOLD), play.state.hands["north"]) == (6, [])


def lasting(lasts: int, phase: str = "event") -> Game:
    """A game whose first turn brings a lasting card in a phase of its own."""
    plague = card("plague", kind="lasting", lasts=lasts, effects=[moves(FEAR, 1)])
    first = rule("bring", effect("draw", deck="events"), phase=phase, once=True)
    return game(cards=[plague], decks=pile([plague], draw=0), rules=[first])


def fears(play: Game) -> list[int]:
    """Fear at the end of each of four turns."""
    return [play.turn(turn, "wrap").value(FEAR) for turn in (1, 2, 3, 4)]


def test_a_lasting_card_acts_in_as_many_wraps_as_it_lasts_and_not_when_drawn() -> None:
    assert lasting(2).to("event").value(FEAR) == 3
    assert fears(lasting(1)) == [4, 4, 4, 4]
    assert fears(lasting(2)) == [4, 5, 5, 5]
    assert fears(lasting(0)) == [4, 5, 6, 7]


def test_a_lasting_card_that_comes_in_wrap_counts_from_the_next_turn() -> None:
    assert fears(lasting(2, "wrap")) == [3, 4, 5, 5]


def test_a_lasting_card_whose_time_is_over_goes_to_the_discards() -> None:
    play = lasting(2).turn(1, "wrap")
    assert places(play) == []
    assert places(play.turn(2, "wrap")) == ["discard:plague"]


def test_an_effect_puts_a_card_where_it_says() -> None:
    cards = [card("gift"), card("one")]
    for where, place in (
        ("top", "pile"),
        ("bottom", "pile"),
        ("discard", "discard"),
        ("out", "out"),
    ):
        put = effect("card", "gift", deck="events", where=where)
        play = game(cards=cards, decks=pile(cards, draw=0), rules=[rule("put", put)]).to("wrap")
        assert f"{place}:gift" in places(play)
        assert len(places(play)) == 2
    put = effect("card", "gift", deck="events", where="hand", seat="west")
    play = game(cards=cards, decks=pile(cards, draw=0), rules=[rule("put", put)]).to("wrap")
    assert play.state.hands["west"] == ["gift"]


def test_a_card_that_left_the_game_can_be_brought_back() -> None:
    put = effect("card", "late", deck="events", where="top")
    cards = [card("late", turn=1), card("one")]
    rules = [rule("put", put, once=True)]
    play = game(cards=cards, decks=pile(cards, draw=0), rules=rules).to("event")
    assert "out:late" in places(play)
    assert "pile:late" in places(play.to("wrap"))


def test_a_card_that_puts_itself_somewhere_stays_there() -> None:
    back = effect("card", "gift", deck="events", where="bottom")
    play = game(cards=[card("gift", effects=[back])]).to("event")
    assert places(play) == ["pile:gift"]
    out = effect("card", "gift", deck="events", where="out")
    assert places(game(cards=[card("gift", effects=[out])]).to("event")) == ["out:gift"]


def test_a_draw_effect_draws_as_in_the_event_phase() -> None:
    cards = [card("one", effects=[moves(GOLD, 1)]), card("two", effects=[moves(GOLD, 1)])]
    draw = effect("draw", deck="events", count=2)
    play = game(cards=cards, decks=pile(cards, draw=0), rules=[rule("draw", draw)]).to("wrap")
    assert play.value(GOLD) == 7
    assert [one.cause.kind for one in play.state.happenings] == ["rule", "card", "card"]


def test_cards_that_draw_each_other_come_to_an_end() -> None:
    draws = [effect("draw", deck="events", count=2)]
    again = [card(f"c{number}", effects=draws) for number in range(12)]
    play = game(cards=again).to("event")
    assert len(play.of(CardDrawn)) == 60
    play.to("talks")


def test_two_copies_are_two_cards() -> None:
    cards = [card("gift"), card("gift-2")]
    play = game(cards=cards, decks=pile(cards, draw=2)).to("event")
    assert places(play) == ["discard:gift", "discard:gift-2"]


def test_a_card_is_always_in_exactly_one_place() -> None:
    cards = [card(f"c{number}", effects=[moves(GOLD, 1)]) for number in range(3)]
    cards += [asset(f"a{number}") for number in range(3)]
    decks = [*pile(cards, draw=2), *own(cards, hand=2)]
    play = game(cards=cards, decks=decks)
    for turn in (1, 2, 3, 4):
        lie = [one.split(":")[1] for one in places(play.turn(turn, "talks"))]
        assert sorted(lie) == sorted(one.id for one in cards)
    assert len(play.of(CardPlaced)) == 8


def test_an_orders_result_may_draw_a_card() -> None:
    draw = effect("draw", deck="events")
    cards = [card("one", effects=[moves(GOLD, 1)])]
    play = game(cards=cards, decks=pile(cards, draw=0), orders=[order("look", success=[draw])]).to(
        "talks"
    )
    play.seal("north", "look")
    play.to("adjudicate").judge([6, 5])
    assert play.value(GOLD) == 6
