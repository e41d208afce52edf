"""Writing payers and their dated numbers."""

from homeward.coverage.file.parts import PayerPart
from homeward.coverage.models import Payer, PayerNumber
from homeward.program.file.loading import settle_value, today_of
from homeward.program.file.sections import Loading
from homeward.program.file.writing import by_code, settle


def load(payers: tuple[PayerPart, ...], loading: Loading) -> None:
    """Payers by code; a number that changed is a new dated row."""
    rows = by_code(Payer.objects.all())
    numbers = PayerNumber.objects.order_by("starts_on")
    last = {(row.payer_id, row.code): row for row in numbers}
    today = today_of(loading)
    for part in payers:
        values = {
            "name": part.name,
            "kind": part.kind,
            "needs_authorization": part.needs_authorization,
        }
        payer = settle(
            rows.get(part.code), Payer, {"code": part.code}, values, loading.tally("payers")
        )
        for number in part.numbers:
            identity = {"payer": payer, "code": number.code}
            held = last.get((payer.pk, number.code))
            settle_value(held, PayerNumber, identity, number, today, loading.tally("payer_numbers"))
