-- name: dialect/01
SELECT count(*) FROM messages WHERE status = ANY (ARRAY['failed','sent'])
;;
-- name: dialect/02
SELECT count(*) FROM messages WHERE status = ANY ('{failed,sent}')
;;
-- name: dialect/03
SELECT count(*) FROM messages WHERE status <> ALL (ARRAY['failed','sent'])
;;
-- name: dialect/04
SELECT (array_agg(status ORDER BY sid))[1] FROM calls
;;
-- name: dialect/05
SELECT array_length(ARRAY[1,2,3], 1), cardinality(ARRAY[1,2])
;;
-- name: dialect/06
SELECT extract(epoch from (end_time - start_time)) FROM calls WHERE end_time IS NOT NULL ORDER BY sid LIMIT 3
;;
-- name: dialect/07
SELECT date_trunc('day', date_sent)::date AS day, count(*) FILTER (WHERE status='failed')::float / count(*) AS rate FROM messages WHERE date_sent > now() - interval '30 days' GROUP BY day ORDER BY day DESC
;;
-- name: dialect/08
SELECT date_part('hour', start_time)::int AS hour, count(*) FROM calls WHERE start_time IS NOT NULL GROUP BY hour ORDER BY hour
;;
-- name: dialect/09
SELECT to_char(date_sent, 'YYYY-MM') AS month, sum(price::numeric) FROM messages WHERE date_sent >= date_trunc('month', now()) - interval '2 months' GROUP BY 1 ORDER BY 1
;;
-- name: dialect/10
SELECT m.to, m.from, count(*) FROM messages m GROUP BY m.to, m.from ORDER BY count(*) DESC, m.to, m.from LIMIT 3
;;
-- name: dialect/11
SELECT DISTINCT ON (m.to) m.to, m.status FROM messages m WHERE date_sent IS NOT NULL ORDER BY m.to, date_sent DESC, sid LIMIT 5
;;
-- name: dialect/12
SELECT sid, body FROM messages WHERE body ILIKE '%Order%' AND date_sent::date = DATE '2026-11-20' ORDER BY sid LIMIT 3
;;
-- name: dialect/13
-- empty: no text begins so
SELECT sid FROM messages WHERE body ~* '^hello' ORDER BY sid LIMIT 3
;;
-- name: dialect/14
SELECT coalesce(nullif(trim(friendly_name), ''), sid) AS name FROM accounts ORDER BY 1
;;
-- name: dialect/15
SELECT date_trunc('week', date_sent AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')::date AS week, count(*) FROM messages WHERE date_sent IS NOT NULL GROUP BY 1 ORDER BY 1
;;
-- name: dialect/16
SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY duration) AS p95, percentile_disc(0.5) WITHIN GROUP (ORDER BY start_time) FROM calls WHERE start_time IS NOT NULL
;;
-- name: dialect/17
SELECT direction, mode() WITHIN GROUP (ORDER BY status) FROM calls GROUP BY direction ORDER BY 1
;;
-- name: dialect/18
SELECT g.day::date, count(m.sid) FROM generate_series('2026-11-20'::timestamp, '2026-11-25'::timestamp, '1 day') AS g(day) LEFT JOIN messages m ON m.date_sent::date = g.day::date GROUP BY 1 ORDER BY 1
;;
-- name: dialect/19
WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n, n * n AS square FROM t
;;
-- name: dialect/20
SELECT status, count(*) FROM messages GROUP BY ROLLUP(status) ORDER BY status NULLS FIRST
;;
-- name: dialect/21
SELECT *, row_number() OVER (PARTITION BY status ORDER BY date_sent DESC NULLS LAST, sid) AS rn FROM (SELECT sid, status, date_sent FROM messages) m ORDER BY sid LIMIT 3
;;
-- name: dialect/22
SELECT sid FROM messages WHERE (status, direction) IN (('failed','outbound-api'),('sent','outbound-api')) ORDER BY sid LIMIT 3
;;
-- name: dialect/23
SELECT CASE WHEN price IS NULL THEN 'n/a' ELSE price::text END FROM messages ORDER BY sid LIMIT 4
;;
-- name: dialect/24
SELECT 'a' || 1 || NULL, concat('a', 1, NULL), concat_ws('-', 'a', NULL, 'b')
;;
-- name: dialect/25
SELECT current_date - interval '1 day', current_date - 1, now()::date - 7
;;
-- name: dialect/26
SELECT date '2026-11-01' + interval '1 month - 1 day'
;;
-- name: dialect/27
SELECT make_date(2026, 11, 1), make_timestamp(2026,11,1,2,3,4.5)
;;
-- name: dialect/28
SELECT left(body, 5), right(body, 3), substring(body from 2 for 3), position('e' in body), strpos(body,'e'), overlay('abcdef' placing 'X' from 2 for 2) FROM messages ORDER BY sid LIMIT 2
;;
-- name: dialect/29
SELECT extract(isodow from date_sent), extract(week from date_sent), extract(quarter from date_sent) FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 2
;;
-- name: dialect/30
SELECT bool_and(muted), bool_or(hold) FROM conference_participants
;;
-- name: dialect/31
SELECT lag(status, 1, 'none') OVER (ORDER BY sid), lead(duration, 1, 0) OVER (ORDER BY sid), first_value(status) OVER (ORDER BY sid) FROM calls ORDER BY sid LIMIT 3
;;
-- name: dialect/32
SELECT string_agg(DISTINCT status, ', ' ORDER BY status) FROM messages
;;
-- name: dialect/33
SELECT round(avg(duration)::numeric, 2) AS avg_secs, round((sum(price))::numeric, 4) FROM calls
;;
-- name: dialect/34
SELECT date_sent::timestamptz, date_sent::timestamp without time zone FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 1
;;
-- name: dialect/35
SELECT (subresource_uris::jsonb ->> 'message_media') IS NOT NULL AS has, jsonb_typeof(subresource_uris::jsonb) FROM messages ORDER BY sid LIMIT 1
;;
-- name: dialect/36
SELECT k, count(*) FROM messages, jsonb_object_keys(subresource_uris::jsonb) AS k GROUP BY k
;;
-- name: dialect/37
SELECT e->>'a' FROM jsonb_array_elements('[{"a":1},{"a":2}]'::jsonb) AS e
;;
-- name: dialect/38
SELECT value FROM jsonb_array_elements_text('["x","y"]')
;;
-- name: dialect/39
SELECT '{"a":{"b":[1,2]}}'::jsonb #>> '{a,b,1}', '{"a":{"b":[1,2]}}'::json->'a'->'b'->0
;;
-- name: dialect/40
SELECT x, y FROM (VALUES (1,'a'),(2,'b')) AS t(x,y) ORDER BY x DESC
;;
-- name: dialect/41
SELECT 1 AS "select", 2 AS from, 3 AS order
;;
-- name: dialect/42
SELECT count(*) OVER (), sid FROM accounts ORDER BY sid FETCH FIRST 1 ROW ONLY
;;
-- name: dialect/43
SELECT status FROM calls WHERE start_time BETWEEN '2026-11-01' AND '2026-11-10' ORDER BY sid LIMIT 2 FOR UPDATE
;;
-- name: dialect/44
SELECT age(timestamp '2026-11-25', timestamp '2026-01-01')::text
;;
-- name: dialect/45
SELECT greatest(1,2,3), least('b','a')
;;
-- name: dialect/46
SELECT to_timestamp(1700000000)::date
;;
-- name: dialect/47
SELECT regexp_replace(body, '[^a-z]', '', 'g') FROM messages ORDER BY sid LIMIT 2
;;
-- name: dialect/48
SELECT split_part('a,b,c', ',', 2), string_to_array('a,b', ',')
;;
-- name: dialect/49
-- ties: accounts with as many messages
SELECT a.friendly_name, count(*) AS messages FROM accounts a JOIN messages m ON m.account_sid = a.sid GROUP BY a.friendly_name HAVING count(*) > 1 ORDER BY messages DESC LIMIT 5
;;
-- name: dialect/50
SELECT status, count(*) * 100.0 / sum(count(*)) OVER () AS pct FROM messages GROUP BY status ORDER BY 1
;;
-- name: dialect/51
SELECT extract(hour from date_sent) AS hour, extract(dow from date_sent) AS dow, count(*) FROM messages WHERE date_sent IS NOT NULL GROUP BY hour, dow ORDER BY 1,2 LIMIT 5
;;
-- name: dialect/52
SELECT NOT EXISTS (SELECT 1 FROM calls WHERE status = 'x')
;;
-- name: dialect/53
SELECT * FROM (SELECT sid, status FROM calls ORDER BY sid LIMIT 3) t NATURAL JOIN (SELECT sid, duration FROM calls) u ORDER BY sid
;;
-- name: dialect/54
SELECT count(*) FROM calls c, LATERAL (SELECT 1 FROM messages m WHERE m.account_sid = c.account_sid LIMIT 1) x
;;
-- name: dialect/55
SELECT sid, (SELECT count(*) FROM message_media mm WHERE mm.message_sid = m.sid) FROM messages m ORDER BY sid LIMIT 2
;;
-- name: dialect/56
SELECT json_build_object('a', 1, 'b', 'x"y', 'c', NULL, 'd', true), json_build_array(1, 'a'), to_json('x'::text)
;;
-- name: dialect/57
SELECT jsonb_build_object('a', json_build_array(1,2))
;;
-- name: dialect/58
SELECT status = ANY (ARRAY['failed', NULL]) FROM messages ORDER BY sid LIMIT 2
;;
-- name: dialect/59
SELECT n FROM generate_series(10, 1, -3) n
;;
-- name: dialect/60
SELECT generate_series(1, 2), 'x'
;;
-- name: dialect/61
SELECT d FROM generate_series('2026-01-31'::date, '2026-05-01'::date, '1 month') AS d
;;
-- name: dialect/62
SELECT duration > ALL (ARRAY[1,2]), duration >= ANY ('{5,6}') FROM calls ORDER BY sid LIMIT 2
