"""The relative's own pages need no consent; what is about somebody else reads it at the instant."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser

from homeward.consents.actions import revoke_consent
from homeward.consents.models import SafetyFlag
from homeward.core import clock, outbox
from homeward.core.actors import Actor
from homeward.families import actions, words
from homeward.families.actions.refusals import NotInvited
from homeward.families.models import (
    FamilyNight,
    LessonRead,
    NightAnswer,
    OwnPlan,
    SentIn,
    SessionAsk,
    Word,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Contact, TeamMembership
from homeward.portal.tests import scene
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

SERVICE = Actor.of_service("test")
KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')
CONFIDED_WORDS = [str(words.CODES[code]) for code in words.CONFIDED]
MAY = ["schedule", "assessment", "messages"]
PAGES = (
    "/me/", "/me/lessons/", "/me/lessons/children/", "/me/own-plan/", "/me/nights/",
    "/me/answers/", "/me/tell/", "/me/tell/?when=now", "/me/tell/sent/", "/me/together/",
    "/me/help/",
)  # fmt: skip


@pytest.fixture
def house(cast: Any) -> Any:
    """Noon; a family counselor on Jo's team; a night ahead."""
    clock.shift_to(NOON)
    cast.people["fern"] = make_worker(
        cast, "fern", "Fern Adeyemi", Role.FAMILY_COUNSELOR, "LMFT", True, ()
    )
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.fern.row, role=Role.FAMILY_COUNSELOR,
        starts_at=NOON - timedelta(days=9),
    )  # fmt: skip
    actions.make_night(
        actor=cast.fern.actor, site_id=cast.site.pk, title="Open evening", place="Room 1",
        starts_at=NOON + timedelta(days=2), ends_at=NOON + timedelta(days=2, hours=2), now=NOON,
    )  # fmt: skip
    yield cast
    clock.shift_to(None)


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def bare(text: str, player: Any) -> str:
    """A page without what differs in every answer: keys, nonces, the account's own name."""
    text = text.replace(player.row.name, "NAME")
    text = re.sub(r'(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+', r"\1", text)
    return re.sub(r'nonce="[^"]+"', "", text)


def shown(client: Any, player: Any, pages: Any = PAGES) -> dict[str, str]:
    client.force_login(player.account)
    answers = {path: client.get(path) for path in pages}
    assert {each.status_code for each in answers.values()} == {200}
    return {path: bare(each.content.decode(), player) for path, each in answers.items()}


def send(client: Any, path: str, **typed: str) -> Any:
    keys = dict(KEYS.findall(client.get(path).content.decode().split('id="main"')[1]))
    return client.post(path.partition("?")[0], keys | typed)


def booked(house: Any, *contacts: Any) -> Any:
    return actions.book_family_session(
        actor=house.fern.actor, client_id=house.jo.pk, worker_id=house.fern.pk,
        contact_ids=[each.pk for each in contacts], starts_at=NOON + timedelta(days=3), now=NOON,
    )  # fmt: skip


def test_every_family_page_is_the_same_bytes_for_whoever_may_be_told_nothing(
    house: Any, client: Any
) -> None:
    """Revoked, never signed, quiet and flagged: nobody learns which, on any page."""
    players = {"kim": house.kim} | {
        code: scene.contact(house, code, Contact.Kind.FAMILY, f"{code.title()} Avery")
        for code in ("never", "quiet", "flagged", "told")
    }
    signed = {}
    for code, classes in (
        ("kim", MAY), ("quiet", ["messages"]), ("flagged", MAY), ("told", MAY),
    ):  # fmt: skip
        signed[code] = scene.consent(house, "family", contact_id=players[code].pk, classes=classes)
    held = scene.session(house, NOON + timedelta(days=1))
    scene.seat(house, house.jo, held, house.episode)
    booked(house, players["kim"], players["flagged"], players["told"])
    revoke_consent(actor=house.jo.actor, consent_id=signed["kim"].pk, now=NOON)
    SafetyFlag.objects.create(
        client=house.jo.row, site=house.site, contact=players["flagged"].row, starts_at=NOON,
        reason="kestrel",
    )  # fmt: skip
    told = shown(client, players.pop("told"), ("/me/", "/me/together/"))
    seen = {code: shown(client, player) for code, player in players.items()}
    for path in PAGES:
        assert len({pages[path] for pages in seen.values()}) == 1, path
    assert "Nothing new" in seen["flagged"]["/me/"]
    assert "kestrel" not in "".join(seen["flagged"].values())
    for path, page in told.items():
        assert "Friday 27 November, 12:00" in page
        assert page != seen["kim"][path]


