"""Whose yes an incentive needs: a table of cases, and what a missing yes does."""

from datetime import date

import pytest
from django.urls import reverse

from homeward.consents.actions import end_guardianship, name_guardian
from homeward.consents.models import MinorConsentAge
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.incentives import actions
from homeward.incentives.actions.courses import CourseRefused
from homeward.incentives.models import Enrolment
from homeward.incentives.rules.agreeing import missing_yes, rights_that_count, whose_yes
from homeward.incentives.tests.conftest import signs, written
from homeward.packets.rules.signers import Signing
from homeward.testing.cast import NOON, PASSWORD

BOTH, CLIENT, GUARDIAN = ("client", "guardian"), ("client",), ("guardian",)


@pytest.mark.parametrize(
    ("age", "alone", "court", "who", "rights"),
    [
        (40, False, False, CLIENT, set()),
        (18, False, False, CLIENT, set()),
        (17, False, False, BOTH, {"court", "parent"}),
        (17, True, False, CLIENT, set()),  # state law lets them agree alone: nobody is asked
        (0, False, False, BOTH, {"court", "parent"}),
        (None, False, False, CLIENT, set()),  # the program admits adults
        (40, False, True, GUARDIAN, {"court"}),
        (17, True, True, GUARDIAN, {"court"}),
        (17, False, True, GUARDIAN, {"court"}),
    ],
)
def test_whose_yes(age, alone, court, who, rights):
    case = Signing(age=age, adult_age=18, minor_signs_alone=alone, has_court_guardian=court)
    assert whose_yes(case) == who
    assert rights_that_count(case) == rights


@pytest.mark.parametrize(
    ("needed", "told", "codes"),
    [
        (CLIENT, {}, ()),
        (CLIENT, {"on_own_page": True}, ()),
        (CLIENT, {"signs_own_name": False}, ("incentive_name",)),
        (BOTH, {"on_own_page": True}, ("incentive_guardian_at_desk",)),
        (BOTH, {"guardians": ()}, ("incentive_guardian_unknown",)),
        (BOTH, {}, ()),
        (BOTH, {"guardian_typed": " kim  AVERY "}, ()),
        (BOTH, {"guardian_typed": ""}, ("incentive_guardian_name",)),
        (BOTH, {"guardian_typed": "Jo Avery"}, ("incentive_guardian_name",)),
        (BOTH, {"guardian_typed": "", "signs_own_name": False},
         ("incentive_name", "incentive_guardian_name")),
        (GUARDIAN, {"signs_own_name": False}, ()),
        (GUARDIAN, {"guardian_typed": "x", "signs_own_name": False}, ("incentive_guardian_name",)),
    ],
)  # fmt: skip
def test_what_is_missing(needed, told, codes):
    given = {
        "on_own_page": False, "signs_own_name": True, "guardians": ("Kim Avery",),
        "guardian_typed": "Kim Avery", **told,
    }  # fmt: skip
    assert missing_yes(needed, **given) == codes


@pytest.fixture
def teen(tuesday):
    """Jo is fifteen where a parent has to agree, and a schedule is adopted."""
    row = written(tuesday)
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    tuesday.site.state = "TX"
    tuesday.site.save()
    MinorConsentAge.objects.create(
        state="TX", starts_on=date(2024, 1, 1), age=None, source_title="t", tag="state"
    )
    jo = tuesday.jo.row
    jo.birth_date = date(NOON.year - 15, 1, 1)
    jo.save()
    return tuesday


def named(cast, right="parent"):
    return name_guardian(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right=right,
        relation="mother", paper="Birth certificate", now=NOON,
    )  # fmt: skip


def refused(cast, **more):
    with pytest.raises(CourseRefused) as why:
        actions.join_course(**signs(cast, **{"actor": cast.dana.actor, **more}))
    assert not Enrolment.objects.unscoped("test").exists()
    return why.value.codes


@pytest.mark.django_db
class TestMinor:
    def test_not_on_their_own_page(self, teen):
        named(teen)
        assert refused(teen, actor=teen.jo.actor, guardian_name=teen.kim.row.name) == (
            "incentive_guardian_at_desk",
        )
        page = signed_in(teen.jo).get(reverse("portal:earned")).content.decode()
        assert "Come to the desk together." in page and 'name="signer_name"' not in page

    def test_not_before_somebody_is_named_nor_after_the_right_ended(self, teen):
        assert refused(teen, guardian_name=teen.kim.row.name) == ("incentive_guardian_unknown",)
        right = named(teen)
        end_guardianship(actor=teen.dana.actor, guardianship_id=right.pk, now=NOON)
        assert refused(teen, guardian_name=teen.kim.row.name) == ("incentive_guardian_unknown",)

    def test_both_say_yes_at_the_desk_and_it_is_shown(self, teen):
        right = named(teen)
        address = reverse("desk:incentive_course", args=[teen.jo.pk])
        dana = signed_in(teen.dana)
        page = dana.get(address).content.decode()
        assert teen.kim.row.name in page and "typed by the parent or guardian" in page
        typed = {
            "form_key": new_key(), "signer_name": "Jo Avery", "guardian_name": "Somebody",
            "read_hash": signs(teen)["read_hash"], "password": PASSWORD,
        }  # fmt: skip
        bad = dana.post(address, typed)
        assert bad.status_code == 422 and "The guardian types their name" in bad.content.decode()
        assert dana.post(address, {**typed, "guardian_name": teen.kim.row.name}).status_code == 302
        row = Enrolment.objects.unscoped("test").get()
        assert (row.guardianship_id, row.guardian_name) == (right.pk, teen.kim.row.name)
        chart = dana.get(reverse("desk:chart_incentives", args=[teen.jo.pk])).content.decode()
        assert "Guardian who said yes" in chart

    def test_who_may_agree_alone_is_asked_alone(self, teen):
        """Asking a parent would tell them (42 CFR 2.14(b)); a name that was typed is not kept."""
        named(teen)
        MinorConsentAge.objects.create(
            state="TX", starts_on=date(2025, 1, 1), age=14, source_title="t", tag="state"
        )
        row = actions.join_course(
            **signs(teen, actor=teen.jo.actor, guardian_name=teen.kim.row.name)
        )
        assert (row.guardianship, row.guardian_name) == (None, "")


@pytest.mark.django_db
def test_a_courts_guardian_says_yes_in_the_clients_place(tuesday):
    row = written(tuesday)
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    right = named(tuesday, "court")
    assert refused(tuesday) == ("incentive_guardian_name",)
    made = actions.join_course(
        **signs(tuesday, actor=tuesday.dana.actor, signer_name="",
                guardian_name=tuesday.kim.row.name)
    )  # fmt: skip
    assert made.guardianship_id == right.pk
