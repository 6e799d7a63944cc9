"""Opposed throws as the page on the format has them, followed without anything of `wargame`."""

from typing import Any

KINDS = {"throw_called", "dice_thrown", "result_proposed"}
GOOD = {"strong", "success"}


def over(hits: list[bool]) -> bool:
    """Whether it has ended: one side alone succeeded in the last round, or ten are over."""
    return bool(hits) and len(hits) % 2 == 0 and (hits[-1] != hits[-2] or len(hits) == 20)


def side(fight: dict[str, Any]) -> int:
    """What the side whose turn it is has to show."""
    return int(fight["needs"][len(fight["hits"]) % 2])


def follow(state: dict[str, Any], kind: str, data: dict[str, Any]) -> str:
    """Take one entry; what is wrong with it, or empty. `state` holds what a rewind brings back."""
    fight = state.get("fight")
    if kind == "throw_called":
        state["fights"] = data["method"] == "opposed"
        if not state["fights"]:
            return ""
        if data.get("contest"):
            needs = [data["needed"], data["contest"]["against_needed"]]
            state["fight"] = {"needs": needs, "hits": []}
            told = [data["contest"][one] for one in ("win", "stalemate", "lose")]
            told.append(data["odds"])
            return "" if told == chances(*needs) else "the odds of the fight are others"
        if fight is None or over(fight["hits"]):
            return "nobody fights"
        return "" if data["needed"] == side(fight) else "the other side throws now"
    if kind == "dice_thrown" and fight is not None and state.get("fights"):
        fight["hits"].append(sum(data["throw"]["dice"]) >= side(fight))
    if kind == "result_proposed" and data.get("method") == "opposed":
        hits = fight["hits"] if fight else []
        came = (hits[-2:] == [True, False], len(hits) // 2)
        state["fight"] = None
        if not over(hits) or came != (data["quality"] in GOOD, data["rounds"]):
            return "the fight came to something else"
    return ""


def chances(ours: int, theirs: int) -> list[int]:
    """Winning, ten rounds without a winner, losing, and winning again: basis points, half up."""
    sums = [i + j for i in range(1, 7) for j in range(1, 7)]
    p, q = (sum(one >= need for one in sums) for need in (ours, theirs))
    win, lose = p * (36 - q), q * (36 - p)
    on = 1296 - win - lose
    weight = sum(on**k * 1296 ** (9 - k) for k in range(10))
    parts = [win * weight, on**10, lose * weight, win * weight]
    return [(one * 20000 + 1296**10) // (2 * 1296**10) for one in parts]
