"""What each role was promised, written out apart from the code that keeps it.

One line a role, one column a class of record, as the access model was agreed. The letters are
those of `homeward/core/access.py`: R read, W write, S sign, A approve, M a minimal slice. A suffix
after a dot names the relation: t team, s supervises, r reason, own, c consent, author, admit.
`-` is none. What the code does otherwise on purpose stands in `DIFFERENCES`, each with its reason.
"""

CLASSES = (
    "identity", "schedule", "assessment", "notes", "counseling_notes", "medical", "drug_tests",
    "consents", "claims", "messages", "audit", "setup",
)  # fmt: skip

PROMISED = """
director         R     R     R.r   R.r   -     R.r   R.r   RA    R     -     R     RW
supervisor       R     RW    RA.s  RA.s  -     R.s   R.s   RA    M     R.s   R.s   -
counselor        RW.t  RW.t  RWS.t RWS.t RWS.author R.t   RW.t  RW.t  M     RW.t  -     -
family_counselor M.t   RW.t  M.t   WS.author RWS.author -     -     R.t   -     RW.t  -     -
physician        R.t   RW.t  RWS.t R.t,WS.author -     RWS.t RW.t  R.t   M     RW.t  -     -
psychologist     R.t   RW.t  RWS.t RWS.t RWS.author R.t   R.t   R.t   -     RW.t  -     -
nurse            RW.t  RW.t  RW.t  R.t,WS.author -     RW.t  RW.t  R.t   -     RW.t  -     -
technician       M.t   RW.t  M     W     -     M     W     -     -     -     -     -
admissions       RW.admit,M RW    W     -     -     -     -     W     RW    RW    -     -
front_desk       M     RW    -     -     -     -     M     M     M     W     -     -
billing          M     M     M     M     -     M     -     R.payment RW    -     -     -
peer             M.t   RW.t  M     W.author -     -     -     M.t   -     RW.t  -     -
case_manager     RW.t  RW.t  M.t   RWS.author -     -     M     RW.t  M     RW.t  -     -
auditor          M     R     R.r   R.r   -     R.r   R.r   R     R     -     R     R
admin            -     -     -     -     -     -     -     -     -     -     M     RW
client           RW.own RW.own RW.own R.own -     R.own R.own RWS.own R.own RW.own R.own RW.own
family           -     R.c   M.c   -     -     -     -     R.c   -     RW.c  -     RW.own
agency           M.c   R.c   M.c   -     -     -     M.c   R.c   -     RW.c  -     -
public           -     -     -     -     -     -     -     -     -     -     -     -
"""

# (role, class) -> what the code says instead, and why.
DIFFERENCES = {
    ("family_counselor", "notes"): ("RWS.author", "Who writes and signs a note reads it."),
    ("physician", "notes"): ("R.t,RWS.author", "Who writes and signs a note reads it."),
    ("nurse", "notes"): ("R.t,RWS.author", "Who writes and signs a note reads it."),
    ("peer", "notes"): ("RW.author", "Who writes a note reads it."),
    ("nurse", "assessment"): (
        "R.t", "What a nurse assesses (withdrawal, vitals) is of the class medical.",
    ),
    ("technician", "assessment"): ("M.t", "Risk and goals only of the clients of one's team."),
    ("technician", "notes"): ("W.t", "Observations only of the clients of one's team."),
    ("technician", "medical"): ("M.t", "Alerts only of the clients of one's team."),
    ("technician", "drug_tests"): (
        "MW.t", "Who collects must see who is due; only for the clients of one's team.",
    ),
    ("admissions", "assessment"): (
        "RW.admit", "A screening half done is opened again; until admission.",
    ),
    ("admissions", "consents"): (
        "RW.admit", "A consent taken at the desk is shown to who took it; until admission.",
    ),
    ("admissions", "messages"): ("RW.admit", "Messages about an inquiry; until admission."),
    ("front_desk", "messages"): ("-", "There are no neutral templates to send from yet."),
    ("peer", "assessment"): ("M.t", "Goals only of the clients of one's team."),
    ("case_manager", "drug_tests"): ("M.t", "Status only of the clients of one's team."),
    ("client", "setup"): ("-", "One's own settings belong to the account and are open to it."),
    ("family", "setup"): ("-", "One's own settings belong to the account and are open to it."),
}  # fmt: skip

# Classes the agreed table has no column for -> role -> what the code says, and why.
BESIDE = {
    "incidents": (
        {
            "director": "RW", "supervisor": "RW", "auditor": "R",
            **dict.fromkeys(
                ("counselor", "family_counselor", "physician", "psychologist", "nurse",
                 "technician", "admissions", "front_desk", "billing", "peer", "case_manager"),
                "W",
            ),
        },
        "Everybody who works here reports what happened; who leads and who audits reads it.",
    ),
    "inquiries": (
        {
            "director": "R", "supervisor": "R", "counselor": "R.assess", "admissions": "RW",
            "front_desk": "W", "public": "W",
        },
        "The front desk takes calls and reads none. Who leads watches the waits. A counselor reads "
        "the inquiry of those whose assessment they were given, as long as it is on its way: the "
        "interview starts there, and what the caller said is not asked again.",
    ),
    "linkage": (
        {
            "director": "R.r", "auditor": "R.r", "supervisor": "RW.s", "family_counselor": "R.t",
            "admissions": "RW.admit", "client": "RW.own",
            **dict.fromkeys(
                ("counselor", "physician", "psychologist", "nurse", "peer", "case_manager"), "RW.t"
            ),
        },
        "Needs of daily life, referrals and transfers: the team helps with them, the case manager "
        "above all; the desks and billing have no part in them.",
    ),
    "public": (
        {"director": "RWA", "supervisor": "RWA", "admissions": "RW", "public": "R"},
        "Everybody reads what is published; who leads publishes, the admissions desk proposes.",
    ),
    "outcomes": (
        {"director": "R", "supervisor": "R", "auditor": "R"},
        "Counts without names, for who leads and who audits.",
    ),
}  # fmt: skip
