"""`homeward instruments fhir …`: Questionnaire in, QuestionnaireResponse in and out (R4 4.0.1)."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.instruments import library
from homeward.instruments.commands import result_to_json
from homeward.instruments.rules.answers import answers_of
from homeward.instruments.rules.fhir_questionnaire import definition_from
from homeward.instruments.rules.fhir_response import response_in, response_out
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import score
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

DONE = 0


def questionnaire_arguments(parser: ArgumentParser) -> None:
    """Options of the Questionnaire."""
    parser.add_argument("--scoring", metavar="FILE", help="JSON with the scoring part")
    parser.add_argument(
        "--sum", action="store_true", help="one total of every item, without bands or safety rules"
    )


def questionnaire(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Map a FHIR Questionnaire to a definition; refuse, by path, what cannot be scored."""
    scoring = _scoring_of(arguments.scoring) if arguments.scoring else None
    return definition_from(document, scoring, sums_all=arguments.sum), DONE


def _scoring_of(file: str) -> object:
    try:
        return json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as problem:
        raise BadInput("scoring", f"{file} cannot be read: {problem.strerror}") from None
    except ValueError as problem:
        raise BadInput("scoring", f"{file} is not JSON: {problem}") from None


def response(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Score a FHIR QuestionnaireResponse to a shipped instrument."""
    told = response_in(document, library.instrument)
    stage = Stage.SUBMITTED if told.is_handed_in else Stage.SAVED
    result = score(library.instrument(told.instrument), told.answers, {}, stage)
    return result_to_json(result), DONE


def out_arguments(parser: ArgumentParser) -> None:
    """Options of the way out."""
    parser.add_argument(
        "--inside", action="store_true", help="for the care team: nothing is masked"
    )


def out(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Write answers ({instrument, answers, authored, stage}) as a FHIR QuestionnaireResponse."""
    body = shape.an_object(
        document, "", needs=("instrument", "answers"), may=("authored", "stage", "parameters")
    )
    name = shape.one_of(body["instrument"], "instrument", library.instrument_ids())
    instrument = library.instrument(name)
    stage = Stage(shape.one_of(body.get("stage", "submitted"), "stage", Stage))
    resource = response_out(
        instrument,
        answers_of(body["answers"], instrument),
        authored=shape.a_text(body["authored"], "authored") if "authored" in body else "",
        is_handed_in=stage is Stage.SUBMITTED,
        is_masked=lambda link_id: not arguments.inside and library.is_masked(name, link_id),
    )
    return resource, DONE
