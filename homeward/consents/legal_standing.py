"""How a legal request stands: its papers, and which half is missing."""

from homeward.consents.models import InstrumentVerification, LegalInstrument, LegalRequest
from homeward.consents.rules.legal_desk import Paper, standing
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision

_service = Actor.of_service("consents")


def papers_of(request: LegalRequest) -> list[LegalInstrument]:
    """The court papers of a request, in the order they came."""
    rows = LegalInstrument.objects.for_actor(_service, Purpose.OPERATIONS)
    found = rows.filter(request_id=request.pk).select_related("recipient", "entered_by")
    return list(found.order_by("entered_at"))


def words_on(request: LegalRequest) -> list[InstrumentVerification]:
    """Everybody's word on the papers of a request."""
    rows = InstrumentVerification.objects.for_actor(_service, Purpose.OPERATIONS)
    found = rows.filter(instrument__request_id=request.pk).select_related("worker")
    return list(found.order_by("at"))


def standing_of(request: LegalRequest) -> Decision:
    """The decision of the legal desk about it, now."""
    words: dict[object, set[str]] = {}
    for word in words_on(request):
        words.setdefault(word.instrument_id, set()).add(str(word.worker_id))
    papers = [Paper(paper.type, frozenset(words.get(paper.pk, ()))) for paper in papers_of(request)]
    return standing(papers, person_linked=request.client_id is not None)
