"""What people ask of the table: one dataclass for each command.

A command carries only what a person decides; nonces, labels and numbers are the table's.
Who asks is given beside the command, never inside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.game.changes import OrderText, Person
from wargame.game.names import Method, Phase, Quality, Side, Weight


@dataclass(slots=True)
class OpenSession:
    """Open a game: its name, set-up and people. `turns` 0 means as the set-up says.

    `hand_dice`: the d100 of rules and effects are thrown by hand and entered, as orders' dice may be.
    """

    session: str
    setup: str = ""
    turns: int = 0
    people: list[Person] = field(default_factory=list)
    playbooks: dict[str, str] = field(default_factory=dict)
    banner: str = ""
    hand_dice: bool = False


@dataclass(slots=True)
class Advance:
    """Move to the next phase.

    `leaving` is the phase the facilitator sees (a second press is refused); `holds` closes the
    orders although some are missing.
    """

    leaving: Phase
    holds: bool = False


@dataclass(slots=True)
class Proceed:
    """Finish what a phase does by itself, where a crash cut it short."""


@dataclass(slots=True)
class SeatPerson:
    """Seat somebody (a new person, or one known who changes seat)."""

    person: str
    name: str
    seat: str


@dataclass(slots=True)
class HandSeat:
    """Hand a seat to a playbook, or back to its people (`playbook` empty)."""

    seat: str
    playbook: str = ""


@dataclass(slots=True)
class SetPhrase:
    """Set a seat's pass phrase for the shared screen, as salt and digest; both empty removes it."""

    seat: str
    salt: str = ""
    digest: str = ""


@dataclass(slots=True)
class HandScreen:
    """The shared screen now shows this seat's view."""

    seat: str
    person: str = ""


@dataclass(slots=True)
class WriteNote:
    """Write a note, tied to an entry or to none (-1)."""

    text: str
    tags: list[str] = field(default_factory=list)
    about: int = -1


@dataclass(slots=True)
class SendMessage:
    """Say something to some seats or the facilitator."""

    sender: str
    to: list[str]
    text: str
    person: str = ""


@dataclass(slots=True)
class ChooseOption:
    """Answer a dilemma. `label` names the chance that a playbook used."""

    card: str
    option: str
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class SealOrder:
    """Seal an order for a seat; `order_id` revises that one. `label` names the chance that a playbook used."""

    seat: str
    order: OrderText
    order_id: str = ""
    label: str = ""
    words: int = 0


@dataclass(slots=True)
class WithdrawOrder:
    """Take a sealed order back, before the close."""

    order_id: str


@dataclass(slots=True)
class OpenAdjudication:
    """Take up an order (empty: the next in turn order)."""

    order_id: str = ""


@dataclass(slots=True)
class AddArgument:
    """Argue for or against the order being adjudicated."""

    order_id: str
    side: Side
    text: str
    author: str
    weight: Weight = "counted"


@dataclass(slots=True)
class WeighArgument:
    """Mark an argument as counted, strong or set aside."""

    order_id: str
    argument: str
    weight: Weight


@dataclass(slots=True)
class ChooseMethod:
    """Choose how the order is adjudicated; `given` is the probability in per cent for consensus and expert."""

    order_id: str
    method: Method
    given: int = -1
    reason: str = ""


@dataclass(slots=True)
class SealEstimate:
    """A person's secret estimate of success, 0 to 100 per cent."""

    order_id: str
    person: str
    percent: int


@dataclass(slots=True)
class ShowEstimates:
    """Close the estimates and show them."""

    order_id: str


@dataclass(slots=True)
class CallThrow:
    """Fix method and odds. `entered`: the dice will be thrown by hand."""

    order_id: str
    entered: bool = False


@dataclass(slots=True)
class Throw:
    """Throw the dice that were called. `word` is any word of the thrower's (may be empty)."""

    word: str = ""
    seat: str = ""


@dataclass(slots=True)
class EnterDice:
    """Enter dice thrown by hand: two of 1 to 6, or one of 1 to 100."""

    dice: list[int]
    seat: str = ""


@dataclass(slots=True)
class Rule:
    """The facilitator rules (umpire), with a reason; or an automatic success, whose quality must be `success`."""

    order_id: str
    quality: Quality
    reason: str = ""


@dataclass(slots=True)
class Edit:
    """One effect added by the facilitator: a track set to a value."""

    track: str
    to: int
    why: str


@dataclass(slots=True)
class AcceptResult:
    """Accept the proposed effects.

    `drop` leaves out proposed ones by place (from 0), `add` adds others; either needs a reason.
    """

    order_id: str
    narrative: str = ""
    drop: list[int] = field(default_factory=list)
    add: list[Edit] = field(default_factory=list)
    reason: str = ""


@dataclass(slots=True)
class RecordFact:
    """Turn something into a fact: one of the table's own, or one that the scenario knows.

    `lasts` counts turns (0: for ever). What is left empty or 0 is as the scenario has it.
    """

    fact: str
    text: str
    owner: str = ""
    modifier: int = 0
    lasts: int = 0
    order_id: str = ""


@dataclass(slots=True)
class AdjustTrack:
    """Set a track by hand, with a reason."""

    track: str
    to: int
    reason: str


@dataclass(slots=True)
class Rewind:
    """Let the game stand as it did after entry `to`; `branch` names the line that is left (empty: a number)."""

    to: int
    reason: str
    branch: str = ""


@dataclass(slots=True)
class Correct:
    """Let a text of an entry read otherwise; `field` is a path such as `order.action`."""

    entry: int
    field: str
    text: str
    reason: str


@dataclass(slots=True)
class Shuffle:
    """Shuffle what is left of a deck's pile."""

    deck: str


@dataclass(slots=True)
class PlayOn:
    """Play on after an ending."""


@dataclass(slots=True)
class EndGame:
    """Go to the hot wash now."""


@dataclass(slots=True)
class GiveAnswer:
    """Answer a question of the hot wash."""

    question: str
    seat: str
    text: str
    person: str = ""


@dataclass(slots=True)
class Vote:
    """Say who won."""

    voter: str
    seat: str


@dataclass(slots=True)
class CloseSession:
    """End the game and reveal the seed."""


Command = (
    Advance
    | Proceed
    | SeatPerson
    | HandSeat
    | SetPhrase
    | HandScreen
    | WriteNote
    | SendMessage
    | ChooseOption
    | SealOrder
    | WithdrawOrder
    | OpenAdjudication
    | AddArgument
    | WeighArgument
    | ChooseMethod
    | SealEstimate
    | ShowEstimates
    | CallThrow
    | Throw
    | EnterDice
    | Rule
    | AcceptResult
    | RecordFact
    | AdjustTrack
    | Rewind
    | Correct
    | Shuffle
    | PlayOn
    | EndGame
    | GiveAnswer
    | Vote
    | CloseSession
)
"""Everything that can be asked of an open table (`OpenSession` makes the table)."""

COMMANDS: tuple[type, ...] = Command.__args__
