"""The plans room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Problems, goals, objectives, interventions, reviews."""

    name = "homeward.plans"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.plans import (
            cosigning,
            listeners,  # noqa: F401 - registers itself
            refusal_words,
        )
        from homeward.tasks import kinds, proofs

        kinds.register(cosigning.DUTY)
        proofs.register(cosigning.KIND, "cosigned", cosigning.is_cosigned)
        reasons_words.register(refusal_words.COSIGNING)
        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(refusal_words.PROBLEMS)
