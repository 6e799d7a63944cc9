"""Forged dice: other values, other labels, throws left out, and throws that nobody called."""

from tests.saves.forging import (
    NotHere,
    computed,
    first,
    forgery,
    places,
    relabelled,
    rewritten,
)
from tests.saves.independent import throws_in
from tests.saves.pen import Item


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
def a_better_die_for_an_order(items: list[Item]) -> None:
    throw = first(items, "order_judged")["throw"]
    throw["dice"] = [throw["dice"][0] % 6 + 1, throw["dice"][1]]


@forgery
def an_order_judged_by_hand(items: list[Item]) -> None:
    first(items, "order_judged")["throw"].update(label="", entered=True)


@forgery
def an_order_judged_twice_with_one_throw(items: list[Item]) -> None:
    judged = [items[n][2] for n in places(items, "order_judged")]
    if len(judged) < 2:
        raise NotHere
    judged[1]["throw"] = dict(judged[0]["throw"])


@forgery
def an_order_judged_that_nobody_gave(items: list[Item]) -> None:
    first(items, "order_judged")["order_id"] = "never-sealed"


@forgery
def an_order_of_people_judged_at_once(items: list[Item]) -> None:
    n = computed(items)[0]
    sealed, throw = first(items, "order_sealed"), items[n][2]["throw"]
    items[n] = ("facilitator", "order_judged", {"order_id": sealed["order_id"], "throw": throw})
    call = max(i for i in places(items, "throw_called") if i < n)
    del items[call]
