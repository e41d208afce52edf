"""Desk pages: each role reads what is theirs, lays and closes, and nobody else's."""

import re
from datetime import timedelta
from typing import Any

import pytest

from homeward.audit.models import Entry
from homeward.consents.actions import revoke_consent
from homeward.core import clock, outbox
from homeward.core.actors import NOBODY, Actor
from homeward.families import actions
from homeward.families.models import FamilyNight, SentIn, Word
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.portal.tests import scene
from homeward.tasks.models import CareTask
from homeward.testing import company
from homeward.testing.cast import NOON, Cast
from homeward.timetable.roster import DutyShift

SERVICE = Actor.of_service("test")
KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')


@pytest.fixture
def told(cast: Cast) -> Any:
    """A word about Jo, one about nobody known, and an ask of Kim's; Fern is on Jo's team."""
    clock.shift_to(NOON)
    company.join(cast)
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.fern.row, role=Role.FAMILY_COUNSELOR,
        starts_at=NOON - timedelta(days=9),
    )  # fmt: skip
    for about in ("Jo Avery", "a neighbor"):
        actions.send_in(
            actor=NOBODY, urgency="today", about=about, words="kestrel bottles", now=NOON
        )
    outbox.deliver_due(now=NOON)
    actions.ask_for_session(actor=cast.kim.actor, how="here", words="money", now=NOON)
    yield cast
    clock.shift_to(None)


