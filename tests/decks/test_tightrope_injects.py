"""Tightrope's injects: held ready, one for each seat alone, and nothing that simulated games know of."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

import pytest

from tests.decks.sittings import sitting, tightrope
from tests.decks.test_tightrope import CAREFUL, PARAGRAPHS, effects_in
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.game.commands import Advance, ChooseOption, FireInject
from wargame.game.prepared import prepare
from wargame.game.scenario import Scenario
from wargame.game.straight import begin
from wargame.game.views import InjectsView
from wargame.players.playbooks import in_simulation

SEATS = ("baghdad", "washington", "tehran", "militias")


def injects() -> list[dict[str, Any]]:
    """The injects as they are written."""
    return list(tightrope().plain["injects"])


def test_they_are_ready_and_none_comes_by_itself() -> None:
    assert 8 <= len(injects()) <= 12
    for one in tightrope().injects.values():
        assert (one.turn, one.when) == (0, None), one.card.id
        assert one.note, one.card.id


def test_each_seat_has_one_for_itself_alone_and_some_are_for_all_or_to_be_argued_with() -> None:
    cards = [one.card for one in tightrope().injects.values()]
    assert [one.seat for one in cards if one.sees == (one.seat,)] == list(SEATS)
    assert sum(one.sees == ("*",) and one.kind != "asset" for one in cards) >= 4
    assert sum(one.kind == "asset" and not one.seat for one in cards) >= 2


def test_each_says_where_it_comes_from_and_every_effect_why_and_by_which_mechanism() -> None:
    for one in injects():
        source = one["source"]
        cited = source if isinstance(source, list) else [source]
        assert one["why"] if source == "ours" else set(cited) <= set(PARAGRAPHS), one["id"]
        assert one["mechanism"], one["id"]
        assert all(effect["why"] for effect in effects_in(one)), one["id"]


def test_none_moves_a_track_by_more_than_a_step_nor_two_of_authority_chain_and_escalation() -> None:
    for one in injects():
        for effect in effects_in(one):
            assert effect.get("by") in (None, 1, -1), one["id"]
        for option in one["options"]:
            careful = [e for e in option["effects"] if e.get("track") in CAREFUL]
            assert len(careful) <= 1, (one["id"], option["id"])


@pytest.mark.parametrize("setup", ["2020", "short", "summer"])
def test_simulated_games_are_the_same_with_and_without_them(setup: str) -> None:
    without = compile_scenario({**tightrope().plain, "injects": []})
    assert tightrope().injects
    for number in range(25):
        with_them, bare = (_played(made, setup, number) for made in (tightrope(), without))
        assert with_them == bare


def _played(made: Scenario, setup: str, number: int) -> tuple[str, str]:
    """How a game by playbooks ended, and its board."""
    books = {seat: list(made.playbooks[seat]) for seat in SEATS}
    players = {
        seat: in_simulation(made, seat, names[number % len(names)]) for seat, names in books.items()
    }
    seed = sha256(f"injects {number}".encode()).digest()
    game = begin(prepare(made, setup), players, seed, {}).play()
    return game.ending, repr(game.board)


@pytest.mark.parametrize("inject", [one["id"] for one in tightrope().plain["injects"]])
def test_each_can_be_fired_at_the_table_and_answered_in_every_way(inject: str) -> None:
    card = tightrope().injects[inject].card
    for option in [one.id for one in card.options] or [""]:
        play = sitting(tightrope(), {})
        play.do(FireInject(inject, seat="" if card.seat else _holder(card.kind)))
        if option:
            assert [one.card for one in play.view(card.seat).dilemmas] == [inject]
            play.do(ChooseOption(inject, option), card.seat)
        play.do(Advance("orders", holds=True))
        assert play.state.inject_marks[inject] == "fired"


def _holder(kind: str) -> str:
    """Whose hand it goes to: an asset's only."""
    return "militias" if kind == "asset" else ""


def test_the_facilitator_reads_with_what_chance_something_would_happen() -> None:
    view = sitting(tightrope(), {}).view("facilitator").injects
    assert isinstance(view, InjectsView)
    does = {one.id: one.does for one in view.injects}
    assert does["nobodys-rocket"] == ["Escalation +1", "The groups' unity -1 at 50 %"]
    assert does["two-invitations"][-1] == "Stay in bed with a cold. (Authority -1 at 50 %)"


def test_the_readme_names_every_one_with_its_paragraphs() -> None:
    text = (find("tightrope") / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*([^*|]+)\* \| [^|]+ \| ([^|]+) \|", text, re.MULTILINE)
    sources = {one["title"]: one["source"] for one in injects()}
    assert dict(rows) == {
        title: ", ".join(map(str, source)) if isinstance(source, list) else str(source)
        for title, source in sources.items()
    }
