-- What each account used and paid, a row a day.
--
-- account_sid VARCHAR: Identifier of the account.
-- account VARCHAR: Name given to the account.
-- day DATE: Day that was used and paid for.
-- calls BIGINT: Number of calls.
-- call_minutes DECIMAL: Minutes of these calls.
-- messages BIGINT: Number of messages.
-- price DECIMAL: What all of the day's use cost.
-- price_unit VARCHAR: Currency of price.
SELECT
  u.account_sid,
  a.friendly_name AS account,
  u.start_date AS day,
  CAST(sum(CASE u.category WHEN 'calls' THEN u.count END) AS BIGINT) AS calls,
  sum(CASE u.category WHEN 'calls' THEN u.usage END) AS call_minutes,
  CAST(sum(CASE u.category WHEN 'sms' THEN u.count END) AS BIGINT) AS messages,
  sum(CASE u.category WHEN 'totalprice' THEN u.price END) AS price,
  max(u.price_unit) AS price_unit
FROM usage_records u
JOIN accounts a ON a.sid = u.account_sid
WHERE u.category IN ('calls', 'sms', 'totalprice')
GROUP BY u.account_sid, a.friendly_name, u.start_date
