"""What is in the copy and what is not, row by row: every record about a client has its word here.

A test names each model of the house that is about one client; a new one fails it until somebody
decides. The page of the copy says the same in the client's words (`NOT_IN_IT`).
"""

from django.utils.translation import gettext_lazy as _

# What stands in it, by the part of the copy that holds it.
IN_IT_BY_PART = {
    "care": "admissions.Episode progress.Discharge progress.LevelReview",
    "interviews and levels": "assessments.Assessment assessments.Addendum placement.Placement",
    "plans": "plans.Plan plans.Goal plans.Problem plans.Objective plans.PlanReview",
    "notes": "notes.ClientNote notes.Addendum safety.CrisisNote safety.SafetyPlan",
    "attendance": "attendance.AttendanceMark conversations.RunningLate",
    "tests": "drugtests.DrugTest drugtests.AnalyteResult",
    "questions": "instruments.Response instruments.CheckIn",
    "medical": "medications.Medication medications.Allergy medications.DoseMark "
    "medications.Vitals medications.MedicalOrder",
    "day": "dayplans.WeekLine dayplans.DayThing dayplans.OwnThing dayplans.PreventionPlan "
    "dayplans.UseDay",
    "earned": "incentives.Enrolment incentives.Turn",
    "messages": "conversations.Conversation conversations.Message conversations.Attachment "
    "conversations.MessageRead conversations.DeskWord",
    "needs": "linkage.Need linkage.NeedReferral linkage.OutsideAppointment progress.Appointment",
    "rules and talks": "conduct.ConductEvent conduct.ResponseStep conduct.ClientReply "
    "conduct.Appeal conduct.ConductNote",
    "sharing": "consents.Consent consents.Revocation consents.Disclosure consents.Delivery "
    "consents.EmergencyRecord",
}
APART = _("Private talk notes of a counselor. They are kept apart. You can ask for them.")
CONFIDED = _("What others told the team in confidence.")
UNSIGNED = _("What is not signed or not done yet.")
KEPT_FROM = _("Who is kept apart from whom, and why.")
OTHER_PAGES = _("Papers you signed, files, and who looked. You find them on their own pages.")
OWN_PAGES = _("Some of what you keep on your own pages: your meetings, milestones and hard days.")
MONEY = _("Bills, insurance and fees. The front desk has them.")
MEDICAL = _("Some medical lists: counts, checks, pregnancy, naloxone. Ask the nurse.")
STEPS = _("Each small step of the team's work: calls, tries, times, checks and reminders.")
INTAKE = _("What was asked before you came here. You can ask for it.")
HOUSE = _("What the program needs to run: seats, codes, keys and lists.")

