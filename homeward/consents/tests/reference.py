"""A second consent engine, small and written differently, to catch the first one out.

It reads the raw document and explains nothing: for one item it gives every basis with every set
of papers that could carry it; none is deny. The engine must agree and must cite one of these.
"""

from datetime import date, datetime
from itertools import product

from homeward.consents.rules.codes import PURPOSES
from homeward.consents.rules.numbers import MINOR_CONSENT_AGES as STATE_AGES

EVERY = PURPOSES - {"legal_proceeding_against_client"}
# kind: (basis, purposes it can serve, whether it may lack an end)
KINDS = {
    "specific": ("specific_consent", EVERY, False),
    "tpo": ("tpo_consent", {"treatment", "payment", "operations"}, True),
    "counseling_notes": ("counseling_notes_consent", EVERY, False),
    "legal_proceeding": ("legal_consent", {"legal_proceeding_against_client"}, False),
    "criminal_justice": ("criminal_justice_consent", {"criminal_justice_monitoring"}, False),
    "family": ("family_consent", {"family_support"}, False),
    "research": ("research_consent", {"research"}, True),
}


def when(text):
    return datetime.fromisoformat(text).timestamp() if text else None


def during(row, now, start="from", end="to"):
    return when(row[start]) <= now and not (row.get(end) and when(row[end]) <= now)


def names(named, recipient, widely):
    """`widely` is how a prohibition reads a name: any type, and a bare class name too."""
    if isinstance(named, str):
        return named == recipient["id"] or (widely and named in recipient.get("classes", []))
    if named["type"] == "class":
        return named["id"] in recipient.get("classes", [])
    return named["id"] == recipient["id"] and (widely or named["type"] == recipient["type"])


def signature(consent, world):
    """ "whole", "minor" or "guardian" half, or None when the signer had no authority."""
    facts = next((c for c in world.get("clients", []) if c["id"] == consent["client"]), {})
    signer, incapable = consent["signer"], facts.get("adjudicated_incapable")
    themselves = signer["id"] == consent["client"]
    if signer["authority"] in ("guardian", "representative") and incapable:
        return None if themselves else "whole"
    if signer["authority"] == "representative" or incapable:
        return None
    if themselves == (signer["authority"] == "guardian"):
        return None
    if not facts.get("birth_date"):
        return "whole" if signer["authority"] == "client" else None
    born = date.fromisoformat(facts["birth_date"])
    signed = date.fromisoformat(consent["signed_at"][:10])
    age = signed.year - born.year - ((signed.month, signed.day) < (born.month, born.day))
    if (age >= 18) != (signer["authority"] == "client"):
        return None
    if age >= 18:
        return "whole"
    ages = world.get("minor_consent_ages", STATE_AGES)
    alone = age >= ages.get((facts.get("state") or "").upper(), 99)
    if signer["authority"] == "minor_own":
        return "whole" if alone else "minor"
    return None if alone else "guardian"


def alive(consent, world, now):
    signed = when(consent["signed_at"])
    begin = max(signed, when(consent.get("starts_at")) or signed)

    def happened(code):
        mine = [e for e in world.get("events", []) if e["client"] == consent["client"]]
        return any(e["code"] == code and signed <= when(e["at"]) <= now for e in mine)

    stops = [consent.get("expires_at"), consent.get("superseded_at")]
    if now < begin or any(when(stop) <= now for stop in stops if stop):
        return False
    if consent.get("expires_on_event") and happened(consent["expires_on_event"]):
        return False
    lock = consent["kind"] == "criminal_justice" and consent.get("irrevocable_until_event")
    said = [when(r["at"]) for r in world.get("revocations", []) if r["consent"] == consent["id"]]
    asked = any(at <= now for at in said)
    return not (asked and (not lock or happened(lock)))


def written(consent):
    """Complete on its face, and special permissions not mixed with anything else."""
    kind, classes = consent["kind"], set(consent.get("classes", []))
    ends = consent.get("expires_at") or consent.get("expires_on_event") or KINDS[kind][2]
    mixed = kind == "counseling_notes" and classes != {"counseling_notes"}
    mixed |= kind == "legal_proceeding" and len(set(consent.get("purposes", []))) > 1
    parts = (consent.get(part) for part in ("disclosers", "recipients", "purposes", "classes"))
    through = consent.get("through") or {"designation": "treating_providers"}
    named = through["designation"] != "members" or through.get("members")
    return all(parts) and bool(ends) and bool(named) and not mixed


def passed_on(consent, who, item, world, now):
    """An exchange gets something only for members the consent means and that may have it today."""
    exchange = next((e for e in world.get("intermediaries", []) if e["id"] == who["id"]), None)
    through = consent.get("through")
    if not through:
        return exchange is None
    meant = [
        m
        for m in (exchange or {}).get("members", [])
        if (
            m.get("treats")
            if through["designation"] == "treating_providers"
            else m["entity"] in through.get("members", [])
        )
    ]
    behind = [
        {"id": m["entity"], "classes": ["treating_provider"] if m.get("treats") else []}
        for m in meant
        if during(m, now)
    ]
    flags = [f for f in world.get("safety_flags", []) if during(f, now)]
    limits = [
        limit
        for limit in world.get("restrictions", [])
        if item["class"] in limit.get("classes", []) and limit.get("recipient")
        if during(limit, now, "agreed_at", "ends_at")
    ]
    kept = [b["recipient"] for b in flags + limits if b["client"] == consent["client"]]
    return bool(behind) and not any(names(k, b, True) for k in kept for b in behind)


