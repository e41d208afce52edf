"""Where the evidence of a decision can be read.

An app that owns a kind of record says how to reach one of them::

    evidence_links.register("instrument_result", lambda ref: reverse("desk:result", args=[ref]))

The page behind the link still checks who may read it.
"""

from collections.abc import Callable

from homeward.kernel.reasons import Evidence

Link = Callable[[str], str]

_links: dict[str, Link] = {}


def register(kind: str, link: Link) -> None:
    """Say how to reach evidence of this kind; a kind is registered once."""
    if kind in _links and _links[kind] is not link:
        raise ValueError(f"evidence kind {kind!r} already has a link")
    _links[kind] = link


def link_for(evidence: Evidence) -> str:
    """The address of the record, or an empty string when it has no page."""
    link = _links.get(evidence.kind)
    return link(evidence.ref) if link and evidence.ref else ""