LEFT_OUT_BECAUSE = {
    APART: "notes.CounselingNote",
    CONFIDED: "conversations.OutsideConversation conversations.OutsideMessage "
    "conversations.OutsideRead families.SessionAsk families.Word families.Invited",
    UNSIGNED: "assessments.Draft instruments.Sitting notes.EarlierWords",
    KEPT_FROM: "conduct.ContactRestriction conduct.RestrictionReview timetable.KeptApart "
    "timetable.NotWith consents.SafetyFlag",
    OTHER_PAGES: "packets.Packet packets.PacketItem packets.PacketRefusal packets.PacketSignature "
    "packets.PrintedPapers packets.ScannedPaper documents.Document conduct.RulesSignature "
    "conduct.SearchConsent consents.ConsentRefusal consents.RestrictionRequest "
    "consents.RestrictionAnswer consents.IntermediaryList consents.IntermediaryListRequest "
    "consents.Guardianship consents.CaseClosing people.AccessReason plans.PlanComment "
    "plans.PlanSignature plans.Intervention safety.SafetyPlanAgreement curriculum.HandedOut "
    "curriculum.SheetChoice progress.ClientView progress.AdministrativeCase "
    "aftercare.AlumniConsent aftercare.AlumniEnding aftercare.ContactWish people.Contact "
    "people.TeamMembership",
    OWN_PAGES: "linkage.MeetingEntry linkage.MilestoneChoice linkage.ResidenceStay "
    "linkage.WorkStart retention.OwnDate dayplans.DayPlan dayplans.LineOff",
    MONEY: "coverage.Authorization coverage.BenefitsCheck coverage.Coverage "
    "coverage.FeeDetermination coverage.GivenEstimate progress.DenialStep progress.LevelDenial "
    "progress.ReviewerCall",
    MEDICAL: "medications.AllergyStatement medications.BroughtCount medications.BroughtIn "
    "medications.Certification medications.HealthEducation medications.MedicationEvent "
    "medications.NaloxoneOffer medications.PdmpCheck medications.PregnancyStatement "
    "medications.Reconciliation medications.ReconciliationLine medications.TakeHome "
    "medications.WasteWitness medications.WithdrawalWatch drugtests.Panel drugtests.LabOrder "
    "drugtests.AgreedDays",
    STEPS: "aftercare.CheckUpTry aftercare.Comeback aftercare.Leaving attendance.SafetyStep "
    "assessments.CoSignature notes.CoSignature admissions.EpisodeStage "
    "admissions.StageWithdrawal conduct.BelongingsSearch conduct.FoundItem conduct.Witness "
    "consents.AgencyAsk consents.AgencyAnswer directory.HandOffStep directory.Referral "
    "downtime.PaperEntry linkage.EmployerContact linkage.NeedEvent linkage.ReferralStep "
    "linkage.Transfer linkage.TransferStep linkage.WorkCheck linkage.WorkGoal notes.NotAClient "
    "notes.NotePart notes.Observation notes.SettingAside notes.SignatureProof "
    "placement.ExternalResult placement.HoldRelease placement.StayDecision progress.CourseEvent "
    "progress.DischargeAmendment progress.FollowUp progress.OutreachAttempt progress.ReviewEffect "
    "retention.LifeChange retention.OutreachRung retention.RiskSignal retention.SignalStep "
    "tasks.CareTask",
    INTAKE: "admissions.AssessmentVisit admissions.CapacityToSign admissions.Hold "
    "admissions.InterimPlan admissions.MedicalScreening assessments.Answer",
    HOUSE: "attendance.Arrival attendance.ArrivalCode attendance.MakeUpOffer attendance.Punch "
    "attendance.RemotePlace doorways.Card doorways.Device doorways.Doorway "
    "doorways.IdentityCheck incentives.Promise instruments.Invitation notices.ContactChoice "
    "notices.Notice notices.NoticeOutcome packets.SigningLink people.Stop timetable.ClientFeed "
    "timetable.ClientHours timetable.GroupMembership timetable.PlanningTerms timetable.Seat "
    "timetable.ToldWeek",
}  # fmt: skip
IN_IT = frozenset(" ".join(IN_IT_BY_PART.values()).split())
LEFT_OUT = frozenset(" ".join(LEFT_OUT_BECAUSE.values()).split())
# As the page says it; the words of each reason, in the order above.
NOT_IN_IT = tuple(LEFT_OUT_BECAUSE)
# What the page says is in it, in the same order as the parts.
IN_IT_WORDS = (
    _("When you were in care, how much care the team decided on and why, and how it ended."),
    _("What you said in the long talk at the start, diagnoses, and which care fits."),
    _("Your plans and their reviews."),
    _("Signed notes, hard moments and your safety plans."),
    _("When you came, and when you said that you come late."),
    _("Tests, and what was found."),
    _("Forms you answered with what came out, and your check-ins."),
    _("Medicines, allergies, doses, what was measured, and orders."),
    _("Your day, your own list, your plan to stay on your way, and days you told of."),
    _("What you earned."),
    _("Messages with your team and the front desk."),
    _("What you need beside care, where you were sent, and appointments."),
    _("Talks about the rules, what you said, and what came of it."),
    _("What you agreed to share and with whom, and who received something."),
)
