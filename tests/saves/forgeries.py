"""Forgeries: each changes a game as somebody might who wants it to have gone otherwise.

The forger mends the hash chain to the end, and where it helps also knows the seed and recomputes
what can be recomputed. Each takes the entries of a game and changes them in place; `NotHere`
says that the game has nothing to forge in this way.
"""

import copy
import json
from collections.abc import Callable
from typing import Any

from tests.saves import pen
from tests.saves.independent import Words, canonical, hmac_words, sha, throws_in
from tests.saves.pen import Item

Forgery = Callable[[list[Item]], None]
FORGERIES: dict[str, Forgery] = {}


class NotHere(Exception):
    """The game has nothing that could be forged in this way."""


def forgery(forge: Forgery) -> Forgery:
    FORGERIES[forge.__name__] = forge
    return forge


def forged(items: list[Item], name: str) -> list[Item] | None:
    """A copy of the game, forged; None when there is nothing to forge."""
    changed = copy.deepcopy(items)
    try:
        FORGERIES[name](changed)
    except NotHere:
        return None
    return None if changed == items else changed


def places(items: list[Item], *kinds: str) -> list[int]:
    found = [n for n, (_, kind, _) in enumerate(items) if kind in kinds]
    if not found:
        raise NotHere
    return found


def first(items: list[Item], *kinds: str) -> dict[str, Any]:
    return items[places(items, *kinds)[0]][2]


def last(items: list[Item], *kinds: str) -> dict[str, Any]:
    return items[places(items, *kinds)[-1]][2]


def computed(items: list[Item]) -> list[int]:
    """Where dice were thrown that have a label; at least two, in a game that people play."""
    found = [
        n
        for n, (_, kind, data) in enumerate(items)
        if kind == "dice_thrown" and data["throw"]["label"] and data["throw"]["nonce"]
    ]
    if len(found) < 2 or places(items, "session_opened") != [0]:
        raise NotHere
    return found


def rewritten(items: list[Item], old: dict[str, Any], new: dict[str, Any]) -> None:
    """Put another throw in the place of one, in every entry that shows it."""
    for _, _, data in items[1:]:
        for throw in throws_in(data):
            if throw == old:
                throw.update(new)


def relabelled(items: list[Item], n: int, label: str) -> None:
    """Give a throw another label, in its call as well, with the dice that this label shows."""
    old = dict(items[n][2]["throw"])
    for _, kind, data in items:
        if kind == "throw_called" and data["label"] == old["label"]:
            data["label"] = label
    seed = bytes.fromhex(items[0][2]["secret"]["seed"])
    dice = Words(hmac_words(seed, label, old["nonce"])).dice(old["sides"])
    rewritten(items, old, old | {"label": label, "dice": dice})


def swapped_digit(text: str) -> str:
    return ("1" if text[0] == "0" else "0") + text[1:]


@forgery
def a_better_die(items: list[Item]) -> None:
    throw = items[places(items, "dice_thrown")[0]][2]["throw"]
    if throw["entered"]:
        raise NotHere
    rewritten(items, dict(throw), throw | {"dice": [die % 6 + 1 for die in throw["dice"]]})


@forgery
def the_last_die_turned(items: list[Item]) -> None:
    throw = items[computed(items)[-1]][2]["throw"]
    turned = [*throw["dice"][:-1], 7 - throw["dice"][-1] if throw["sides"] == 6 else 1]
    rewritten(items, dict(throw), throw | {"dice": turned})


@forgery
def a_die_in_a_copy(items: list[Item]) -> None:
    for _, kind, data in items[1:]:
        for throw in throws_in(data):
            if kind != "dice_thrown" and throw["label"]:
                throw["dice"] = [1 for _ in throw["dice"]]
                return
    raise NotHere


@forgery
def another_nonce(items: list[Item]) -> None:
    throw = items[computed(items)[0]][2]["throw"]
    rewritten(items, dict(throw), throw | {"nonce": throw["nonce"][::-1]})


