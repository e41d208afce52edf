"""Billing reads the consents that name payment; an auditor reads by chart number."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.consents.models import Consent, Disclosure
from homeward.consents.texts import VERSION
from homeward.testing import company
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers(tuesday: Any) -> dict[str, Consent]:
    company.join(tuesday)
    jo = tuesday.jo.row

    def consent(kind: str, *purposes: str, **more: Any) -> Consent:
        return Consent.objects.create(
            client=jo, site=jo.site, kind=kind, purposes=list(purposes), text_version=VERSION,
            text_hash="0" * 64, signed_at=NOON - timedelta(days=1), signer_name="Jo Avery",
            starts_at=NOON - timedelta(days=1), classes=["claims"], disclosers=["program"],
            recipients=[{"type": "class", "id": "health_plan"}], **more,
        )  # fmt: skip

    return {
        "payment": consent("tpo", "treatment", "payment", "operations"),
        "family": consent("family", "family_support", contact=tuesday.kim.row),
    }


def opened(visit: Any, name: str, route: str, pk: Any) -> Any:
    return visit(name).get(reverse(f"desk:{route}", args=[pk]))


class TestBilling:
    def test_finds_payment_and_none_of_the_rest(self, visit: Any, tuesday: Any, papers: Any):
        page = opened(visit, "bo", "chart_consents", tuesday.jo.pk)
        assert page.status_code == 200
        assert reverse("desk:consent", args=[papers["payment"].pk]) in page.text
        assert reverse("desk:consent", args=[papers["family"].pk]) not in page.text
        for hidden in ("Kim", "Family or support person", "Lou", "F10", "34"):
            assert f">{hidden}" not in page.text

    def test_opens_the_copy_of_the_one_and_not_of_the_other(
        self, visit: Any, tuesday: Any, papers: Any
    ) -> None:
        assert opened(visit, "bo", "consent", papers["payment"].pk).status_code == 200
        assert opened(visit, "bo", "consent", papers["family"].pk).status_code == 404

    def test_reads_the_ledger_of_payment(self, visit: Any, tuesday: Any, papers: Any) -> None:
        for purpose, name in (("payment", "Acme Plan"), ("family_support", "Aunt May")):
            Disclosure.objects.create(
                client=tuesday.jo.row, site=tuesday.site, at=NOON, recipient_type="entity",
                recipient_id="x", recipient_name=name, purpose=purpose, effect="permit",
                rule_set="part2", rule_version="1",
            )  # fmt: skip
        page = opened(visit, "bo", "disclosures", tuesday.jo.pk)
        assert "Acme Plan" in page.text and "Aunt May" not in page.text

    def test_every_link_of_the_page_opens(self, visit: Any, tuesday: Any, papers: Any) -> None:
        import re

        page = opened(visit, "bo", "chart_consents", tuesday.jo.pk).text
        main = page[page.index("<main") : page.index("</main>")]
        for url in set(re.findall(r'href="(/desk/[^"?#]+)', main)):
            assert visit("bo").get(url).status_code == 200, url

    def test_of_the_other_site_finds_nothing(self, visit: Any, tuesday: Any, papers: Any) -> None:
        assert opened(visit, "bo", "chart_consents", tuesday.pat.pk).status_code == 404


class TestAuditor:
    def test_reads_by_chart_number_and_meets_no_name(
        self, visit: Any, tuesday: Any, papers: Any
    ) -> None:
        pages = [
            opened(visit, "alma", "chart_consents", tuesday.jo.pk),
            opened(visit, "alma", "consent", papers["payment"].pk),
            opened(visit, "alma", "consent", papers["family"].pk),
            opened(visit, "alma", "disclosures", tuesday.jo.pk),
        ]
        for page in pages:
            assert page.status_code == 200
            assert "HW-00001" in page.text
            for name in ("Jo Avery", "Kim", "Lou Ferrante", "Nell"):
                assert name not in page.text, name

    def test_every_link_of_the_page_opens(self, visit: Any, tuesday: Any, papers: Any) -> None:
        import re

        page = opened(visit, "alma", "chart_consents", tuesday.jo.pk).text
        main = page[page.index("<main") : page.index("</main>")]
        # The company's own consents carry no shipped text; the copies are read above.
        found = set(re.findall(r'href="(/desk/[^"?#]+)', main))
        for url in (each for each in found if not each.startswith("/desk/consents/")):
            assert visit("alma").get(url).status_code == 200, url
