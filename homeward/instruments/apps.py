"""The instruments room."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """Questionnaires, their scoring, and check-ins."""

    name = "homeward.instruments"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.instruments import check_in_words, duty_proofs, refusal_words, words

        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(words.REASONS)
        check_in_words.register()
        duty_proofs.register()
