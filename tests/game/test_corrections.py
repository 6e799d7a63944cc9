"""Texts corrected: both stay, the new one is shown wherever the old one stood, and no rule reads it."""

from __future__ import annotations

from tests.game.scenes import GOLD, moves, order
from tests.game.sitting import EVERYBODY, FACILITATOR, Game, game, refused
from wargame.game.commands import Correct, Park, RecordFact, Rewind, SendMessage, WriteNote
from wargame.game.events import ArgumentAdded, OrderSealed, OrderWithdrawn, ResultAccepted
from wargame.game.evolve.history import event_at
from wargame.game.texts import amended, texts_of


def ordered(covert: bool = False) -> Game:
    raid = order("raid", "north", covert="maybe", success=[moves(GOLD, 2)])
    play = game(orders=[raid]).to("orders")
    play.seal("north", "raid", action="We crss the pass.", reasons=["It is drk."], covert=covert)
    return play


def correct(play: Game, field: str, text: str, entry: int = 0) -> None:
    play.do(Correct(entry or play.state.entries, field, text, "A letter was missing."))


def test_an_orders_texts_read_as_corrected_in_the_order_and_in_its_arguments() -> None:
    play = ordered()
    entry = play.state.entries
    correct(play, "order.action", "We cross the pass.", entry)
    correct(play, "order.reasons.0", "It is dark.", entry)
    assert play.view("north").sealed[0].action == "We cross the pass. (corrected)"
    play.to("adjudicate").take_up()
    table = play.view("public").adjudication
    assert table is not None
    assert [one.text for one in table.arguments] == ["It is dark. (corrected)"]
    (sealed,) = play.of(OrderSealed)
    assert sealed.order.action == "We crss the pass."


def test_a_text_corrected_late_is_corrected_where_it_has_gone_on_to() -> None:
    play = ordered()
    entry = play.state.entries
    play.to("adjudicate").judge([6, 6], narrative="They corss.")
    accepted = next(
        n
        for n in range(play.state.entries, 0, -1)
        if isinstance(event_at(play.state, n), ResultAccepted)
    )
    correct(play, "narrative", "They cross.", accepted)
    correct(play, "order.action", "We cross the pass.", entry)
    (judged,) = play.view("south").judged
    assert judged.narrative == "They cross. (corrected)"
    assert judged.order.action == "We cross the pass. (corrected)"
    assert play.value(GOLD) == 7


def test_what_nobody_else_knows_of_is_corrected_unseen() -> None:
    play = ordered(covert=True)
    entry = play.state.entries
    play.to("adjudicate")
    before = {who: play.view(who) for who in EVERYBODY}
    correct(play, "order.action", "We cross the pass.", entry)
    for who in ("south", "west", "public"):
        assert play.view(who) == before[who]
    assert play.view("north") != before["north"]
    assert play.view(FACILITATOR) != before[FACILITATOR]


def test_facts_messages_and_notes_are_corrected() -> None:
    play = ordered()
    play.do(RecordFact("brige", "A brige stands."))
    correct(play, "fact.text", "A bridge stands.")
    assert [one.text for one in play.view("public").facts] == ["A bridge stands. (corrected)"]
    play.do(SendMessage("south", ["west"], "Helo."), by="south")
    correct(play, "text", "Hello.")
    assert [one.text for one in play.view("west").messages] == ["Hello. (corrected)"]
    play.do(WriteNote("Nted."))
    correct(play, "text", "Noted.")
    assert [one.text for one in play.view(FACILITATOR).notes] == ["Noted. (corrected)"]
    play.do(Park("Ask agian."))
    correct(play, "text", "Ask again.")
    assert [one.text for one in play.view(FACILITATOR).parked] == ["Ask again. (corrected)"]


def test_a_correction_is_corrected_again_and_the_last_one_counts() -> None:
    play = ordered()
    entry = play.state.entries
    correct(play, "order.action", "We cros.", entry)
    correct(play, "order.action", "We cross.", entry)
    assert play.view("north").sealed[0].action == "We cross. (corrected)"
    play.do(Rewind(entry, "Again."))
    assert play.view("north").sealed[0].action == "We cross. (corrected)"


def test_only_words_of_peoples_can_be_corrected() -> None:
    play = ordered()
    entry = play.state.entries
    (sealed,) = play.of(OrderSealed)
    assert set(texts_of(sealed)) == {"order.action", "order.result", "order.reasons.0"}
    for field in ("order.move", "seat", "nonce", "order.reasons.1", "order", ""):
        assert refused(play, Correct(entry, field, "raid", "Why")) == "no_such_field"
    for number in (0, -1, entry + 1):
        assert refused(play, Correct(number, "text", "x", "Why")) == "no_such_entry"
    assert refused(play, Correct(entry, "order.action", " ", "Why")) == "no_text"
    assert refused(play, Correct(entry, "order.action", "x", " ")) == "no_text"


def test_an_event_without_the_text_stays_as_it_is() -> None:
    event = OrderWithdrawn("north", 1, "t1-north-1")
    assert amended(event, "text", "x") is event
    argument = ArgumentAdded("t1-north-1", "a1", "con", "Old.", "south")
    assert amended(argument, "text", "New.") != argument
    assert argument.text == "Old."
