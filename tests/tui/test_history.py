"""Undo, going back, the lines that were left, corrections and forks: by keys alone, at the real table."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.tui.desks import calm, desk, fill, judging, kept, press, screen_of
from tests.tui.seatings import SIZES, notices, overflowing, seal, table_of, text_of, to_talks
from wargame.cli.history import LocalHistory
from wargame.game.commands import (
    AcceptResult,
    AdjustTrack,
    Advance,
    CallThrow,
    ChooseMethod,
    CountHands,
    HandScreen,
    RecordFact,
    Rewind,
    SeatPerson,
    SendMessage,
    Throw,
)
from wargame.game.names import FACILITATOR
from wargame.saves.verify import verify
from wargame.table.table import Table
from wargame.tui.facilitator import WargameApp
from wargame.tui.screens.adjudication import AdjudicationScreen
from wargame.tui.screens.choose import Choose
from wargame.tui.screens.comparing import CompareScreen
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.history import HistoryScreen
from wargame.tui.screens.left_lines import LinesScreen
from wargame.tui.screens.reveal import RevealScreen
from wargame.tui.screens.review import ReviewScreen
from wargame.tui.screens.table import TableScreen
from wargame.tui.screens.wrap import WrapScreen

pytestmark = pytest.mark.usefixtures("no_rest")


def in_talks(folder: Path) -> Table:
    table = table_of(folder)
    to_talks(table)
    return table


def wrapped(folder: Path) -> Table:
    """A table in the wrap of turn 1, every order ruled on."""
    table = judging(folder)
    while table.state.adjudication is not None:
        order_id = table.state.adjudication.order_id
        table.ask(FACILITATOR, CallThrow(order_id))
        table.ask(FACILITATOR, Throw())
        table.ask(FACILITATOR, AcceptResult(order_id))
        if table.state.queue:
            from wargame.game.commands import OpenAdjudication

            table.ask(FACILITATOR, OpenAdjudication())
    table.ask(FACILITATOR, Advance("adjudicate"))
    return table


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_and_a_yes_undo_the_last_step(tmp_path: Path, size: tuple[int, int]) -> None:
    table = in_talks(tmp_path)
    table.ask(FACILITATOR, Advance("talks"))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "u")
        asked = text_of(screen_of(app, Confirm))
        assert "The phase orders begins." in asked
        await press(pilot, "y")
        assert screen_of(app, TableScreen).view.phase == "talks"
    assert kept(table, "rewound")[0]["reason"] == "undone"


async def test_the_question_says_what_no_undo_takes_back(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask(FACILITATOR, Advance("talks"))
    table.ask(FACILITATOR, SeatPerson("late", "Player late", "guild"))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        asked = text_of(screen_of(app, Confirm))
        assert "The phase orders begins." in asked
        assert "No undo takes this back, it stays: Player late" in asked
        await press(pilot, "y")
        assert screen_of(app, TableScreen).view.phase == "talks"
    assert "late" in table.state.people


async def test_what_a_seat_was_shown_is_not_undone_but_said(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask(FACILITATOR, Advance("talks"))
    table.ask(FACILITATOR, HandScreen("guild"))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", "y")
        assert "The guild has seen the last step" in notices(app)[0]
        assert table.state.phase == "orders"


async def test_from_the_wrap_an_undo_leads_back_to_the_results(tmp_path: Path) -> None:
    table = wrapped(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        screen_of(app, WrapScreen)
        await press(pilot, "u", "y")
        screen_of(app, AdjudicationScreen)
        await press(pilot, "escape")
        screen_of(app, TableScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_moments_stand_as_sentences_with_what_would_be_undone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = wrapped(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        await press(pilot, "f8")
        screen = screen_of(app, HistoryScreen)
        assert "Here the game stands now." in text_of(screen)
        await press(pilot, "up", "up", "up")
        text = text_of(screen)
        assert "Going back to here undoes" in text
        assert "The phase orders begins." in text or "An order is sealed" in text
        assert overflowing(screen) == []


async def test_going_back_asks_for_a_reason_says_what_is_undone_and_offers_the_shuffle(
    tmp_path: Path,
) -> None:
    table = wrapped(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "z", "a")
        screen = screen_of(app, HistoryScreen)
        screen.query_one(OptionList).highlighted = 0
        await press(pilot, "enter")
        await fill(pilot, reason="We began too early.", branch="early")
        asked = text_of(screen_of(app, Confirm))
        assert "Undo " in asked
        await press(pilot, "y")
        offered = text_of(screen_of(app, Choose))
        assert "the same cards come again" in offered
        for _ in range(6):
            if isinstance(app.screen, Choose):
                await press(pilot, "2")
        assert screen_of(app, TableScreen).view.phase == "setup"
    (rewound,) = kept(table, "rewound")
    assert (rewound["reason"], rewound["branch"]) == ("We began too early.", "early")
    shuffled = [one["deck"] for one in kept(table, "deck_shuffled")]
    assert len(shuffled) > len(set(shuffled))
    assert verify(table.log.path).ok


async def test_a_text_is_corrected_and_shown_as_corrected(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    table.ask("town", SendMessage("town", ["guild"], "We pay thre."))
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "c")
        await fill(pilot, text="We pay three.", reason="A letter was missing.")
        assert "We pay three." in text_of(app.screen)
    assert table.view("guild").messages[-1].text == "We pay three. (corrected)"
    assert kept(table, "corrected")[0]["field"] == "text"


@pytest.mark.parametrize("size", SIZES)
async def test_lines_that_were_left_are_opened_compared_and_taken_up_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = wrapped(tmp_path)
    before = table.state.entries
    table.ask(FACILITATOR, Rewind(12, "A try.", "first-try"))
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        await press(pilot, "f8", "l")
        lines = screen_of(app, LinesScreen)
        assert "first-try" in text_of(lines)
        assert "Why: A try." in text_of(lines)
        await press(pilot, "enter")
        assert screen_of(app, ReviewScreen).past.n == before
        assert "Left by a rewind, on the line first-try." in text_of(app.screen)
        await press(pilot, "escape", "c")
        compared = screen_of(app, CompareScreen)
        assert "first-try: turn 1, wrap" in text_of(compared)
        await press(pilot, "d", "escape", "t")
        await fill(pilot, reason="It was the better one.")
        await press(pilot, "y")
        for _ in range(6):
            if isinstance(app.screen, Choose):
                await press(pilot, "1")
        screen_of(app, WrapScreen)
    assert table.state.phase == "wrap"


async def test_a_fork_is_made_by_key_and_holds(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    seal(table, "guild", "toll")
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "k")
        await fill(pilot, session="other-way")
        assert any("other-way.jsonl" in one for one in notices(app))
    verdict = verify(tmp_path / "other-way.jsonl")
    assert verdict.ok, verdict.damage
    other = Table.open(tmp_path / "other-way.jsonl")
    assert other.state.session == "other-way"
    other.ask(FACILITATOR, Advance("talks"))
    other.close()


@pytest.mark.parametrize("size", SIZES)
async def test_a_late_objection_leads_back_to_the_open_odds(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = wrapped(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        await press(pilot, "B", "1")
        assert "The old" in text_of(app.screen)
        await fill(pilot, author="guild", text="The ford was frozen.")
        screen = screen_of(app, AdjudicationScreen)
        assert "The ford was frozen." in text_of(screen)
        assert table.state.adjudication is not None
        assert table.state.adjudication.called is None
    assert kept(table, "rewound")[0]["branch"] == "objection-1"


async def test_two_seats_change_places_by_key(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    first, second, *_ = table.view(FACILITATOR).first
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S")
        await fill(pilot, one=first, other=second, asked=second, reason="It asked to.")
        assert table.view(FACILITATOR).first[:2] == [second, first]


@pytest.mark.parametrize("size", SIZES)
async def test_turn_zero_is_one_key_at_the_opening_and_undone_at_its_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        assert "0 Turn Zero" in text_of(app.screen)
        await press(pilot, "0", "n")
        assert notices(app) == ["Turn Zero has not begun."]
        await press(pilot, "0", "enter")
        assert "TURN ZERO" in text_of(app.screen)
        seal(table, "guild", "toll")
        await press(pilot, "enter", "enter", "4")
        assert screen_of(app, RevealScreen).view.rehearsal
        await press(pilot, "enter")
        assert "TURN ZERO" in text_of(screen_of(app, AdjudicationScreen))
        await press(pilot, "enter", "enter", "space")
        assert "End Turn Zero" in text_of(app.screen)
        await press(pilot, "enter")
        assert screen_of(app, TableScreen).view.phase == "setup"
        assert "TURN ZERO" not in text_of(app.screen)
    assert table.state.labels["throw"] == 1
    assert not table.state.judged


async def test_the_keys_of_setting_a_track_and_seeing_as_a_seat_work_in_every_phase(
    tmp_path: Path,
) -> None:
    from wargame.tui.screens.look import LookScreen

    table = table_of(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        for phase in ("event", "talks", "orders", "reveal", "adjudicate", "wrap"):
            while table.state.phase != phase:
                table.ask(FACILITATOR, Advance(table.state.phase, holds=True))
            screen = app.screen
            assert isinstance(screen, Desk)
            screen.follow()
            await calm(pilot)
            await press(pilot, "t", "1")
            await fill(pilot, to="3", reason=f"In {phase}.")
            await press(pilot, "v", "1")
            screen_of(app, LookScreen)
            await press(pilot, "escape")
    assert [one["reason"] for one in kept(table, "track_adjusted")] == [
        f"In {phase}." for phase in ("event", "talks", "orders", "reveal", "adjudicate", "wrap")
    ]


async def test_a_review_shows_the_lines_and_forks_nothing(tmp_path: Path) -> None:
    table = wrapped(tmp_path)
    table.ask(FACILITATOR, Rewind(12, "A try.", "first-try"))
    timeline = LocalHistory(table).timeline()
    app = WargameApp(lambda: ReviewScreen(timeline))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l")
        lines = screen_of(app, LinesScreen)
        await press(pilot, "k")
        assert app.screen is lines
        await press(pilot, "c")
        screen_of(app, CompareScreen)
    table.close()


async def test_who_looked_on_while_the_screen_was_public_was_told(tmp_path: Path) -> None:
    table = in_talks(tmp_path)
    app = desk(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "enter")
        assert table.state.phase == "orders"
        await press(pilot, "j", "u", "y")
        assert "Everyone has seen the last step" in notices(app)[0]
    handed = [one["seat"] for one in kept(table, "screen_handed")]
    assert handed == ["public", "facilitator"]


async def test_an_objection_is_taken_up_from_the_results_too(tmp_path: Path) -> None:
    table = judging(tmp_path)
    assert table.state.adjudication is not None
    order_id = table.state.adjudication.order_id
    table.ask(FACILITATOR, CallThrow(order_id))
    table.ask(FACILITATOR, Throw())
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await calm(pilot)
        await press(pilot, "B")
        await fill(pilot, author=FACILITATOR, text="The bridge was guarded.")
        assert "The bridge was guarded." in text_of(screen_of(app, AdjudicationScreen))
    assert kept(table, "objection_raised")[0]["order_id"] == order_id


@pytest.mark.parametrize("size", SIZES)
async def test_an_objection_names_what_goes_back_and_asks_for_the_numbers_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = judging(tmp_path)
    assert table.state.adjudication is not None
    order_id = table.state.adjudication.order_id
    table.ask(FACILITATOR, ChooseMethod(order_id, "hands"))
    table.ask(FACILITATOR, CountHands(order_id, raised=8, present=10))
    table.ask(FACILITATOR, CallThrow(order_id))
    table.ask(FACILITATOR, Throw())
    table.ask(FACILITATOR, RecordFact("road", "The road is closed."))
    table.ask(FACILITATOR, AdjustTrack("anger", 7, "The square fills."))
    app = desk(table, AdjudicationScreen)
    async with app.run_test(size=size) as pilot:
        await calm(pilot)
        await press(pilot, "B")
        text = text_of(app.screen)
        assert "Taken back with it:" in text
        assert "The road is closed." in text
        assert "The square fills." in text
        assert "asked for again" in text
        await fill(pilot, author=FACILITATOR, text="The bridge was guarded.")
        text = text_of(screen_of(app, AdjudicationScreen))
        assert "The numbers given before the objection do not count" in text
        await press(pilot, "enter")
        await fill(pilot, raised="2", present="10")
        text = text_of(screen_of(app, AdjudicationScreen))
        assert "Hands: 2 of 10 raised." in text
        assert "do not count" not in text
        await press(pilot, "enter", "B")
        await fill(pilot, author=FACILITATOR, text="It was not.", side="pro", numbers="kept")
        assert "given before the objection, and kept." in text_of(app.screen)
    assert [one["numbers"] for one in kept(table, "objection_raised")] == ["again", "kept"]
