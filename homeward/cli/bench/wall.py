"""What arbitrary SQL over the logins of clients' and readers' pages can see, and what it costs.

Attacks the demo over the true logins with true tokens. Nothing it tries may succeed, so it changes
nothing but the sign-ins and looks that comparing pages leaves in the audit.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "demo"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--people", type=int, default=12, help="for how many persons")
    parser.add_argument("--rounds", type=int, default=200, help="how often a statement is timed")
    parser.add_argument("--pages", type=int, default=40, help="pages of each person compared")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Attack, compare, time; exit 1 when one row of another person was seen or a page differs."""
    from homeward.cli.bench.walling import attacking, costing, reading
    from homeward.cli.bench.walling.people import Marked

    began = time.monotonic()
    marked = Marked.of()
    chosen = list(marked.people[: max(2, arguments.people)])
    charts = {pk: mark for mark, pk in marked.marks.items() if mark != str(pk) and " " not in mark}
    tally = attacking.Tally()
    for at, person in enumerate(chosen):
        other = chosen[(at + 1) % len(chosen)]
        attacking.attack(marked, person, other, charts[other], tally)
        attacking.read_every_table(marked, person, tally)
        attacking.open_with_other_tokens(person, other, tally)
    pages = _pages(arguments.people, arguments.pages)
    readers = reading.of_readers(marked, arguments.people, arguments.pages)
    answer = {
        "people": len(chosen),
        "of": len(marked.people),
        "attempts": sum(tally.attempts.values()),
        "attempts_of": tally.attempts,
        "refused_by_the_database": tally.refused,
        "tables_asked": tally.tables,
        "tables_with_anything_to_read": tally.tables_open,
        "wrong_tokens": tally.tokens,
        "wrong_tokens_that_opened": tally.tokens_opened,
        "rows_of_others": len(tally.foreign),
        "seen": tally.foreign[:20],
        **pages,
        "family_and_agencies": readers,
        "statements": costing.of_statements(chosen, arguments.rounds),
        "seconds": round(time.monotonic() - began, 1),
    }
    is_right = not (tally.foreign or tally.tokens_opened or pages["pages_unlike"])
    is_right = is_right and reading.is_right(readers)
    return {**answer, "ok": is_right}, frame.DONE if is_right else frame.FAILED


def _pages(people: int, most: int) -> dict[str, Any]:
    from django.test import Client as Browser
    from django.test.utils import setup_test_environment, teardown_test_environment

    from homeward.accounts.models import Account
    from homeward.cli.bench.walling import comparing, costing

    compared, unlike, times = 0, [], {}
    setup_test_environment()
    try:
        for account in Account.objects.filter(client__isnull=False, is_active=True)[:people]:
            browser = Browser()
            browser.force_login(account)
            addresses = comparing.addresses_of(browser, most)
            compared += len(addresses)
            unlike += comparing.differences(browser, addresses)
            if not times:
                times = costing.of_pages(
                    lambda at, is_behind, who=browser: comparing.ask(who, at, is_behind=is_behind),
                    addresses[:8],
                    20,
                )
    finally:
        teardown_test_environment()
    return {"pages_compared": compared, "pages_unlike": unlike, "page_times": times}
