"""Files that are not YAML as we read it, and what must be said of each."""

from tests.decks.folders import RIVER, SCENARIO, STANDING, Broken

CASES = (
    Broken(
        "a tab in the indentation",
        edits={SCENARIO: ("    name: The guild\n", "\tname: The guild\n")},
        says=("scenario.yaml:23:1: error: a tab in the indentation. Indent with spaces.",),
    ),
    Broken(
        "a bracket never closed",
        edits={SCENARIO: ("calendar: [Spring, Summer", "calendar: [[Spring, Summer")},
        says=(
            (
                "scenario.yaml:12:11: error: this bracket is not closed, or lacks a comma. Close it, or put "
                "a comma between its parts; a text with ':' or ',' in it needs quotes."
            ),
        ),
    ),
    Broken(
        "a quote never closed",
        edits={SCENARIO: ('version: "1"', 'version: "1')},
        says=(
            (
                "scenario.yaml:80:76: error: this does not fit the lines above. Mend the indentation, or "
                "close a quote further up."
            ),
        ),
    ),
    Broken(
        "a colon in a text",
        edits={RIVER: ("text: The river is smooth.", "text: The river: smooth.")},
        says=(
            (
                "cards/river.yaml:5:20: error: a ':' where no key can stand. Put the text in quotes, or "
                "mend the indentation."
            ),
        ),
    ),
    Broken(
        "a list item too far left",
        edits={STANDING: ("  - id: taxes", "- id: taxes")},
        says=(
            (
                "standing.yaml:10:1: error: this does not fit the lines above. Mend the indentation, or "
                "close a quote further up."
            ),
        ),
    ),
    Broken(
        "a key without a colon",
        edits={STANDING: ("    once: true", "    once true")},
        says=(
            (
                "standing.yaml:25:5: error: a line without ':' among keys. Write KEY: VALUE, or put the "
                "text in quotes."
            ),
        ),
    ),
    Broken(
        "a sign that begins nothing",
        edits={RIVER: ("title: Flood", "title: @Flood")},
        says=(
            "cards/river.yaml:12:12: error: a sign that cannot begin a text. Put the text in quotes.",
        ),
    ),
    Broken(
        "an unknown escape",
        edits={RIVER: ("title: Flood", 'title: "Fl\\ood"')},
        says=(
            "cards/river.yaml:12:15: error: a '\\' that means nothing. Use single quotes, or write \\\\.",
        ),
    ),
    Broken(
        "an alias",
        edits={RIVER: ("title: Flood", "title: *calm")},
        says=(
            "cards/river.yaml:12:12: error: an alias: *calm. Write the text out, or put it in quotes.",
        ),
    ),
    Broken(
        "an anchor",
        edits={RIVER: ("title: Flood", "title: &f Flood")},
        says=(
            "cards/river.yaml:12:12: error: an anchor: &f. Take it out, or put the text in quotes.",
        ),
    ),
    Broken(
        "a tag",
        edits={RIVER: ("title: Flood", "title: !!str Flood")},
        says=(
            "cards/river.yaml:12:12: error: a tag: !!str. Take it out, or put the text in quotes.",
        ),
    ),
    Broken(
        "a key twice",
        edits={RIVER: ("    title: Flood\n", "    title: Flood\n    title: High water\n")},
        says=(
            'cards/river.yaml:13:5: error: the key "title" stands here already (line 12). Keep one of the two.',
        ),
    ),
    Broken(
        "a second document",
        edits={STANDING: ("  - id: taxes", "---\n  - id: taxes")},
        says=(
            (
                "standing.yaml:10:1: error: a second document in the file. Take out the '---', or put it "
                "into a file of its own."
            ),
        ),
    ),
    Broken(
        "nothing after a key",
        edits={RIVER: ("title: Flood", "title:")},
        says=(
            'cards/river.yaml:12:5: error: nothing is written behind "title". Write a value, or take it out.',
        ),
    ),
    Broken(
        "a comma in a text between braces",
        edits={RIVER: ("why: Stall money.}", "why: Stall money, and more of it.}")},
        says=(
            (
                'cards/river.yaml:67:51: error: nothing is written behind "and more of it.". Write a value; '
                "if it belongs to a text with a comma, put that text in quotes."
            ),
        ),
    ),
    Broken(
        "null",
        edits={RIVER: ("title: Flood", "title: ~")},
        says=(
            "cards/river.yaml:12:12: error: nothing is written here. Write a value, or take the key out.",
        ),
    ),
    Broken(
        "a key that is a list",
        edits={STANDING: ("    once: true", "    ? [once]\n    : true")},
        says=("standing.yaml:24:7: error: a key that is not one word. Write KEY: VALUE.",),
    ),
    Broken(
        "a very large number",
        edits={
            SCENARIO: (
                "start: 4, better: high, for: town",
                "start: 44444444444444444, better: high, for: town",
            )
        },
        says=(
            (
                "scenario.yaml:46:58: error: a number too large. Write a smaller one, or put it in quotes "
                "if it is a text."
            ),
        ),
    ),
    Broken(
        "not UTF-8",
        files={STANDING: b"rules:\n  - id: caf\xe9\n"},
        says=("standing.yaml:2:12: error: the byte e9 is not UTF-8. Save the file as UTF-8.",),
    ),
    Broken(
        "UTF-16",
        files={STANDING: b"\xff\xfer\x00u\x00l\x00e\x00s\x00:\x00 \x00[\x00]\x00\n\x00"},
        says=("standing.yaml:1:1: error: the file is UTF-16. Save it as UTF-8.",),
    ),
    Broken(
        "a byte-order mark",
        files={STANDING: b"\xef\xbb\xbfrules: []\n"},
        says=(
            "standing.yaml:1:1: error: the file begins with a byte-order mark. Save it as UTF-8 without one.",
        ),
    ),
    Broken(
        "a NUL",
        files={STANDING: b"rules:\n  - id: a\x00b\n"},
        says=("standing.yaml:2:10: error: a control character (00). Take it out.",),
    ),
    Broken(
        "an empty file",
        files={STANDING: b"# nothing yet\n"},
        says=("standing.yaml:1:1: error: the file is empty. Write something into it.",),
    ),
    Broken(
        "a list where keys belong",
        files={STANDING: b"- id: x\n"},
        says=("standing.yaml:1:1: error: the file does not hold keys. Begin it with KEY: VALUE.",),
    ),
    Broken(
        "too large",
        files={STANDING: b"#" * 1_000_001},
        says=("standing.yaml: error: the file has more than 1000000 bytes. Make it shorter.",),
    ),
    Broken(
        "nested too deep",
        files={STANDING: b"rules: " + b"[" * 30 + b"]" * 30},
        says=("standing.yaml:1:31: error: nested more than 24 levels. Take levels out.",),
    ),
    Broken(
        "fifty thousand brackets",
        files={STANDING: b"[" * 50_000},
        says=("standing.yaml:1:25: error: nested more than 24 levels. Take levels out.",),
    ),
    Broken(
        "no scenario.yaml",
        files={SCENARIO: None},
        says=("scenario.yaml: error: no such file. Write it.",),
    ),
)
