"""Writing the states' lines; a second load of the same file changes nothing."""

from homeward.consents.file.reading import JurisdictionPart
from homeward.consents.models import MinorConsentAge
from homeward.program.file.sections import Loading
from homeward.program.file.writing import settle


def load(parts: tuple[JurisdictionPart, ...], loading: Loading) -> None:
    """Add what is new, change what differs, and leave the lines a file no longer names."""
    held = {(row.state, row.starts_on): row for row in MinorConsentAge.objects.all()}
    for part in parts:
        key = (part.state, part.starts_on)
        settle(
            held.get(key),
            MinorConsentAge,
            {"state": part.state, "starts_on": part.starts_on},
            {
                "age": part.age,
                "source_title": part.source.title,
                "tag": part.source.tag,
                "citation": part.source.citation,
            },
            loading.tally("jurisdictions"),
        )
