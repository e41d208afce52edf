"""`homeward placement recommend`: a level of care with its reasons, without a browser."""

from argparse import Namespace

from homeward.placement.rules.published import decision_to_json
from homeward.placement.rules.recommend import recommend as recommend_level
from homeward.placement.rules.request import assessment_of

DONE = 0


def recommend(document: object, *, arguments: Namespace | None = None) -> tuple[object, int]:
    """Answer one request, or each of a list; raises BadInput naming the path of the first fault."""
    if isinstance(document, list):
        answers = [
            decision_to_json(recommend_level(assessment_of(entry, f"[{place}]")))
            for place, entry in enumerate(document)
        ]
        return answers, DONE
    return decision_to_json(recommend_level(assessment_of(document))), DONE
