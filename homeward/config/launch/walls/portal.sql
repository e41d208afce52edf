-- Made by `homeward schema --wall` from lines.py and reader.py in homeward/portal/wall, where each
-- line is reviewed. A table that is not named here is closed to both logins.
CREATE SCHEMA masked;
GRANT USAGE ON SCHEMA masked TO {portal};

ALTER TABLE admissions_episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE admissions_episode FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON admissions_episode TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON admissions_episode FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON admissions_episode TO {portal};

ALTER TABLE admissions_episodestage ENABLE ROW LEVEL SECURITY;
ALTER TABLE admissions_episodestage FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON admissions_episodestage TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON admissions_episodestage FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON admissions_episodestage TO {portal};

ALTER TABLE admissions_stagewithdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE admissions_stagewithdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON admissions_stagewithdrawal TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON admissions_stagewithdrawal FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON admissions_stagewithdrawal TO {portal};

ALTER TABLE aftercare_alumniconsent ENABLE ROW LEVEL SECURITY;
ALTER TABLE aftercare_alumniconsent FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON aftercare_alumniconsent TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON aftercare_alumniconsent FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON aftercare_alumniconsent TO {portal};

ALTER TABLE aftercare_alumniending ENABLE ROW LEVEL SECURITY;
ALTER TABLE aftercare_alumniending FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON aftercare_alumniending TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON aftercare_alumniending FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON aftercare_alumniending TO {portal};

GRANT SELECT ON aftercare_alumnievent TO {portal};

ALTER TABLE aftercare_contactwish ENABLE ROW LEVEL SECURITY;
ALTER TABLE aftercare_contactwish FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON aftercare_contactwish TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON aftercare_contactwish FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON aftercare_contactwish TO {portal};

ALTER TABLE assessments_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments_addendum FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON assessments_addendum TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON assessments_addendum FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON assessments_addendum TO {portal};

ALTER TABLE assessments_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON assessments_answer TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON assessments_answer FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON assessments_answer TO {portal};

ALTER TABLE assessments_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON assessments_assessment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON assessments_assessment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()) AND (signed_at IS NOT NULL));
GRANT SELECT ON assessments_assessment TO {portal};

ALTER TABLE attendance_arrivalcode ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_arrivalcode FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON attendance_arrivalcode TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON attendance_arrivalcode FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON attendance_arrivalcode TO {portal};

ALTER TABLE attendance_attendancemark ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_attendancemark FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON attendance_attendancemark TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON attendance_attendancemark FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON attendance_attendancemark TO {portal};

ALTER TABLE attendance_makeupoffer ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_makeupoffer FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON attendance_makeupoffer TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON attendance_makeupoffer FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON attendance_makeupoffer TO {portal};

ALTER TABLE attendance_remoteplace ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_remoteplace FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON attendance_remoteplace TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON attendance_remoteplace FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON attendance_remoteplace TO {portal};

CREATE VIEW masked.audit_entry WITH (security_barrier) AS SELECT id, at, ''::text AS lane, 0 AS lane_number, request_id, account_id, actor_kind, actor_ref, ''::text AS session_ref, code, record, ARRAY[]::uuid[] AS record_ids, ARRAY[(SELECT homeward_person())] AS client_ids, purpose, ARRAY[]::text[] AS fields, permitted, ''::text AS reason, transaction_number, ''::text AS mac FROM public.audit_entry WHERE client_ids @> ARRAY[(SELECT homeward_person())] AND code <> ALL (ARRAY['conversations.outside.danger', 'conversations.outside.handed_over', 'conversations.outside.settled', 'conversations.outside.taken_back', 'conversations.outside.written', 'families.word.closed', 'families.word.placed']) AND record <> ALL (ARRAY['conversations.outsideconversation', 'conversations.outsidemessage', 'conversations.outsideread', 'families.sessionask', 'families.word']);
GRANT SELECT ON masked.audit_entry TO {portal};

ALTER TABLE conduct_appeal ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_appeal FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_appeal TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_appeal FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_appeal TO {portal};

ALTER TABLE conduct_clientreply ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_clientreply FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_clientreply TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_clientreply FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_clientreply TO {portal};

ALTER TABLE conduct_conductevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_conductevent FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_conductevent TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_conductevent FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_conductevent TO {portal};

ALTER TABLE conduct_conductnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_conductnote FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_conductnote TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_conductnote FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_conductnote TO {portal};

