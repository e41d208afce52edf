"""The pages of messages at the desk: who comes in, what can be done, what is refused."""

import re
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.conversations import actions
from homeward.conversations.models import Conversation, Message
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast, Player

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


@pytest.fixture
def noon(cast: Cast) -> Any:
    clock.shift_to(NOON)
    actions.write(actor=cast.jo.actor, role="counselor", body="Kestrel at ten?", now=NOON)
    yield cast
    clock.shift_to(None)


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def signed_in(player: Player) -> Browser:
    browser = Browser()
    browser.force_login(player.account)
    return browser


def sent(browser: Browser, path: str, page: str = "", **typed: Any) -> Any:
    found = browser.get(page or path).content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', found)
    assert key, found[-2000:]
    return browser.post(path, {"form_key": key.group(1), **typed})


def test_a_conversation_is_read_answered_handed_over_and_settled(noon: Cast) -> None:
    thread = rows(Conversation).get()
    here = reverse("desk:conversation", args=[thread.pk])
    inbox, about = reverse("desk:conversations"), reverse("desk:client_messages", args=[noon.jo.pk])
    dana, sam = signed_in(noon.dana), signed_in(noon.sam)
    assert "1 message waits for you" in dana.get(reverse("desk:today")).content.decode()
    listed = dana.get(inbox).content.decode()
    assert here in listed and "Kestrel" not in listed
    assert here in dana.get(about).content.decode()
    page = dana.get(here).content.decode()
    assert "Kestrel at ten?" in page and "answer by" in page
    assert "Kestrel at ten?" in sam.get(here).content.decode()
    assert here in sam.get(f"{inbox}?show=all").content.decode()
    for player, code in (
        (noon.dina, 403), (noon.fay, 403), (noon.tess, 403), (noon.omar, 404), (noon.ruth, 404),
        (noon.ada, 404), (noon.kim, 403), (noon.jo, 403),
    ):  # fmt: skip
        assert signed_in(player).get(here).status_code == code, player.row
        assert signed_in(player).get(about).status_code == code, player.row
    assert (
        "read "
        in signed_in(noon.jo)
        .get(reverse("portal:messages_to", args=["counselor"]))
        .content.decode()
    )
    TeamMembership.objects.create(
        client=noon.jo.row, site=noon.site, worker=noon.ruth.row, role="nurse", starts_at=NOON
    )
    over = reverse("desk:conversation_over", args=[thread.pk])
    assert sent(dana, over, here, worker=str(noon.omar.pk)).status_code == 422
    assert sent(dana, over, here, worker=str(noon.ruth.pk)).status_code == 302
    assert rows(Conversation).get().owner_id == noon.ruth.pk
    settle = reverse("desk:conversation_settle", args=[thread.pk])
    assert sent(dana, settle, here, reason="").status_code == 422
    assert sent(dana, settle, here, reason="A thank-you").status_code == 302
    assert "A thank-you" in dana.get(here).content.decode()
    assert sent(dana, here, body=" ").status_code == 422
    assert sent(dana, here, body="Yes, ten.").status_code == 302
    ours = rows(Message).get(worker=noon.dana.row)
    assert "not seen yet" in dana.get(here).content.decode()
    draft = reverse("desk:conversation_draft", args=[thread.pk])
    assert "saved" in sent(dana, draft, here, body="Half").json()
    back = reverse("desk:conversation_back", args=[ours.pk])
    assert sent(dana, back, here).status_code == 302
    assert "Yes, ten." not in dana.get(here).content.decode()
    first = sent(dana, about, to="client", role="counselor", body="Another word")
    assert first.status_code == 302 and rows(Message).filter(worker=noon.dana.row).count() == 2
