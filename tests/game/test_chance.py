"""Chance gives the numbers that the save format prescribes, and nothing leans to one side.

The known answers were made with `openssl` and a few lines of C, from the page that describes the
format; `counted` below is splitmix64 as its author wrote it, one number at a time.
"""

import hashlib
import hmac
import struct
from collections import Counter as Tally
from itertools import islice, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game import chance

SEED = bytes(range(32))
LABEL = "autumn/throw/0"
NONCE = "00112233445566778899aabbccddeeff"
BLOCKS = (
    "48d0cf6a2c649a6e94c846990e60df001f8f3aa511ba2aeacd8388b8add0711f"
    "15ef67d1c7da8065ffe246dc7b56d50cd3552dcea78489315a54b81049399a7c"
)
"""`openssl dgst -sha256 -mac HMAC` of the label, the nonce and block 0, then block 1."""

seeds = st.binary(min_size=32, max_size=32)


def counted(seed: bytes, i: int) -> int:
    """Word `i` of a counter-1 stream."""
    z = (int.from_bytes(seed[:8], "big") + (i + 1) * 0x9E3779B97F4A7C15) % 2**64
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
    return (z ^ (z >> 31)) >> 32


def mixed(words: list[int], items: str) -> str:
    """Shuffle by the book; the words must not need to be passed over."""
    pile = list(items)
    for i in range(len(pile) - 1, 0, -1):
        j = words[len(pile) - 1 - i] % (i + 1)
        pile[i], pile[j] = pile[j], pile[i]
    return "".join(pile)


def test_words_are_those_openssl_gives() -> None:
    expected = list(struct.unpack(">16I", bytes.fromhex(BLOCKS)))
    assert list(islice(chance.words(SEED, LABEL, NONCE), 16)) == expected


@given(seeds, st.text(st.characters(exclude_categories=["Cs"])), st.text("0123456789abcdef"))
def test_words_follow_the_format_for_any_label_and_nonce(seed: bytes, text: str, n: str) -> None:
    parts = [f"{text}\n{n}\n{block}".encode() for block in range(12)]
    blocks = b"".join(hmac.new(seed, part, hashlib.sha256).digest() for part in parts)
    assert list(islice(chance.words(seed, text, n), 96)) == list(struct.unpack(">96I", blocks))


def test_a_throw_of_two_dice_is_the_first_two_words() -> None:
    first, second = int(BLOCKS[:8], 16), int(BLOCKS[8:16], 16)
    assert chance.throw_2d6(SEED, LABEL, NONCE) == (first % 6 + 1, second % 6 + 1) == (3, 1)


def test_a_throw_of_a_hundred_is_the_first_word() -> None:
    assert chance.throw_d100(SEED, LABEL, NONCE) == int(BLOCKS[:8], 16) % 100 + 1 == 39


def test_a_shuffle_has_no_nonce_and_goes_from_the_last_card_down() -> None:
    block = "8a828389375dd40ecb9c602582ad24f3155d28f7916d5820d4eb169c82eccda9"
    words = list(struct.unpack(">8I", bytes.fromhex(block)))
    shuffled = chance.shuffled(SEED, "autumn/shuffle:events/0", "abcdefgh")
    assert "".join(shuffled) == mixed(words, "abcdefgh")


@pytest.mark.parametrize("items", [(), ("only",)])
def test_nothing_and_one_card_shuffle_to_themselves(items: tuple[str, ...]) -> None:
    assert chance.shuffled(SEED, "a/shuffle:b/0", items) == items
    assert chance.Counter(SEED).shuffled(items) == items


@given(seeds, st.lists(st.integers(), max_size=80))
def test_a_shuffle_loses_and_doubles_nothing(seed: bytes, items: list[int]) -> None:
    assert sorted(chance.shuffled(seed, "a/shuffle:b/0", items)) == sorted(items)
    assert sorted(chance.Counter(seed).shuffled(items)) == sorted(items)


def test_every_order_of_four_comes_about_equally_often() -> None:
    counter = chance.Counter(SEED)
    tally = Tally(counter.shuffled("abcd") for _ in range(24_000))
    assert set(tally) == set(permutations("abcd"))
    assert all(850 < count < 1150 for count in tally.values())


def test_below_passes_over_the_uneven_rest() -> None:
    even = 2**32 - 2**32 % 6
    assert chance.below(iter([even, 2**32 - 1, even - 1]), 6) == 5
    assert chance.below(iter([2**31 + 1, 2**31]), 2**31 + 1) == 2**31
    assert chance.below(iter([7]), 1) == 0
    assert chance.below(iter([2**32 - 1]), 2**32) == 2**32 - 1


@pytest.mark.parametrize("m", [0, -1, 2**32 + 1])
def test_below_refuses_what_32_bits_cannot_give(m: int) -> None:
    with pytest.raises(ValueError, match="32 bits"):
        chance.below(iter([1]), m)


def test_the_commitment_is_what_openssl_gives() -> None:
    expected = "2f24f0d9545f20444641b0ca1363d453a6aa5a3d91b8a798726d60170daa78d1"
    assert chance.commitment(SEED) == expected


def test_a_nonce_is_made_of_the_word_and_sixteen_bytes() -> None:
    assert chance.nonce_of("Basra", SEED[:16]) == "8cc9236718a2a3e97a6418274d89151e"
    salted = hashlib.sha256("Ḥilla ⚂".encode() + bytes(16)).hexdigest()[:32]
    assert chance.nonce_of("Ḥilla ⚂", bytes(16)) == salted
    with pytest.raises(ValueError, match="16 bytes, not 15"):
        chance.nonce_of("Basra", bytes(15))


