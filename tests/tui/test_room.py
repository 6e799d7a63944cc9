"""The room at the desk: people come and go, play together, watch; a lock, notes, plan and parking lot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.desks import desk, fill, kept, press, revealed, screen_of
from tests.tui.seatings import (
    PEOPLE,
    SIZES,
    app_of,
    notices,
    overflowing,
    table_of,
    text_of,
    to_talks,
)
from wargame.game.changes import Person, ResearchQuestion
from wargame.game.commands import (
    Advance,
    ChooseMethod,
    EndGame,
    GiveObjective,
    MergeSeats,
    OpenAdjudication,
    Park,
    SeatPerson,
    WriteNote,
    WritePlan,
)
from wargame.table.table import Table
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.form import Form
from wargame.tui.screens.handover import HandoverScreen
from wargame.tui.screens.names import NamesScreen
from wargame.tui.screens.notes import NotesScreen
from wargame.tui.screens.observer import ObserverScreen
from wargame.tui.screens.room import RoomScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.screens.table import TableScreen

EVE = Person("eve", "Player Four", "observer")
WATCHING = "observer:eve"
HOSTILE = "[b]x[/b]\x1b[31m"


def in_talks(folder: Path, **opening: Any) -> Table:
    """A table in the talks of turn 1, with an observer and a research question."""
    opening.setdefault("people", [*PEOPLE, EVE])
    opening.setdefault("questions", [ResearchQuestion("trust", "Who trusts whom?")])
    table = table_of(folder, **opening)
    to_talks(table)
    return table


async def hand_to(pilot: Pilot[None], words: str) -> None:
    """Hand the screen to whom these words name."""
    handover = screen_of(pilot.app, HandoverScreen)  # type: ignore[arg-type]
    place = next(at for at, one in enumerate(handover._ways) if words in one.words)
    await press(pilot, "home")
    for _ in range(place):
        await press(pilot, "down")
    await press(pilot, "enter")


# the room


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_shows_everybody_and_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", MergeSeats(["town", "abbey"]))
    table.ask("facilitator", GiveObjective("guild", "two", text=f"Win alone. {HOSTILE}"))
    table.ask("facilitator", SeatPerson("z", f"Zed {HOSTILE}", "abbey"))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "l")
        screen = screen_of(app, RoomScreen)
        shown = text_of(screen)
        assert overflowing(screen) == []
        for words in ("together with", "alone wants: Win alone.", "Player Four", "trust"):
            assert words in shown
        assert "[b]x[/b]" in shown
        assert "\x1b" not in shown


async def test_before_the_first_turn_names_are_asked_where_there_are_none(tmp_path: Path) -> None:
    table = table_of(tmp_path, people=[])
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Nobody is named yet" in text_of(app.screen)
        await press(pilot, "l")
        names = screen_of(app, NamesScreen)
        names.sitting.people["town"].value = "Ann, Bob"
        names.sitting.by["guild"].value = "random"
        names.sitting.by["abbey"].value = "with town"
        names.sitting.observers.value = "Olga"
        names.questions.value = "Why now?"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, RoomScreen)
    state = table.state
    assert [(one.id, one.name, one.seat) for one in state.people.values()] == [
        ("p1", "Ann", "town"),
        ("p2", "Bob", "town"),
        ("p3", "Olga", "observer"),
    ]
    assert (state.playbooks, state.merged) == ({"guild": "random"}, [("town", "abbey")])
    assert [one.text for one in state.questions] == ["Why now?"]


async def test_a_late_joiner_begins_with_the_story_so_far(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "s")
        await fill(pilot, name="Player Five", seat="abbey")
        await press(pilot, "enter")
        assert "Player Five" in text_of(screen_of(app, HandoverScreen))
        await press(pilot, "enter")
        screen = screen_of(app, SeatScreen)
        assert screen.pane == "6"
        assert "The story so far" in text_of(screen)
        await press(pilot, "escape")
        await hand_to(pilot, "Player Five")
        assert screen_of(app, SeatScreen).pane == "1"
    assert table.view("public").newcomers == []


async def test_who_plays_two_seats_and_leaves_leaves_two_seats_to_be_played(tmp_path: Path) -> None:
    people = [Person("one", "Player one", "town"), Person("two", "Player two", "guild")]
    table = table_of(tmp_path, people=people)
    table.ask("facilitator", MergeSeats(["town", "abbey"]))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "x", "1", "2", "2")
        text = text_of(screen_of(app, RoomScreen))
    assert text.count("by itself") == 2
    assert [one["seat"] for one in kept(table, "seat_handed")] == ["town", "abbey"]


async def test_a_leavers_seat_goes_to_a_playbook_and_a_substitute_sees_no_objectives(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "x", "enter", "down", "enter")
        assert table.state.playbooks == {"town": "random"}
        await press(pilot, "k", "enter", "enter")
        assert table.state.playbooks == {}
        await press(pilot, "s")
        await fill(pilot, name="Player Five", seat="town")
        await press(pilot, "down", "enter", "down", "enter")
    assert [one["person"] for one in kept(table, "person_left")] == ["one"]
    assert table.view("town", "p5").objectives == []
    assert "one" in table.view("facilitator").away


async def test_the_banner_and_a_research_question_are_changed_live(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "b")
        await fill(pilot, text="EXERCISE EXERCISE")
        await press(pilot, "q")
        await fill(pilot, text="Who pays?", id="pay")
        assert "EXERCISE EXERCISE" in text_of(app.screen).split("\n")[0]
    assert [one.id for one in table.state.questions] == ["trust", "pay"]


async def test_an_objective_is_given_to_one_of_two_and_their_screens_differ(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "o", "2", "enter", "enter")
        await fill(pilot, text="Ruin your partner.")
        await press(pilot, "escape", "2", "enter", "2")
        assert "Ruin your partner." in text_of(screen_of(app, SeatScreen))
        await press(pilot, "escape")
        await hand_to(pilot, "Player Three")
        await press(pilot, "2")
        assert "Ruin" not in text_of(screen_of(app, SeatScreen))


async def test_to_take_an_objective_from_the_rest_of_a_seat_is_asked_and_can_be_given_back(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    wanted = [one for one in table.view("facilitator").objectives if one.seat == "guild"]
    place = next(at for at, one in enumerate(wanted) if one.main) + 2
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "o", "2", str(place), "enter")
        assert kept(table, "objective_given")[-1]["person"] == "", "the safe answer comes first"
        await press(pilot, "o", "2", str(place), "2")
        text = text_of(screen_of(app, Confirm))
        assert "the seat's MAIN objective" in text
        assert "To give it back" in text
        before = len(kept(table, "objective_given"))
        await press(pilot, "enter")
        assert len(kept(table, "objective_given")) == before
        await press(pilot, "o", "2", str(place), "2", "y")
        owner = kept(table, "objective_given")[-1]["person"]
        assert owner in table.view("facilitator").people
        await press(pilot, "o", "2", str(place), "1")
        assert kept(table, "objective_given")[-1]["person"] == ""


# seats played together


async def test_before_seats_are_joined_it_is_asked_and_enter_alone_joins_nothing(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "g", "1", "enter")
        assert "takes no knowledge back" in text_of(screen_of(app, Confirm)).replace("\n", " ")
        await press(pilot, "enter")
        assert table.state.merged == []
        await press(pilot, "g", "1", "enter", "y")
    assert len(table.state.merged) == 1


async def test_seats_played_together_are_handed_over_once_and_shown_one_after_the_other(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", MergeSeats(["town", "abbey"]))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        ways = [one.seat for one in screen_of(app, HandoverScreen)._ways]
        assert ways == ["town", "guild", "guild", WATCHING, "facilitator"]
        await press(pilot, "enter", "z")
        assert screen_of(app, SeatScreen).view.who == "abbey"
        await press(pilot, "z")
        assert screen_of(app, SeatScreen).view.who == "town"
    assert [one["seat"] for one in kept(table, "screen_handed")] == ["town", "abbey", "town"]


# observers


@pytest.mark.parametrize("size", SIZES)
async def test_an_observer_watches_and_notes(tmp_path: Path, size: tuple[int, int]) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        await hand_to(pilot, "Observer")
        screen = screen_of(app, ObserverScreen)
        assert overflowing(screen) == []
        await press(pilot, "n")
        await fill(pilot, text=f"They blink {HOSTILE}", question="trust")
        assert "They blink" in str(screen.query_one("Notes").shown)  # type: ignore[attr-defined]
        await press(pilot, "escape")
        await press(pilot, "4")
        assert isinstance(app.screen, TableScreen)
    (note,) = kept(table, "note_written")
    assert (note["author"], note["tags"], note["person"]) == (WATCHING, ["trust"], "eve")
    handed = [one["seat"] for one in kept(table, "screen_handed")]
    assert handed == [WATCHING, "facilitator"], "the screen came back, and the record says so"


async def test_an_observer_is_asked_for_an_estimate_where_the_session_says_so(
    tmp_path: Path,
) -> None:
    table = revealed(tmp_path, people=[*PEOPLE, EVE], observers_estimate=True)
    table.ask("facilitator", Advance("reveal"))
    table.ask("facilitator", OpenAdjudication())
    order_id = table.view("facilitator").adjudication.order.order_id  # type: ignore[union-attr]
    table.ask("facilitator", ChooseMethod(order_id, "estimate"))
    app = app_of(table, ObserverScreen, WATCHING)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        await fill(pilot, percent="many")
        await press(pilot, "escape", "e")
        await fill(pilot, percent="35")
    (sealed,) = kept(table, "estimate_sealed")
    assert (sealed["person"], sealed["estimate"]["percent"]) == ("eve", 35)


async def test_an_observer_answers_and_votes_in_the_hot_wash(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", EndGame())
    app = app_of(table, ObserverScreen, WATCHING)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        await fill(pilot, text="The silence.")
        await press(pilot, "v", "2")
    assert [one["person"] for one in kept(table, "answer_given")] == ["eve"]
    assert table.state.votes == {"eve": "guild"}


# notes, plan, parking lot


async def test_a_note_is_written_from_any_screen_by_whoever_sits_there_or_a_recorder(
    tmp_path: Path,
) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+n")
        await fill(pilot, text="From the desk")
        await press(pilot, "1", "enter", "ctrl+n", "ctrl+n")
        await fill(pilot, text="From the town")
        assert isinstance(app.screen, SeatScreen)
        await press(pilot, "ctrl+n")
        await fill(pilot, text="Typed beside", author=WATCHING)
        await press(pilot, "escape", "ctrl+n")
        assert not isinstance(app.screen, Form), "nobody's screen takes no note"
    written = [(one["text"], one["author"], one["person"]) for one in kept(table, "note_written")]
    assert written == [
        ("From the desk", "facilitator", ""),
        ("From the town", "town", "one"),
        ("Typed beside", WATCHING, "eve"),
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_plan_notes_and_parking_lot_stand_on_one_paper(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = in_talks(tmp_path)
    table.ask(WATCHING, WriteNote(f"Blink {HOSTILE}", ["trust"]))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "N", "p", "enter")
        await fill(pilot, text="The flood, if nobody moves.")
        await press(pilot, "k")
        await fill(pilot, text="Who owns the toll?")
        shown = text_of(screen_of(app, NotesScreen))
        for words in ("The flood", "[ ] t1 Who owns", "Player Four: Blink [b]x[/b]"):
            assert words in shown
        await press(pilot, "t", "enter")
        assert "[x] t1 Who owns" in text_of(app.screen)
        await press(pilot, "x", "enter")
        assert "Left out of reports for others: Player One" in text_of(app.screen)
    assert table.state.plan == {1: "The flood, if nobody moves."}
    assert table.state.struck == {("one", -1)}


async def test_what_is_parked_is_brought_up_in_the_hot_wash(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("facilitator", Park("Who owns the toll?"))
    table.ask("facilitator", WritePlan(2, "x"))
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        table.ask("facilitator", Advance(phase, holds=True))
    table.ask("facilitator", EndGame())
    app = desk(table)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot)
        paper = app.screen.query_one("Washing")
        assert "Who owns the toll?" in str(paper.shown)  # type: ignore[attr-defined]


async def test_people_of_one_name_are_told_apart_by_their_seats(tmp_path: Path) -> None:
    table = table_of(tmp_path, people=[Person("p1", "Ann", "town"), Person("p2", "Ann", "guild")])
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "x")
        text = text_of(app.screen)
        assert "Ann (The town)" in text
        assert "Ann (The guild)" in text
        await press(pilot, "escape", "s")
        assert app.focused is not None
        assert app.focused.id == "f-who"
        await fill(pilot, name="Ann", seat="abbey")
        assert any("Ann is known already" in one for one in notices(app))
    assert kept(table, "person_seated") == []
