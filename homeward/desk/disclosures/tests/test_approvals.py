"""Approvals for research and audit: who records them, what is refused, what they open."""

from typing import Any

import pytest
from django.urls import reverse

from homeward.consents.models import Approval, Disclosure
from homeward.testing.company import join

from .test_telling import party, tell

pytestmark = pytest.mark.django_db
TOLD = {
    "kind": "research", "protocol": "Sleep in early recovery, 26-07", "responsible": "Dr. Ana Ruiz",
    "board": "State University review board", "reviewed_on": "2026-10-01", "classes": ["outcomes"],
    "conditions": "Sealed server, no copies, destroyed in 2028",
    "agreement_signed_on": "2026-10-20",
    "starts_on": "2026-11-01", "ends_on": "2027-11-01",
}  # fmt: skip


@pytest.fixture
def university(tuesday: Any) -> Any:
    return party("State University", "researcher")


def record(who: Any, university: Any, **more: Any) -> Any:
    return who.send(reverse("desk:approval_new"), TOLD | {"party_id": str(university.pk)} | more)


def sent(visit: Any, cast: Any, university: Any, *classes: str) -> Disclosure:
    tell(visit("dana"), cast, to=f"party {university.pk}", purpose="research",
         classes=list(classes))  # fmt: skip
    return Disclosure.objects.unscoped("test").latest("created_at")


def test_it_opens_what_it_names_and_nothing_else(visit: Any, tuesday: Any, university: Any) -> None:
    assert sent(visit, tuesday, university, "outcomes").effect == "deny"
    assert record(visit("dina"), university)["Location"] == reverse("desk:approvals")
    row = sent(visit, tuesday, university, "outcomes", "notes")
    assert (row.effect, row.basis) == ("partial", "research")
    assert row.cites == [str(Approval.objects.get().pk)]
    assert "no_reidentification_2_52" in row.obligations


def test_ended_it_opens_nothing(visit: Any, tuesday: Any, university: Any) -> None:
    record(visit("dina"), university)
    url = reverse("desk:approval_end", args=[Approval.objects.get().pk])
    assert visit("dina").send(url, {"reason": ""}).status_code == 422
    assert visit("dina").send(url, {"reason": "The study closed"}).status_code == 302
    assert sent(visit, tuesday, university, "outcomes").effect == "deny"
    assert visit("dina").send(url, {"reason": "Again"}).status_code == 422


@pytest.mark.parametrize(
    "field",
    ["protocol", "responsible", "board", "reviewed_on", "classes", "conditions",
     "agreement_signed_on", "starts_on"],
)  # fmt: skip
def test_it_is_refused_while_something_is_missing(
    visit: Any, tuesday: Any, university: Any, field: str
) -> None:
    answer = record(visit("dina"), university, **{field: ""})
    assert answer.status_code == 422
    assert "Sleep in early recovery" in answer.text or field == "protocol"
    assert not Approval.objects.exists()


def test_without_an_end_it_says_why(visit: Any, tuesday: Any, university: Any) -> None:
    answer = record(visit("dina"), university, ends_on="")
    assert answer.status_code == 422
    assert "Say until when." in answer.text
    record(visit("dina"), university, ends_on="", no_end_reason="A registry kept by law")
    assert Approval.objects.get().no_end_reason == "A registry kept by law"
    assert "A registry kept by law" in visit("dana").get(reverse("desk:approvals")).text


def test_it_ends_after_it_begins(visit: Any, tuesday: Any, university: Any) -> None:
    assert record(visit("dina"), university, ends_on="2026-10-01").status_code == 422


def test_only_director_and_privacy_officer_record(
    visit: Any, tuesday: Any, university: Any
) -> None:
    join(tuesday)
    for name in ("dana", "ruth", "alma", "bo", "max"):
        assert visit(name).get(reverse("desk:approval_new")).status_code in (302, 403)
    assert visit("dina").get(reverse("desk:approval_new")).status_code == 200
    for name in ("dana", "ruth", "alma"):
        assert visit(name).get(reverse("desk:approvals")).status_code == 200


def test_a_second_click_keeps_one(visit: Any, tuesday: Any, university: Any) -> None:
    import re

    dina, url = visit("dina"), reverse("desk:approval_new")
    page = dina.get(url).text
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
    told = keys | TOLD | {"party_id": str(university.pk)}
    answers = [dina.browser.post(url, told)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Approval.objects.count() == 1
