"""How many queries the packet's pages ask, however much was signed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.packets import actions
from homeward.packets.actions.signing import Proof
from homeward.packets.queries import papers_of

pytestmark = pytest.mark.django_db
MOST = {"desk:chart_packet": 30, "desk:packet_paper": 24}


def queries(visitor, url):
    visitor.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert visitor.get(url).status_code == 200
    return len(seen)


def test_the_packet_asks_no_more_when_more_is_signed(visit, tuesday):
    cast, now = tuesday, clock.now()
    packet = actions.prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=now
    )
    papers = [each.item for each in papers_of(cast.dana.actor, packet, now)]
    visitor = visit("dana")
    url = reverse("desk:chart_packet", args=[cast.jo.pk])

    def sign(item):
        actions.sign_paper(
            actor=cast.dana.actor, item_id=item.pk, who="client", signer_name="Jo Avery",
            proof=Proof(place="tablet", by="handed_over", at=now), now=now,
        )  # fmt: skip

    by_name = {each.paper: each for each in papers}
    sign(by_name["rights"])
    few = queries(visitor, url)
    for name in ("privacy_notices", "program_rules", "drug_testing", "health_screen"):
        sign(by_name[name])
    assert queries(visitor, url) <= few <= MOST["desk:chart_packet"]
    paper = reverse("desk:packet_paper", args=[by_name["telehealth"].pk])
    assert queries(visitor, paper) <= MOST["desk:packet_paper"]
