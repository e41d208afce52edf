"""The medications room."""

from django.apps import AppConfig


class MedicationsConfig(AppConfig):
    """Medicines, doses, orders, vitals, allergies, naloxone, and the clocks beside them."""

    name = "homeward.medications"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.medications import (
            duties,
            incidents,  # noqa: F401 - registers itself
            listeners,  # noqa: F401 - registers itself
            refusal_words,
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(refusal_words.REFUSALS)
        duties.register()
