"""A signed interview points to needs; each waits until somebody asks the client."""

from homeward.assessments.facts import AssessmentSigned
from homeward.assessments.queries import answers_now
from homeward.core.access import Access
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage.actions.needs import tell_need
from homeward.linkage.kinds import Source, Wants
from homeward.linkage.reaching import SERVICE
from homeward.linkage.rules.asking import QUESTIONS, needs_in
from homeward.people.models import Client
from homeward.people.queries import reaches


@listens_to(AssessmentSigned)
def needs_from_assessment(fact: AssessmentSigned) -> None:
    """Every need the answers point to is on the list, as not asked, with the question it is from.

    Only the kind and how grave it is go on: what was said stays in the assessment.
    """
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    client = rows.get(pk=fact.client_id)
    writes = reaches(fact.actor, client, RecordClass.LINKAGE, to=Access.WRITE)
    for found in needs_in(answers_now(SERVICE, client, *QUESTIONS)):
        tell_need(
            actor=fact.actor if writes else SERVICE,
            client_id=client.pk,
            kind=found.kind,
            severity=found.severity,
            wants=Wants.NOT_ASKED,
            source=Source.ASSESSMENT,
            source_ref=found.question,
            now=fact.at,
        )