ALTER TABLE conduct_responsestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_responsestep FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_responsestep TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_responsestep FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_responsestep TO {portal};

GRANT SELECT ON conduct_rulesedition TO {portal};

ALTER TABLE conduct_rulessignature ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_rulessignature FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_rulessignature TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_rulessignature FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_rulessignature TO {portal};

ALTER TABLE conduct_searchconsent ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_searchconsent FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conduct_searchconsent TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conduct_searchconsent FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conduct_searchconsent TO {portal};

GRANT SELECT ON consents_approval TO {portal};

ALTER TABLE consents_caseclosing ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_caseclosing FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_caseclosing TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_caseclosing FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_caseclosing TO {portal};

ALTER TABLE consents_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_consent TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_consent FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_consent TO {portal};

ALTER TABLE consents_consentrefusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_consentrefusal FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_consentrefusal TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_consentrefusal FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_consentrefusal TO {portal};

ALTER TABLE consents_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_delivery TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_delivery FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_delivery TO {portal};

ALTER TABLE consents_disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_disclosure FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_disclosure TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_disclosure FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_disclosure TO {portal};

ALTER TABLE consents_emergencyrecord ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_emergencyrecord FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_emergencyrecord TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_emergencyrecord FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_emergencyrecord TO {portal};

ALTER TABLE consents_guardianship ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_guardianship FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_guardianship TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_guardianship FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_guardianship TO {portal};

ALTER TABLE consents_instrumentverification ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_instrumentverification FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_instrumentverification TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_instrumentverification FOR SELECT TO {portal} USING (false);
GRANT SELECT ON consents_instrumentverification TO {portal};

ALTER TABLE consents_intermediarylist ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_intermediarylist FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_intermediarylist TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_intermediarylist FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_intermediarylist TO {portal};

ALTER TABLE consents_intermediarylistrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_intermediarylistrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_intermediarylistrequest TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_intermediarylistrequest FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_intermediarylistrequest TO {portal};

GRANT SELECT ON consents_intermediarymember TO {portal};

ALTER TABLE consents_legalinstrument ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_legalinstrument FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_legalinstrument TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_legalinstrument FOR SELECT TO {portal} USING (false);
GRANT SELECT ON consents_legalinstrument TO {portal};

ALTER TABLE consents_legalrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_legalrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_legalrequest TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_legalrequest FOR SELECT TO {portal} USING (false);
GRANT SELECT ON consents_legalrequest TO {portal};

GRANT SELECT ON consents_minorconsentage TO {portal};

ALTER TABLE consents_outsideparty ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_outsideparty FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_outsideparty TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_outsideparty FOR SELECT TO {portal} USING (is_intermediary OR id IN (SELECT party_id FROM consents_consent) OR id IN (SELECT party_id FROM consents_restrictionrequest) OR id IN (SELECT party_id FROM consents_intermediarylistrequest) OR id IN (SELECT member_id FROM consents_intermediarymember));
GRANT SELECT ON consents_outsideparty TO {portal};

GRANT SELECT ON consents_qsoagreement TO {portal};

ALTER TABLE consents_restrictionanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_restrictionanswer FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_restrictionanswer TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_restrictionanswer FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_restrictionanswer TO {portal};

ALTER TABLE consents_restrictionrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_restrictionrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_restrictionrequest TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_restrictionrequest FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_restrictionrequest TO {portal};

ALTER TABLE consents_revocation ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_revocation FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_revocation TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_revocation FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_revocation TO {portal};

ALTER TABLE consents_safetyflag ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents_safetyflag FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON consents_safetyflag TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON consents_safetyflag FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON consents_safetyflag TO {portal};

ALTER TABLE conversations_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_attachment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_attachment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_attachment TO {portal};

ALTER TABLE conversations_conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_conversation TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_conversation FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_conversation TO {portal};

GRANT SELECT ON conversations_desktext TO {portal};

ALTER TABLE conversations_deskword ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_deskword FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_deskword TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_deskword FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_deskword TO {portal};

ALTER TABLE conversations_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_message FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_message TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_message FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_message TO {portal};

ALTER TABLE conversations_messageread ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_messageread FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_messageread TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_messageread FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_messageread TO {portal};

ALTER TABLE conversations_runninglate ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations_runninglate FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON conversations_runninglate TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON conversations_runninglate FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON conversations_runninglate TO {portal};

