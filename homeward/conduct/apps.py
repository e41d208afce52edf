"""The conduct room."""

from django.apps import AppConfig


class ConductConfig(AppConfig):
    """The program's rules, what follows when one is broken, and who must be kept apart."""

    name = "homeward.conduct"

    def ready(self) -> None:
        """Words for reasons and refusals; the rules as a paper of the packet."""
        from homeward.conduct import at_the_door, listeners, words
        from homeward.conduct.first_edition import PAPER
        from homeward.core import reasons_words
        from homeward.packets import library
        from homeward.tasks import kinds

        kinds.register(at_the_door.KIND)
        reasons_words.register(words.LINES)
        reasons_words.register(words.REFUSALS)
        library.worded_elsewhere(PAPER, listeners.RULES_PAPER)
