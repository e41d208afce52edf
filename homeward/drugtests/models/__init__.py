"""Fair draws anyone can recompute, and the chain from order to discussion."""

from homeward.drugtests.models.bench import Certificate, Kit
from homeward.drugtests.models.chain import DrugTest
from homeward.drugtests.models.draws import Draw, Pool
from homeward.drugtests.models.lab import LabMessage, Laboratory, LabOrder
from homeward.drugtests.models.results import AnalyteResult
from homeward.drugtests.models.wishes import AgreedDays, Panel

__all__ = [
    "AgreedDays",
    "AnalyteResult",
    "Certificate",
    "Draw",
    "DrugTest",
    "Kit",
    "LabMessage",
    "LabOrder",
    "Laboratory",
    "Panel",
    "Pool",
]