def test_a_seed_of_another_length_is_refused() -> None:
    for make in (
        chance.commitment,
        lambda seed: next(chance.words(seed, LABEL)),
        chance.Counter,
    ):
        with pytest.raises(ValueError, match="32 bytes, not 31"):
            make(bytes(31))


def test_a_label_names_session_purpose_and_count() -> None:
    assert chance.label("autumn", "shuffle:events", 2) == "autumn/shuffle:events/2"


def test_counted_words_are_those_of_splitmix64() -> None:
    known = [218430443, 233157905, 752916443, 1077648108, 2138603637, 2197389915]
    assert list(islice(chance.Counter(SEED), 6)) == known
    reference = (1234567).to_bytes(8, "big") + bytes(24)
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    assert list(islice(chance.Counter(reference), 3)) == [word >> 32 for word in published]


@given(seeds, st.integers(0, 2**40))
def test_counted_words_follow_the_format_from_any_point(seed: bytes, used: int) -> None:
    counter = chance.Counter(seed, used)
    assert list(islice(counter, 200)) == [counted(seed, used + i) for i in range(200)]
    assert counter.used == used + 200


@given(seeds, st.lists(st.sampled_from(["2d6", "d100", "shuffle", "below"]), max_size=60))
def test_a_counter_taken_up_again_goes_on_as_if_never_put_down(
    seed: bytes, what: list[str]
) -> None:
    def take(counter: chance.Counter, one: str) -> object:
        match one:
            case "2d6":
                return counter.throw_2d6()
            case "d100":
                return counter.throw_d100()
            case "shuffle":
                return counter.shuffled("abcdefghijklm")
            case _:
                return counter.below(7)

    counter = chance.Counter(seed)
    for one in what:
        again = chance.Counter(seed, counter.used)
        assert again.label("s") == counter.label("s") == f"s/counter/{counter.used}"
        assert take(counter, one) == take(again, one)
        assert counter.used == again.used


class Scripted(chance.Counter):
    """A counter whose words are given, to reach the ones that come once in a thousand million."""

    __slots__ = ()

    def __init__(self, *given: int) -> None:
        super().__init__(SEED)
        self.words = given


@pytest.mark.parametrize("given", [(2**32 - 4, 8, 9), (8, 2**32 - 1, 9)])
def test_a_counter_passes_over_the_uneven_rest_as_well(given: tuple[int, ...]) -> None:
    counter = Scripted(*given)
    assert counter.throw_2d6() == (3, 4)
    assert counter.used == 3


def test_a_counted_shuffle_passes_over_the_uneven_rest_as_well() -> None:
    top = 2**32 - 1
    assert top >= 2**32 - 2**32 % 3
    counter = Scripted(top, 2, 1)
    assert counter.shuffled("abc") == tuple(mixed([2, 1], "abc"))
    assert counter.used == 3


def test_counted_throws_take_their_words_in_order() -> None:
    counter = chance.Counter(SEED, 61)
    word = [counted(SEED, 61 + i) for i in range(12)]
    assert counter.throw_2d6() == (word[0] % 6 + 1, word[1] % 6 + 1)
    assert counter.throw_d100() == word[2] % 100 + 1
    assert "".join(counter.shuffled("abcdefgh")) == mixed(word[3:10], "abcdefgh")
    assert counter.used == 71


def test_a_purpose_has_the_same_words_whatever_else_is_thrown_for() -> None:
    one, other = chance.Labelled(SEED), chance.Labelled(SEED)
    one.at(3, "raid")
    expected = list(islice(one, 4))
    other.at(1, "raid")
    next(other)
    other.at(3, "gas")
    other.throw_2d6()
    other.at(3, "raid")
    assert list(islice(other, 2)) == expected[:2]
    other.at(3, "gas")
    other.shuffled("abcdef")
    other.at(3, "raid")
    assert list(islice(other, 2)) == expected[2:]


def test_every_turn_purpose_and_seed_has_words_of_its_own() -> None:
    words: set[int] = set()
    for seed in (SEED, bytes(32)):
        for turn in range(10):
            stream = chance.Labelled(seed)
            for purpose in ("raid", "gas", "", "raid/success/0"):
                stream.at(turn, purpose)
                words.update(islice(stream, 5))
    assert len(words) == 2 * 10 * 4 * 5


def test_words_by_purpose_lean_to_no_side() -> None:
    tally: Tally[tuple[str, int]] = Tally()
    pairs: Tally[tuple[int, int]] = Tally()
    for number in range(3000):
        stream = chance.Labelled(chance.seed_of_game(1, number))
        before = 0
        for turn in range(1, 5):
            for purpose in ("a", "b"):
                stream.at(turn, purpose)
                die = stream.below(6)
                tally[purpose, die] += 1
                pairs[before, die] += 1
                before = die
    expected = 3000 * 4 / 6
    assert sum((one - expected) ** 2 / expected for one in tally.values()) < 30
    first = Tally(before for before, _ in pairs.elements())
    far = sum(
        (many - first[before] / 6) ** 2 / (first[before] / 6) for (before, _), many in pairs.items()
    )
    assert far < 65
    assert len(pairs) == 36


@given(seeds, st.integers(1, 60))
def test_a_shuffle_by_purpose_is_the_shuffle_of_its_words(seed: bytes, count: int) -> None:
    stream, same = chance.Labelled(seed), chance.Labelled(seed)
    items = "".join(map(chr, range(200, 200 + count)))
    expected = mixed(list(islice(same, count)), items)
    assert "".join(stream.shuffled(items)) == expected
