"""The downtime room."""

from django.apps import AppConfig


class DowntimeConfig(AppConfig):
    """Packs that open without a server, and entries made on paper."""

    name = "homeward.downtime"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.downtime import words
        from homeward.tasks import kinds

        reasons_words.register(words.REFUSALS)
        kinds.register(words.PAPER_DUTY)
