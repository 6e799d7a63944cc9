"""`wargame run`: scripts played, refusals with their line, and what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import (
    BEGUN,
    FIRST_TURN,
    OPENING,
    SMALL,
    Called,
    script,
    wargame,
    with_room_for,
)
from wargame.saves.log import SaveLog
from wargame.saves.reading import read


def kinds(save: Path) -> list[str]:
    return [entry.kind for entry in read(save).entries]


def test_a_script_is_played_into_a_save_of_its_own() -> None:
    done = wargame("run", script(OPENING + FIRST_TURN), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    reading = read(Path("saves/bridge.jsonl"))
    assert answer["save"] == str(reading.path.absolute())
    assert answer["entries"] == len(reading.entries)
    assert answer["head"] == reading.head
    assert (answer["turn"], answer["turns"], answer["phase"]) == (1, 2, "wrap")
    assert answer["tracks"]["farmers"] == 2
    assert wargame("verify", "bridge").returncode == 0


def test_the_same_in_words_says_where_it_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "run", script(OPENING + FIRST_TURN))
    assert called.code == 0
    assert "turn 1 of 2, wrap" in called.out
    assert str(Path("saves/bridge.jsonl")) in called.out


def test_json_lines_say_the_same_as_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    first = {"scenario": str(SMALL), "session": "lines", "setup": "1450"}
    steps = [
        {"next": "event"},
        {"next": "talks"},
        {"send_message": {"sender": "town", "to": ["guild"], "text": "Brücke \U0001f309?"}},
    ]
    text = "\n".join(json.dumps(one) for one in [first, *steps]) + "\n"
    called = Called(capsys, "run", script(text, "script.jsonl"))
    assert (called.code, called.err) == (0, "")
    last = read(Path("saves/lines.jsonl")).entries[-1]
    assert last.data["text"] == "Brücke \U0001f309?"


def test_a_refusal_names_the_line_and_keeps_what_went_before(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = OPENING + FIRST_TURN.replace("target: to_farmers", "target: to_nobody")
    called = Called(capsys, "run", script(text))
    line = text[: text.index("to_nobody")].count("\n") + 1
    assert called.code == 2
    assert called.out == ""
    assert called.err.startswith(f"script.yaml:{line}: seal_order: ")
    assert "(no_such_target)" in called.err
    assert kinds(Path("saves/bridge.jsonl"))[-2:] == ["phase_begun", "phase_settled"]
    assert wargame("verify", "bridge").returncode == 0


def test_a_refusal_in_the_middle_of_a_step_keeps_the_part_before_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = OPENING + FIRST_TURN.replace("dice: [5, 4]", "dice: [7, 4]")
    called = Called(capsys, "run", script(text))
    assert called.code == 2
    assert "judge: " in called.err
    assert "(not_dice)" in called.err
    assert kinds(Path("saves/bridge.jsonl"))[-1] == "throw_called"


def test_the_next_phase_is_named_and_another_one_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    called = Called(capsys, "run", script(OPENING + "  - next: orders\n"))
    assert called.code == 2
    assert "After setup comes event, not orders." in called.err


def test_every_problem_of_form_is_named_with_its_place_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = (
        "  - nxt: event\n"
        "  - {next: event, play_on: true}\n"
        "  - {}\n"
        "  - seal_order: {seat: town, reasons: because}\n"
        "  - holds: true\n"
        "  - judge: {given: 101, estimates: {one: yes}}\n"
    )
    called = Called(capsys, "run", script(OPENING + steps + "extra: 1\n"))
    first = OPENING.count("\n") + 1
    assert called.code == 2
    for line in (*range(first, first + 7),):
        assert f"script.yaml:{line}:" in called.err
    assert 'Did you mean "next"' in called.err
    assert "two" not in called.err
    assert not Path("saves").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 50, "control character"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"caf\xe9: 1", "UTF-8"),
        (b"scenario: [", "script.yaml:"),
        (b"- next: event\n", "begins with keys"),
        (b"scenario: *x\n", "alias"),
        (b"[" * 50_000, "script.yaml:1:"),
        (b'{"scenario": "small"}\n{"next": "event"\n', "script.yaml:2:"),
        (b'{"scenario": "small", "scenario": "b"}\n', "twice"),
        (b'{"scenario": "small"}\n{"next": null}\n', "null"),
        (b'{"scenario": "small", "turns": 1.5}\n', "whole number"),
        (b'{"scenario": "small"}\n' + b'{"a":' * 40 + b"1" + b"}" * 40, "levels"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "deep"),
        (b'{"scenario": "small", "play": []}\n{"next": "event"}\n', "one place"),
        (b"scenario: nowhere\nsession: x\n", "no such scenario"),
        (b"scenario: x\n" + b"a" * 1_100_000, "bytes"),
    ],
)
def test_a_file_that_is_no_script_is_explained(
    data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("script.yaml").write_bytes(data)
    called = Called(capsys, "run", "script.yaml")
    assert called.code == 2
    assert said in called.err
    assert "Traceback" not in called.err
    assert not Path("saves").exists()


def test_a_missing_script_and_a_folder_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    for name in ("nothing.yaml", "folder", ""):
        called = Called(capsys, "run", name)
        assert called.code == 2
        assert "in YAML, or in JSON lines" in called.err


def test_a_name_that_is_taken_leaves_the_save_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = script(OPENING + FIRST_TURN)
    assert Called(capsys, "run", made).code == 0
    before = Path("saves/bridge.jsonl").read_bytes()
    called = Called(capsys, "run", made)
    assert called.code == 2
    assert "already" in called.err
    assert Path("saves/bridge.jsonl").read_bytes() == before
    assert Called(capsys, "run", made, "--session", "another").code == 0


def test_a_session_is_named_by_flag_by_script_or_by_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bare = BEGUN.replace("session: bridge\n", "")
    assert Called(capsys, "run", script(bare, "thursday.yaml")).code == 0
    assert Path("saves/thursday.jsonl").exists()
    called = Called(capsys, "run", script(bare, "14 May.yaml"))
    assert called.code == 2
    assert "--session NAME" in called.err
    for name in ("../out", "UPPER", "a" * 41):
        called = Called(capsys, "run", script(bare), "--session", name)
        assert called.code == 2
    assert not Path("out.jsonl").exists()


def test_a_seed_that_is_given_is_used_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    made = script(BEGUN.replace('seed: "2a"\n', ""))
    assert Called(capsys, "run", made, "--session", "one", "--seed", "2A").code == 0
    assert Called(capsys, "run", made, "--session", "two").code == 0
    one, two = (read(Path(f"saves/{name}.jsonl")).entries[0].data for name in ("one", "two"))
    assert (one["seed_given"], one["secret"]["seed"]) == (True, "2a".zfill(64))
    assert two["seed_given"] is False


def test_a_script_with_a_seed_comes_out_the_same_each_time_and_one_without_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (OPENING + FIRST_TURN).replace("dice: [5, 4]", "word: luck")

    def told(folder: str, text: str) -> list[object]:
        assert Called(capsys, "run", script(text), "--saves", folder).code == 0
        entries = read(Path(folder, "bridge.jsonl")).entries
        return [entry.data for entry in entries[1:]]

    assert told("one", text) == told("two", text)
    secret = text.replace('seed: "2a"\n', "")
    assert told("three", secret) != told("four", secret)
    for folder in ("one", "three"):
        assert Called(capsys, "verify", Path(folder, "bridge.jsonl")).code == 0


def test_saves_go_where_the_flag_says_else_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = script(BEGUN)
    monkeypatch.setenv("WARGAME_SAVES", "there/games")
    assert Called(capsys, "run", made).code == 0
    assert Called(capsys, "run", made, "--saves", "here").code == 0
    assert Called(capsys, "--saves", "before", "run", made).code == 0
    for folder in ("there/games", "here", "before"):
        assert Path(folder, "bridge.jsonl").exists()
    assert not Path("saves").exists()


def test_a_folder_that_cannot_be_one_or_written_to_is_explained(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = script(BEGUN)
    Path("file").write_text("x", encoding="utf-8")
    for folder in ("file", "file/inner", "/proc/nothing"):
        called = Called(capsys, "run", made, "--saves", folder)
        assert called.code == 2
        assert folder.split("/inner")[0] in called.err
    assert Path("file").read_text(encoding="utf-8") == "x"


def test_a_save_that_is_open_elsewhere_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    made = script(BEGUN)
    assert Called(capsys, "run", made).code == 0
    with SaveLog.open(Path("saves/bridge.jsonl")):
        assert Called(capsys, "run", made).code == 2
        assert Called(capsys, "verify", "bridge").code == 0
        assert Called(capsys, "list").code == 0


def test_a_script_with_a_clock_tells_the_time_itself(capsys: pytest.CaptureFixture[str]) -> None:
    steps = "  - next: event\n  - {at: '09:30', next: talks}\n  - {at: '09:10', next: orders}\n"
    text = OPENING.replace("play:", "clock: 2026-05-07T09:00Z\nplay:") + steps
    assert Called(capsys, "run", script(text)).code == 0
    begun = [
        entry.at
        for entry in read(Path("saves/bridge.jsonl")).entries
        if entry.kind in ("session_opened", "phase_begun")
    ]
    assert begun == [
        "2026-05-07T09:00:00.000Z",
        "2026-05-07T09:00:01.000Z",
        "2026-05-07T09:30:00.000Z",
        "2026-05-08T09:10:00.000Z",
    ]


def test_a_clock_that_runs_past_the_last_year_is_refused_at_its_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = OPENING.replace("play:", "clock: 9999-12-31T23:59Z\nplay:")
    called = Called(capsys, "run", script(text + "  - {at: '13:00', next: event}\n"))
    line = text.count("\n") + 1
    assert called.code == 2
    assert called.err.startswith(f"script.yaml:{line}: next: ")
    assert "(clock_ran_out)" in called.err


def test_a_scenario_with_errors_is_not_played(capsys: pytest.CaptureFixture[str]) -> None:
    Path("broken").mkdir()
    Path("broken/scenario.yaml").write_text("format: 1\nscenario: broken\n", encoding="utf-8")
    called = Called(capsys, "run", script("scenario: broken\nsession: x\n"))
    assert called.code == 2
    assert called.err.startswith("broken/scenario.yaml:")
    assert not Path("saves/x.jsonl").exists()


def test_a_scenario_is_looked_for_beside_the_script(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("away").mkdir()
    Path("away/folder").symlink_to(SMALL)
    text = BEGUN.replace(str(SMALL), "folder")
    assert Called(capsys, "run", script(text, "away/script.yaml")).code == 0


def test_a_session_whose_dice_were_all_thrown_by_hand_is_typed_in_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = (
        "  - next: event\n  - next: talks\n  - next: orders\n"
        "  - seal_order: {seat: town, move: court, target: to_millers}\n"
        "  - {next: reveal, holds: true}\n  - next: adjudicate\n"
        "  - {judge: {order: town, dice: [4, 4]}, chances: [50]}\n"
    )
    text = (OPENING + steps).replace("play:", "hand_dice: true\nplay:")
    called = Called(capsys, "run", script(text), "--json")
    assert (called.code, called.err) == (0, "")
    tracks = json.loads(called.out)["tracks"]
    assert (tracks["millers"], tracks["farmers"]) == (1, 0)
    throws = [
        entry.data["throw"]
        for entry in read(Path("saves/bridge.jsonl")).entries
        if entry.kind == "dice_thrown"
    ]
    assert [(one["dice"], one["entered"]) for one in throws] == [([4, 4], True), ([50], True)]
    again = text.replace("chances: [50]", "chances: [51, 7]")
    called = Called(capsys, "run", script(again), "--session", "two")
    assert called.code == 2
    assert "(no_throw_called)" in called.err


def test_a_script_can_go_back_to_a_marked_step_and_correct_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = (
        "  - {next: event, mark: begun}\n"
        "  - {write_note: {text: Tehy wait.}, mark: note}\n"
        "  - next: talks\n"
        "  - rewind: {to: begun, reason: The brief was not read yet., branch: hasty}\n"
        "  - correct: {step: note, field: text, text: They wait., reason: A slip.}\n"
        "  - shuffle: river\n"
    )
    called = Called(capsys, "run", script(OPENING + steps), "--json")
    assert (called.code, called.err) == (0, "")
    assert json.loads(called.out)["phase"] == "event"
    entries = read(Path("saves/bridge.jsonl")).entries
    rewound, corrected, shuffled = entries[-3:]
    assert (rewound.kind, corrected.kind, shuffled.kind) == (
        *("rewound", "corrected", "deck_shuffled"),
    )
    assert entries[corrected.data["entry"]].data["text"] == "Tehy wait."
    assert Called(capsys, "verify", "bridge").code == 0
    called = Called(
        capsys, "run", script(OPENING + steps.replace("to: begun", "to: never")), "--session", "two"
    )
    assert called.code == 2
    assert "(no_such_mark)" in called.err


def test_a_full_disk_ends_the_script_with_what_was_kept_and_no_half_entry() -> None:
    notes = "".join(f"  - write_note: {{text: {'x' * 700}}}\n" for _ in range(60))
    done = with_room_for(40, "run", script(BEGUN + notes))
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "(save_stopped)" in done.stderr
    assert "Traceback" not in done.stderr
    reading = read(Path("saves/bridge.jsonl"))
    assert reading.damage is None
    assert f"{len(reading.entries)} entries" in done.stderr
    assert [one.kind for one in reading.entries].count("note_written") > 3


def test_cards_drawn_on_paper_are_drawn_here(capsys: pytest.CaptureFixture[str]) -> None:
    text = OPENING + "  - put_on_top: [raft]\n" + FIRST_TURN
    called = Called(capsys, "run", script(text))
    assert (called.code, called.err) == (0, "")
    entries = read(Path("saves/bridge.jsonl")).entries
    placed = next(one for one in entries if one.data.get("by_hand"))
    assert (placed.data["card"], placed.data["where"]) == ("raft", "top")
    drawn = [one.data["card"] for one in entries if one.kind == "card_drawn" and one.n > placed.n]
    assert drawn[0] == "raft"
    assert Called(capsys, "verify", "bridge").code == 0
    assert Called(capsys, "report", "bridge", "-o", "public.md", "--for", "public").code == 0
    assert "put on top" not in Path("public.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("cards", ["[nothing]", "[raft, raft]", "[]"])
def test_what_cannot_have_been_drawn_is_refused(
    cards: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = Called(capsys, "run", script(OPENING + f"  - put_on_top: {cards}\n" + FIRST_TURN))
    assert called.code == 2
    assert "no_such_card" in called.err
