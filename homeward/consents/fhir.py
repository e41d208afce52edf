"""A consent as FHIR R4 Consent, out and in, without losing anything a decision rests on.

Purpose, actors, period, data period and classes stand where R4 has a place for them (the ladder
of IHE Privacy Consent on FHIR). What R4 has no place for, an ending by event, the terms of
revocation, who signed by what right, travels in extensions. A receiver that cannot take them gets
nothing rather than less: `to_fhir(..., extensions=False)` raises CannotTravel.

Periods of R4 include their end; ours do not. The end is written one microsecond earlier.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from .rules.codes import RECORD_CLASSES
from .rules.parties import Named
from .rules.world import Consent, Revocation, Signer, Through

BASE = "urn:homeward:consent"
KIND = f"{BASE}:kind"
RECORD_CLASS = f"{BASE}:record-class"
PURPOSE = f"{BASE}:purpose"
RECIPIENT_CLASS = f"{BASE}:recipient-class"
PARTY = f"{BASE}:party"
SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
ACTOR_ROLE = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
PURPOSE_OF_USE = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
LABELS = (
    ("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R"),
    ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "ETH"),
    ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "42CFRPart2"),
    ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "NORDSCLCD"),
)
# The purposes of use R4 has a common word for; ours stands beside it and is what is read back.
COMMON = {
    "treatment": "TREAT",
    "payment": "HPAYMT",
    "operations": "HOPERAT",
    "research": "HRESCH",
    "family_support": "FAMRQT",
    "emergency": "ETREAT",
    "legal_proceeding_against_client": "HLEGAL",
}
TICK = timedelta(microseconds=1)


class CannotTravel(ValueError):
    """Something a decision rests on has no place without extensions; nothing is exported."""


class NotOurConsent(ValueError):
    """The resource lacks something, or says something the rules have no word for."""


def to_fhir(
    consent: Consent, revocations: Sequence[Revocation] = (), *, extensions: bool = True
) -> dict[str, Any]:
    """The resource; raises CannotTravel when `extensions` are refused and would be needed."""
    ours = [each for each in revocations if each.consent == consent.id]
    extra = _extensions(consent, ours)
    if extra and not extensions:
        raise CannotTravel(", ".join(sorted({each["url"].rpartition(":")[2] for each in extra})))
    resource: dict[str, Any] = {
        "resourceType": "Consent",
        "id": consent.id,
        "meta": {"security": [{"system": system, "code": code} for system, code in LABELS]},
        "extension": extra,
        "status": _status(consent, ours),
        "scope": {"coding": [{"system": SCOPE, "code": "patient-privacy"}]},
        "category": [{"coding": [{"system": KIND, "code": consent.kind}]}],
        "patient": _reference(consent.client),
        "policyRule": {"text": "42 CFR Part 2"},
        "provision": _provision(consent),
    }
    if consent.signed_at is not None:
        resource["dateTime"] = _instant(consent.signed_at)
    if consent.signer is not None:
        resource["performer"] = [_reference(consent.signer.id)]
    if consent.disclosers:
        resource["organization"] = [_reference(each) for each in sorted(consent.disclosers)]
    if not extra:
        del resource["extension"]
    return resource


def from_fhir(resource: Mapping[str, Any]) -> tuple[Consent, tuple[Revocation, ...]]:
    """The consent and its revocations; raises NotOurConsent and never reads less than is there."""
    try:
        return _read(resource)
    except (KeyError, IndexError, TypeError, ValueError) as fault:
        raise NotOurConsent(str(fault)) from fault


def _provision(consent: Consent) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "permit"}
    period: dict[str, str] = {}
    if consent.starts_at is not None:
        period["start"] = _instant(consent.starts_at)
    if consent.expires_at is not None:
        period["end"] = _instant(consent.expires_at - TICK)
    if period:
        made["period"] = period
    data = {"start": consent.records_from, "end": consent.records_to}
    if days := {name: day.isoformat() for name, day in data.items() if day is not None}:
        made["dataPeriod"] = days
    if consent.recipients:
        made["actor"] = [_actor(each) for each in consent.recipients]
    if consent.purposes:
        made["purpose"] = [_purpose(each) for each in sorted(consent.purposes)]
    if consent.classes:
        made["class"] = [{"system": RECORD_CLASS, "code": each} for each in sorted(consent.classes)]
    return made


def _purpose(code: str) -> dict[str, Any]:
    if code in COMMON:
        common = {"system": PURPOSE_OF_USE, "code": COMMON[code]}
        return {"system": PURPOSE, "code": code, "extension": [
            {"url": f"{BASE}:common-purpose", "valueCoding": common}
        ]}  # fmt: skip
    return {"system": PURPOSE, "code": code}


def _actor(named: Named) -> dict[str, Any]:
    role = {"coding": [{"system": ACTOR_ROLE, "code": "IRCP"}]}
    if named.type == "class":
        reference = {"identifier": {"system": RECIPIENT_CLASS, "value": named.id}}
        return {"role": role, "reference": reference}
    kind = {"person": "Person", "entity": "Organization"}.get(named.type or "")
    reference = _reference(named.id)
    return {"role": role, "reference": {**reference, "type": kind} if kind else reference}


def _extensions(consent: Consent, revocations: Sequence[Revocation]) -> list[dict[str, Any]]:
    said: list[tuple[str, str, Any]] = []
    # The right of an adult client is what every receiver assumes.
    if consent.signer is not None and consent.signer.authority != "client":
        said.append(("signer-authority", "valueCode", consent.signer.authority))
    if consent.signed_at is not None and consent.signed_on != consent.signed_at.date():
        assert consent.signed_on is not None
        said.append(("signed-on", "valueDate", consent.signed_on.isoformat()))
    if consent.expires_on_event is not None:
        said.append(("expires-on-event", "valueCode", consent.expires_on_event))
    if consent.irrevocable_until_event is not None:
        said.append(("irrevocable-until-event", "valueCode", consent.irrevocable_until_event))
    if consent.superseded_at is not None:
        said.append(("superseded-at", "valueDateTime", _instant(consent.superseded_at)))
    if consent.through is not None:
        said.append(("through", "valueCode", consent.through.designation))
        members = sorted(consent.through.members)
        said += [("through-member", "valueString", each) for each in members]
    said += [("revoked-at", "valueDateTime", _instant(each.at)) for each in revocations]
    return [{"url": f"{BASE}:{name}", kind: value} for name, kind, value in said]


def _status(consent: Consent, revocations: Sequence[Revocation]) -> str:
    """What R4 calls it. The decision never rests on it: ours is computed at the instant."""
    if consent.signed_at is None:
        return "draft"
    return "inactive" if revocations or consent.superseded_at else "active"


def _read(resource: Mapping[str, Any]) -> tuple[Consent, tuple[Revocation, ...]]:
    if resource["resourceType"] != "Consent" or resource["provision"]["type"] != "permit":
        raise ValueError("not a permitting Consent")
    said: dict[str, list[Any]] = {}
    for each in resource.get("extension", ()):
        name = each["url"].removeprefix(f"{BASE}:")
        values = [value for key, value in each.items() if key.startswith("value")]
        said.setdefault(name, []).append(values[0])
    unknown = set(said) - {
        "signer-authority", "signed-on", "expires-on-event", "irrevocable-until-event",
        "superseded-at", "revoked-at", "through", "through-member",
    }  # fmt: skip
    if unknown:
        raise ValueError(f"unknown extension {sorted(unknown)[0]}")
    provision = resource["provision"]
    period, data = provision.get("period", {}), provision.get("dataPeriod", {})
    end = period.get("end")
    signer = resource.get("performer")
    consent = Consent(
        id=resource["id"],
        client=_id_of(resource["patient"]),
        kind=resource["category"][0]["coding"][0]["code"],
        signed_at=_moment(resource.get("dateTime")),
        signer=Signer(_id_of(signer[0]), _one(said, "signer-authority") or "client")
        if signer
        else None,
        disclosers=frozenset(_id_of(each) for each in resource.get("organization", ())),
        recipients=tuple(_named(each) for each in provision.get("actor", ())),
        purposes=frozenset(each["code"] for each in provision.get("purpose", ())),
        classes=frozenset(_class(each) for each in provision.get("class", ())),
        records_from=_day(data.get("start")),
        records_to=_day(data.get("end")),
        starts_at=_moment(period.get("start")),
        expires_at=None if end is None else datetime.fromisoformat(end) + TICK,
        expires_on_event=_one(said, "expires-on-event"),
        irrevocable_until_event=_one(said, "irrevocable-until-event"),
        superseded_at=_moment(_one(said, "superseded-at")),
        through=_through(said),
        signed_on=_day(_one(said, "signed-on")),
    )
    ends = (Revocation(consent.id, datetime.fromisoformat(at)) for at in said.get("revoked-at", ()))
    return consent, tuple(ends)


def _named(actor: Mapping[str, Any]) -> Named:
    reference = actor["reference"]
    identifier = reference["identifier"]
    if identifier["system"] == RECIPIENT_CLASS:
        return Named("class", identifier["value"])
    kind = {"Person": "person", "Organization": "entity"}.get(reference.get("type", ""))
    return Named(kind, identifier["value"])


def _through(said: Mapping[str, list[Any]]) -> Through | None:
    designation = _one(said, "through")
    if designation is None:
        return None
    return Through(designation, frozenset(said.get("through-member", ())))


def _class(coding: Mapping[str, Any]) -> str:
    code = str(coding["code"])
    if coding.get("system") != RECORD_CLASS or code not in RECORD_CLASSES:
        raise ValueError(f"unknown class {code}")
    return code


def _reference(key: str) -> dict[str, Any]:
    return {"identifier": {"system": PARTY, "value": key}}


def _id_of(reference: Mapping[str, Any]) -> str:
    return str(reference["identifier"]["value"])


def _one(said: Mapping[str, list[Any]], name: str) -> Any:
    return said[name][0] if name in said else None


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
