"""The staff's door."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Staff pages composed from many rooms."""

    name = "homeward.desk"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.desk import shell  # noqa: F401 - registers the staff shell
        from homeward.desk.incidents import naming as incident_naming
        from homeward.desk.linkage import graduating, packet_parts  # noqa: F401 - tells the wall
        from homeward.desk.prints import words
        from homeward.desk.safety import naming
        from homeward.drugtests import prescribed
        from homeward.medications.queries import expected_analytes

        reasons_words.register(words.REFUSALS)
        prescribed.register(expected_analytes)
        naming.register()
        incident_naming.register()
        packet_parts.register()
