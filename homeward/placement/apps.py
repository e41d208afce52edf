"""The placement room."""

from django.apps import AppConfig


class PlacementConfig(AppConfig):
    """Dimensions and the recommended level of care."""

    name = "homeward.placement"

    def ready(self) -> None:
        from homeward.placement import words

        words.register()
        from homeward.core import reasons_words
        from homeward.placement import refusal_words

        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(refusal_words.STAY_REASONS)
