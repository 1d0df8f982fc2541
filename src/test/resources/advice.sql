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
-- advice: As a name this word must be quoted: "to".
-- follow: SELECT "to" FROM messages
SELECT to FROM messages
;;
-- name: range-of-decimals
-- advice: Write CAST(x AS DOUBLE PRECISION) in its ORDER BY.
-- follow: SELECT sid, count(*) OVER (ORDER BY CAST(price AS DOUBLE PRECISION) NULLS FIRST RANGE BETWEEN 0.01 PRECEDING AND CURRENT ROW) FROM calls
SELECT sid, count(*) OVER (ORDER BY price NULLS FIRST RANGE BETWEEN 0.01 PRECEDING AND CURRENT ROW) FROM calls
;;
-- name: range-of-months
-- advice: Write days, such as INTERVAL '30' DAY.
-- follow: SELECT sid, count(*) OVER (ORDER BY start_time NULLS FIRST RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW) FROM calls
SELECT sid, count(*) OVER (ORDER BY start_time NULLS FIRST RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM calls
;;
-- name: range-beside-null
-- advice: Leave NULLs out and write COALESCE(x, 0) in its ORDER BY.
-- follow: SELECT sid, count(*) OVER (ORDER BY coalesce(duration, 0) RANGE BETWEEN 3 FOLLOWING AND 10 FOLLOWING) FROM calls WHERE duration IS NOT NULL
SELECT sid, count(*) OVER (ORDER BY duration RANGE BETWEEN 3 FOLLOWING AND 10 FOLLOWING) FROM calls
;;
