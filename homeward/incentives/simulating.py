"""Made-up courses through the rules and a ledger in memory, for the bench and its small dose."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.incentives.rules import bowl, course, entries
from homeward.incentives.rules.course import EXCUSED, MET, MISSED, UNMET, Used
from homeward.incentives.rules.shipped import TERMS
from homeward.incentives.rules.terms import PRIZE, Terms

FIRST_DAY = date(2026, 9, 1)
MOST_TURNS = 60
SHELF = UUID(int=1)
CARD = 500  # cents on one card
# Chances of each outcome, per mille, for somebody who does well and for somebody who struggles.
CHANCES = ((850, 60, 40), (450, 300, 150))


@dataclass(slots=True)
class Books:
    """A double-entry ledger in whole cents, with what was found wrong while it was kept."""

    accounts: Counter[str] = field(default_factory=Counter)
    postings: int = 0
    unbalanced: int = 0

    def post(self, lines: entries.Lines) -> None:
        """One posting, by the lines the product posts."""
        self.postings += 1
        self.unbalanced += sum(line.cents for line in lines) != 0
        for line in lines:
            self.accounts[f"{line.account} {line.client_id or ''}".strip()] += line.cents


@dataclass(slots=True)
class Lived:
    """What became of all courses of one kind, and every promise that was broken."""

    courses: int = 0
    turns: int = 0
    earned_cents: int = 0
    handed_over_cents: int = 0
    owed_cents: int = 0
    draws: int = 0
    turns_drawn: int = 0
    above_visit_cap: int = 0
    above_year_cap: int = 0
    negative: int = 0
    not_repeatable: int = 0
    unlike_second_rule: int = 0
    unlike_second_verifier: int = 0
    client_balances_off: int = 0
    slips: Counter[str] = field(default_factory=Counter)
    books: Books = field(default_factory=Books)


Verifier = Callable[[dict[str, Any]], bool]
SecondRule = Callable[[dict[str, Any], list[str]], int]


def live(kind: str, courses: int, seed: int, verifier: Verifier, second: SecondRule) -> Lived:
    """So many courses of one kind; half under the shipped terms, half under made-up ones."""
    lived = Lived()
    for number in range(courses):
        chance = random.Random(f"{kind}|{seed}|{number}")  # noqa: S311 - made-up courses
        terms = TERMS[kind] if number % 2 else _made_up(TERMS[kind], chance)
        _one(lived, terms, f"c{number}", chance, verifier, second)
    lived.owed_cents = -sum(
        cents for account, cents in lived.books.accounts.items() if account.startswith("owed")
    )
    return lived


def _one(
    lived: Lived, terms: Terms, who: str, chance: random.Random, verifier: Verifier,
    second: SecondRule,
) -> None:  # fmt: skip
    history: list[str] = []
    earned: Counter[str] = Counter()
    whose = UUID(int=chance.getrandbits(128))
    handed, day, chances = 0, FIRST_DAY, chance.choice(CHANCES)
    for number in range(1, chance.randint(4, MOST_TURNS) + 1):
        day += timedelta(days=chance.randint(0, 4))
        outcome = _outcome(chances, chance)
        used = Used(earned[f"{day}"], earned[f"{day.year}"])
        drawn = 0
        if terms.kind == PRIZE and outcome == MET:
            drawn = _draw(lived, terms, who, number, history, chance, verifier)
        told = course.decide(terms, history, outcome, used, drawn)
        again = course.decide(terms, tuple(history), outcome, used, drawn)
        cents = int(told.extras["cents"])
        lived.turns += 1
        lived.negative += cents < 0
        lived.not_repeatable += told != again
        history.append(outcome)
        wanted = drawn
        if terms.kind != PRIZE and outcome == MET:
            wanted = second(terms.to_json(), history)
        left = max(0, min(terms.visit_cap - used.day, terms.year_cap - used.year))
        lived.unlike_second_rule += cents != (min(wanted, left) if outcome == MET else 0)
        for key in (f"{day}", f"{day.year}", "all"):
            earned[key] += cents
        lived.above_visit_cap += earned[f"{day}"] > terms.visit_cap
        lived.above_year_cap += earned[f"{day.year}"] > terms.year_cap
        if cents:
            lived.books.post(entries.earned(whose, cents))
        handed += _hand_over(lived, whose, earned["all"] - handed, chance)
    lived.courses += 1
    lived.earned_cents += earned["all"]
    lived.handed_over_cents += handed
    lived.client_balances_off += -lived.books.accounts[f"owed {whose}"] != earned["all"] - handed


def _hand_over(lived: Lived, whose: UUID, owed: int, chance: random.Random) -> int:
    """Now and then whole cards are delivered and handed over."""
    cents = owed // CARD * CARD
    if not cents or chance.random() < 0.6:
        return 0
    lived.books.post(entries.delivered(SHELF, cents))
    lived.books.post(entries.handed_over(whose, SHELF, cents))
    return cents


def _draw(
    lived: Lived, terms: Terms, who: str, number: int, history: list[str],
    chance: random.Random, verifier: Verifier,
) -> int:  # fmt: skip
    """The draws of one turn, checked by both verifiers, and one changed copy that must not hold."""
    secret = chance.randbytes(bowl.SECRET_BYTES).hex()
    times = course.units_at(terms, course.standing_after(terms, history)).all
    slips = bowl.drawn_from(terms.slips, secret=secret, token=who, number=number, times=times)
    codes = [slip.code for slip in slips]
    turn = bowl.published(terms.slips, secret=secret, token=who, number=number, drawn=codes)
    changed = {**turn, "drawn": [*codes[:-1], "another"]}
    agree = verifier(turn) and not bowl.faults_of(turn)
    lived.unlike_second_verifier += not agree or verifier(changed) or not bowl.faults_of(changed)
    lived.draws += times
    lived.turns_drawn += 1
    lived.slips.update(codes)
    return sum(slip.cents for slip in slips)


def _outcome(chances: tuple[int, int, int], chance: random.Random) -> str:
    lot = chance.randrange(1000)
    for share, outcome in zip(chances, (MET, UNMET, MISSED), strict=True):
        if lot < share:
            return outcome
        lot -= share
    return EXCUSED


def _made_up(shipped: Terms, chance: random.Random) -> Terms:
    """Other numbers of the same kind, as another program might adopt them."""
    values = {name: getattr(shipped, name) for name in shipped.__slots__}
    most = chance.randint(shipped.first, 4 * shipped.most if shipped.kind != PRIZE else 12)
    visit = chance.randint(1, 9000)
    return Terms(
        **{
            **values, "most": most, "step": chance.randint(0, max(1, most // 3)),
            "bonus_every": 4, "bonus": chance.randint(1, 3), "visit_cap": visit,
            "restore_after": chance.randint(0, 6), "year_cap": visit + chance.randint(0, 60_000),
        }
    )  # fmt: skip
