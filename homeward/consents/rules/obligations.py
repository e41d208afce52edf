"""What must travel with a disclosure or follow it, by the basis it rests on."""

from collections.abc import Iterable

from .codes import BASES
from .request import Request
from .world import World

# Everything decided is written in the ledger first, a denial too.
ALWAYS = ("ledger",)
EVERY_PERMIT = ("minimum_necessary", "label")
WITH_CONSENT = ("notice_2_32", "copy_or_scope_of_consent")

BY_BASIS = {
    "internal": ("need_to_know_only",),
    "qso": ("qso_bound_by_part_2",),
    "emergency": ("record_emergency_2_51",),
    "audit_evaluation": ("audit_limits_2_53",),
    "research": ("no_reidentification_2_52",),
    "child_abuse_report": ("original_records_stay_protected",),
    "crime_on_premises": ("limit_to_incident",),
    "court_order": ("notify_privacy_officer", "limit_to_order"),
    "legal_consent": ("notify_privacy_officer",),
    "criminal_justice_consent": ("use_only_for_monitoring",),
}


def obligations_for(request: Request, world: World, bases: Iterable[str]) -> tuple[str, ...]:
    """The obligations of a whole answer: the union over the bases its items rest on."""
    used = [basis for basis in BASES if basis in set(bases)]
    codes = list(ALWAYS)
    if used:
        codes += EVERY_PERMIT
    for basis in used:
        if basis.endswith("_consent"):
            codes += WITH_CONSENT
            codes.append(_redisclosure(request, basis))
        codes += BY_BASIS.get(basis, ())
        if basis == "court_order" and not _compelled(request, world):
            codes.append("disclosure_not_compelled")
    return tuple(dict.fromkeys(codes))


def _redisclosure(request: Request, basis: str) -> str:
    """A covered entity under TPO may pass records on under HIPAA, never against the client."""
    if basis == "tpo_consent" and request.recipient.covered_entity:
        return "redisclosure_under_hipaa_not_against_client"
    return "redisclosure_prohibited"


def _compelled(request: Request, world: World) -> bool:
    """Whether a subpoena about this client was presented beside the order."""
    return any(
        paper.id in request.instruments
        and paper.client == request.client
        and paper.type == "subpoena"
        for paper in world.legal_instruments
    )
