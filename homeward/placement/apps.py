"""The placement room."""

from django.apps import AppConfig


class PlacementConfig(AppConfig):
    """Dimensions and the recommended level of care."""

    name = "homeward.placement"

    def ready(self) -> None:
        from homeward.placement import words

        words.register()
