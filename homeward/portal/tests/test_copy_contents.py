"""Every record about a client is in the copy or left out of it by a word of somebody's own."""

import re

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from homeward.people.records import ClientRecord
from homeward.portal.copy import contents
from homeward.portal.copy.whole import Whole
from homeward.portal.own import Own
from homeward.portal.tests import scene

ABOUT_ONE_CLIENT = {
    model._meta.label for model in apps.get_models() if issubclass(model, ClientRecord)
}


def test_every_record_about_a_client_has_its_word():
    """A new model: name it in `copy/contents.py`, in a part of the copy or left out, and why."""
    said = contents.IN_IT | contents.LEFT_OUT
    assert ABOUT_ONE_CLIENT - said == set()
    assert said - ABOUT_ONE_CLIENT == set()
    assert set() == contents.IN_IT & contents.LEFT_OUT


# Asked only where the row they belong to is there.
BESIDE = {
    "conduct.Appeal", "conduct.ClientReply", "consents.EmergencyRecord",
    "consents.Revocation", "conversations.Attachment",
}  # fmt: skip


def test_what_is_said_to_be_in_it_is_read(cast):
    """By the tables that are asked: a name on the list alone puts nothing into the file."""
    made = scene.plan(cast)
    type(made).objects.unscoped("tests").filter(pk=made.pk).update(state="active")
    scene.consent(cast, "tpo")
    with CaptureQueriesContext(connection) as asked:
        Whole.of(Own.of(cast.jo.actor))
    tables = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', " ".join(each["sql"] for each in asked)))
    unread = {
        label for label in contents.IN_IT if apps.get_model(label)._meta.db_table not in tables
    }
    assert unread <= BESIDE


def test_the_page_says_what_is_in_it_and_what_is_not(cast, client):
    client.force_login(cast.jo.account)
    page = client.get("/me/record/copy/").content.decode()
    for line in (*contents.IN_IT_WORDS, *contents.NOT_IN_IT):
        assert escape(str(line)) in page
    assert len(contents.IN_IT_WORDS) == len(contents.IN_IT_BY_PART)
    assert "All that is written" not in page
