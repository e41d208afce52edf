"""The plans room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Problems, goals, objectives, interventions, reviews."""

    name = "homeward.plans"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.plans import (
            cosigning,
            duties_done,  # noqa: F401 - registers itself
            duty_kinds,
            listeners,  # noqa: F401 - registers itself
            refusal_words,
        )
        from homeward.tasks import kinds, proofs

        kinds.register(cosigning.DUTY)
        proofs.register(cosigning.KIND, "cosigned", cosigning.is_cosigned)
        for kind in duty_kinds.KINDS:
            kinds.register(kind)
        for proof in duty_kinds.PROOFS:
            proofs.register(*proof)
        reasons_words.register(refusal_words.COSIGNING)
        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(refusal_words.PROBLEMS)
        reasons_words.register(refusal_words.SIGNATORIES)