ALTER TABLE curriculum_handedout ENABLE ROW LEVEL SECURITY;
ALTER TABLE curriculum_handedout FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON curriculum_handedout TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON curriculum_handedout FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON curriculum_handedout TO {portal};

GRANT SELECT ON curriculum_material TO {portal};

ALTER TABLE curriculum_materialversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE curriculum_materialversion FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON curriculum_materialversion TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON curriculum_materialversion FOR SELECT TO {portal} USING (published_at IS NOT NULL);
GRANT SELECT ON curriculum_materialversion TO {portal};

ALTER TABLE curriculum_sheetchoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE curriculum_sheetchoice FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON curriculum_sheetchoice TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON curriculum_sheetchoice FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON curriculum_sheetchoice TO {portal};

ALTER TABLE dayplans_dayplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_dayplan FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_dayplan TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_dayplan FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_dayplan TO {portal};

ALTER TABLE dayplans_daything ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_daything FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_daything TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_daything FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_daything TO {portal};

ALTER TABLE dayplans_lineoff ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_lineoff FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_lineoff TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_lineoff FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_lineoff TO {portal};

ALTER TABLE dayplans_ownthing ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_ownthing FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_ownthing TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_ownthing FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_ownthing TO {portal};

ALTER TABLE dayplans_preventionplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_preventionplan FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_preventionplan TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_preventionplan FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_preventionplan TO {portal};

ALTER TABLE dayplans_useday ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_useday FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_useday TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_useday FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_useday TO {portal};

ALTER TABLE dayplans_weekline ENABLE ROW LEVEL SECURITY;
ALTER TABLE dayplans_weekline FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON dayplans_weekline TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON dayplans_weekline FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON dayplans_weekline TO {portal};

GRANT SELECT ON directory_service TO {portal};

CREATE VIEW masked.doorways_card WITH (security_barrier) AS SELECT id, version, created_at, client_id, site_id, doorway_id, ''::text AS digest, printed_at, printed_by_id, expires_at, opens_record, 0 AS tries, used_at, ended_at FROM public.doorways_card WHERE client_id = (SELECT homeward_person());
GRANT SELECT ON masked.doorways_card TO {portal};

CREATE VIEW masked.doorways_device WITH (security_barrier) AS SELECT id, version, created_at, client_id, site_id, doorway_id, card_id, kind, looks, ''::text AS digest, ''::text AS pin, kiosk_id, passkey_id, opens_record, made_at, last_used_on, 0 AS wrong, locked_at, ended_at, ended_by_id, ending FROM public.doorways_device WHERE client_id = (SELECT homeward_person());
GRANT SELECT ON masked.doorways_device TO {portal};

ALTER TABLE doorways_doorway ENABLE ROW LEVEL SECURITY;
ALTER TABLE doorways_doorway FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON doorways_doorway TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON doorways_doorway FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON doorways_doorway TO {portal};

ALTER TABLE drugtests_analyteresult ENABLE ROW LEVEL SECURITY;
ALTER TABLE drugtests_analyteresult FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON drugtests_analyteresult TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON drugtests_analyteresult FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON drugtests_analyteresult TO {portal};

CREATE VIEW masked.drugtests_draw WITH (security_barrier) AS SELECT id, version, created_at, pool_id, day, method, commitment, committed_at, ''::text AS sealed_secret, secret, CASE WHEN revealed_at IS NULL THEN '[]'::jsonb ELSE roster END AS roster, CASE WHEN revealed_at IS NULL THEN '[]'::jsonb ELSE drawn END AS drawn, seal, drawn_at, revealed_at FROM public.drugtests_draw WHERE id IN (SELECT draw_id FROM public.drugtests_drugtest WHERE client_id = (SELECT homeward_person())) OR pool_id IN (SELECT pool.id FROM public.drugtests_pool AS pool JOIN public.admissions_episode AS episode USING (program_id, site_id) WHERE episode.client_id = (SELECT homeward_person()));
GRANT SELECT ON masked.drugtests_draw TO {portal};

ALTER TABLE drugtests_drugtest ENABLE ROW LEVEL SECURITY;
ALTER TABLE drugtests_drugtest FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON drugtests_drugtest TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON drugtests_drugtest FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON drugtests_drugtest TO {portal};

GRANT SELECT ON drugtests_pool TO {portal};

GRANT SELECT (id, version, created_at, site_id, title, about, place, starts_at, ends_at, cancelled_at) ON families_familynight TO {reader};

