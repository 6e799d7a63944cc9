"""Tightrope, the first scenario: it holds what it promises, and it is a game."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from wargame.decks.check import Report, check, opened
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.game.names import RANDOM
from wargame.game.prepared import prepare
from wargame.game.scenario import Scenario
from wargame.game.straight import Choice, Player, Straight, begin
from wargame.players.playbooks import Holding, book_for, in_simulation

PARAGRAPHS = range(35)
GAMES = 200
CARRIED = ("M1", "M3", "M5", "M6", "M9", "M12", "M16", "M17", "M20", "M23", "M26")
CAREFUL = ("authority", "chain", "escalation")
QUALITIES = ("strong", "success", "failure", "backfire")


@cache
def tightrope() -> Scenario:
    return compile_scenario(plain())


@cache
def plain() -> dict[str, Any]:
    return opened("tightrope")


@cache
def report() -> Report:
    return check(find("tightrope"))


def effects_in(item: Any) -> Iterator[dict[str, Any]]:
    """Every effect below an item of the plain scenario, those that come later too."""
    if isinstance(item, list):
        for one in item:
            yield from effects_in(one)
    if isinstance(item, dict):
        for key, value in item.items():
            if key == "effects":
                yield from value
            yield from effects_in(value)


def items() -> Iterator[dict[str, Any]]:
    """Everything in the plain scenario that says where it comes from."""
    for section in ("tracks", "facts", "mechanisms", "endings", "orders", "standing", "cards"):
        yield from plain()[section]
    for seat in plain()["seats"]:
        yield from seat["objectives"]


def orders_of(seat: str) -> list[dict[str, Any]]:
    return [order for order in plain()["orders"] if order["seat"] == seat]


# ------------------------------------------------------------------------ what is there


def test_check_finds_nothing_to_say() -> None:
    assert [str(one) for one in report().problems] == []


def test_there_are_four_seats_with_a_page_each_and_a_private_objective_at_the_end() -> None:
    seats = plain()["seats"]
    assert [seat["id"] for seat in seats] == ["baghdad", "washington", "tehran", "militias"]
    for seat in seats:
        assert 250 <= len(seat["brief"].split()) <= 500
        assert [one["main"] for one in seat["objectives"]] == [True, False, False, False]
        assert [one["private"] for one in seat["objectives"]] == [False, False, False, True]


def test_there_is_as_much_of_everything_as_was_asked_for() -> None:
    made = tightrope()
    assert len(made.tracks) >= 28
    assert all(len(orders_of(seat.id)) >= 10 for seat in made.seats)
    left_out = set(made.setups["2020"].without)
    country = [card for card in made.deck("events").cards if card not in left_out]
    assert len(country) >= 40
    assert all(len(made.deck(f"deck_{seat.id}").cards) >= 12 for seat in made.seats)
    assert {card.kind for card in made.cards.values()} >= {"event", "dilemma", "asset"}
    assert set(made.setups) >= {"2020", "2008", "summer", "short"}
    assert made.default_setup == "2020"
    assert [ending.id for ending in made.endings if ending.final] == ["vote_held", "vote_put_off"]
    assert len(made.endings) == 7


def test_the_briefs_are_files_in_the_folder() -> None:
    folder: Path = find("tightrope")
    assert sorted(one.stem for one in (folder / "briefs").glob("*.md")) == sorted(
        seat["id"] for seat in plain()["seats"]
    )


def test_each_track_has_bands_from_its_lowest_value_up() -> None:
    for track in tightrope().tracks:
        assert len(track.bands) >= 4
        assert track.bands[0].start == track.low
        assert all(band.word and band.text for band in track.bands)


def test_only_the_groups_unity_and_alerts_and_tehrans_purse_are_hidden() -> None:
    hidden = {track.id: set(track.sees) for track in tightrope().tracks if track.sees != ("*",)}
    inner = {"militias", "tehran"}
    alerts = {f"alert_{group}": inner for group in ("kataib", "badr", "others")}
    assert hidden == {"unity": inner, "purse": {"tehran"}, **alerts}


def test_cards_with_a_date_come_on_their_date() -> None:
    calendar = plain()["calendar"]
    dates = {card.id: card.turn for card in tightrope().cards.values() if card.turn}
    assert calendar[dates["us-election"] - 1] == "November 2020"
    for card in ("new-administration", "strike-anniversary", "vote-date"):
        assert calendar[dates[card] - 1] == "January 2021"
    assert calendar[-1] == "June 2021"


def test_every_paragraph_that_is_cited_is_there() -> None:
    cited = set()
    for item in items():
        source = item["source"]
        if source == "ours":
            assert item["why"], item["id"]
            continue
        paragraphs = source if isinstance(source, list) else [source]
        assert all(one in PARAGRAPHS for one in paragraphs), item["id"]
        cited |= set(paragraphs)
    assert cited >= set(range(2, 35)) - {27}


def test_all_32_mechanisms_are_carried_and_those_asked_for_by_standing_rules_or_effects() -> None:
    carried = report().mechanisms
    assert list(carried) == [f"M{number}" for number in range(1, 33)]
    assert all(len(things) >= 3 for things in carried.values())
    rules = {rule.mechanism for rule in tightrope().rules}
    assert rules >= set(CARRIED)


def test_the_readme_names_for_every_mechanism_things_that_carry_it() -> None:
    rows = re.findall(
        r"^\| (M\d+) \|(.*)$", (find("tightrope") / "README.md").read_text(), re.MULTILINE
    )
    carried = report().mechanisms
    assert [mechanism for mechanism, _ in rows] == list(carried)
    for mechanism, row in rows:
        named = set(re.findall(r"`([\w-]+)`", row))
        assert named
        assert named <= {thing.split()[-1] for thing in carried[mechanism]}, mechanism


def test_every_effect_says_why_and_belongs_to_a_mechanism() -> None:
    for section in ("orders", "standing", "cards"):
        for item in plain()[section]:
            for effect in effects_in(item):
                assert effect["why"], (item["id"], effect)
                assert effect["mechanism"] or item["mechanism"], (item["id"], effect)
    for order in plain()["orders"]:
        assert all(effect["mechanism"] for effect in effects_in(order)), order["id"]
        assert all(factor["mechanism"] and factor["why"] for factor in order["factors"])


def test_an_orders_own_effects_move_authority_chain_and_escalation_by_one_at_most() -> None:
    for order in plain()["orders"]:
        for quality in QUALITIES:
            result = order["results"][quality] or {}
            steps: Counter[str] = Counter()
            for effect in effects_in(result):
                if effect.get("track") in CAREFUL:
                    assert effect["by"] in (-1, 1), (order["id"], quality)
                    steps[effect["track"]] += 1
            assert all(count == 1 for count in steps.values()), (order["id"], quality)


# ------------------------------------------------------------------------ it is a game


def wants(seat: Mapping[str, Any]) -> dict[str, str]:
    """The tracks that a seat wants high or low: by the track itself, or by its objectives."""
    found = {
        track["id"]: track["better"]
        for track in plain()["tracks"]
        if track["for"] == seat["id"] and track["better"] != "none"
    }
    for objective in seat["objectives"]:
        for name, sign in re.findall(r"(?<![\w.])(\w+) (>=|<=) -?\d", str(objective["when"])):
            found.setdefault(name, "high" if sign == ">=" else "low")
    return found


@pytest.mark.parametrize("seat", ["baghdad", "washington", "tehran", "militias"])
def test_each_order_worsens_something_its_own_seat_wants_even_when_it_succeeds(seat: str) -> None:
    wanted = wants(next(one for one in plain()["seats"] if one["id"] == seat))
    for order in orders_of(seat):
        price = [track for track in order["cost"] if wanted.get(track) == "high"]
        for quality in ("strong", "success"):
            for effect in effects_in(order["results"][quality] or {}):
                direction = wanted.get(str(effect.get("track")))
                by = effect.get("by")
                if isinstance(by, int) and (
                    (direction == "high" and by < 0) or (direction == "low" and by > 0)
                ):
                    price.append(effect["track"])
        assert price, f"{order['id']} costs {seat} nothing"


class Always:
    """Gives one order whenever it is open, and any other when it is not."""

    def __init__(self, order: str) -> None:
        self.wanted = order
        self.otherwise = in_simulation(tightrope(), tightrope().orders[order].seat, RANDOM)
        self.option = self.otherwise.option

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """The one order, or another."""
        menu = [one.id for one in game.ready.menus[seat]]
        place = menu.index(self.wanted)
        others = [one for one in range(len(menu)) if one != place]
        return self.otherwise.order(game, seat, closed if place in closed else others, mine)


def played(
    games: int, setup: str = "", others: Mapping[str, Player] | None = None
) -> list[Straight]:
    """Games at random, but for the seats named in `others`."""
    made = tightrope()
    players: dict[str, Player] = {
        seat.id: in_simulation(made, seat.id, RANDOM) for seat in made.seats
    }
    ready = prepare(made, setup)
    seeds = [sha256(f"tightrope {number}".encode()).digest() for number in range(games)]
    return [begin(ready, {**players, **(others or {})}, seed, {}).play() for seed in seeds]


def test_random_games_reach_at_least_three_endings_each_at_five_per_cent_or_more() -> None:
    endings = Counter(game.ending for game in played(GAMES))
    assert sum(count >= GAMES * 5 / 100 for count in endings.values()) >= 3, endings
    assert max(endings.values()) <= GAMES * 60 / 100, endings


def test_hardly_a_random_game_ends_before_its_third_turn() -> None:
    assert sum(game.board.turn < 3 for game in played(GAMES)) <= GAMES * 5 / 100


def test_short_begins_about_where_games_stand_after_four_turns() -> None:
    made = tightrope()
    books = {seat.id: list(made.playbooks[seat.id]) for seat in made.seats}
    stood: Counter[int] = Counter()
    games = 0
    for number in range(GAMES):
        players = {
            seat: in_simulation(made, seat, names[number % len(names)])
            for seat, names in books.items()
        }
        seed = sha256(f"short {number}".encode()).digest()
        game = begin(prepare(made, "2020"), players, seed, {})
        while not game.over and game.board.turn < 4:
            game.turn()
        if not game.ending:
            games += 1
            stood.update(dict(enumerate(game.board.tracks)))
    given = dict(made.setups["short"].tracks)
    for track in made.tracks:
        if track.derived is None:
            begins = given.get(track.index, track.start)
            assert abs(stood[track.index] / games - begins) <= 1, track.id


@pytest.mark.parametrize("setup", ["short", "2008", "summer"])
def test_the_other_setups_can_be_played_to_their_last_turn(setup: str) -> None:
    last = tightrope().setups[setup].turns
    assert sum(game.board.turn == last for game in played(60, setup)) >= 15


@pytest.mark.parametrize("seat", ["baghdad", "washington", "tehran", "militias"])
def test_no_order_is_the_best_one_whatever_happens(seat: str) -> None:
    main = next(one for one in tightrope().seat(seat).objectives if one.main)
    for order in orders_of(seat):
        games = played(60, others={seat: Always(order["id"])})
        reached = sum(bool(main.when(game.board, -1)) for game in games)
        assert reached <= 60 * 70 / 100, order["id"]


def test_a_seat_that_always_holds_seldom_gets_what_it_wants() -> None:
    for seat in tightrope().seats:
        main = next(one for one in seat.objectives if one.main)
        games = played(GAMES, others={seat.id: Holding(book_for(tightrope(), seat.id, RANDOM))})
        assert sum(bool(main.when(game.board, -1)) for game in games) <= GAMES * 30 / 100, seat.id
