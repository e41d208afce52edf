"""Thousands of made-up courses: every cent balances, no cap is passed, every draw is verified.

Pure: needs no installation. Amounts are computed again by a second rule and draws checked by a
second verifier; both were written from docs/domain/incentives.md and share no code with it.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
BROKEN = (
    "above_visit_cap", "above_year_cap", "negative", "not_repeatable", "unlike_second_rule",
    "unlike_second_verifier", "client_balances_off",
)  # fmt: skip


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--courses", type=int, default=10_000, help="courses of each kind")
    parser.add_argument("--seed", type=int, default=1, help="which courses are made up")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Live through them; exit 1 when a cent, a cap or a draw is not as it should be."""
    began = time.monotonic()
    answer = lived_through(max(1, arguments.courses), arguments.seed)
    answer["seconds"] = round(time.monotonic() - began, 1)
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def lived_through(courses: int, seed: int) -> dict[str, Any]:
    """So many courses of each kind, with everything that was compared."""
    from homeward.incentives.rules.terms import KINDS
    from homeward.incentives.simulating import live
    from homeward.incentives.tests.second_rule import amount
    from homeward.incentives.tests.second_verifier import holds

    kinds: dict[str, Any] = {}
    is_right = True
    for kind in KINDS:
        lived = live(kind, courses, seed, holds, amount)
        rest = sum(lived.books.accounts.values())
        difference = lived.earned_cents - lived.handed_over_cents - lived.owed_cents
        kinds[kind] = {
            "courses": lived.courses,
            "turns": lived.turns,
            "postings": lived.books.postings,
            "unbalanced_postings": lived.books.unbalanced,
            "sum_of_all_entries_cents": rest,
            "earned_cents": lived.earned_cents,
            "handed_over_cents": lived.handed_over_cents,
            "owed_cents": lived.owed_cents,
            "difference_cents": difference,
            "left_in_stock_cents": lived.books.accounts["stock"],
            "draws": lived.draws,
            "turns_drawn": lived.turns_drawn,
            **{name: getattr(lived, name) for name in BROKEN},
        }
        figures = kinds[kind]
        is_right &= not any(figures[name] for name in (
            *BROKEN, "unbalanced_postings", "sum_of_all_entries_cents", "difference_cents",
            "left_in_stock_cents",
        ))  # fmt: skip
    return {"seed": seed, "kinds": kinds, "ok": is_right}
