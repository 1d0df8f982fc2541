-- Messages with what went wrong and where, and what a segment cost.
--
-- sid VARCHAR: Identifier of the message.
-- account_sid VARCHAR: Account that owns the message.
-- date_sent TIMESTAMP: When Twilio sent or received the message; NULL while it has not been sent.
-- direction VARCHAR: Whether the message came in, was a reply, or was sent by the API or a call.
-- from VARCHAR: Sender.
-- to VARCHAR: Recipient.
-- status VARCHAR: Where the message stands, from queued to delivered or failed.
-- error_code INTEGER: Twilio's error code, if the message failed.
-- error_name VARCHAR: Name of the error; Twilio's own message where the name is not known.
-- failed_at VARCHAR: Who did not let the message through: carrier, handset, account or Twilio.
-- num_segments INTEGER: Number of segments that the text took.
-- price DECIMAL: Charge in price_unit, negative for a cost; NULL until billed.
-- price_per_segment DECIMAL: Charge for each segment.
-- price_unit VARCHAR: Currency of price.
-- messaging_service_sid VARCHAR: Messaging service that sent the message.
-- body VARCHAR: Text of the message.
SELECT
  sid,
  account_sid,
  date_sent,
  direction,
  "from",
  "to",
  status,
  error_code,
  CASE error_code
    WHEN 21610 THEN 'Recipient opted out'
    WHEN 30001 THEN 'Queue overflow'
    WHEN 30002 THEN 'Account suspended'
    WHEN 30003 THEN 'Unreachable handset'
    WHEN 30004 THEN 'Message blocked'
    WHEN 30005 THEN 'Unknown handset'
    WHEN 30006 THEN 'Landline or unreachable carrier'
    WHEN 30007 THEN 'Filtered by the carrier'
    WHEN 30008 THEN 'Unknown error'
    WHEN 30022 THEN 'Carrier limit of A2P exceeded'
    WHEN 30023 THEN 'Daily limit of A2P reached'
    WHEN 30034 THEN 'Number not registered for A2P'
    ELSE error_message
  END AS error_name,
  CASE
    WHEN error_code IN (30004, 30006, 30007, 30022, 30023, 30034) THEN 'carrier'
    WHEN error_code IN (21610, 30003, 30005) THEN 'handset'
    WHEN error_code IN (30001, 30002) THEN 'account'
    WHEN error_code IS NOT NULL THEN 'Twilio'
  END AS failed_at,
  num_segments,
  price,
  round(price / NULLIF(num_segments, 0), 6) AS price_per_segment,
  price_unit,
  messaging_service_sid,
  body
FROM messages
