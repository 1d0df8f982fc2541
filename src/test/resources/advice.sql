-- name: dateadd
-- advice: Time is added as date_sent + INTERVAL '7' DAY.
-- follow: SELECT date_sent + INTERVAL '7' DAY FROM messages
SELECT dateadd(day, 7, date_sent) FROM messages
;;
-- name: datediff
-- advice: Days between two dates are CAST(date_sent AS DATE) - CAST(date_created AS DATE).
-- follow: SELECT CAST(date_sent AS DATE) - CAST(date_created AS DATE) FROM messages
SELECT datediff(date_sent, date_created) FROM messages
;;
-- name: julianday
-- advice: Days between two dates are CAST(date_sent AS DATE) - CAST(date_created AS DATE).
-- follow: SELECT CAST(date_sent AS DATE) - CAST(date_created AS DATE) FROM messages
SELECT julianday(date_sent) - julianday(date_created) FROM messages
;;
-- name: ifnull
-- advice: A value in place of NULL is taken with COALESCE(x, 0).
-- follow: SELECT COALESCE(price, 0) FROM messages
SELECT ifnull(price, 0) FROM messages
;;
-- name: nvl
-- advice: A value in place of NULL is taken with COALESCE(x, 0).
-- follow: SELECT COALESCE(price, 0) FROM messages
SELECT nvl(price, 0) FROM messages
;;
-- name: strftime
-- advice: A date is written with to_char(date_sent, 'YYYY-MM').
-- follow: SELECT to_char(date_sent, 'YYYY-MM') FROM messages
SELECT strftime('%Y-%m', date_sent) FROM messages
;;
-- name: len
-- advice: Characters are counted with length(x).
-- follow: SELECT length(body) FROM messages
SELECT len(body) FROM messages
;;
-- name: charindex
-- advice: A text is found in another with position('a' IN x).
-- follow: SELECT position('a' IN body) FROM messages
SELECT charindex('a', body) FROM messages
;;
-- name: getdate
-- advice: The time is now(), the day CURRENT_DATE.
-- follow: SELECT now(), CURRENT_DATE
SELECT getdate()
;;
-- name: group_concat
-- advice: Texts are put together with string_agg(x, ',').
-- follow: SELECT string_agg(status, ',') FROM flows
SELECT group_concat(status) FROM flows
;;
-- name: iif
-- advice: A choice is written as CASE WHEN x > 1 THEN 2 ELSE 3 END.
-- follow: SELECT CASE WHEN num_segments > 1 THEN 2 ELSE 3 END FROM messages
SELECT iif(num_segments > 1, 2, 3) FROM messages
;;
-- name: backtick
-- advice: A name is quoted as "name".
-- follow: SELECT "sid" FROM messages
SELECT `sid` FROM messages
;;
-- name: bracket
-- advice: A name is quoted as "name".
-- follow: SELECT "sid" FROM messages
SELECT [sid] FROM messages
;;
-- name: top
-- advice: Rows are limited with LIMIT 10.
-- follow: SELECT sid FROM flows ORDER BY sid LIMIT 10
SELECT TOP 10 sid FROM flows ORDER BY sid
;;
-- name: column
-- advice: The nearest name is "date_sent".
-- follow: SELECT date_sent FROM messages
SELECT datesent FROM messages
;;
-- name: table
-- advice: The nearest name is "messages".
-- follow: SELECT count(*) FROM messages
SELECT count(*) FROM message
;;
-- name: function
-- advice: The nearest name is upper.
-- follow: SELECT upper(status) FROM messages
SELECT uper(status) FROM messages
;;
-- name: reserved-word
-- advice: As a name this word must be quoted: "from".
-- follow: SELECT "from" FROM messages
SELECT from FROM messages
;;
-- name: range-of-decimals
-- advice: Count in whole parts: ORDER BY CAST(x * 100000 AS BIGINT) RANGE 1000 PRECEDING for 0.01.
-- follow: SELECT sid, count(*) OVER (ORDER BY CAST(price * 100000 AS BIGINT) NULLS FIRST RANGE 1000 PRECEDING) FROM calls
SELECT sid, count(*) OVER (ORDER BY price NULLS FIRST RANGE BETWEEN 0.01 PRECEDING AND CURRENT ROW) FROM calls
;;
-- name: range-of-months
-- advice: Take a sub-query: (SELECT sum(x) FROM t AS u WHERE u.d BETWEEN t.d - INTERVAL '1' MONTH AND t.d).
-- follow: SELECT t.start_date, (SELECT count(*) FROM usage_records AS u WHERE u.category = 'sms' AND u.start_date BETWEEN t.start_date - INTERVAL '1' MONTH AND t.start_date) AS count FROM usage_records AS t WHERE t.category = 'sms'
SELECT start_date, count(*) OVER (ORDER BY start_date RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM usage_records WHERE category = 'sms'
;;
-- name: range-beside-null
-- advice: Leave NULLs out and write COALESCE(x, 0) in its ORDER BY.
-- follow: SELECT sid, count(*) OVER (ORDER BY coalesce(duration, 0) RANGE BETWEEN 3 FOLLOWING AND 10 FOLLOWING) FROM calls WHERE duration IS NOT NULL
SELECT sid, count(*) OVER (ORDER BY duration RANGE BETWEEN 3 FOLLOWING AND 10 FOLLOWING) FROM calls
;;

;;
-- name: like-any
-- advice: Each pattern has a LIKE of its own: x LIKE 'a%' OR x LIKE 'b%'.
-- follow: SELECT count(*) FROM messages WHERE status LIKE 'f%' OR status LIKE 's%'
SELECT count(*) FROM messages WHERE status LIKE ANY (string_to_array('f%,s%', ','))
;;
-- name: absolute
-- advice: A number without its sign is abs(x).
-- follow: SELECT abs(price) FROM calls
SELECT @ price FROM calls
;;
-- name: json-contains
-- advice: Parts of JSON are compared: x ->> 'name' = 'value'.
-- follow: SELECT count(*) FROM users WHERE attributes::jsonb ->> 'a' = 'b'
SELECT count(*) FROM users WHERE attributes::jsonb @> '{"a":"b"}'
;;
-- name: groups
-- advice: A frame is counted in ROWS or by RANGE.
-- follow: SELECT sum(num_segments) OVER (ORDER BY sid ROWS 1 PRECEDING) FROM messages
SELECT sum(num_segments) OVER (ORDER BY sid GROUPS 1 PRECEDING) FROM messages
;;
-- name: order-using
-- advice: An order is x or x DESC.
-- follow: SELECT sid FROM calls ORDER BY sid DESC
SELECT sid FROM calls ORDER BY sid USING >
;;
-- name: similar-part
-- advice: A part is taken with substring(x FROM 'pattern').
-- follow: SELECT substring(body FROM '[0-9]+') FROM messages
SELECT substring(body SIMILAR '%#"[0-9]+#"%' ESCAPE '#') FROM messages
;;
-- name: pg-catalog
-- advice: Tables are described in information_schema.tables and driver.tables.
-- follow: SELECT count(*) FROM information_schema.tables WHERE table_name = 'messages'
SELECT count(*) FROM pg_catalog.pg_tables
;;
-- name: rank-of-value
-- advice: A value's rank is 1 + (SELECT count(*) FROM calls WHERE duration < 100).
-- follow: SELECT 1 + (SELECT count(*) FROM calls WHERE duration < 100)
SELECT rank(100) WITHIN GROUP (ORDER BY duration) FROM calls
;;
-- name: regexp-matches
-- advice: What a pattern finds first is regexp_match(x, '[0-9]+').
-- follow: SELECT (regexp_match(body, '[0-9]+'))[1] FROM messages
SELECT regexp_matches(body, '[0-9]+') FROM messages
;;
-- name: row-to-json
-- advice: JSON is built with json_build_object('name', x), its fields are json_object_keys(x).
-- follow: SELECT json_build_object('sid', sid) FROM accounts
SELECT row_to_json(a.sid) FROM accounts a
;;
-- name: justify
-- advice: Days of an interval are extract(day FROM x).
-- follow: SELECT extract(day FROM INTERVAL '40' DAY)
SELECT justify_days(INTERVAL '40' DAY)
;;
-- name: uuid
-- advice: A row's own identifier is its sid.
-- follow: SELECT sid FROM accounts
SELECT gen_random_uuid(), sid FROM accounts
;;
-- name: bits
-- advice: Bits are put together with bitor(x, y), bitxor(x, y).
-- follow: SELECT num_segments + 0 FROM messages
SELECT num_segments | 1 FROM messages
;;
-- name: seed
-- advice: Numbers of random() have no seed.
-- follow: SELECT random() < 1
SELECT setseed(0.5)
;;
-- name: type-of
-- advice: Types are listed in information_schema.columns.
-- follow: SELECT data_type FROM information_schema.columns WHERE table_name = 'calls' AND column_name = 'duration'
SELECT pg_typeof(duration) FROM calls
;;
-- name: bytes
-- advice: There are no bytes but those of texts: encode(x, 'hex').
-- follow: SELECT encode('abc', 'hex')
SELECT encode('abc'::bytea, 'hex')
;;
-- name: no-column
-- advice: A query has a column at least: SELECT 1.
-- follow: SELECT 1
SELECT
;;
-- name: interval-average
-- advice: Seconds are added up: avg(extract(epoch FROM x)), sum(extract(epoch FROM x)).
-- follow: SELECT avg(extract(epoch FROM end_time - start_time)) FROM calls
SELECT avg(end_time - start_time) FROM calls
;;
-- name: root
-- advice: A root is sqrt(x).
-- follow: SELECT sqrt(9.0)
SELECT |/ 9.0
;;
-- name: arrays-in-step
-- advice: They are joined by their places: FROM unnest(ARRAY['p', 'q']) WITH ORDINALITY AS x(a, i) JOIN unnest(ARRAY[1, 2]) WITH ORDINALITY AS y(b, j) ON y.j = x.i.
-- follow: SELECT x.a, y.b FROM unnest(ARRAY['p', 'q']) WITH ORDINALITY AS x(a, i) JOIN unnest(ARRAY[1, 2]) WITH ORDINALITY AS y(b, j) ON y.j = x.i
SELECT * FROM unnest(ARRAY['p', 'q'], ARRAY[1, 2]) AS t(a, b)
;;
-- name: exclude
-- advice: Aggregates heed it: min(x) OVER (…), max(x) OVER (…).
-- follow: SELECT min(sid) OVER (ORDER BY sid ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) FROM calls
SELECT first_value(sid) OVER (ORDER BY sid ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) FROM calls
;;
-- name: exclude-named
-- advice: Aggregates heed it: min(x) OVER (…), max(x) OVER (…).
-- follow: SELECT max(sid) OVER w FROM calls WINDOW w AS (ORDER BY sid ROWS UNBOUNDED PRECEDING EXCLUDE GROUP)
SELECT last_value(sid) OVER w FROM calls WINDOW w AS (ORDER BY sid ROWS UNBOUNDED PRECEDING EXCLUDE GROUP)
;;
-- name: longest age
-- advice: The longest age is that of the first time: age(a, min(b)).
-- follow: SELECT age(CURRENT_DATE, min(date_sent)) FROM messages
SELECT max(age(CURRENT_DATE, date_sent)) FROM messages
;;
-- name: shortest age
-- advice: The shortest age is that of the last time: age(a, max(b)).
-- follow: SELECT age(CURRENT_DATE, max(date_sent)) FROM messages
SELECT min(age(CURRENT_DATE, date_sent)) FROM messages