@forgery
def a_skipped_label(items: list[Item]) -> None:
    n = computed(items)[-1]
    stem, _, k = items[n][2]["throw"]["label"].rpartition("/")
    relabelled(items, n, f"{stem}/{int(k) + 1}")


@forgery
def a_label_of_another_session(items: list[Item]) -> None:
    n = computed(items)[-1]
    _, purpose, k = items[n][2]["throw"]["label"].split("/")
    relabelled(items, n, f"elsewhere/{purpose}/{k}")


@forgery
def a_label_of_another_purpose(items: list[Item]) -> None:
    n = computed(items)[-1]
    session, _, k = items[n][2]["throw"]["label"].split("/")
    relabelled(items, n, f"{session}/order/{k}")


@forgery
def a_reused_label(items: list[Item]) -> None:
    old, *later = (items[n][2]["throw"] for n in computed(items))
    new = next((one for one in reversed(later) if one["sides"] == old["sides"]), None)
    if new is None:
        raise NotHere
    for _, kind, data in items:
        if kind == "throw_called" and data["label"] == new["label"]:
            data["label"] = old["label"]
    rewritten(items, dict(new), dict(old))


@forgery
def a_reused_label_with_another_nonce(items: list[Item]) -> None:
    here = computed(items)
    relabelled(items, here[-1], items[here[0]][2]["throw"]["label"])


@forgery
def a_bad_throw_taken_out(items: list[Item]) -> None:
    n = computed(items)[0]
    old = items[n][2]["throw"]
    rewritten(items, dict(old), items[computed(items)[1]][2]["throw"])
    del items[n]


@forgery
def a_throw_that_nobody_called(items: list[Item]) -> None:
    label = items[computed(items)[0]][2]["throw"]["label"]
    calls = places(items, "throw_called")
    del items[next(n for n in calls if items[n][2]["label"] == label)]


@forgery
def odds_fixed_after_the_dice_were_seen(items: list[Item]) -> None:
    n = computed(items)[0]
    call = next(i for i in range(n, 0, -1) if items[i][1] == "throw_called")
    items.insert(n, items.pop(call))


@forgery
def a_call_for_other_dice(items: list[Item]) -> None:
    label = items[computed(items)[0]][2]["throw"]["label"]
    for n in places(items, "throw_called"):
        if items[n][2]["label"] == label:
            items[n][2]["sides"] = 106 - items[n][2]["sides"]


@forgery
def a_throw_called_entered(items: list[Item]) -> None:
    throw = items[computed(items)[0]][2]["throw"]
    rewritten(items, dict(throw), throw | {"entered": True})


@forgery
def a_throw_made_one_by_hand(items: list[Item]) -> None:
    throw = items[computed(items)[0]][2]["throw"]
    by_hand = {"label": "", "nonce": "", "entered": True}
    rewritten(items, dict(throw), throw | by_hand | {"dice": [6 for _ in throw["dice"]]})


@forgery
def a_throw_by_hand_made_the_tables(items: list[Item]) -> None:
    for n in places(items, "dice_thrown"):
        if items[n][2]["throw"]["entered"]:
            items[n][2]["throw"]["entered"] = False
            return
    raise NotHere


@forgery
def a_throw_by_hand_of_seven(items: list[Item]) -> None:
    for n in places(items, "dice_thrown"):
        if items[n][2]["throw"]["entered"]:
            items[n][2]["throw"]["dice"][-1] = items[n][2]["throw"]["sides"] + 1
            return
    raise NotHere


@forgery
def another_card(items: list[Item]) -> None:
    drawn = [items[n][2] for n in places(items, "card_drawn")]
    other = next((one for one in drawn[1:] if one["deck"] == drawn[0]["deck"]), None)
    if other is None or other["card"] == drawn[0]["card"]:
        raise NotHere
    drawn[0]["card"], other["card"] = other["card"], drawn[0]["card"]


@forgery
def a_card_that_does_not_exist(items: list[Item]) -> None:
    first(items, "card_drawn")["card"] = "windfall"


