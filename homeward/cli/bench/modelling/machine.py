"""Random lives of an episode: the real actions on one side, the model on the other.

Every step is drawn by hypothesis; after it the same refusal must have come from both, and the
record must read as the model says. A run is undone at its end, so that each begins from the cast.
"""

from collections import Counter
from datetime import timedelta
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from homeward.audit import ledger
from homeward.cli.bench.modelling.model import Model
from homeward.cli.bench.modelling.record import Reality
from homeward.core import clock
from homeward.core.refusals import Refusal
from homeward.testing.stage import NOON, Cast

KINDS = (
    "completed", "left_against_advice", "lost_to_contact", "administrative", "transferred",
    "incarcerated", "deceased", "other",
)  # fmt: skip


class Life(RuleBasedStateMachine):
    """One client's life; `cast` is set by whoever runs it."""

    cast: ClassVar[Cast]
    tally: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        ledger.begin_lane()
        clock.shift_to(NOON)
        self.block = transaction.atomic()
        self.block.__enter__()
        self.real = Reality(self.cast)
        self.model = Model(today=self.real.today, admitted_on=self.cast.episode.admitted_on)
        Life.tally["runs"] += 1

    def teardown(self) -> None:
        """Undo everything this life did."""
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        clock.shift_to(None)

    def step(self, name: str, *given: Any) -> None:
        """One step on both sides, and what may be read afterwards."""
        expected = getattr(self.model, name)(*given)
        try:
            getattr(self.real, name)(*given)
            happened = ""
        except Refusal as refusal:
            happened = type(refusal).__name__
        Life.tally["steps"] += 1
        Life.tally["refused"] += bool(happened)
        assert happened == expected, (name, given, happened, expected)
        seen, told = self.real.seen(), self.model.seen()
        assert seen == told, (name, given, seen, told)

    @initialize()
    def begin(self) -> None:
        assert self.real.seen() == self.model.seen()

    @rule(days=st.sampled_from((1, 5, 14, 31, 62)))
    def time_passes(self, days: int) -> None:
        self.step("pass_days", days)

    @rule(kind=st.sampled_from(KINDS), back=st.sampled_from((0, 1, 13, 14, 40)),
          decided=st.booleans())  # fmt: skip
    def discharge(self, kind: str, back: int, decided: bool) -> None:
        self.step("discharge", kind, self.model.today - timedelta(days=back), decided)

    @rule()
    def come_back(self) -> None:
        self.step("come_back")

    @precondition(lambda self: self.model.asking)
    @rule()
    def give_up_asking(self) -> None:
        self.step("give_up_asking")

    @precondition(lambda self: self.model.asking and not self.model.stop)
    @rule()
    def admit(self) -> None:
        self.step("admit")

    @rule(kind=st.sampled_from(("hospital", "jail", "hospital", "died")))
    def record_stop(self, kind: str) -> None:
        self.step("record_stop", kind)

    @precondition(lambda self: bool(self.model.stop))
    @rule(ending=st.sampled_from(("over", "in_error")))
    def end_stop(self, ending: str) -> None:
        self.step("end_stop", ending)

    @rule(to=st.sampled_from(("orientation", "early", "middle", "late")))
    def change_phase(self, to: str) -> None:
        self.step("change_phase", to)

    @rule(ground=st.sampled_from(("disruption", "violence", "substance_use")))
    def open_case(self, ground: str) -> None:
        self.step("open_case", ground)

    @precondition(lambda self: self.model.case is not None)
    @rule(part=st.sampled_from(("step", "safety", "referral", "notice", "answer")))
    def case_part(self, part: str) -> None:
        self.step("case_part", part)

    @precondition(lambda self: self.model.case is not None)
    @rule()
    def drop_case(self) -> None:
        self.step("drop_case")

    @rule()
    def open_weekly(self) -> None:
        self.step("open_weekly")

    @precondition(lambda self: bool(sum(self.model.cards.values())))
    @rule(outcome=st.sampled_from(("stay", "step_down", "step_down", "step_up", "discharge")),
          to=st.sampled_from(("", "early", "middle", "late", "continuing")),
          days=st.sampled_from((0, 0, 5, 14)), elsewhere=st.booleans())  # fmt: skip
    def decide(self, outcome: str, to: str, days: int, elsewhere: bool) -> None:
        self.step("decide", outcome, to, days, elsewhere)

    @rule()
    def begin_stages(self) -> None:
        self.step("begin_stages")

    @rule(level=st.sampled_from(("outpatient", "residential", "detox")))
    def open_transfer(self, level: str) -> None:
        self.step("open_transfer", level)

    @precondition(lambda self: bool(self.model.ways))
    @rule(outcome=st.sampled_from(("kept", "admitted", "not_reached", "declined_by_client")),
          with_reason=st.booleans())  # fmt: skip
    def end_transfer(self, outcome: str, with_reason: bool) -> None:
        self.step("end_transfer", outcome, with_reason)

    @precondition(lambda self: bool(self.model.ways))
    @rule()
    def book_visit(self) -> None:
        self.step("book_visit")

    @precondition(lambda self: bool(self.model.visits))
    @rule(state=st.sampled_from(("kept", "missed", "cancelled")))
    def settle(self, state: str) -> None:
        self.step("settle", state)

    @rule()
    def book(self) -> None:
        self.step("book")

    @rule()
    def leave_now(self) -> None:
        self.step("leave_now")

    @rule(may=st.booleans())
    def say_wish(self, may: bool) -> None:
        self.step("say_wish", may)

    @precondition(lambda self: bool(self.model.waiting or self.model.older))
    @rule(outcome=st.sampled_from(("reached", "no_answer", "declined")))
    def try_check_up(self, outcome: str) -> None:
        self.step("try_check_up", outcome)

    @rule()
    def keep_check_ups(self) -> None:
        self.step("keep_check_ups")

    @rule()
    def join_alumni(self) -> None:
        self.step("join_alumni")

    @rule()
    def leave_alumni(self) -> None:
        self.step("leave_alumni")

    @rule()
    def draw(self) -> None:
        Life.tally["steps"] += 1
        assert self.real.is_drawn() == self.model.is_drawn
