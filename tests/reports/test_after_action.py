"""The after-action report tells a whole game: what was ordered, argued, thrown, ruled, and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.reports.games import END, TURN, play
from wargame.game.seals import receipt
from wargame.reports.after_action import after_action
from wargame.reports.gathering import gather
from wargame.reports.timeline import Timeline
from wargame.saves.reading import read
from wargame.saves.verify import verify

GAME: list[dict[str, object]] = [
    *TURN[:4],
    {"write_note": {"text": "The guild is restless.", "tags": ["mood"]}},
    {"seal_order": {"seat": "town", "move": "feast"}},
    {
        "seal_order": {
            "seat": "town",
            "order": "town",
            "move": "court",
            "target": "to_farmers",
            "reasons": ["They are many."],
        }
    },
    {"seal_order": {"seat": "abbey", "move": "preach"}},
    {"withdraw_order": "abbey"},
    *TURN[5:10],
    {
        "judge": {
            "order": "guild",
            "method": "expert",
            "because": "The ferryman knows.",
            "given": 51,
            "dice": [50],
            "drop": [0],
            "add": [{"track": "mood", "to": 3, "why": "A brawl."}],
            "reason": "The boats were seen.",
        }
    },
    {"open_adjudication": "abbey"},
    {"choose_method": {"method": "estimate", "reason": "Nobody agrees."}},
    {"seal_estimate": {"person": "one", "percent": 40}},
    {"seal_estimate": {"person": "two", "percent": 93}},
    {"show_estimates": True},
    {"explain_estimate": {"person": "two", "text": "He has been heard before."}},
    {"grant_factor": {"by": 1, "why": "It is a holy day."}},
    *TURN[11:12],
    {"protect": {"kind": "track", "thing": "mood", "owner": "town", "reason": "Songs."}},
    {"record_fact": {"fact": "songs", "text": "They sing.", "owner": "town", "modifier": 1}},
    {"adjust_track": {"track": "coffers", "to": 3, "reason": "Miscounted."}},
    {"hand_seat": {"seat": "abbey", "playbook": "random"}},
    *TURN[12:],
    *END,
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = play(GAME, tmp_path_factory.mktemp("report") / "bridge.jsonl")
    return path, after_action(Timeline.read(path), verify(path))


def section(text: str, title: str) -> str:
    """A section of the report, from its heading to the next of the same level or above."""
    level = title.split(maxsplit=1)[0]
    after = text.split(f"\n{title}", 1)[1]
    return re.split(rf"\n#{{1,{len(level)}}} ", after)[0]


def test_it_begins_with_what_was_played_by_whom_and_how_it_ended(told: tuple[Path, str]) -> None:
    path, text = told
    assert text.startswith("# The river crossing: session bridge\n")
    glance = text.split("\n## ")[0]
    for part in ("Twenty years on", "EXERCISE", receipt(read(path).head), "sound", "1 of 2"):
        assert part in glance
    people = section(text, "## Who sat where")
    assert "| The town | Player one |" in people
    assert "| The abbey | Player three; the playbook `random` from entry " in people


def test_the_game_in_short_has_a_row_a_turn_and_a_column_a_seat(told: tuple[Path, str]) -> None:
    short = section(told[1], "## The game in short")
    row = next(line for line in short.splitlines() if line.startswith("| 1 "))
    assert "Flood" in row
    assert "Court a group: **success**" in row
    assert "Raise the toll: **success**" in row
    assert re.search(r"“[^”]+”: \*\*failure\*\*", row)


def test_a_turn_tells_what_came_what_was_said_and_what_followed(told: tuple[Path, str]) -> None:
    turn = section(told[1], "## Turn 1: Summer")
    assert "**Flood** (source 6) — a card." in turn
    assert "**Coffers 6 → 5**: The dyke has to be mended" in turn
    assert "- **The guild** to The abbey: Not a word to the town." in turn
    assert "Set by hand: **Coffers 6 → 3**. Why: Miscounted." in turn
    assert "Recorded as a fact for The town, +1: **They sing.**" in turn
    assert "The abbey was handed to the playbook `random`." in turn
    assert "| Coffers | 6 | 3 | -3 |" in turn
    assert "Head receipt shown to every seat" in turn


def test_an_order_is_told_with_arguments_odds_dice_and_effects(told: tuple[Path, str]) -> None:
    order = section(told[1], "#### The town: Court a group")
    assert order.startswith(" (target: The farmers) — success")
    assert "| for | +2 (counted as strong; first counted) | They are many. | The town |" in order
    assert "| against | -1 | They never come. | The abbey |" in order
    assert "two dice had to show at least 6 (72.22 %, fixed before the throw)" in order
    assert "Thrown: **5 + 4 = 9**, thrown by hand. Margin +3" in order
    assert "plain 2d6 (modifier 0) 58.33 %" in order
    assert "**Farmers 1 → 2**: They were asked" in order
    assert "> The farmers nod." in order


def test_a_seal_is_shown_and_checked_and_revisions_are_told(told: tuple[Path, str]) -> None:
    path, text = told
    order = section(text, "#### The town: Court a group")
    seals = [e.data["seal"] for e in read(path).entries if e.kind == "order_sealed"]
    assert f"receipt `{receipt(seals[1])}`: the order shown is the one that was sealed" in order
    assert "*An earlier version*" in order
    assert "**Give a feast**. Roast an ox." in order
    assert receipt(seals[0]) in order
    abbey = section(text, "#### The abbey: A free order")
    assert "*Withdrawn*" in abbey
    assert "**Preach peace**. A sermon at the crossing." in abbey


def test_a_seal_that_does_not_fit_is_said(told: tuple[Path, str]) -> None:
    record = gather(Timeline.read(told[0]))
    sealed = record.turns[0].orders["t1-town-1"].last
    assert sealed is not None
    sealed.order.action = "Something else."
    timeline = Timeline.read(told[0])
    event = next(
        one.event for one in timeline.moments if one.entry.data.get("order_id") == "t1-guild-1"
    )
    setattr(event, "seal", "0" * 64)  # noqa: B010 - the union of all events has no such field
    assert "NOT the one that was sealed" in after_action(timeline, verify(told[0]))


def test_estimates_reasons_and_scores_are_told(told: tuple[Path, str]) -> None:
    order = section(told[1], "#### The abbey: ")
    assert "(Chosen before that: estimates, d100 (why: Nobody agrees.).)" in order
    assert "| Player one | 40 % | fits |" in order
    assert "Median: 67 %." in order
    assert "Player two, far from the median: He has been heard before." in order
    assert "A factor is granted by hand: +1, It is a holy day." in order
    assert "*Other methods:*" in order
    assert "estimates, d100 67 %" in order
    scores = section(told[1], "## Calibration")
    assert "| Player one | 0.160 | 1 |" in scores
    assert "| Player two | 0.865 | 1 |" in scores
    assert "Brier" in scores
    assert "Protected by The town, level 1: Mood. Why: Songs." in told[1]


def test_edits_and_covert_orders_are_told(told: tuple[Path, str]) -> None:
    order = section(told[1], "#### The guild: Raise the toll")
    assert "*Covert.*" in order
    assert "*With:* Loyal boatmen" in order
    assert "Adjudicated by an expert’s number, d100: 51 %. Why: The ferryman knows." in order
    assert "| factor | +1, left out | Loyal boatmen | source 3 |" in order
    assert "A d100 had to show at most 51 (51 %" in order
    assert "Edited by the facilitator. Why: The boats were seen." in order
    proposed, applied = order.split("Edited by")
    assert "**Chest" in proposed.split("Proposed:")[1]
    assert "**Chest" not in applied
    assert "**Mood 5 → 3**: A brawl." in applied
    assert "noticed" in order


def test_an_umpires_ruling_has_its_reason(told: tuple[Path, str]) -> None:
    order = section(told[1], "#### The abbey: A free order")
    assert "> Pray for the river." in order
    assert "Without dice: **failure**. Why: Silence." in order


def test_the_end_tells_objectives_answers_votes_and_notes(told: tuple[Path, str]) -> None:
    text = told[1]
    end = section(text, "## Where it ended")
    assert "| The town | The bridge stands. | main | not reached |" in end
    assert "| The guild | There is no bridge. | main | **reached** |" in end
    assert "*Why?*" in end
    assert "**The town**: We asked nicely." in end
    assert "| Player one | The guild |" in end
    notes = section(text, "## Notes")
    assert "The guild is restless." in notes
    assert "mood" in notes


def test_fairness_gives_all_that_is_needed_to_compute_it_again(told: tuple[Path, str]) -> None:
    path, text = told
    fairness = section(text, "## Fairness")
    entries = read(path).entries
    assert entries[0].data["commitment"] in fairness
    assert entries[0].data["secret"]["seed"] in fairness
    assert "Everything that can be checked is as it should be." in fairness
    thrown = [entry.data["throw"] for entry in entries if entry.kind == "dice_thrown"]
    assert all(one["nonce"] in fairness for one in thrown)
    assert sum(one["label"] != "" for one in thrown) > 0
    assert fairness.count("| by hand |") == sum(one["entered"] for one in thrown)


def test_every_text_that_people_wrote_is_in_it(told: tuple[Path, str]) -> None:
    path, text = told
    plain = text.replace("\\", "")
    for entry in read(path).entries[1:]:
        for name in ("text", "reason", "narrative", "action"):
            value = entry.data.get("order", entry.data).get(name)
            if isinstance(value, str) and value and entry.kind != "session_opened":
                assert value in plain, (entry.kind, name)


def test_hostile_text_changes_nothing_but_itself() -> None:
    evil = "</table>\n# Fake\n| a | b |\n|---|---|\n[x](http://evil) <img src=x> `\x1b[31m\u202e"
    steps: list[dict[str, object]] = [
        *TURN[:2],
        {"send_message": {"sender": "town", "to": ["guild"], "text": evil}},
        {"write_note": {"text": evil, "tags": [evil[:30]]}},
        TURN[3],
        {"seal_order": {"seat": "town", "action": evil, "result": evil, "reasons": [evil]}},
        {"next": "reveal", "holds": True},
        TURN[8],
        {"judge": {"method": "umpire", "quality": "failure", "reason": evil, "narrative": evil}},
        TURN[12],
        {"end_game": True},
        {"give_answer": {"question": evil, "seat": "town", "text": evil}},
    ]
    path = play(steps)
    text = after_action(Timeline.read(path), verify(path))
    assert not {"\x1b", "\u202e"} & set(text)
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert "<img" not in page
    assert "<a " not in page
    headings = re.findall(r"<h\d>(.*?)</h\d>", page)
    assert [one for one in headings if "Fake" in one] == []
    assert page.count("Fake") > 8


def test_what_a_rewind_left_is_not_told_but_said_and_corrections_keep_both() -> None:
    steps: list[dict[str, object]] = [
        *TURN[:2],
        {"next": "orders", "mark": "before"},
        {"seal_order": {"seat": "town", "action": "A hasty deed."}},
        {"rewind": {"to": "before", "reason": "The wrong seat typed.", "branch": "hasty"}},
        {"seal_order": {"seat": "guild", "action": "Rwo."}, "mark": "order"},
        {"correct": {"step": "order", "field": "order.action", "text": "Row.", "reason": "Slip."}},
        {"next": "reveal", "holds": True},
    ]
    path = play(steps)
    text = after_action(Timeline.read(path), verify(path))
    assert "A hasty deed." not in text
    history = section(text, "## Corrections and rewinds")
    assert "`hasty`" in history
    assert "The wrong seat typed." in history
    assert "order.action: “Rwo.” reads “Row.”. Why: Slip." in history


@pytest.mark.parametrize("kind", ["phase_begun", "throw_called", "dice_thrown"])
def test_a_game_cut_anywhere_can_be_told(told: tuple[Path, str], kind: str) -> None:
    lines = told[0].read_bytes().splitlines(keepends=True)
    entries = read(told[0]).entries
    for n, entry in enumerate(entries):
        if entry.kind == kind or n in (1, 2):
            Path("cut.jsonl").write_bytes(b"".join(lines[:n]))
            text = after_action(Timeline.read(Path("cut.jsonl")), verify(Path("cut.jsonl")))
            assert text.startswith("# The river crossing")


def test_a_spoilt_save_is_told_up_to_the_damage_and_says_so_first(told: tuple[Path, str]) -> None:
    data = told[0].read_bytes()
    Path("bad.jsonl").write_bytes(data.replace(b"The farmers nod", b"The farmers nay"))
    bad = Path("bad.jsonl")
    text = after_action(Timeline.read(bad), verify(bad))
    assert "**Not the whole game.** Damaged at entry" in text.split("\n## ")[0]
    assert "is wrong" in section(text, "## Fairness")
    assert "They never come." in text