ALTER TABLE families_lessonread ENABLE ROW LEVEL SECURITY;
ALTER TABLE families_lessonread FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON families_lessonread TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_reader ON families_lessonread FOR SELECT TO {reader} USING (account_id = (SELECT homeward_reader()));
GRANT SELECT ON families_lessonread TO {reader};

ALTER TABLE families_nightanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE families_nightanswer FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON families_nightanswer TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_reader ON families_nightanswer FOR SELECT TO {reader} USING (account_id = (SELECT homeward_reader()));
GRANT SELECT ON families_nightanswer TO {reader};

ALTER TABLE families_ownplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE families_ownplan FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON families_ownplan TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_reader ON families_ownplan FOR SELECT TO {reader} USING (account_id = (SELECT homeward_reader()));
GRANT SELECT ON families_ownplan TO {reader};

ALTER TABLE incentives_enrolment ENABLE ROW LEVEL SECURITY;
ALTER TABLE incentives_enrolment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON incentives_enrolment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON incentives_enrolment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON incentives_enrolment TO {portal};

ALTER TABLE incentives_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE incentives_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON incentives_entry TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON incentives_entry FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON incentives_entry TO {portal};

ALTER TABLE incentives_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE incentives_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON incentives_posting TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON incentives_posting FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON incentives_posting TO {portal};

CREATE VIEW masked.incentives_promise WITH (security_barrier) AS SELECT id, version, created_at, client_id, site_id, enrolment_id, number, commitment, ''::text AS sealed_secret, made_at FROM public.incentives_promise WHERE client_id = (SELECT homeward_person());
GRANT SELECT ON masked.incentives_promise TO {portal};

GRANT SELECT ON incentives_protocol TO {portal};

ALTER TABLE incentives_turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE incentives_turn FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON incentives_turn TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON incentives_turn FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON incentives_turn TO {portal};

ALTER TABLE instruments_checkin ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments_checkin FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON instruments_checkin TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON instruments_checkin FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON instruments_checkin TO {portal};

ALTER TABLE instruments_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON instruments_invitation TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON instruments_invitation FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON instruments_invitation TO {portal};

GRANT SELECT ON instruments_licensedtext TO {portal};

ALTER TABLE instruments_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments_response FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON instruments_response TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON instruments_response FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON instruments_response TO {portal};

ALTER TABLE instruments_sitting ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments_sitting FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON instruments_sitting TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON instruments_sitting FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON instruments_sitting TO {portal};

ALTER TABLE linkage_meetingentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_meetingentry FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_meetingentry TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_meetingentry FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_meetingentry TO {portal};

ALTER TABLE linkage_milestonechoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_milestonechoice FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_milestonechoice TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_milestonechoice FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_milestonechoice TO {portal};

ALTER TABLE linkage_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_need FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_need TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_need FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_need TO {portal};

ALTER TABLE linkage_needreferral ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_needreferral FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_needreferral TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_needreferral FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_needreferral TO {portal};

ALTER TABLE linkage_outsideappointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_outsideappointment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_outsideappointment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_outsideappointment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_outsideappointment TO {portal};

ALTER TABLE linkage_residencestay ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_residencestay FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_residencestay TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_residencestay FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_residencestay TO {portal};

ALTER TABLE linkage_workstart ENABLE ROW LEVEL SECURITY;
ALTER TABLE linkage_workstart FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON linkage_workstart TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON linkage_workstart FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON linkage_workstart TO {portal};

ALTER TABLE medications_allergy ENABLE ROW LEVEL SECURITY;
ALTER TABLE medications_allergy FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON medications_allergy TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON medications_allergy FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON medications_allergy TO {portal};

ALTER TABLE medications_dosemark ENABLE ROW LEVEL SECURITY;
ALTER TABLE medications_dosemark FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON medications_dosemark TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON medications_dosemark FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON medications_dosemark TO {portal};

ALTER TABLE medications_medicalorder ENABLE ROW LEVEL SECURITY;
ALTER TABLE medications_medicalorder FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON medications_medicalorder TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON medications_medicalorder FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()) AND (signed_at IS NOT NULL));
GRANT SELECT ON medications_medicalorder TO {portal};

ALTER TABLE medications_medication ENABLE ROW LEVEL SECURITY;
ALTER TABLE medications_medication FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON medications_medication TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON medications_medication FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON medications_medication TO {portal};

