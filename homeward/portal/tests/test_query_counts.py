"""How many queries a page asks, and that it does not grow with what is in the record."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.core import clock
from homeward.portal.tests import scene

MOST = {"/me/": 28, "/me/week/": 13, "/me/plan/": 19, "/me/record/": 14, "/me/sharing/": 31}


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("path", MOST)
def test_a_page_asks_no_more_when_there_is_more(cast, client, path):
    client.force_login(cast.jo.account)
    scene.plan(cast)
    scene.consent(cast, "treatment")
    for days in (1, 2):
        where = scene.session(cast, clock.now() - timedelta(days=days))
        scene.seat(cast, cast.jo, where, cast.episode)
        scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=True)
        scene.drug_test(cast, cast.jo, cast.episode, state="resulted")
    few = queries(client, path)
    for days in range(3, 13):
        where = scene.session(cast, clock.now() - timedelta(days=days))
        scene.seat(cast, cast.jo, where, cast.episode)
        scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=True)
        scene.drug_test(cast, cast.jo, cast.episode, state="resulted")
    many = queries(client, path)
    assert many <= few
    assert many <= MOST[path]
