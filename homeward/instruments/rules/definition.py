"""Load one `homeward-instrument/1` definition, refusing any that could mislead a clinician.

Raises BadInput naming the path of the first fault. Source: `docs/algorithms/instrument-scoring.md`.
"""

from collections.abc import Mapping

from homeward.instruments.rules.definition_items import items_of
from homeward.instruments.rules.definition_outcomes import rules_of, safety_of, skips_of
from homeward.instruments.rules.definition_scores import scores_of
from homeward.instruments.rules.expressions import Names
from homeward.instruments.rules.instrument import Instrument
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

SCHEMA = "homeward-instrument/1"


def load(document: object) -> Instrument:
    """The definition as frozen values."""
    body = shape.an_object(
        document, "", needs=("schema", "questionnaire", "meta", "scoring"), may=()
    )
    shape.one_of(body["schema"], "schema", [SCHEMA])
    # The questionnaire is a FHIR resource: keys we do not read are its own business.
    form = shape.an_object(
        body["questionnaire"],
        "questionnaire",
        needs=("resourceType", "id", "version", "title", "item"),
    )
    shape.one_of(form["resourceType"], "questionnaire.resourceType", ["Questionnaire"])
    instrument_id = shape.a_text(form["id"], "questionnaire.id")
    meta = shape.an_object(
        body["meta"], "meta", needs=("licence_status", "items_embedded_verbatim", "attribution")
    )
    if not isinstance(meta["items_embedded_verbatim"], bool):
        raise BadInput("meta.items_embedded_verbatim", "must be true or false")
    items = items_of(form["item"], "questionnaire.item")
    scoring = shape.an_object(
        body["scoring"],
        "scoring",
        needs=("scores", "rules", "safety"),
        may=("loinc_total", "skip_logic"),
    )
    scores = scores_of(scoring["scores"], "scoring.scores", items)
    names = Names(frozenset(items), frozenset(score.id for score in scores), {})
    rules = rules_of(scoring["rules"], "scoring.rules", names)
    names = Names(
        names.items,
        names.scores,
        {
            rule.id: frozenset(
                {*(branch.result for branch in rule.branches), rule.default, "incomplete"}
            )
            for rule in rules
        },
    )
    return Instrument(
        id=instrument_id,
        version=shape.a_text(form["version"], "questionnaire.version"),
        title=shape.a_text(form["title"], "questionnaire.title"),
        copyright=str(form.get("copyright", "")),
        loinc=_loinc(form),
        items=items,
        scores=scores,
        rules=rules,
        safety=safety_of(scoring["safety"], "scoring.safety", names, instrument_id),
        skips=skips_of(scoring.get("skip_logic", []), "scoring.skip_logic", names),
        meta=dict(meta),
    )


def _loinc(form: Mapping[str, object]) -> str | None:
    codes = form.get("code", [])
    for position, code in enumerate(shape.a_list(codes, "questionnaire.code")):
        path = shape.at("questionnaire.code", position)
        return shape.a_text(shape.an_object(code, path, needs=("code",))["code"], f"{path}.code")
    return None