ALTER TABLE medications_vitals ENABLE ROW LEVEL SECURITY;
ALTER TABLE medications_vitals FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON medications_vitals TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON medications_vitals FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON medications_vitals TO {portal};

ALTER TABLE notes_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes_addendum FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notes_addendum TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notes_addendum FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON notes_addendum TO {portal};

ALTER TABLE notes_clientnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes_clientnote FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notes_clientnote TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notes_clientnote FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()) AND (signed_at IS NOT NULL));
GRANT SELECT ON notes_clientnote TO {portal};

ALTER TABLE notes_cosignature ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes_cosignature FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notes_cosignature TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notes_cosignature FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON notes_cosignature TO {portal};

ALTER TABLE notes_sessionnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes_sessionnote FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notes_sessionnote TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notes_sessionnote FOR SELECT TO {portal} USING (session_id IN (SELECT id FROM timetable_groupsession));
GRANT SELECT ON notes_sessionnote TO {portal};

ALTER TABLE notices_contactchoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices_contactchoice FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notices_contactchoice TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notices_contactchoice FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON notices_contactchoice TO {portal};

ALTER TABLE notices_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notices_notice TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notices_notice FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON notices_notice TO {portal};

ALTER TABLE notices_noticeoutcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices_noticeoutcome FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON notices_noticeoutcome TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON notices_noticeoutcome FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON notices_noticeoutcome TO {portal};

ALTER TABLE packets_packet ENABLE ROW LEVEL SECURITY;
ALTER TABLE packets_packet FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON packets_packet TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON packets_packet FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON packets_packet TO {portal};

ALTER TABLE packets_packetitem ENABLE ROW LEVEL SECURITY;
ALTER TABLE packets_packetitem FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON packets_packetitem TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON packets_packetitem FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON packets_packetitem TO {portal};

ALTER TABLE packets_packetrefusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE packets_packetrefusal FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON packets_packetrefusal TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON packets_packetrefusal FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON packets_packetrefusal TO {portal};

ALTER TABLE packets_packetsignature ENABLE ROW LEVEL SECURITY;
ALTER TABLE packets_packetsignature FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON packets_packetsignature TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON packets_packetsignature FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON packets_packetsignature TO {portal};

ALTER TABLE people_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_client FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON people_client TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON people_client FOR SELECT TO {portal} USING (id = (SELECT homeward_person()));
GRANT SELECT ON people_client TO {portal};

ALTER TABLE people_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON people_contact TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON people_contact FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON people_contact TO {portal};
CREATE POLICY wall_reader ON people_contact FOR SELECT TO {reader} USING (account_id = (SELECT homeward_reader()));
GRANT SELECT (id, account_id, created_at) ON people_contact TO {reader};

ALTER TABLE people_stop ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_stop FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON people_stop TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON people_stop FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON people_stop TO {portal};

ALTER TABLE people_teammembership ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_teammembership FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON people_teammembership TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON people_teammembership FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON people_teammembership TO {portal};

ALTER TABLE placement_placement ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_placement FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON placement_placement TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON placement_placement FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()) AND (decided_at IS NOT NULL));
GRANT SELECT ON placement_placement TO {portal};

ALTER TABLE plans_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_goal FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_goal TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_goal FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_goal TO {portal};

ALTER TABLE plans_intervention ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_intervention FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_intervention TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_intervention FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_intervention TO {portal};

ALTER TABLE plans_objective ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_objective FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_objective TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_objective FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_objective TO {portal};

ALTER TABLE plans_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_plan TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_plan FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_plan TO {portal};

ALTER TABLE plans_plancomment ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_plancomment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_plancomment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_plancomment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_plancomment TO {portal};

ALTER TABLE plans_planreview ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_planreview FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_planreview TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_planreview FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_planreview TO {portal};

ALTER TABLE plans_plansignature ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_plansignature FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_plansignature TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_plansignature FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_plansignature TO {portal};

ALTER TABLE plans_problem ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans_problem FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON plans_problem TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON plans_problem FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON plans_problem TO {portal};

GRANT SELECT ON program_curriculumtopic TO {portal};

GRANT SELECT ON program_deadline TO {portal};

GRANT SELECT ON program_holiday TO {portal};

GRANT SELECT ON program_houserule TO {portal};

GRANT SELECT ON program_organisation TO {portal};
GRANT SELECT ON program_organisation TO {reader};

