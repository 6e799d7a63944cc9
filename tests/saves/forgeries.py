"""Forged cards, seals, seeds and sessions; `FORGERIES` also has those of dice, by name."""

import copy
from typing import Any

from tests.saves import forged_contests, forged_dice
from tests.saves.forging import (
    FORGERIES,
    NotHere,
    first,
    forged,
    forgery,
    last,
    places,
    respelt,
    swapped_digit,
)
from tests.saves.independent import canonical, sha
from tests.saves.pen import Item

__all__ = ["FORGERIES", "forged", "forged_contests", "forged_dice", "respelt", "swapped_digit"]


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
    card = items[n][2]["card"]
    put = [m for m in places(items, "card_placed") if m > n and items[m][2]["card"] == card]
    for gone in (*put[:1], n):
        del items[gone]


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
    drawn = [m for m in places(items, "card_drawn") if items[n][2]["to"] < m]
    if not drawn or drawn[0] > n or drawn[-1] < n:
        raise NotHere
    items[n][2]["to"] = n - 1


@forgery
def a_throw_made_again_under_its_old_label(items: list[Item]) -> None:
    """The throw that a rewind took back is shown again, as if it had been made anew."""
    for n in places(items, "rewound"):
        gone = range(items[n][2]["to"] + 1, n)
        for m in places(items, "dice_thrown"):
            if m not in gone or not items[m][2]["throw"]["label"]:
                continue
            old = items[m][2]["throw"]
            call = next(c for c in range(m, 0, -1) if _calls(items[c], old["label"]))
            again = [k for k in places(items, "dice_thrown") if k > n]
            same = [k for k in again if items[k][2]["throw"]["sides"] == old["sides"]]
            if call in gone and same:
                items[same[0]][2]["throw"] = copy.deepcopy(old)
                return
    raise NotHere


def _calls(item: Item, label: str) -> bool:
    return item[1] == "throw_called" and item[2]["label"] == label


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
