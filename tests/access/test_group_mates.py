"""The others of one's groups appear nowhere in one's own pages, files or exports.

Told over four weeks of the demo: everything the client can open, and everything their counselor
reads in their chart, to the last link, with the files made of it. A group's own roster is staff's.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import actor_of
from homeward.core.submissions import new_key
from homeward.demo.loading import ensure_demo
from homeward.demo.tests.telling import NOON
from homeward.people.models import Client, Contact
from homeward.staff.models import Worker
from homeward.testing.matrix.asking import _signed_in
from homeward.testing.stage import PASSWORD
from homeward.timetable.models import Seat
from tests.access.reading import Read, read_all, words_of

WHY = "tests"
WEEKS = 4
LEAST_MATES = 6  # a young story: its groups are not full yet
LEAST_PAGES, LEAST_FILES = 25, 4


@pytest.mark.slow
@pytest.mark.django_db
def test_nobody_of_the_group_stands_in_ones_own_record() -> None:
    """By name, by nickname, by short name, and as a face with initials."""
    ensure_demo(NOON, weeks=WEEKS)
    clock.shift_to(NOON)
    me = _somebody_of("counselor")
    mates = _mates_of(me)
    assert len(mates) >= LEAST_MATES
    own, chart = _browser(me.account.username), _browser("counselor")
    read = [*_own_pages(own), *_chart(chart, me)]
    pages, files = [r for r in read if r.is_page], [r for r in read if not r.is_page]
    assert len(pages) >= LEAST_PAGES and len(files) >= LEAST_FILES, sorted(r.path for r in read)

    names = _unmistakable(me, mates)
    _finds_them_where_they_are(chart, me, names)
    found = [
        f"{each.path}: {name}"
        for each in read
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", each.text)
    ]
    faces = _initials({mate.name for mate in mates}) - _initials(_known_to(me))
    found += [f"{each.path}: face {face}" for each in read for face in faces & set(each.faces)]
    assert not found, "\n".join(sorted(found))


def _somebody_of(counselor: str) -> Client:
    """Who of the counselor's own clients sat in most sessions, with an account of their own."""
    worker_id = actor_of(Account.objects.get(username=counselor)).worker_id
    mine = Client.objects.unscoped(WHY).filter(
        team__worker_id=worker_id, team__is_primary=True, team__ends_at=None,
        episodes__ended_at=None,
    )  # fmt: skip
    seats = Counter(
        Seat.objects.unscoped(WHY)
        .filter(client__in=mine.values("pk"), starts_at__lt=NOON)
        .values_list("client_id", flat=True)
    )
    me = Client.objects.unscoped(WHY).filter(pk=seats.most_common(1)[0][0])
    if me.get().account is None:
        me.update(account=Account.objects.create_user("somebody", PASSWORD, is_demo=True))
    return me.select_related("account", "site").get()


def _browser(user: str) -> Browser:
    class Player:
        account = Account.objects.get(username=user)

    return _signed_in(Player())


def _mates_of(me: Client) -> list[Client]:
    """Everybody who had a seat in a session of mine these weeks."""
    seats = Seat.objects.unscoped(WHY)
    mine = seats.filter(client=me, starts_at__gt=NOON - timedelta(weeks=WEEKS))
    others = seats.filter(session__in=mine.values("session")).exclude(client=me)
    return list(Client.objects.unscoped(WHY).filter(pk__in=others.values("client")))


def _own_pages(browser: Browser) -> list[Read]:
    """From the first page on, with a calendar opened for the occasion."""
    browser.post(reverse("portal:calendar_open"), {"form_key": new_key()})
    starts = [reverse("portal:today"), reverse("portal:calendar"), reverse("portal:readers")]
    return list(read_all(browser, starts, re.compile(r"/(me|documents)/")))


def _chart(browser: Browser, me: Client) -> list[Read]:
    """The chart with its notes, plan, reviews, and every paper that can be made of them."""
    chart = reverse("desk:chart", args=[me.pk])
    within = re.compile(
        rf"{chart}|/desk/(notes|plans|plan-reviews|reviews|documents)/[0-9a-f-]{{36}}/"
    )
    papers = reverse("desk:chart_papers", args=[me.pk])
    first = browser.get(papers).content.decode()
    for address in re.findall(r'action="(/desk/papers/[^"]+)"', first):
        browser.post(address, {"form_key": new_key()})
    since = clock.today(me.site.time_zone) - timedelta(weeks=WEEKS)
    browser.post(papers, {
        "form_key": new_key(), "first": since.isoformat(),
        "last": clock.today(me.site.time_zone).isoformat(),
    })  # fmt: skip
    read = list(read_all(browser, [chart, papers], within))
    return [each for each in read if _is_about(each, me)]


def _is_about(each: Read, me: Client) -> bool:
    return str(me.pk) in each.path or me.chart_number in each.text or me.name in each.text


def _known_to(me: Client) -> set[str]:
    """Who may stand in the record: the client, their own people, and the staff."""
    own = Contact.objects.unscoped(WHY).filter(client=me).values_list("name", flat=True)
    return {me.name, me.preferred_name, *own, *Worker.objects.values_list("name", flat=True)}


def _unmistakable(me: Client, mates: Iterable[Client]) -> set[str]:
    """Full names, short names and nicknames of the others that nobody of my record shares."""
    known = " ".join(filter(None, _known_to(me)))
    names: set[str] = set()
    for mate in mates:
        called = mate.preferred_name or mate.name.split()[0]
        names |= {mate.name, f"{called} {mate.name.split()[-1]}", mate.short_name}
        names |= {each for each in (mate.preferred_name, mate.name.split()[0]) if each}
    return {name for name in names if name and not re.search(rf"\b{re.escape(name)}", known)}


def _initials(names: Iterable[str]) -> set[str]:
    return {"".join(part[0] for part in name.split()[:2]).upper() for name in names if name}


def _finds_them_where_they_are(browser: Browser, me: Client, names: set[str]) -> None:
    """The search itself is no blind one: on the group's own page it finds nine."""
    seat: Any = Seat.objects.unscoped(WHY).filter(client=me, starts_at__lt=NOON)
    room = seat.filter(session__capacity__gt=5).order_by("-starts_at").first().session_id
    page = words_of(browser.get(reverse("desk:group_room", args=[room])).content.decode())
    assert sum(name in page for name in names) >= 5