def carries(consent, request, item, world, now):
    purpose, who = request["purpose"], request["recipient"]
    scope = [day for day in (consent.get("records_from"), consent.get("records_to")) if day]
    first, last = (consent.get("records_from") or "0000", consent.get("records_to") or "9999")
    return (
        consent["client"] == request["client"]
        and written(consent)
        and alive(consent, world, now)
        and request["discloser"] in consent["disclosers"]
        and purpose in consent["purposes"]
        and purpose in KINDS[consent["kind"]][1]
        and any(names(n, who, widely=False) for n in consent["recipients"])
        and passed_on(consent, who, item, world, now)
        and item["class"] in consent["classes"]
        and (consent["kind"] == "counseling_notes") == (item["class"] == "counseling_notes")
        and (not scope or bool(item.get("date") and first <= item["date"] <= last))
        and not (
            consent["kind"] == "tpo"
            and {"family", "court", "law_enforcement", "probation_officer"}
            & set(who.get("classes", []))
        )
    )


def consent_bases(request, item, world, now):
    for kind, (basis, _, _) in KINDS.items():
        good = {"whole": [], "minor": [], "guardian": [], None: []}
        for consent in world.get("consents", []):
            if consent["kind"] == kind and carries(consent, request, item, world, now):
                good[signature(consent, world)].append(consent["id"])
        yield from ((basis, frozenset([one])) for one in good["whole"])
        yield from ((basis, frozenset(p)) for p in product(good["minor"], good["guardian"]))


def other_bases(request, item, world, now):  # noqa: C901 - a plain list, kept in one place
    purpose, who, client = request["purpose"], request["recipient"], request["client"]
    roles, record = set(who.get("classes", [])), item["class"]
    if purpose == "client_request" and who["id"] == client and who["type"] == "person":
        yield "client", frozenset()
    if purpose == "internal_care" and who["type"] == "person" and "staff" in roles:
        mine = [t for t in world.get("team", []) if t["worker"] == who["id"]]
        on_team = any(t["client"] == client and during(t, now) for t in mine)
        if on_team and (record != "counseling_notes" or item.get("author") == who["id"]):
            yield "internal", frozenset()
    if purpose == "qso_service" and who["type"] == "entity":
        for deal in world.get("qsoas", []):
            mine = deal["entity"] == who["id"] and during(deal, now)
            if mine and request.get("service") in deal.get("services", []):
                yield "qso", frozenset()
    told = request.get("emergency") or {}
    said = all((told.get(part) or "").strip() for part in ("facility", "nature"))
    if purpose == "emergency" and "medical_personnel" in roles and said:
        yield "emergency", frozenset()
    wanted = {"audit_evaluation": "audit", "research": "research"}.get(purpose)
    for leave in world.get("approvals", []):
        agreed = leave.get("written_agreement") and record in leave.get("classes", [])
        mine = leave["kind"] == wanted and leave["entity"] == who["id"]
        if mine and agreed and during(leave, now):
            yield purpose, frozenset([leave["id"]])
    if record in ("identity", "incidents"):
        first = purpose == "child_abuse_report" and request.get("report") == "initial"
        if first and "child_protection_agency" in roles:
            yield "child_abuse_report", frozenset()
        crime = purpose == "crime_on_premises" and request.get("incident")
        if crime and "law_enforcement" in roles:
            yield "crime_on_premises", frozenset()
    for paper in world.get("legal_instruments", []):
        if (
            purpose == "legal_proceeding_against_client"
            and paper["type"] == "court_order_2_61"
            and paper["id"] in request.get("instruments", [])
            and paper["client"] == client
            and when(paper["at"]) <= now
            and record in paper.get("classes", [])
            and len(set(paper.get("verified_by", []))) > 1
            and paper.get("recipient")
            and names(paper["recipient"], who, widely=False)
        ):
            yield "court_order", frozenset([paper["id"]])


def possible(document, item):
    """Every lawful (basis, papers) for one item; none means deny."""
    world, request, now = document["world"], document["request"], when(document["now"])
    who, client = request["recipient"], request["client"]
    same = who["id"] == client
    if ("client" in who.get("classes", []) and not same) or (same and who["type"] != "person"):
        return set()
    for flag in world.get("safety_flags", []):
        if flag["client"] == client and names(flag["recipient"], who, True) and during(flag, now):
            return set()
    ways = {*other_bases(request, item, world, now), *consent_bases(request, item, world, now)}
    for limit in world.get("restrictions", []):
        if limit["client"] == client and item["class"] in limit.get("classes", []):
            anyone = not limit.get("recipient") or names(limit["recipient"], who, True)
            if anyone and during(limit, now, "agreed_at", "ends_at"):
                ways = {way for way in ways if way[0] == "emergency"}
    if item["class"] == "counseling_notes":
        own = {"counseling_notes_consent", "internal", "court_order"}
        ways = {way for way in ways if way[0] in own}
    watches = bool({"probation_officer", "court"} & set(who.get("classes", [])))
    return ways if watches or request["purpose"] != "criminal_justice_monitoring" else set()
