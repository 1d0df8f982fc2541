-- Who was in which conference, from when to when.
--
-- conference_sid VARCHAR: Identifier of the conference.
-- account_sid VARCHAR: Account that owns the conference.
-- friendly_name VARCHAR: Name given to the conference.
-- conference_start TIMESTAMP: When the conference began.
-- conference_seconds INTEGER: Length of the conference in seconds.
-- participant_sid VARCHAR: Identifier of the participant.
-- call_sid VARCHAR: Call of the participant.
-- label VARCHAR: Label given to the participant.
-- from VARCHAR: Caller of the participant's call.
-- to VARCHAR: Called party of the participant's call.
-- join_time TIMESTAMP: When the participant joined.
-- leave_time TIMESTAMP: When the participant left.
-- seconds INTEGER: How long the participant was there, in seconds.
-- share DECIMAL: Part of the conference that the participant was there, from 0 to 1.
SELECT
  c.conference_sid,
  c.account_sid,
  c.friendly_name,
  c.start_time AS conference_start,
  c.duration_seconds AS conference_seconds,
  p.participant_sid,
  p.call_sid,
  p.label,
  p."from",
  p."to",
  p.join_time,
  p.leave_time,
  p.duration_seconds AS seconds,
  round(CAST(p.duration_seconds AS DECIMAL) / NULLIF(c.duration_seconds, 0), 4) AS share
FROM insights.conferences c
JOIN insights.conference_participants p ON p.conference_sid = c.conference_sid