@forgery
def a_card_placed_that_does_not_exist(items: list[Item]) -> None:
    first(items, "card_placed")["card"] = "windfall"


@forgery
def a_card_drawn_twice(items: list[Item]) -> None:
    n = places(items, "card_drawn")[0]
    items.insert(n, copy.deepcopy(items[n]))


@forgery
def a_drawn_card_taken_out(items: list[Item]) -> None:
    decks = [items[n][2]["deck"] for n in places(items, "card_drawn")]
    if decks.count(decks[0]) < 2:
        raise NotHere
    n = places(items, "card_drawn")[0]
    del items[n : n + 2]


@forgery
def a_card_lost_in_the_first_shuffle(items: list[Item]) -> None:
    first(items, "deck_shuffled")["cards"].pop()


@forgery
def a_card_lost_in_the_last_shuffle(items: list[Item]) -> None:
    last(items, "deck_shuffled")["cards"].pop(0)


@forgery
def a_card_doubled_in_a_shuffle(items: list[Item]) -> None:
    cards = first(items, "deck_shuffled")["cards"]
    cards.append(cards[0])


@forgery
def a_deck_laid_in_another_order(items: list[Item]) -> None:
    first(items, "deck_shuffled")["cards"].reverse()


@forgery
def discards_laid_in_another_order(items: list[Item]) -> None:
    shuffles = [items[n][2] for n in places(items, "deck_shuffled")]
    again = [one for one in shuffles if not one["label"].endswith("/0")]
    if not again or len(again[0]["cards"]) < 2:
        raise NotHere
    again[0]["cards"].reverse()


@forgery
def a_shuffle_under_a_later_label(items: list[Item]) -> None:
    shuffle = first(items, "deck_shuffled")
    stem, _, k = shuffle["label"].rpartition("/")
    if "counter" in stem:
        raise NotHere
    shuffle["label"] = f"{stem}/{int(k) + 1}"


@forgery
def a_second_shuffle_until_it_suits(items: list[Item]) -> None:
    n = places(items, "deck_shuffled")[0]
    items.insert(n, copy.deepcopy(items[n]))


@forgery
def another_seat_first(items: list[Item]) -> None:
    first(items, "order_drawn")["seats"].reverse()


@forgery
def a_draw_of_seats_under_another_label(items: list[Item]) -> None:
    drawn = first(items, "order_drawn")
    drawn["label"] = drawn["label"][:-1] + "7"
    if "counter" in drawn["label"]:
        raise NotHere


def sealed(items: list[Item], kind: str) -> dict[str, Any]:
    data = first(items, kind)
    if not data["seal"]:
        raise NotHere
    return data


@forgery
def another_order_than_was_sealed(items: list[Item]) -> None:
    sealed(items, "order_sealed")["order"]["action"] = "Something safer"


@forgery
def another_argument_than_was_sealed(items: list[Item]) -> None:
    sealed(items, "argument_sealed")["argument"]["when"] = "always"


@forgery
def another_estimate_than_was_sealed(items: list[Item]) -> None:
    sealed(items, "estimate_sealed")["estimate"]["percent"] = 99


@forgery
def a_word_more_in_a_sealed_order(items: list[Item]) -> None:
    sealed(items, "order_sealed")["order"]["afterthought"] = ""


@forgery
def another_seal(items: list[Item]) -> None:
    data = sealed(items, "order_sealed")
    data["seal"] = swapped_digit(data["seal"])


@forgery
def another_nonce_in_a_seal(items: list[Item]) -> None:
    data = sealed(items, "order_sealed")
    data["nonce"] = swapped_digit(data["nonce"])


@forgery
def an_order_sealed_a_turn_earlier(items: list[Item]) -> None:
    sealed(items, "order_sealed")["turn"] += 1


@forgery
def an_order_laid_at_another_door(items: list[Item]) -> None:
    data = sealed(items, "order_sealed")
    data["seat"] = next(one for one in items[0][2]["seats"] if one != data["seat"])


