"""The paging room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagingConfig(AppConfig):
    """A danger answer reaches a named person on duty, and another when nobody comes."""

    name = "homeward.paging"

    def ready(self) -> None:
        """Listen to duties, name the kind of duty, and open its clients to who is paged."""
        from homeward.core import reasons_words
        from homeward.paging import listeners as listeners
        from homeward.paging import relations as relations
        from homeward.paging.kinds import PAGE
        from homeward.tasks import kinds

        kinds.register(PAGE)
        reasons_words.register(
            {
                "page_on_duty": _("On duty now"),
                "page_does_not_lead": _("Does not lead the client's group"),
                "page_may_act": _("Holds a role that goes to a client in danger"),
                "page_nobody_left": _("Everybody who could come was paged"),
            }
        )
