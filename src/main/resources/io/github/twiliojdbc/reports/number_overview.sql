-- Phone numbers with how they were used in the last 30 days, what that cost, and when last.
--
-- sid VARCHAR: Identifier of the phone number.
-- account_sid VARCHAR: Account that owns the phone number.
-- phone_number VARCHAR: The number in E.164 form.
-- friendly_name VARCHAR: Name given to the phone number.
-- messages BIGINT: Messages to and from the number.
-- calls BIGINT: Calls to and from the number.
-- minutes DECIMAL: Minutes of these calls.
-- price DECIMAL: What messages and calls cost, negative for a cost.
-- last_used TIMESTAMP: When the last of them began; NULL if there was none.
SELECT
  n.sid,
  n.account_sid,
  n.phone_number,
  n.friendly_name,
  COALESCE(u.messages, 0) AS messages,
  COALESCE(u.calls, 0) AS calls,
  round(COALESCE(u.seconds, 0) / 60.0, 2) AS minutes,
  u.price,
  u.last_used
FROM incoming_phone_numbers n
LEFT JOIN (
  SELECT
    number,
    sum(messages) AS messages,
    sum(calls) AS calls,
    sum(seconds) AS seconds,
    sum(price) AS price,
    max(used) AS last_used
  FROM (
    SELECT
      CASE direction WHEN 'inbound' THEN "to" ELSE "from" END AS number,
      1 AS messages, 0 AS calls, 0 AS seconds, price, date_sent AS used
    FROM messages
    WHERE date_sent >= CURRENT_DATE - INTERVAL '30' DAY
    UNION ALL
    SELECT
      CASE direction WHEN 'inbound' THEN "to" ELSE "from" END,
      0, 1, duration, price, start_time
    FROM calls
    WHERE start_time >= CURRENT_DATE - INTERVAL '30' DAY
  ) used
  GROUP BY number
) u ON u.number = n.phone_number