@forgery
def a_nonce_used_for_two_seals(items: list[Item]) -> None:
    here = [items[n][2] for n in places(items, "order_sealed")]
    if len(here) < 2 or not here[0]["seal"]:
        raise NotHere
    one, other = here[0], here[-1]
    other["nonce"] = one["nonce"]
    head = ["wargame-seal", items[0][2]["session"], str(other["turn"]), other["seat"]]
    text = "\n".join([*head, other["nonce"]]) + "\n"
    other["seal"] = sha(text.encode() + canonical(other["order"]))


@forgery
def another_order_withdrawn(items: list[Item]) -> None:
    first(items, "order_withdrawn")["order_id"] = "never-sealed"


@forgery
def an_order_withdrawn_twice(items: list[Item]) -> None:
    n = places(items, "order_withdrawn")[0]
    items.insert(n, copy.deepcopy(items[n]))


@forgery
def a_playbook_that_chose_again(items: list[Item]) -> None:
    for _, _, data in items[1:]:
        if "/playbook:" in str(data.get("label", "")):
            stem, _, k = data["label"].rpartition("/")
            data["label"] = f"{stem}/{int(k) + 1}"
            return
    raise NotHere


@forgery
def another_commitment(items: list[Item]) -> None:
    items[0][2]["commitment"] = swapped_digit(items[0][2]["commitment"])


@forgery
def another_seed_and_its_commitment(items: list[Item]) -> None:
    places(items, "card_drawn")
    seed = sha(b"a seed that suits")
    items[0][2]["secret"] = {"seed": seed}
    items[0][2]["commitment"] = sha(b"wargame-seed\n" + bytes.fromhex(seed))
    for n in places(items, "session_closed"):
        items[n][2]["seed"] = seed


@forgery
def another_seed_at_the_close(items: list[Item]) -> None:
    data = first(items, "session_closed")
    data["seed"] = swapped_digit(data["seed"])


@forgery
def a_throw_after_the_close(items: list[Item]) -> None:
    places(items, "session_closed")
    items.append(copy.deepcopy(items[places(items, "dice_thrown")[0]]))


@forgery
def a_scenario_changed_later(items: list[Item]) -> None:
    items[0][2]["scenario"]["title"] = "Another game"


@forgery
def another_session(items: list[Item]) -> None:
    items[0][2]["session"] = "elsewhere"


@forgery
def a_rewind_to_what_has_not_happened(items: list[Item]) -> None:
    n = places(items, "rewound")[0]
    items[n][2]["to"] = n


@forgery
def a_rewind_to_another_moment(items: list[Item]) -> None:
    n = places(items, "rewound")[0]
    items[n][2]["to"] = n - 1


@forgery
def a_fork_of_another_game(items: list[Item]) -> None:
    parent = first(items, "forked")["parent"]
    parent["head"] = swapped_digit(parent["head"])


@forgery
def a_fork_with_another_seed(items: list[Item]) -> None:
    data = first(items, "forked")
    data["secret"]["seed"] = swapped_digit(data["secret"]["seed"])


@forgery
def a_second_opening(items: list[Item]) -> None:
    items.insert(len(items) // 2, copy.deepcopy(items[0]))


@forgery
def a_float_in_an_entry(items: list[Item]) -> None:
    items[len(items) // 2][2]["share"] = 0.5


def respelt(raw: bytes) -> bytes:
    """The same game with spaces in its last line, the chain mended."""
    lines = raw.splitlines(keepends=True)
    read = json.loads(lines[-1])
    item = (read["by"], read["kind"], read["data"])
    body = pen.line(lines[-2][-67:-3].decode(), len(lines) - 1, item)[:-76]
    spaced = body.replace(b'"data":{', b'"data":{ ', 1)
    own = sha(b"wargame-save-1\n" + lines[-2][-67:-3] + b"\n" + spaced)
    return b"".join(lines[:-1]) + spaced + f',"hash":"{own}"}}\n'.encode()
