"""Where an answer that serves as evidence can be read: `assessment id:page:question`."""

from django.urls import reverse

from homeward.core import evidence_links


def anchor_of(code: str) -> str:
    """The place of a question on its page."""
    return f"q-{code.replace('.', '-').replace('_', '-')}"


def answer_url(assessment_id: object, domain: str, code: str) -> str:
    """The question on its page."""
    address = reverse("desk:assessment_page", args=[assessment_id, domain])
    return f"{address}#{anchor_of(code)}"


def _answer(ref: str) -> str:
    assessment_id, domain, code = ref.split(":", 2)
    return answer_url(assessment_id, domain, code)


evidence_links.register("assessment_answer", _answer)
