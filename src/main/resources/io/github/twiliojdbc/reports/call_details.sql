-- Calls with what they cost a minute and, for 30 days, what Voice Insights saw of their quality.
--
-- sid VARCHAR: Identifier of the call.
-- account_sid VARCHAR: Account that owns the call.
-- start_time TIMESTAMP: When the call began.
-- direction VARCHAR: Whether the call came in or was made by the API or by a dial verb.
-- from VARCHAR: Caller.
-- to VARCHAR: Called party.
-- status VARCHAR: How the call ended, or where it stands.
-- duration INTEGER: Length of the call in seconds.
-- price DECIMAL: Charge in price_unit, negative for a cost; NULL until billed.
-- price_per_minute DECIMAL: Charge for each minute, as far as it was talked.
-- price_unit VARCHAR: Currency of price.
-- call_type VARCHAR: carrier, sip, trunking or client; NULL if Voice Insights does not know the call.
-- call_state VARCHAR: How the call ended for Voice Insights.
-- connect_duration INTEGER: Seconds from the answer to the end.
-- quality_tags VARCHAR: What Voice Insights found, such as silence or jitter, as JSON.
-- answered_by VARCHAR: Who or what answered.
SELECT
  c.sid,
  c.account_sid,
  c.start_time,
  c.direction,
  c."from",
  c."to",
  c.status,
  c.duration,
  c.price,
  round(c.price * 60 / NULLIF(c.duration, 0), 6) AS price_per_minute,
  c.price_unit,
  s.call_type,
  s.call_state,
  s.connect_duration,
  s.tags AS quality_tags,
  s.answered_by
FROM calls c
LEFT JOIN insights.call_summaries s ON s.call_sid = c.sid
