"""Comparing what was promised with what is there. Runs in a process of its own, with Django.

`python -m homeward.cli.bench.crashing.reckoning FILE` prints JSON; FILE has the promised words.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from homeward.cli.readiness import running_installation

REASON = "the crash bench compares rows with what was acknowledged"


def reckon(promised: list[str]) -> dict[str, Any]:
    """Lost, doubled and half-done inquiries, each with a few examples."""
    from homeward.admissions.models import Inquiry, InquiryStep
    from homeward.audit.models import Entry
    from homeward.audit.sequencing import sequence_entries
    from homeward.audit.verification import verify_audit
    from homeward.core.clock import now
    from homeward.core.models import Submission

    prefixes = tuple({word.rpartition("-")[0] + "-" for word in promised})
    rows = [row for row in Inquiry.objects.unscoped(REASON) if row.caller_name.startswith(prefixes)]
    found = Counter(row.caller_name for row in rows)
    steps = Counter(InquiryStep.objects.unscoped(REASON).values_list("inquiry_id", flat=True))
    taken = Entry.objects.filter(code="admissions.inquiry.taken")
    audited = Counter(str(i) for entry in taken for i in entry.record_ids)
    ids = {str(row.pk) for row in rows}
    everything = {str(pk) for pk in Inquiry.objects.unscoped(REASON).values_list("pk", flat=True)}
    half = [str(row.pk) for row in rows if steps[row.pk] != 1 or audited[str(row.pk)] != 1]
    half += [i for i in audited if i not in everything]
    half += [
        f"form {key}" for key in Submission.objects.filter(status=0).values_list("key", flat=True)
    ]
    while sequence_entries(now=now()):
        pass
    return {
        "promised": len(promised),
        "present": len(ids),
        "present_without_answer": len(found.keys() - set(promised)),
        "lost": sorted(set(promised) - found.keys()),
        "doubled": sorted(word for word, times in found.items() if times > 1),
        "half_done": half,
        "audit": verify_audit().to_json(),
    }


if __name__ == "__main__":
    words = Path(sys.argv[1]).read_text().split()
    with running_installation():
        print(json.dumps(reckon(words)))
