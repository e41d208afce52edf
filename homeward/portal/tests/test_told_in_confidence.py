"""Who looked: what others told the team in confidence leaves no line, done or looked at."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from homeward import audit
from homeward.core import clock
from homeward.core.code_words import confided_codes, confided_records
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def page(cast: Cast, client: Any) -> str:
    client.force_login(cast.jo.account)
    return str(client.get(reverse("portal:readers")).content.decode())


def test_a_look_at_what_was_told_is_no_line(cast: Cast, client: Any) -> None:
    """The records are those that no client reaches although they are about them."""
    assert {"families.word", "conversations.outsidemessage"} <= confided_records()
    assert not {"conversations.message", "notes.clientnote"} & confided_records()
    about = {"actor": cast.dana.actor, "purpose": "treatment", "record_ids": []}
    for label in confided_records():
        audit.saw(label, **about, client_ids=[cast.jo.pk])
    with audit.unit():
        for code in confided_codes():
            audit.record(code, actor=cast.dana.actor, at=clock.now(), client_id=cast.jo.pk)
        # That a relative asked for a session is theirs to say.
        for label in ("families.sessionask", "families.word"):
            named = SimpleNamespace(label_lower=label)
            row = SimpleNamespace(pk=None, client_id=cast.jo.pk, _meta=named)
            audit.record("families.ask.taken", actor=cast.dana.actor, subject=row, at=clock.now())
    shown = page(cast, client)
    assert "Looked at: messages" not in shown
    assert "A family session was asked for" not in shown

    audit.saw("conversations.message", **about, client_ids=[cast.jo.pk])
    assert "Looked at: messages" in page(cast, client)
