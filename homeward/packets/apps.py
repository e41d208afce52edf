"""The packets room."""

from django.apps import AppConfig


class PacketsConfig(AppConfig):
    """The admission packet: what must be signed, by whom, until when, and how it was."""

    name = "homeward.packets"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.packets import duties, listeners, words  # noqa: F401 - listeners register

        duties.register()
        reasons_words.register(words.REFUSALS)
