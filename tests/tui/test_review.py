"""The review steps through a save, and shows at each moment what was known at it, to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.reports.games import END, TURN, play
from tests.tui.seatings import SIZES, notices, overflowing, settle, text_of
from wargame.game.refusals import Refused
from wargame.reports.timeline import Timeline
from wargame.tui.facilitator import WargameApp
from wargame.tui.review import Past, PastLink, cases
from wargame.tui.screens.look import LookScreen
from wargame.tui.screens.review import ReviewScreen

GAME: list[dict[str, object]] = [
    *TURN[:4],
    {"write_note": {"text": "The guild is [bold]restless[/bold]."}},
    *TURN[4:],
    *END,
]
MARK = "Not a word to the town."


def app_of(path: Path) -> WargameApp:
    timeline = Timeline.read(path)
    return WargameApp(lambda: ReviewScreen(timeline))


def review(pilot: Pilot[None]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def last(screen: ReviewScreen) -> int:
    return len(screen.past.timeline) - 1


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)
    return text_of(pilot.app.screen)


async def go(pilot: Pilot[None], kind: str) -> str:
    """Look at the first entry of a kind."""
    screen = review(pilot)
    n = next(one.n for one in screen.past.timeline.moments if one.entry.kind == kind)
    screen.action_go_to(n)
    await settle(pilot)
    return text_of(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_review_begins_at_the_end_and_fits_the_screen(size: tuple[int, int]) -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = review(pilot)
        text = text_of(screen)
        assert f"entry {last(screen)} of {last(screen)}" in text
        assert "The session is closed and the seed is open." in text
        for key in "12345":
            text = await press(pilot, key)
            assert f"[{key} " in text
            assert overflowing(screen) == []
            assert max(map(len, text.splitlines())) <= size[0]
            assert "Esc Leave" in text


async def test_arrows_step_by_entry_and_other_keys_by_phase_and_turn() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        phases = screen.past.timeline.phases()
        turns = [n for _, n in screen.past.timeline.turns()]
        await press(pilot, "home")
        assert screen.past.n == 0
        await press(pilot, "left")
        assert screen.past.n == 0
        await press(pilot, "right", "right")
        assert screen.past.n == 2
        await press(pilot, "full_stop")
        assert screen.past.n == phases[1]
        await press(pilot, "full_stop", "comma")
        assert screen.past.n == phases[1]
        await press(pilot, "end")
        assert screen.past.n == last(screen)
        await press(pilot, "right")
        assert screen.past.n == last(screen)
        await press(pilot, "b")
        assert screen.past.n == turns[-1]
        await press(pilot, "b")
        assert screen.past.n == 0
        await press(pilot, "n")
        assert screen.past.n == turns[1]


async def test_an_entry_is_gone_to_by_its_number() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        for typed, reached in (("7", 7), ("999999", last(screen))):
            await press(pilot, "g", *["backspace"] * 4, *typed, "enter")
            assert screen.past.n == reached
        await press(pilot, "g", *["backspace"] * 9, "x", "enter")
        assert screen.past.n == last(screen)
        assert any("whole number" in one for one in notices(app))


async def test_the_board_is_that_of_the_moment() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        for n in range(0, last(screen) + 1, 6):
            screen.action_go_to(n)
            await pilot.pause()
            live = {one.id: one.value for one in screen.view.tracks}
            state = screen.past.timeline.state(n)
            assert live == {one.id: state.value(one.index) for one in state.scenario.tracks}
        text = await go(pilot, "session_opened")
        farmers = next(line for line in text.splitlines() if "Farmers" in line)
        assert farmers.split()[:2] == ["Farmers", "+1"]


async def test_an_entry_is_told_to_a_seat_only_as_far_as_it_was_shown_there() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        assert MARK in await go(pilot, "message_sent")
        for who, seen in (("town", False), ("guild", True), ("abbey", True), ("public", False)):
            while screen.past.who != who:
                await press(pilot, "s")
            text = text_of(screen)
            assert (MARK in text) is seen
            assert ("Nothing of this could be seen" in text) is not seen
            assert ("as seen by" in text) is True
            text = await press(pilot, "4")
            assert "As the save has it" not in text
            await press(pilot, "1")
        await press(pilot, "s")
        assert MARK in text_of(screen)


async def test_a_covert_order_stays_out_of_other_seats_sight() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        await go(pilot, "orders_revealed")
        assert "Raise the toll" in await press(pilot, "3")
        screen.past.who = "town"
        assert "Raise the toll" not in await press(pilot, "2", "3")
        for pane in "1245":
            assert "Raise the toll" not in await press(pilot, pane)
        screen.past.who = "guild"
        assert "Raise the toll" in await press(pilot, "3")


async def test_orders_are_shown_with_what_was_argued_thrown_and_ruled() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        screen = review(pilot)
        found = {one.named.order.seat: one for one in cases(screen.past, screen.view)}
        town, guild, abbey = found["town"], found["guild"], found["abbey"]
        assert town.table is not None
        assert [one.text for one in town.table.arguments] == ["They are many.", "They never come."]
        assert town.table.arguments[0].weight == "strong"
        assert town.judged is not None
        assert town.judged.narrative == "The farmers nod."
        assert guild.table is not None
        assert guild.table.method == "plain"
        assert abbey.table is not None
        assert abbey.table.reason == "Silence."
        screen.query_one("#right").scroll_home(animate=False)
        text = text_of(screen)
        assert "They never come." in text or "Silence." in text


async def test_before_the_reveal_a_seat_sees_its_own_sealed_order_alone() -> None:
    past = Past(Timeline.read(play(GAME)))
    sealed = [one.n for one in past.timeline.moments if one.entry.kind == "order_sealed"]
    past.go_to(sealed[-1])
    seen = {}
    for who in past.audiences():
        past.who = who
        seen[who] = [one.named.order.seat for one in cases(past, past.view())]
    assert seen["facilitator"] == ["town", "guild", "abbey"]
    assert (seen["town"], seen["guild"], seen["public"]) == (["town"], ["guild"], [])


async def test_a_seats_own_screen_can_be_visited_as_it_stood_and_takes_nothing() -> None:
    path = play(GAME)
    before = path.read_bytes()
    app = app_of(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        await go(pilot, "order_sealed")
        await press(pilot, "v")
        assert app.screen is screen
        await press(pilot, "s", "v")
        look = app.screen
        assert isinstance(look, LookScreen)
        text = text_of(look)
        assert "AS SEEN BY" in text
        assert "They are many." in text
        await press(pilot, "o", "w", "m", "escape")
        assert app.screen is screen
        link = PastLink(screen.past.timeline, screen.past.n, "town")
        with pytest.raises(Refused, match="review"):
            await link.set_phrase("open")
    assert path.read_bytes() == before


async def test_a_click_on_the_line_of_the_game_goes_there() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        await pilot.click("#scrub", offset=(1, 0))
        await settle(pilot)
        assert screen.past.n == 0
        await pilot.click("#scrub", offset=(40, 0))
        await settle(pilot)
        assert 0 < screen.past.n < last(screen)


@pytest.mark.parametrize("spoil", ["torn", "damaged"])
async def test_a_spoilt_save_is_reviewed_up_to_where_it_stands_and_says_so(spoil: str) -> None:
    path = play(GAME)
    data = path.read_bytes()
    place = data.index(b"The farmers nod")
    spoilt = data[:-9] if spoil == "torn" else data[:place] + b"t" + data[place + 1 :]
    path.write_bytes(spoilt)
    app = app_of(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = " ".join(text_of(review(pilot)).split())
        assert ("cut short" if spoil == "torn" else "Damaged at entry") in text
        text = await press(pilot, "home", "n")
        assert "turn 1/2" in text
    assert path.read_bytes() == spoilt


async def test_text_of_people_is_drawn_letter_by_letter() -> None:
    app = app_of(play(GAME))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "[bold]restless[/bold]" in await go(pilot, "note_written")
        assert "[bold]restless[/bold]" in await press(pilot, "5")


async def test_escape_leaves_to_where_the_review_was_opened_from_or_out() -> None:
    timeline = Timeline.read(play(GAME))

    class Behind(Screen[None]):
        """A screen that a review is opened from."""

    app = WargameApp(Behind)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ReviewScreen(timeline))
        await settle(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, Behind)
    alone = WargameApp(lambda: ReviewScreen(timeline))
    async with alone.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await pilot.pause()
    assert alone.return_code == 0


async def test_what_a_rewind_left_is_marked() -> None:
    steps: list[dict[str, object]] = [
        {"next": "event", "mark": "begun"},
        {"next": "talks"},
        {"rewind": {"to": "begun", "reason": "Too soon."}},
    ]
    path = Path("bridge.jsonl")
    play(steps, path)
    app = app_of(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = review(pilot)
        text = await press(pilot, "left")
        assert "Left by a rewind, on the line line-1." in text
        assert screen.view.phase == "talks"
        assert "x" in [line[40:].strip(" ▌")[:1] for line in text.splitlines()[6:-1]]
