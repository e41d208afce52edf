"""A document on its way to a browser: neutral name, never kept by caches."""

from django.http import HttpResponse

from homeward.documents.models import Document


def as_download(document: Document, content: bytes) -> HttpResponse:
    """The PDF under a name that says nothing about anybody."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = (
        f'attachment; filename="document-{document.made_at:%Y-%m-%d}.pdf"'
    )
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
