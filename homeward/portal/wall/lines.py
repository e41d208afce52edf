"""What each table shows over the portal's login: one reviewed line for each model of the house.

A model is open by a line in `LINES` or closed by its name in `CLOSED`; a test refuses one that is
in neither. What is closed to the login is closed to every page of a client, whoever forgot what.
"""

from collections.abc import Iterable

from homeward.conversations import words as words_of_conversations
from homeward.families import words as words_of_families
from homeward.portal.wall.closed import CLOSED
from homeward.portal.wall.kinds import Beside, Empty, Line, Masked, Named, Open, Own, Where

__all__ = ["CLOSED", "LINES"]


def _listed(names: Iterable[str]) -> str:
    """Words of this house as SQL."""
    return ", ".join(f"'{name}'" for name in names)


COURT = "what a court asks is told by people, and changes nothing on these pages"
ME = "(SELECT homeward_person())"
# Staff as a client knows them: a name and what they do, nothing of their account or load.
STAFF = Masked(
    {
        "account": "NULL::uuid",
        "user_name": "''::text",
        "caseload_limit": "0",
        "is_naloxone_trained": "false",
    }
)
# What others told the team in confidence: doings, and records of which no look is told either.
CONFIDED = sorted(words_of_families.CONFIDED | {*words_of_conversations.CONFIDED})
CONFIDED_RECORDS = (
    "conversations.outsideconversation", "conversations.outsidemessage",
    "conversations.outsideread", "families.sessionask", "families.word",
)  # fmt: skip
# Who looked: one entry may name everybody on a list that was opened, so only this person is left.
LOOKED_AT = Masked(
    {
        "client_ids": f"ARRAY[{ME}]",
        "record_ids": "ARRAY[]::uuid[]",
        "fields": "ARRAY[]::text[]",
        "session_ref": "''::text",
        "lane": "''::text",
        "lane_number": "0",
        "mac": "''::text",
        "reason": "''::text",
    },
    where=f"client_ids @> ARRAY[{ME}] AND code <> ALL (ARRAY[{_listed(CONFIDED)}])"
    f" AND record <> ALL (ARRAY[{_listed(CONFIDED_RECORDS)}])",
)
# A draw that drew this person, or of a pool they are in. Who was drawn stays closed until the
# secret is published, and even then there are tokens, no names.
OWN_DRAW = Masked(
    {
        "sealed_secret": "''::text",
        "roster": "CASE WHEN revealed_at IS NULL THEN '[]'::jsonb ELSE roster END",
        "drawn": "CASE WHEN revealed_at IS NULL THEN '[]'::jsonb ELSE drawn END",
    },
    where=f"id IN (SELECT draw_id FROM public.drugtests_drugtest WHERE client_id = {ME})"
    " OR pool_id IN (SELECT pool.id FROM public.drugtests_pool AS pool"
    " JOIN public.admissions_episode AS episode USING (program_id, site_id)"
    f" WHERE episode.client_id = {ME})",
)
# An employer of somebody else is an outside party, too: only those this person's papers name, and
# the exchanges, which serve everybody.
KNOWN_PARTY = Where(
    "is_intermediary OR id IN (SELECT party_id FROM consents_consent)"
    " OR id IN (SELECT party_id FROM consents_restrictionrequest)"
    " OR id IN (SELECT party_id FROM consents_intermediarylistrequest)"
    " OR id IN (SELECT member_id FROM consents_intermediarymember)"
)
# Who is on duty at one's own site; who put them there is the house's own.
DUTY_OF_MY_SITE = Masked(
    {"made_by": "NULL::uuid", "removed_by": "NULL::uuid"},
    where="removed_at IS NULL AND site_id IN"
    f" (SELECT site_id FROM public.people_client WHERE id = {ME})",
)
# The hash that is shown before a draw; its secret only comes with the draw.
SEALED_PROMISE = Masked({"sealed_secret": "''::text"}, where=f"client_id = {ME}")
SESSION_OF_MINE = Named(
    (
        ("timetable.Seat", "session"),
        ("attendance.MakeUpOffer", "session"),
        ("curriculum.HandedOut", "session"),
        ("notes.ClientNote", "session"),
    )
)