def test_what_is_ones_own_is_ones_own(house: Any, client: Any) -> None:
    """Lessons, plan and nights: kept for the account alone; staff read a sum."""
    client.force_login(house.kim.account)
    assert send(client, "/me/lessons/boundaries/").status_code == 302
    assert "1 of 9 read" in client.get("/me/lessons/").content.decode()
    assert client.get("/me/lessons/nothing/").status_code == 404
    kept = send(client, "/me/own-plan/", what_helps="Walks", my_people="Ann 555")
    assert kept.status_code == 302
    assert "Ann 555" in client.get("/me/own-plan/").content.decode()
    # A page opened before there was a plan does not write over the one kept since.
    assert send(client, "/me/own-plan/", form_version="0", what_helps="").status_code == 409
    night = FamilyNight.objects.get()
    page = f"/me/nights/{night.pk}/"
    keys = dict(KEYS.findall(client.get("/me/nights/").content.decode().split('id="main"')[1]))
    assert client.post(page, keys | {"answer": "yes", "people": "3"}).status_code == 302
    assert "you said you will come" in client.get("/me/nights/").content.decode()
    for model in (LessonRead, OwnPlan, NightAnswer):
        assert rows(model).count() == 1
        for player in house.people.values():
            found = model.objects.for_actor(player.actor, Purpose.TREATMENT)
            assert not found.exists(), player.row
    assert send(client, "/me/own-plan/", act="tear_up").status_code == 302
    assert not rows(OwnPlan).exists()


def test_questions_are_answered_from_what_is_published(house: Any, client: Any) -> None:
    client.force_login(house.kim.account)
    found = client.post("/me/answers/", {"question": "may I tell you something I worry about"})
    assert "If someone is a client here" in found.content.decode()
    assert (
        "We found no answer"
        in client.post("/me/answers/", {"question": "xylophone"}).content.decode()
    )


@pytest.mark.parametrize("path", ["/me/tell/", "/tell/"])
def test_telling_answers_the_same_for_a_client_and_a_stranger(
    house: Any, client: Any, path: str
) -> None:
    """How soon is asked first; whoever is named, the same place and bytes come back."""
    if path.startswith("/me/"):
        client.force_login(house.kim.account)
    assert "How soon must we read it?" in client.get(path).content.decode()
    assert 'href="tel:911"' in client.get(f"{path}?when=now").content.decode()
    assert client.post(path, {"words": "x"}).status_code == 400
    typed = {"urgency": "now", "words": "Bottles"}
    answers = [
        send(client, f"{path}?when=now", **typed, about=about)
        for about in ("Jo Avery", "Zed Nobody")
    ]
    assert {(each.status_code, each["Location"]) for each in answers} == {(302, f"{path}sent/")}
    assert answers[0].content == answers[1].content
    outbox.deliver_due(now=clock.now())
    assert (rows(Word).count(), rows(SentIn).filter(placed_at=None).count()) == (1, 1)
    actions.close_word(
        actor=house.dana.actor, word_id=rows(Word).get().pk, disposition="talked", now=NOON
    )
    # Who looked at their own record does not learn from it that somebody told the team something.
    reader = Browser()
    reader.force_login(house.jo.account)
    looked = reader.get("/me/record/readers/").content.decode()
    assert "Homeward itself" in looked
    assert not [words for words in CONFIDED_WORDS if words in looked]
    for _more in range(13):
        last = send(client, f"{path}?when=wait", urgency="wait", words="More")
    assert last.status_code == 429
    assert "Your words still stand here" in last.content.decode()
    assert re.search(r">\s*More</textarea>", last.content.decode())


def test_a_session_is_asked_for_by_anybody_and_booked_under_a_consent(
    house: Any, client: Any
) -> None:
    client.force_login(house.kim.account)
    assert send(client, "/me/together/", how="here", words="Money").status_code == 302
    assert send(client, "/me/together/", how="here").status_code == 302
    (ask,) = rows(SessionAsk)
    assert (ask.owner_id, ask.words) == (house.fern.pk, "Money")
    task = rows(CareTask).get(kind="family_ask")
    assert not SessionAsk.objects.for_actor(house.jo.actor, Purpose.CLIENT_REQUEST).exists()
    with pytest.raises(NotInvited):
        booked(house, house.kim)
    scene.consent(house, "family", contact_id=house.kim.pk, classes=["messages"])
    booked(house, house.kim)
    assert rows(CareTask).get(pk=task.pk).closed_at == NOON
    assert "Friday 27 November, 12:00" in client.get("/me/").content.decode()
