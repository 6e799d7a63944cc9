"""What is said and kept beside the game: messages, notes, who sits where, facts and corrections by hand."""

from __future__ import annotations

from wargame.game.cards import look_again
from wargame.game.commands import (
    AdjustTrack,
    HandScreen,
    HandSeat,
    SeatPerson,
    SendMessage,
    SetPhrase,
    WriteNote,
)
from wargame.game.events import (
    MessageSent,
    NoteWritten,
    PersonSeated,
    PhraseSet,
    ScreenHanded,
    SeatHanded,
    TrackAdjusted,
)
from wargame.game.names import FACILITATOR, RANDOM, TABLE, is_id
from wargame.game.orders import seat_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.room import knows_order
from wargame.game.rulings import set_track
from wargame.game.seating import (
    AS_OBSERVER,
    OBSERVER,
    insist_on_person,
    observer,
    observes,
    seats_of,
    speaks_for,
    together,
)
from wargame.game.state import State

LONGEST = 2000
MOST_PEOPLE = 60


def seat_person(play: Play, command: SeatPerson) -> None:
    """Seat somebody."""
    state = play.state
    if not is_id(command.person):
        raise Refused("bad_id", "A person's id is lower-case letters, digits, _ and -, at most 40.")
    if command.person in [*seats_of(state), FACILITATOR, TABLE, OBSERVER, "public"]:
        raise Refused("bad_id", "A person's id must not be that of a seat.")
    if command.seat not in [*seats_of(state), OBSERVER, FACILITATOR]:
        raise Refused("no_such_seat", "Seat people in a seat, as observer or as facilitator.")
    if command.person not in state.people and len(state.people) >= MOST_PEOPLE:
        raise Refused("too_many_people", f"At most {MOST_PEOPLE} people.")
    name = clean(command.name, 60, lines=False).strip() or command.person
    play.emit(PersonSeated(command.person, name, command.seat, command.objectives))


def hand_seat(play: Play, command: HandSeat) -> None:
    """Hand a seat to a playbook, or back."""
    seat_of(play.state, FACILITATOR, command.seat)
    names = [RANDOM, *play.state.scenario.playbooks.get(command.seat, {})]
    if command.playbook and command.playbook not in names:
        raise Refused("no_such_playbook", f"That seat's playbooks are: {', '.join(names)}.")
    if command.playbook and len(together(play.state, command.seat)) > 1:
        raise Refused("seats_merged", "That seat is played with another; part them first.")
    play.emit(SeatHanded(command.seat, command.playbook))


def set_phrase(play: Play, by: str, command: SetPhrase) -> None:
    """Keep a pass phrase's salt and digest: a seat's, the facilitator's, or one person's."""
    _may_set_phrase(play.state, by, command.seat)
    for text in (command.salt, command.digest):
        if len(text) > 128 or len(text) % 2 or any(one not in "0123456789abcdef" for one in text):
            raise Refused("bad_phrase", "A pass phrase is kept as salt and digest, both in hex.")
    if bool(command.salt) != bool(command.digest):
        raise Refused("bad_phrase", "A pass phrase needs both its salt and its digest.")
    play.emit(PhraseSet(command.seat, command.salt, command.digest))


def _may_set_phrase(state: State, by: str, whose: str) -> None:
    """Refuse a phrase that is not this one's to set; of two in a seat, neither unlocks the other."""
    if whose == FACILITATOR:
        if by != FACILITATOR:
            raise Refused("not_your_seat", "Only the facilitator sets that phrase.")
    elif whose in state.people:
        if not speaks_for(state, by, whose):
            raise Refused("not_your_seat", "Only the person's seat or the facilitator may do that.")
        if whose in state.phrases and by not in (FACILITATOR, f"{AS_OBSERVER}{whose}"):
            raise Refused("phrase_there", "Only the facilitator changes that phrase now.")
    else:
        seat_of(state, by, whose)


def hand_screen(play: Play, command: HandScreen) -> None:
    """Note that the shared screen shows this view from here on."""
    state = play.state
    if command.seat in seats_of(state):
        insist_on_person(state, command.seat, command.person)
    elif command.seat not in (FACILITATOR, "public") and not observes(state, command.seat):
        raise Refused("no_such_seat", "Hand the screen to a seat, an observer or the facilitator.")
    play.emit(ScreenHanded(command.seat, clean(command.person, 40)))


def write_note(play: Play, by: str, command: WriteNote) -> None:
    """Keep a note: one's own, or an observer's that the facilitator types."""
    state = play.state
    author = command.author or by
    if author != by and (by != FACILITATOR or not observes(state, author)):
        raise Refused("not_your_note", "A note is written under one's own name.")
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the note.")
    if author in seats_of(state):
        insist_on_person(state, author, command.person)
    if command.order_id and not knows_order(state, command.order_id, author):
        raise Refused("no_such_order", "There is no such order to note anything about.")
    tags = [clean(tag, 40, lines=False).strip() for tag in command.tags[:12]]
    about = max(-1, command.about) if by == FACILITATOR else -1
    person = command.person if author in seats_of(state) else observer(author)
    kept = [one for one in tags if one]
    play.emit(NoteWritten(text, kept, about, author, command.order_id, person))


def send_message(play: Play, by: str, command: SendMessage) -> None:
    """Send words to some seats."""
    state = play.state
    if command.sender == FACILITATOR:
        if by != FACILITATOR:
            raise Refused("not_your_seat", "Only the facilitator writes as the facilitator.")
    else:
        seat_of(state, by, command.sender)
    insist_on_person(state, command.sender, command.person)
    if state.phase == "closed":
        raise Refused("game_over", "The session is closed.")
    known = [*seats_of(state), FACILITATOR]
    to = [one for one in known if one in command.to and one != command.sender]
    if not to or any(one not in known for one in command.to):
        raise Refused("no_such_seat", "Write to one or more other seats, or to the facilitator.")
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the message.")
    play.emit(MessageSent(command.sender, to, text, clean(command.person, 40)))


def adjust_track(play: Play, command: AdjustTrack) -> None:
    """Set a track by hand, with a reason."""
    reason = clean(command.reason, LONGEST).strip()
    if not reason:
        raise Refused("no_reason", "An adjustment needs its reason.")
    change = set_track(play.state, play.state.board, command.track, command.to, reason)
    play.emit(TrackAdjusted(change.track, change.before, change.after, reason))
    look_again(play)