GRANT SELECT ON program_phase TO {portal};

GRANT SELECT ON program_program TO {portal};

GRANT SELECT ON program_room TO {portal};

GRANT SELECT ON program_rulenumber TO {portal};

GRANT SELECT ON program_sessiontype TO {portal};

GRANT SELECT ON program_site TO {portal};
GRANT SELECT ON program_site TO {reader};

GRANT SELECT ON program_track TO {portal};

ALTER TABLE progress_administrativecase ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_administrativecase FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON progress_administrativecase TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON progress_administrativecase FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON progress_administrativecase TO {portal};

ALTER TABLE progress_appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_appointment FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON progress_appointment TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON progress_appointment FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON progress_appointment TO {portal};

ALTER TABLE progress_clientview ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_clientview FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON progress_clientview TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON progress_clientview FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON progress_clientview TO {portal};

ALTER TABLE progress_discharge ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_discharge FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON progress_discharge TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON progress_discharge FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON progress_discharge TO {portal};

ALTER TABLE progress_levelreview ENABLE ROW LEVEL SECURITY;
ALTER TABLE progress_levelreview FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON progress_levelreview TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON progress_levelreview FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON progress_levelreview TO {portal};

ALTER TABLE released_releaseditem ENABLE ROW LEVEL SECURITY;
ALTER TABLE released_releaseditem FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON released_releaseditem TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_reader ON released_releaseditem FOR SELECT TO {reader} USING (account_id = (SELECT homeward_reader()));
GRANT SELECT (id, contact_id, kind, place, shown_class, content, account_id, page, ends_at) ON released_releaseditem TO {reader};

ALTER TABLE retention_owndate ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_owndate FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON retention_owndate TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON retention_owndate FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON retention_owndate TO {portal};

ALTER TABLE safety_crisisnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE safety_crisisnote FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON safety_crisisnote TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON safety_crisisnote FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON safety_crisisnote TO {portal};

ALTER TABLE safety_safetyplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE safety_safetyplan FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON safety_safetyplan TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON safety_safetyplan FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON safety_safetyplan TO {portal};

CREATE VIEW masked.staff_worker WITH (security_barrier) AS SELECT id, version, created_at, code, NULL::uuid AS account_id, name, title, site_id, 0 AS caseload_limit, false AS is_naloxone_trained, ''::text AS user_name FROM public.staff_worker;
GRANT SELECT ON masked.staff_worker TO {portal};

ALTER TABLE timetable_clientfeed ENABLE ROW LEVEL SECURITY;
ALTER TABLE timetable_clientfeed FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON timetable_clientfeed TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON timetable_clientfeed FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON timetable_clientfeed TO {portal};

CREATE VIEW masked.timetable_dutyshift WITH (security_barrier) AS SELECT id, version, created_at, site_id, worker_id, "on", starts_at, ends_at, NULL::uuid AS made_by_id, removed_at, NULL::uuid AS removed_by_id FROM public.timetable_dutyshift WHERE removed_at IS NULL AND site_id IN (SELECT site_id FROM public.people_client WHERE id = (SELECT homeward_person()));
GRANT SELECT ON masked.timetable_dutyshift TO {portal};

ALTER TABLE timetable_groupsession ENABLE ROW LEVEL SECURITY;
ALTER TABLE timetable_groupsession FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON timetable_groupsession TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON timetable_groupsession FOR SELECT TO {portal} USING (id IN (SELECT session_id FROM timetable_seat) OR id IN (SELECT session_id FROM attendance_makeupoffer) OR id IN (SELECT session_id FROM curriculum_handedout) OR id IN (SELECT session_id FROM notes_clientnote));
GRANT SELECT ON timetable_groupsession TO {portal};

ALTER TABLE timetable_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE timetable_seat FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON timetable_seat TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON timetable_seat FOR SELECT TO {portal} USING (client_id = (SELECT homeward_person()));
GRANT SELECT ON timetable_seat TO {portal};

ALTER TABLE timetable_sessionlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE timetable_sessionlink FORCE ROW LEVEL SECURITY;
CREATE POLICY wall_house ON timetable_sessionlink TO {owner}, {app} USING (true) WITH CHECK (true);
CREATE POLICY wall_person ON timetable_sessionlink FOR SELECT TO {portal} USING (session_id IN (SELECT id FROM timetable_groupsession));
GRANT SELECT ON timetable_sessionlink TO {portal};