LINES: dict[str, Line] = {
    "admissions.Episode": Own(),
    "admissions.EpisodeStage": Own(),
    "admissions.StageWithdrawal": Own(),
    "aftercare.AlumniConsent": Own(),
    "aftercare.AlumniEnding": Own(),
    "aftercare.AlumniEvent": Open(),
    "aftercare.ContactWish": Own(),
    "assessments.Addendum": Own(),
    "assessments.Answer": Own(),
    # Interviews and levels that are still written are nobody's record yet.
    "assessments.Assessment": Own(also="signed_at IS NOT NULL"),
    "attendance.ArrivalCode": Own(),
    "attendance.AttendanceMark": Own(),
    "attendance.MakeUpOffer": Own(),
    "attendance.RemotePlace": Own(),
    "audit.Entry": LOOKED_AT,
    "conduct.Appeal": Own(),
    "conduct.ClientReply": Own(),
    "conduct.ConductEvent": Own(),
    "conduct.ConductNote": Own(),
    "conduct.ResponseStep": Own(),
    "conduct.RulesEdition": Open(),
    "conduct.RulesSignature": Own(),
    "conduct.SearchConsent": Own(),
    "consents.Approval": Open(),
    "consents.CaseClosing": Own(),
    "consents.Consent": Own(),
    "consents.ConsentRefusal": Own(),
    "consents.Delivery": Own(),
    "consents.Disclosure": Own(),
    "consents.EmergencyRecord": Own(),
    "consents.Guardianship": Own(),
    "consents.InstrumentVerification": Empty(COURT),
    "consents.IntermediaryList": Own(),
    "consents.IntermediaryListRequest": Own(),
    "consents.IntermediaryMember": Open(),
    "consents.LegalInstrument": Empty(COURT),
    "consents.LegalRequest": Empty(COURT),
    "consents.MinorConsentAge": Open(),
    "consents.OutsideParty": KNOWN_PARTY,
    "consents.QsoAgreement": Open(),
    "consents.RestrictionAnswer": Own(),
    "consents.RestrictionRequest": Own(),
    "consents.Revocation": Own(),
    "consents.SafetyFlag": Own(),
    "conversations.Attachment": Own(),
    "conversations.Conversation": Own(),
    "conversations.DeskText": Open(),
    "conversations.DeskWord": Own(),
    "conversations.Message": Own(),
    "conversations.MessageRead": Own(),
    "conversations.RunningLate": Own(),
    "curriculum.HandedOut": Own(),
    "curriculum.Material": Open(),
    "curriculum.MaterialVersion": Where("published_at IS NOT NULL"),
    "curriculum.SheetChoice": Own(),
    "dayplans.DayPlan": Own(),
    "dayplans.DayThing": Own(),
    "dayplans.LineOff": Own(),
    "dayplans.OwnThing": Own(),
    "dayplans.PreventionPlan": Own(),
    "dayplans.UseDay": Own(),
    "dayplans.WeekLine": Own(),
    "directory.Service": Open(),
    "doorways.Card": Masked({"digest": "''::text", "tries": "0"}, where=f"client_id = {ME}"),
    "doorways.Device": Masked(
        {"digest": "''::text", "pin": "''::text", "wrong": "0"}, where=f"client_id = {ME}"
    ),
    "doorways.Doorway": Own(),
    "drugtests.AnalyteResult": Own(),
    "drugtests.Draw": OWN_DRAW,
    "drugtests.DrugTest": Own(),
    "drugtests.Pool": Open(),
    "incentives.Enrolment": Own(),
    "incentives.Entry": Own(),
    "incentives.Posting": Own(),
    "incentives.Promise": SEALED_PROMISE,
    "incentives.Protocol": Open(),
    "incentives.Turn": Own(),
    "instruments.CheckIn": Own(),
    "instruments.Invitation": Own(),
    "instruments.LicensedText": Open(),
    "instruments.Response": Own(),
    "instruments.Sitting": Own(),
    "linkage.MeetingEntry": Own(),
    "linkage.MilestoneChoice": Own(),
    "linkage.Need": Own(),
    "linkage.NeedReferral": Own(),
    "linkage.OutsideAppointment": Own(),
    "linkage.ResidenceStay": Own(),
    "linkage.WorkStart": Own(),
    "medications.Allergy": Own(),
    "medications.DoseMark": Own(),
    "medications.MedicalOrder": Own(also="signed_at IS NOT NULL"),
    "medications.Medication": Own(),
    "medications.Vitals": Own(),
    "notes.Addendum": Own(),
    # Words that staff still write are theirs until they sign them.
    "notes.ClientNote": Own(also="signed_at IS NOT NULL"),
    "notes.CoSignature": Own(),
    "notes.SessionNote": Beside("session"),
    "notices.ContactChoice": Own(),
    "notices.Notice": Own(),
    "notices.NoticeOutcome": Own(),
    "packets.Packet": Own(),
    "packets.PacketItem": Own(),
    "packets.PacketRefusal": Own(),
    "packets.PacketSignature": Own(),
    "people.Client": Own("pk"),
    "people.Contact": Own(),
    "people.Stop": Own(),
    "people.TeamMembership": Own(),
    "placement.Placement": Own(also="decided_at IS NOT NULL"),
    "plans.Goal": Own(),
    "plans.Intervention": Own(),
    "plans.Objective": Own(),
    "plans.Plan": Own(),
    "plans.PlanComment": Own(),
    "plans.PlanReview": Own(),
    "plans.PlanSignature": Own(),
    "plans.Problem": Own(),
    "program.CurriculumTopic": Open(),
    "program.Deadline": Open(),
    "program.Holiday": Open(),
    "program.HouseRule": Open(),
    "program.Organisation": Open(),
    "program.Phase": Open(),
    "program.Program": Open(),
    "program.Room": Open(),
    "program.RuleNumber": Open(),
    "program.SessionType": Open(),
    "program.Site": Open(),
    "program.Track": Open(),
    "progress.AdministrativeCase": Own(),
    "progress.Appointment": Own(),
    "progress.ClientView": Own(),
    "progress.Discharge": Own(),
    "progress.LevelReview": Own(),
    "retention.OwnDate": Own(),
    "safety.CrisisNote": Own(),
    "safety.SafetyPlan": Own(),
    "staff.Worker": STAFF,
    "timetable.ClientFeed": Own(),
    "timetable.DutyShift": DUTY_OF_MY_SITE,
    "timetable.GroupSession": SESSION_OF_MINE,
    "timetable.Seat": Own(),
    "timetable.SessionLink": Beside("session"),
}