def one(model: Any, **which: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(**which)


def send(browser: Any, seen_at: str, path: str = "", /, **typed: Any) -> Any:
    keys = dict(KEYS.findall(browser.get(seen_at).content.decode().split('id="main"')[1]))
    return browser.post(path or seen_at, keys | typed)


def test_danger_that_names_nobody_does_not_wait_at_the_desk_alone(told: Cast, client: Any) -> None:
    """Once the desk is late everybody who goes to danger sees that it waits, and not a word of it;
    whoever is on duty sees it at once."""
    actions.send_in(actor=NOBODY, urgency="now", about="a man", words="kestrel bridge", now=NOON)
    outbox.deliver_due(now=NOON)

    def sees(player: Any) -> bool:
        client.force_login(player.account)
        page = client.get("/desk/today/").content.decode()
        assert "kestrel" not in page
        return "told of danger" in page

    assert [sees(each) for each in (told.sam, told.omar)] == [False, False]
    DutyShift.objects.create(
        worker=told.sam.row,
        site=told.site,
        on=NOON.date(),
        starts_at=NOON,
        ends_at=NOON + timedelta(hours=8),
    )
    assert sees(told.sam)
    clock.shift_to(NOON + timedelta(minutes=20))
    assert [sees(each) for each in (told.dana, told.omar)] == [True, False]


def test_the_team_reads_and_closes_what_was_told(told: Cast, client: Any) -> None:
    word = one(Word)
    path = f"/desk/family/words/{word.pk}/"
    for outsider, status in ((told.omar, 404), (told.nora, 404), (told.fay, 403), (told.jo, 403)):
        client.force_login(outsider.account)
        assert client.get(path).status_code == status
    for player in (told.dana, told.fern, told.sam):
        client.force_login(player.account)
        assert "kestrel" not in client.get("/desk/family/words/").content.decode()
        assert "kestrel bottles" in client.get(path).content.decode()
    assert 'name="disposition"' not in client.get(path).content.decode()  # a supervisor reads
    client.force_login(told.fern.account)
    tab = client.get(f"/desk/clients/{told.jo.pk}/family/").content.decode()
    assert "Nell Avery" in tab
    assert "the days, the goals, what is arranged" in tab
    assert "The client withdrew this consent." in tab
    client.force_login(told.dana.account)
    task = one(CareTask, kind="family_word")
    assert path in client.get(f"/desk/tasks/{task.pk}/").content.decode()
    assert send(client, path, disposition="safety").status_code == 422
    assert send(client, path, disposition="talked").status_code == 302
    assert one(Word).closed_by_id == told.dana.pk
    page = client.get("/desk/family/words/").content.decode()
    assert "Talked with the client" in page


def test_the_desk_lays_a_word_to_a_client_and_no_longer_reads_it(told: Cast, client: Any) -> None:
    row = one(SentIn, placed_at=None)
    path = f"/desk/family/line/{row.pk}/"
    for outsider, status in ((told.dana, 403), (told.omar, 403), (told.jo, 403)):
        client.force_login(outsider.account)
        assert client.get(path).status_code == status
    client.force_login(told.fay.account)
    assert path in client.get("/desk/family/line/").content.decode()
    assert path in client.get("/desk/today/").content.decode()
    assert "kestrel bottles" in client.get(path).content.decode()
    found = client.get(f"{path}?q=Avery").content.decode()
    assert "HW-00001" in found
    assert send(client, path, disposition="passed_on").status_code == 422
    placed = send(client, path, f"{path}place/", client=str(told.jo.pk))
    assert placed.status_code == 302
    assert client.get(path).status_code == 404
    assert one(SentIn, pk=row.pk).words == ""


def test_asks_nights_and_sessions_belong_to_those_who_lead_them(told: Cast, client: Any) -> None:
    client.force_login(told.fern.account)
    page = client.get("/desk/family/words/").content.decode()
    path = re.search(r"/desk/family/asks/[^/]+/", page)
    assert path
    asked = client.get(path[0]).content.decode()
    assert "money" in asked
    assert "Kim Avery" in asked
    assert "The client withdrew this consent." in asked
    assert send(client, path[0], outcome="booked").status_code == 422
    assert send(client, path[0], outcome="client_later").status_code == 302
    assert one(CareTask, kind="family_ask").closed_at is not None
    client.force_login(told.nora.account)
    assert client.get(path[0]).status_code == 404
    client.force_login(told.fern.account)
    typed = {
        "title": "Open evening", "place": "Room 1", "on": "2026-11-30", "starts": "18:00",
        "ends": "17:00", "site": str(told.site.pk),
    }  # fmt: skip
    assert send(client, "/desk/family/nights/", **typed).status_code == 422
    assert send(client, "/desk/family/nights/", **typed | {"ends": "20:00"}).status_code == 302
    night = FamilyNight.objects.get()
    actions.answer_night(
        actor=told.kim.actor, night_id=night.pk, is_coming=True, people=2, now=NOON
    )
    page = client.get("/desk/family/nights/").content.decode()
    assert "2 people come" in page
    assert "Kim" not in page
    book = f"/desk/clients/{told.jo.pk}/family/session/"
    assert "Kim Avery" not in client.get(book).content.decode()
    signed = scene.consent(told, "family", contact_id=told.kim.pk, classes=["messages"])
    chosen = {
        "contacts": [str(told.kim.pk)], "worker": str(told.fern.pk), "on": "2026-11-27",
        "at": "12:00",
    }  # fmt: skip
    assert send(client, book, **chosen | {"on": "2026-11-20"}).status_code == 422
    assert send(client, book, **chosen).status_code == 302
    tab = client.get(f"/desk/clients/{told.jo.pk}/family/").content.decode()
    assert "Friday 27 November, 12:00" in tab
    assert Entry.objects.filter(
        record="people.contact", actor_ref=str(told.fern.pk), client_ids__contains=[told.jo.pk]
    ).exists()
    revoke_consent(actor=told.jo.actor, consent_id=signed.pk, now=NOON)
    tab = client.get(f"/desk/clients/{told.jo.pk}/family/").content.decode()
    assert "Kim Avery (may not hear of it now)" in tab
    off = f"/desk/family/nights/{night.pk}/off/"
    assert send(client, "/desk/family/nights/", off).status_code == 302
    client.force_login(told.ruth.account)
    assert 'name="title"' not in client.get("/desk/family/nights/").content.decode()
