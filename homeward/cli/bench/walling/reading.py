"""The same for the login of family and agencies: attacked, and its pages compared with none."""

from typing import Any
from uuid import UUID

from django.db.models import Count
from django.test import Client as Browser
from django.test.utils import setup_test_environment, teardown_test_environment

from homeward.accounts.models import Account
from homeward.cli.bench.walling import attacking, comparing
from homeward.cli.bench.walling.attacking import READER, Tally
from homeward.cli.bench.walling.people import Marked
from homeward.people.models import Contact

# Opening these leaves what may be shown there now among the released items.
SHOWING = ("/me/", "/me/together/", "/me/messages/", "/me/shown/")
KINDS = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT, *Contact.OUTSIDE)


def attacked(marked: Marked, accounts: list[UUID], contacts: dict[UUID, int]) -> Tally:
    """Every text, every table and every wrong token, with a true token of each account."""
    tally = Tally()
    chart = next(mark for mark in marked.marks if " " not in mark and "-" in mark)
    for at, mine in enumerate(accounts):
        other = accounts[(at + 1) % len(accounts)]
        attacking.attack(marked, mine, other, chart, tally, READER)
        attacking.read_every_table(marked, mine, tally, READER)
        attacking.open_with_other_tokens(mine, other, tally, READER, contacts[mine])
    attacking.read_every_table(marked, None, tally, READER)
    return tally


def of_readers(marked: Marked, most: int, pages: int) -> dict[str, Any]:
    """What came of it on the demo: its relatives, officers and employers."""
    rows = Account.objects.filter(contacts__kind__in=KINDS, is_active=True)
    counted = rows.annotate(beside=Count("contacts")).order_by("pk")[: max(2, most)]
    contacts = {row.pk: row.beside for row in counted}
    setup_test_environment()
    try:
        browsers = [_signed_in(account) for account in counted]
        for browser in browsers:
            for address in SHOWING:
                browser.get(address)
        tally = attacked(marked.for_readers(), list(contacts), contacts)
        compared, unlike = 0, []
        for browser in browsers:
            addresses = comparing.addresses_of(browser, pages)
            compared += len(addresses)
            unlike += comparing.differences(browser, addresses)
    finally:
        teardown_test_environment()
    return {
        "accounts": len(contacts),
        "attempts": sum(tally.attempts.values()),
        "refused_by_the_database": tally.refused,
        "tables_asked": tally.tables,
        "tables_with_anything_to_read": tally.tables_open,
        "wrong_tokens": tally.tokens,
        "wrong_tokens_that_opened": tally.tokens_opened,
        "rows_of_others": len(tally.foreign),
        "seen": tally.foreign[:20],
        "pages_compared": compared,
        "pages_unlike": unlike,
    }


def is_right(found: dict[str, Any]) -> bool:
    """Nothing of anybody else was seen, nothing wrong opened, and no page differs."""
    return not (
        found["rows_of_others"] or found["wrong_tokens_that_opened"] or found["pages_unlike"]
    )


def _signed_in(account: Account) -> Browser:
    browser = Browser()
    browser.force_login(account)
    return browser
