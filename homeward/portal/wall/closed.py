"""Models that no page of a client reads: their tables grant the portal's login nothing."""

BY_ROOM = {
    "account": "EmailAddress EmailConfirmation",
    "accounts": "Account SetupToken",
    "admissions": (
        "AssessmentVisit CapacityNotice CapacityToSign Hold Inquiry InquiryStep InterimPlan "
        "InterimService MedicalScreening Message Obligation Reminder WaitListEntry"
    ),
    "aftercare": "CheckUpTry Comeback Leaving",
    "assessments": "CoSignature Draft",
    "attendance": "Arrival ForecastMeasure Kiosk OfflineEntry Punch SafetyStep SealingKey "
    "TreatedStates",
    "audit": "Head Link Waiting",
    "auth": "Group Group_permissions Permission",
    "conduct": ("BelongingsSearch ContactRestriction FoundItem RestrictionReview Visit Witness"),
    "consents": "AgencyAnswer AgencyAsk LegalRelease PremisesIncident",
    "contenttypes": "ContentType",
    "conversations": "OutsideConversation OutsideMessage OutsideRead",
    "core": "Draft Heartbeat OutboxItem Submission",
    "coverage": (
        "Authorization BenefitsCheck Coverage FeeDetermination GivenEstimate Payer PayerNumber"
    ),
    "curriculum": "SessionMaterial",
    "demo": "Told",
    "directory": "HandOffStep Referral ServiceEdit",
    "documents": "Document",
    "doorways": "IdentityCheck",
    "downtime": "DowntimePack PackFetch PackKey PaperEntry",
    "drugtests": "AgreedDays Certificate Kit LabMessage LabOrder Laboratory Panel",
    "families": "FamilyNight Invited LessonRead NightAnswer OwnPlan SentIn SessionAsk Word",
    "incentives": "Proposal Stock",
    "incidents": "FollowUp Incident IncidentEvent IncidentNotification IncidentPerson",
    "instruments": "ScheduleLine",
    "linkage": (
        "EmployerContact NeedEvent PlaceAsRecipient ReferralStep Transfer TransferStep WorkCheck "
        "WorkGoal"
    ),
    "medications": (
        "AllergyStatement BroughtCount BroughtIn Certification CountDuty HealthEducation "
        "MedicationEvent NaloxoneCheck NaloxoneOffer NaloxoneStock NaloxoneUse "
        "PdmpCheck PregnancyStatement Reconciliation ReconciliationLine TakeHome "
        "WasteWitness WithdrawalWatch"
    ),
    "mfa": "Authenticator",
    "notes": (
        "Abbreviation CounselingNote EarlierWords NotAClient NoteFormat NotePart Observation "
        "Scribe SettingAside SharedPart SignatureProof"
    ),
    "notices": "NumberWord",
    "packets": "PrintedPapers ScannedPaper SigningLink",
    "people": "AccessReason",
    "placement": "ExternalResult HoldRelease StayDecision",
    "procrastinate": (
        "ProcrastinateEvent ProcrastinateJob ProcrastinatePeriodicDefer ProcrastinateWorker"
    ),
    "progress": (
        "CourseEvent DenialStep DischargeAmendment FollowUp LevelDenial OutreachAttempt "
        "ReviewEffect ReviewerCall"
    ),
    "publishing": "Article ArticleVersion Question QuestionStep",
    "released": "ReleasedItem",
    "retention": "LifeChange OutreachRung RiskSignal SignalStep",
    "safety": "CrisisRun CrisisStamp PathEdition ReportDecision SafetyPlanAgreement",
    "sessions": "Session",
    "staff": "Credential DutyGrant RoleGrant Supervision WorkingHours",
    "tasks": "CareTask",
    "timetable": (
        "Absence CalendarPlace ClientHours Closure DraftMove GroupMembership KeptApart "
        "LeadingTerms NotWith PlanningStep PlanningTerms Publication SessionLeader StaffFeed "
        "Substitution TherapyGroup TherapyGroup_phases ToldWeek ToldWorker Week WeekDraft "
        "WeekQuestion"
    ),
    "usersessions": "UserSession",
}
CLOSED = frozenset(f"{room}.{name}" for room, names in BY_ROOM.items() for name in names.split())
