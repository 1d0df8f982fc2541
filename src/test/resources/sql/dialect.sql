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
;;
-- name: dialect/63
SELECT status, direction, count(*) FROM messages GROUP BY CUBE (status, direction) ORDER BY 1 NULLS FIRST, 2 NULLS FIRST
;;
-- name: dialect/64
SELECT DISTINCT ON (direction, status) direction, status, sid FROM calls ORDER BY direction, status, start_time DESC NULLS LAST, sid
;;
-- name: dialect/65
SELECT DISTINCT ON (lower(status)) lower(status) AS s, count(*) OVER (PARTITION BY status) AS n FROM messages ORDER BY 1, sid
;;
-- name: dialect/66
SELECT * FROM (SELECT DISTINCT ON (status) status, sid FROM messages ORDER BY status, sid) t WHERE status LIKE 's%'
;;
-- name: dialect/67
SELECT DISTINCT ON (status) status, count(*) AS n FROM messages GROUP BY status, direction ORDER BY status, n DESC
;;
-- name: dialect/68
SELECT duration FROM calls WHERE duration IS NOT NULL ORDER BY duration DESC OFFSET 2 ROWS FETCH NEXT 5 ROWS WITH TIES
;;
-- name: dialect/69
SELECT date_sent::date, count(*) FROM messages WHERE date_sent >= '2026-11-01'::date GROUP BY date_sent::date ORDER BY date_sent::date
;;
-- name: dialect/70
SELECT extract(epoch FROM date_sent)::bigint FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 2
;;
-- name: dialect/71
SELECT (date_sent - interval '3 hours')::date AS d, count(*) FROM messages WHERE date_sent IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 5
;;
-- name: dialect/72
SELECT -price::numeric(10,3), (price * 100)::int, price::text || '$' FROM messages WHERE price IS NOT NULL ORDER BY sid LIMIT 3
;;
-- name: dialect/73
SELECT -2::int ^ 2, 2 ^ 3 ^ 2, 7 / 2, 7 % 3, -7 / 2, 7.0 / 2
;;
-- name: dialect/74
SELECT '5'::int + 3, '1.5'::float8 * 2, 't'::bool, 'yes'::boolean AND true, '2026-11-01'::date + 1
;;
-- name: dialect/75
SELECT interval '1 day' * 3 + interval '2 hours' > interval '3 days', now() - interval '1 week' < now()
;;
-- name: dialect/76
SELECT date_trunc('day', now() - interval '1 month'), date_trunc('month', now() + interval '1 year 2 months')
;;
-- name: dialect/77
SELECT now()::date - '2026-11-01'::date, ('2026-11-20'::timestamp - '2026-11-01'::timestamp) > interval '18 days'
;;
-- name: dialect/78
SELECT t.x FROM unnest(ARRAY[3,1,2]) AS t(x) ORDER BY x
;;
-- name: dialect/79
SELECT unnest(ARRAY['a','b']) AS v, 1 AS one ORDER BY v
;;
-- name: dialect/80
SELECT i, i * 2 FROM generate_series(1, 5) AS s(i) WHERE i % 2 = 1
;;
-- name: dialect/81
SELECT count(*) FROM generate_series('2026-01-01'::timestamp, '2026-12-31', '1 week') w
;;
-- name: dialect/82
SELECT d::date, (SELECT count(*) FROM messages m WHERE m.date_sent::date = d::date) AS n FROM generate_series('2026-11-20'::date, '2026-11-24'::date, '1 day') d ORDER BY 1
;;
-- name: dialect/83
SELECT a.sid, s.n FROM accounts a CROSS JOIN LATERAL (SELECT count(*) AS n FROM calls c WHERE c.account_sid = a.sid) s ORDER BY a.sid
;;
-- name: dialect/84
SELECT a.sid, s.status FROM accounts a LEFT JOIN LATERAL (SELECT c.status FROM calls c WHERE c.account_sid = a.sid ORDER BY c.sid LIMIT 1) s ON true ORDER BY a.sid
;;
-- name: dialect/85
WITH RECURSIVE fact(n, f) AS (SELECT 1, 1::bigint UNION ALL SELECT n + 1, f * (n + 1) FROM fact WHERE n < 15) SELECT max(f) FROM fact
;;
-- name: dialect/86
WITH RECURSIVE days AS (SELECT '2026-11-01'::date AS d UNION ALL SELECT d + 1 FROM days WHERE d < '2026-11-05'::date) SELECT d, to_char(d, 'Dy') FROM days ORDER BY d
;;
-- name: dialect/87
WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 3), b(m) AS (SELECT 10 UNION ALL SELECT m + 10 FROM b WHERE m < 30) SELECT n, m FROM a, b ORDER BY n, m
;;
-- name: dialect/88
WITH x AS MATERIALIZED (SELECT status, count(*) AS n FROM messages GROUP BY status) SELECT * FROM x ORDER BY n DESC, status LIMIT 2
;;
-- name: dialect/89
SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY price DESC), percentile_disc(0.9) WITHIN GROUP (ORDER BY price DESC) FROM calls
;;
-- name: dialect/90
SELECT status, percentile_cont(0.5) WITHIN GROUP (ORDER BY duration) FILTER (WHERE duration > 0) FROM calls GROUP BY status ORDER BY status
;;
-- name: dialect/91
SELECT percentile_disc(0) WITHIN GROUP (ORDER BY sid), percentile_disc(1) WITHIN GROUP (ORDER BY sid) FROM accounts
;;
-- name: dialect/92
SELECT mode() WITHIN GROUP (ORDER BY price) FROM messages
;;
-- name: dialect/93
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY duration) FROM calls WHERE 1 = 0
;;
-- name: dialect/94
SELECT sid, percent_rank() OVER (PARTITION BY status ORDER BY duration), cume_dist() OVER (PARTITION BY status ORDER BY duration) FROM calls WHERE duration IS NOT NULL ORDER BY sid LIMIT 20
;;
-- name: dialect/95
-- empty: no rows are asked for
SELECT percent_rank() OVER (ORDER BY sid) FROM accounts WHERE 1=0
;;
-- name: dialect/96
SELECT sid, lag(price, 2, -1.5) OVER (ORDER BY sid), lead(status, 1, '-') OVER (PARTITION BY direction ORDER BY sid) FROM calls ORDER BY sid LIMIT 5
;;
-- name: dialect/97
SELECT body ~ '[0-9]{3}', body !~ 'a', body ~* 'HELLO', body !~* '^x' FROM messages ORDER BY sid LIMIT 5
;;
-- name: dialect/98
SELECT count(*) FROM messages WHERE status !~ 'ed$' AND body ~* 'code'
;;
-- name: dialect/99
SELECT 'a%b' LIKE 'a\%b', 'axb' LIKE 'a\%b', 'a\b' LIKE 'a\\b', 'ab' LIKE 'a\b', E'\\' LIKE E'\\\\'
;;
-- name: dialect/100
SELECT count(*) FROM messages WHERE NOT (status = 'failed') AND status IS DISTINCT FROM 'sent' AND body IS NOT NULL
;;
-- name: dialect/101
SELECT sid FROM calls WHERE status NOT IN ('completed','busy') AND price ISNULL ORDER BY sid LIMIT 3
;;
-- name: dialect/102
SELECT count(*) FROM calls WHERE answered_by NOTNULL
;;
-- name: dialect/103
SELECT array_to_string(array_agg(sid ORDER BY sid), '|') FROM accounts
;;
-- name: dialect/104
SELECT 'b' = ANY (ARRAY['a','b']), 3 <> ALL (ARRAY[1,2]), 5 > ANY (ARRAY[7,3]), NULL = ANY (ARRAY['a']), 'x' = ANY (ARRAY['a', NULL])
;;
-- name: dialect/105
SELECT count(*) FROM messages WHERE status = ANY (SELECT status FROM calls)
;;
-- name: dialect/106
SELECT format('%s-%s', 'a', 'b'), format('%I', 'my col'), format('%L', 'it''s'), format('%2$s %1$s', 'x', 'y'), format('100%%')
;;
-- name: dialect/107
SELECT to_number('$1,234.56', 'L9,999.99'), to_number('-12', 'S99'), to_number('12.5', '99.9')
;;
-- name: dialect/108
SELECT make_interval(days => 2) < interval '3 days', now() - make_interval(hours => 5) < now()
;;
-- name: dialect/109
SELECT regexp_match('abc123', '([a-z]+)(\d+)'), regexp_split_to_array('a1b2', '\d'), (regexp_match('x', 'y')) IS NULL
;;
-- name: dialect/110
SELECT k FROM regexp_split_to_table('a,b', ',') AS k
;;
-- name: dialect/111
SELECT json_build_object('n', count(*), 'max', max(price)) FROM calls
;;
-- name: dialect/112
SELECT jsonb_array_length('[1,2,3]'), json_typeof('"x"'), '{"a":[{"b":5}]}'::jsonb -> 'a' -> 0 ->> 'b', '[1,2]'::json -> -1, '{"a":null}'::json ->> 'a' IS NULL, '{"a":1}'::jsonb -> 'zz' IS NULL
;;
-- name: dialect/113
SELECT (e ->> 'id')::int AS id FROM jsonb_array_elements('[{"id":1},{"id":2}]') e WHERE (e ->> 'id')::int > 1
;;
-- name: dialect/114
SELECT m.sid, j.key2 FROM messages m CROSS JOIN LATERAL jsonb_object_keys(m.subresource_uris::jsonb) AS j(key2) ORDER BY m.sid LIMIT 2
;;
-- name: dialect/115
-- differs: json
SELECT json_extract_path_text('{"a":{"b":"c"}}', 'a', 'b'), jsonb_extract_path('{"a":{"b":"c"}}', 'a')
;;
-- name: dialect/116
SELECT coalesce(subresource_uris::json ->> 'nope', 'none') FROM messages ORDER BY sid LIMIT 1
;;
-- name: dialect/117
SELECT count(*) AS "Total Messages", min(date_sent) AS first, max(date_sent) AS last, avg(price) AS value FROM messages
;;
-- name: dialect/118
SELECT m.status AS type, count(*) AS count, sum(m.num_segments) AS sum FROM messages m GROUP BY m.status ORDER BY count DESC, type
;;
-- name: dialect/119
SELECT day, hour, count(*) FROM (SELECT extract(day FROM date_sent) AS day, extract(hour FROM date_sent) AS hour FROM messages WHERE date_sent IS NOT NULL) x GROUP BY day, hour ORDER BY day, hour LIMIT 3
;;
-- name: dialect/120
SELECT year, month, count(*) FROM (SELECT extract(year FROM start_time)::int AS year, extract(month FROM start_time)::int AS month FROM calls WHERE start_time IS NOT NULL) x GROUP BY year, month ORDER BY year, month
;;
-- name: dialect/121
SELECT CASE status WHEN 'failed' THEN 'bad' WHEN 'sent' THEN 'ok' END AS result, count(*) FROM messages GROUP BY result ORDER BY result NULLS FIRST
;;
-- name: dialect/122
SELECT DATE '2026-11-05' AS date, TIME '10:00' AS time, TIMESTAMP '2026-11-05 10:00' AS timestamp, INTERVAL '1' DAY > INTERVAL '0' DAY AS interval
;;
-- name: dialect/123
SELECT date, count FROM (SELECT date_sent::date AS date, count(*) AS count FROM messages WHERE date_sent IS NOT NULL GROUP BY 1) t ORDER BY date LIMIT 2
;;
-- name: dialect/124
SELECT position('b' IN 'abc') AS position, substring('abcdef', 2, 3) AS substring, char_length('abc') AS value
;;
-- name: dialect/125
SELECT ROW_NUMBER() OVER (ORDER BY sid) AS row, sid AS key FROM accounts ORDER BY row
;;
-- name: dialect/126
SELECT (1, 2) = (1, 2), (1, 'a') < (1, 'b'), ROW(1,2) = ROW(1,3)
;;
-- name: dialect/127
(SELECT sid FROM accounts ORDER BY sid LIMIT 1) UNION ALL (SELECT 'z') ORDER BY 1
;;
-- name: dialect/128
-- empty: a condition that is not true
SELECT 1 WHERE NULL
;;
-- name: dialect/129
SELECT count(*) WHERE true
;;
-- name: dialect/130
SELECT max(x) FROM (VALUES (1),(NULL),(3)) v(x) HAVING max(x) > 2
;;
-- name: dialect/131
SELECT 1 AS x GROUP BY 1 HAVING true
;;
-- name: dialect/132
VALUES (1, 'a'), (2, 'b') ORDER BY 1 DESC LIMIT 1
;;
-- name: dialect/133
TABLE accounts ORDER BY sid LIMIT 1
;;
-- name: dialect/134
SELECT timestamp '2026-03-08 02:30' AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York'
;;
-- name: dialect/135
SELECT extract(timezone FROM now()) IS NOT NULL, extract(century FROM now()), date_part('decade', now())
;;
-- name: dialect/136
SELECT date_bin('15 minutes', date_sent, timestamp '2026-01-01') FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 1
;;
-- name: dialect/137
SELECT bit_and(num_segments), bit_or(num_segments) FROM messages
;;
-- name: dialect/138
SELECT every(muted), count(*) FILTER (WHERE NOT muted) FROM conference_participants
;;
-- name: dialect/139
SELECT array_agg(status ORDER BY sid) FROM flows
;;
-- name: dialect/140
SELECT concat_ws(', ', city, region, postal_code) FROM addresses ORDER BY sid LIMIT 3
;;
-- name: dialect/141
SELECT initcap('hello world'), lpad('7', 3, '0'), rpad('a', 3, '*'), repeat('ab', 2), reverse('abc'), translate('abc', 'ab', 'xy'), ascii('A'), chr(66), btrim('  x '), ltrim('xxa', 'x')
;;
-- name: dialect/142
SELECT md5('a'), encode('a', 'hex'), length('é'), octet_length('é'), upper('ß')
;;
-- name: dialect/143
SELECT sign(-2.5), ceil(1.2), floor(-1.2), trunc(1.99, 1), round(2.5), round(-2.5), round(2.345, 2), mod(7, 3), div(7, 2), gcd(12, 18), abs(-3), power(2, 3), sqrt(16), ln(1), log(100), exp(0), pi() > 3
;;
-- name: dialect/144
SELECT greatest(NULL, 1, 2), least(3, NULL), nullif('a', 'b'), coalesce(NULL, 2)
;;
-- name: dialect/145
SELECT sum(price) * -1 AS cost, to_char(sum(price), 'FM999990.0000') FROM messages
;;
-- name: dialect/146
SELECT to_char(1234567.891, 'FM9,999,999.00'), to_char(0.5, '0.99'), to_char(42, '000'), to_char(-5, 'S99')
;;
-- name: dialect/147
SELECT to_char(date_sent, 'YYYY-"W"IW'), to_char(date_sent, 'HH12:MI AM'), to_char(date_sent, 'Day, DD Mon YYYY') FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 2
;;
-- name: dialect/148
SELECT to_date('05 Nov 2026', 'DD Mon YYYY'), to_timestamp('2026-11-05 10:11', 'YYYY-MM-DD HH24:MI')::timestamp
;;
-- name: dialect/149
SELECT 1::text, 1.50::text, true::text, now()::date::text, NULL::int IS NULL, '1'::smallint
;;
-- name: dialect/150
SELECT cast('12' as int4), cast(1 as float4), cast('a' as varchar(1)), cast('abc' as char(2)), cast(3.7 as bigint)
;;
-- name: dialect/151
-- differs: json
SELECT '{"a":{"b":1}}'::jsonb -> 'a'
;;
-- name: dialect/152
-- empty: every account has calls
SELECT sid FROM accounts EXCEPT ALL SELECT account_sid FROM calls
;;
-- name: dialect/153
-- pg: SELECT a.sid, count(c.sid) FROM accounts a LEFT OUTER JOIN calls c ON c.account_sid = a.sid AND c.status = 'busy' GROUP BY a.sid ORDER BY a.sid
SELECT a.sid, count(c.sid) FROM {oj accounts a LEFT OUTER JOIN calls c ON c.account_sid = a.sid AND c.status = 'busy'} GROUP BY a.sid ORDER BY a.sid
;;
-- name: dialect/154
-- pg: SELECT count(*) FROM messages WHERE status LIKE 'f!%' ESCAPE '!' OR date_sent >= timestamp '2026-11-20 00:00:00' LIMIT 1
SELECT count(*) FROM messages WHERE status LIKE 'f!%' {escape '!'} OR date_sent >= {ts '2026-11-20 00:00:00'} {limit 1}
;;
-- name: dialect/155
SELECT v FROM (VALUES ('a'),('ab'),('a%'),('a_'),('A%b'),(''),('a\b'),('äÖ'),('😀x'),('a
b')) t(v) WHERE v LIKE 'a%' ORDER BY v
;;
-- name: dialect/156
SELECT v, v LIKE 'a\%', v LIKE 'a\_%', v LIKE '%b', v LIKE '_', v LIKE '__', v LIKE 'a!%' ESCAPE '!', v LIKE 'a\%' ESCAPE '', v NOT LIKE '%a%', v ILIKE 'a%B', v ILIKE '_ö', v ILIKE 'ÄÖ' FROM (VALUES ('a'),('ab'),('a%'),('a_'),('A%b'),(''),('a\b'),('äÖ'),('😀x'),('a
b'),(NULL)) t(v) ORDER BY v NULLS FIRST
;;
-- name: dialect/157
SELECT v, v SIMILAR TO 'a(b|c)*', v SIMILAR TO '[a-c]+', v SIMILAR TO '%b%', v SIMILAR TO 'a.b', v NOT SIMILAR TO 'a%', v SIMILAR TO '^a$', v SIMILAR TO 'a{2,3}', v SIMILAR TO '[^a]%', v SIMILAR TO 'a\|b' FROM (VALUES ('a'),('ab'),('abcb'),('aa'),('a.b'),('b'),('a|b'),('^a$')) t(v) ORDER BY v NULLS FIRST
;;
-- name: dialect/158
SELECT v, v ~ '^a', v ~* 'A', v !~ 'b$', v !~* 'B', v ~ '[[:digit:]]+', v ~ '\d', v ~ '\mfoo\M', v ~ 'a.b', v ~ '^$' FROM (VALUES ('a'),('ab'),('1'),('foo bar'),('xfoo'),(''),('a
b'),('FOO')) t(v) ORDER BY v
;;
-- name: dialect/159
SELECT regexp_match('abcd', 'ab|abcd'), regexp_match('foobarbequebaz', '(bar)(beque)'), regexp_match('aXbXc', 'a(.*?)X'), regexp_match('aXbXc', 'a(.*)X')
;;
-- name: dialect/160
SELECT regexp_replace('foobarbaz', 'b..', 'X'), regexp_replace('foobarbaz', 'b..', 'X', 'g'), regexp_replace('foobarbaz', 'b(..)', 'X\1Y', 'g'), regexp_replace('a$b', '\$', '$1'), regexp_replace('abc', '(b)', '[\&]'), regexp_replace('Hello', 'l+', 'L', 'gi')
;;
-- name: dialect/161
SELECT regexp_split_to_array('a, b,c', ',\s*'), substring('Thomas' from '...$'), substring('foobar' from 'o(.)b')
;;
-- name: dialect/162
SELECT count(*) FROM messages WHERE body ~ '(order|invoice) #?[0-9]+'
;;
-- name: dialect/163
SELECT sid, body FROM messages WHERE body LIKE '%' || substr(body, 2, 3) || '%' AND status LIKE replace(status, 'e', '_') ORDER BY sid LIMIT 5
;;
-- name: dialect/164
SELECT 'a' LIKE 'a' ESCAPE NULL, NULL LIKE 'a', 'x' LIKE NULL
;;
-- name: dialect/165
SELECT m.sid FROM messages m JOIN calls c ON m.to LIKE '%' || substr(c.to, 3, 6) || '%' AND c.status = 'failed' ORDER BY m.sid LIMIT 3
;;
-- name: dialect/166
SELECT max(date_sent) AS at, min(m.at) FROM messages, (VALUES (1)) m(at) ORDER BY at
;;
-- name: dialect/167
SELECT sid FROM messages WHERE (date_sent, sid) > (timestamp '2026-11-20', 'SM') ORDER BY date_sent, sid LIMIT 2
;;
-- name: dialect/168
SELECT count(*) FROM messages WHERE (price, sid) < (-0.01, 'SM5')
;;
-- name: dialect/169
SELECT count(*) FROM messages WHERE (price, error_code) <> (-0.01, 30003)
;;
-- name: dialect/170
SELECT count(*) FROM messages WHERE (price, error_code) = (-0.0075, 30003)
;;
-- name: dialect/171
SELECT count(*) FROM messages WHERE NOT ((price, error_code) = (-0.0075, 30003))
;;
-- name: dialect/172
SELECT count(*) FROM messages WHERE (error_code, price, sid) >= (30003, -0.01, 'SM5')
;;
-- name: dialect/173
SELECT (1, 2) = (1, 2), (1, 'a') < (1, 'b'), ROW(1,2) = ROW(1,3), (1, null) < (2, 1), (1, null) = (2, null), (1, null) <> (2, 1)
;;
-- name: dialect/174
SELECT count(*) FROM messages m JOIN calls c ON (m.to, m.account_sid) = (c.to, c.account_sid)
;;
-- name: dialect/175
SELECT count(*) FROM messages m JOIN messages n ON (m.date_created, m.sid) < (n.date_created, n.sid) WHERE m.status = 'failed' AND n.status = 'failed'
;;
-- name: dialect/176
SELECT json_agg(status) FROM (SELECT DISTINCT status FROM messages ORDER BY 1) t
;;
-- name: dialect/177
SELECT json_object_agg(status, n) FROM (SELECT status, count(*) n FROM messages GROUP BY status ORDER BY 1) t
;;
-- name: dialect/178
SELECT string_agg(status, ',') FROM (SELECT DISTINCT status FROM messages ORDER BY 1 DESC) t
;;
-- name: dialect/179
SELECT direction, string_agg(sid, ',') FROM (SELECT sid, direction FROM messages WHERE status = 'failed' ORDER BY sid) t GROUP BY direction
;;
-- name: dialect/180
SELECT sid FROM (SELECT sid, status FROM messages ORDER BY sid) t WHERE status = 'failed' LIMIT 3
;;
-- name: dialect/181
SELECT sid, row_number() OVER () FROM (SELECT sid, status FROM messages ORDER BY sid) t LIMIT 3
;;
-- name: dialect/182
SELECT array_agg(sid) FROM (SELECT sid FROM messages WHERE status = 'failed' ORDER BY sid DESC) t
;;
-- name: dialect/183
SELECT array_agg(sid) FROM (SELECT sid, date_sent FROM messages ORDER BY sid) t WHERE date_sent > '2026-11-20'
;;
-- name: dialect/185
WITH t AS (SELECT status, count(*) n FROM messages GROUP BY 1 ORDER BY n DESC) SELECT string_agg(status || '=' || n, ', ') FROM t
;;
-- name: dialect/186
SELECT string_agg(sid, ',' ORDER BY sid) FROM (SELECT sid FROM messages WHERE status = 'failed' ORDER BY body) t
;;
-- name: dialect/187
SELECT * FROM (SELECT m.sid, c.sid AS c FROM messages m JOIN calls c ON m.to = c.to ORDER BY m.sid, c.sid) t LIMIT 3
;;
-- name: dialect/188
SELECT * FROM (SELECT status, count(*) n FROM messages GROUP BY 1 ORDER BY n DESC) t LIMIT 2
;;
-- name: dialect/189
SELECT status FROM (SELECT status, count(*) n FROM messages GROUP BY 1 ORDER BY n DESC) t WHERE n > 460 LIMIT 2
;;
-- name: dialect/190
SELECT sid FROM (SELECT sid, date_sent FROM messages WHERE date_sent IS NOT NULL ORDER BY date_sent DESC) t WHERE date_sent < '2026-11-20' LIMIT 3 OFFSET 1
;;
-- name: dialect/191
SELECT count(*) FROM (SELECT sid FROM messages ORDER BY body LIMIT 10) t
;;
-- name: dialect/192
SELECT status FROM messages WHERE status LIKE ANY (ARRAY['fail%','und%']) GROUP BY 1 ORDER BY 1
;;
-- name: dialect/193
SELECT count(*) FROM messages WHERE body NOT LIKE ALL (ARRAY['%a%','%b%'])
;;
-- name: dialect/194
SELECT count(*) FROM messages WHERE body not  like
 any('{%a%,%b%}')
;;
-- name: dialect/195
SELECT count(*) FROM messages WHERE body ILIKE ANY (ARRAY['%code%','%order%']) AND status = 'sent'
;;
-- name: dialect/196
SELECT count(*) FROM messages WHERE status LIKE SOME (ARRAY['%ed', 'q%']) OR status NOT ILIKE ALL(ARRAY['S%', '%D'])
;;
-- name: dialect/197
SELECT 'abc' ~~ 'a%', 'abc' ~~* 'A%', 'abc' !~~ 'a%', 'abc' !~~* 'B%'
;;
-- name: dialect/198
SELECT count(*) FROM messages WHERE status ~~ 'f%' AND body !~~ '%x%'
;;
-- name: dialect/199
SELECT count(*) FROM messages WHERE status LIKE 'f%' AND status ~ '^f' AND status !~ 'x$' AND status ~* '^F'
;;
-- name: dialect/200
SELECT generate_series(date '2026-11-01', date '2026-11-03', interval '1 day')::date
;;
-- name: dialect/201
SELECT upper(unnest(ARRAY['a','b']))
;;
-- name: dialect/202
SELECT sid, jsonb_object_keys(subresource_uris::jsonb) AS k FROM messages ORDER BY sid, k LIMIT 3
;;
-- name: dialect/203
SELECT (date_sent::date || ' 00:00')::timestamp FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 1
;;
-- name: dialect/204
SELECT count(*) FROM messages WHERE status = ANY('{failed,sent}'::text[])
;;
-- name: dialect/205
SELECT timezone('UTC', timestamp '2026-11-15 10:00')
;;
-- name: dialect/206
SELECT count(*) FROM messages WHERE error_code = ANY('{30003,30005}'::int[])
;;
-- name: dialect/207
SELECT sid FROM messages WHERE status = ANY(ARRAY['failed','sent']::text[]) ORDER BY sid LIMIT 2
;;
-- name: dialect/208
SELECT 1 + generate_series(1, 3) AS n
;;
-- name: dialect/209
SELECT split_part(unnest(string_to_array('a=1,b=2', ',')), '=', 2) AS v ORDER BY v
;;
-- name: dialect/210
SELECT sid, (jsonb_array_elements('[{"x":1},{"x":2}]') ->> 'x')::int AS x FROM messages ORDER BY sid, x LIMIT 3
;;
-- name: dialect/211
SELECT timezone('America/New_York', timestamp '2026-11-15 10:00' AT TIME ZONE 'UTC')
;;
-- name: dialect/212
SELECT DISTINCT status, count(*) OVER (PARTITION BY status) AS n FROM messages ORDER BY n DESC, status LIMIT 2
;;
-- name: dialect/213
SELECT '{1,2,3}'::int[]
;;
-- name: dialect/214
SELECT extract(year FROM age(timestamp '2026-11-25', timestamp '2020-01-15 10:00')) AS y, extract(month FROM age(timestamp '2026-11-25', timestamp '2020-01-15')) AS m, extract(day FROM age(timestamp '2026-11-25 12:00', timestamp '2020-01-15')) AS d, date_part('hour', age(timestamp '2026-11-25 12:30', timestamp '2020-01-15')) AS h
;;
-- name: dialect/215
SELECT extract(epoch FROM age(timestamp '2026-11-25', timestamp '2020-01-15 10:00')) AS e, extract(year FROM age(timestamp '2020-01-15 10:00', timestamp '2026-11-25')) AS y
;;
-- name: dialect/216
SELECT extract(quarter FROM interval '14 months') AS q, extract(quarter FROM interval '3 days') AS z, extract(century FROM interval '230 years') AS c
;;
-- name: dialect/217
SELECT to_hex(255) AS a, to_hex(-1) AS b, to_hex(1234567890123) AS c
;;
-- name: dialect/218
SELECT c.sid, (SELECT string_agg(p.call_sid, ',' ORDER BY p.call_sid) FROM conference_participants p WHERE p.conference_sid = c.sid) AS calls FROM conferences c ORDER BY 1 LIMIT 20
;;
-- name: dialect/219
SELECT a.sid, (SELECT array_agg(m.sid ORDER BY m.date_sent DESC, m.sid) FROM messages m WHERE m.account_sid = a.sid AND m.date_sent >= '2026-11-22') AS sids FROM accounts a ORDER BY 1
;;
-- name: dialect/220
SELECT a.sid, (SELECT string_agg(m.status, ',' ORDER BY m.sid) || '/' || string_agg(m.status, ',' ORDER BY m.sid DESC) FROM messages m WHERE m.account_sid = a.sid AND m.date_sent >= '2026-11-23') AS both FROM accounts a ORDER BY 1
;;
-- name: dialect/221
SELECT a.sid, x.l FROM accounts a CROSS JOIN LATERAL (SELECT string_agg(m.sid, ',' ORDER BY m.sid) AS l FROM messages m WHERE m.account_sid = a.sid AND m.date_sent >= '2026-11-22') x ORDER BY 1
;;
-- name: dialect/222
SELECT a.sid, (SELECT jsonb_agg(m.sid ORDER BY (m.date_sent), m.sid) FILTER (WHERE (m.num_segments > 1)) FROM messages m WHERE m.account_sid = a.sid AND m.date_sent >= '2026-11-22') AS long FROM accounts a ORDER BY 1
;;
-- name: dialect/223
SELECT status, json_agg(sid ORDER BY sid) FILTER (WHERE direction = 'inbound') FROM messages WHERE date_sent >= '2026-11-22' GROUP BY status ORDER BY status
;;
-- name: dialect/224
SELECT json_object_agg(status, n ORDER BY n DESC, status) FROM (SELECT status, count(*) AS n FROM messages GROUP BY status) t
;;
-- name: dialect/225
SELECT jsonb_build_object('long', 1, 'b', 2, 'a', 3, 'b', 4) AS one, jsonb_object_agg(s, n) FROM (VALUES ('zz', 1), ('a', 2), ('zz', 3)) t(s, n)
;;
-- name: dialect/226
SELECT json_agg(DISTINCT status), jsonb_agg(DISTINCT status ORDER BY status DESC) FROM messages
;;
-- name: dialect/227
SELECT json_agg(DISTINCT x), jsonb_agg(DISTINCT x ORDER BY x DESC) FROM (VALUES (1), (20), (3), (3)) t(x)
;;
-- name: dialect/228
SELECT direction, string_agg(DISTINCT status, ', ') AS s FROM messages GROUP BY direction ORDER BY 1
;;
-- name: dialect/229
SELECT count(DISTINCT status) AS n, string_agg(DISTINCT direction, ',') AS d FROM messages
;;
-- name: dialect/230
SELECT direction, array_agg(DISTINCT error_code) FROM messages GROUP BY direction ORDER BY 1
;;
-- name: dialect/231
SELECT array_agg(x), array_agg(DISTINCT x ORDER BY x DESC NULLS LAST) AS d, array_agg(x) FILTER (WHERE x > 5) AS none FROM (VALUES (1), (NULL), (3), (3)) t(x)
;;
-- name: dialect/232
SELECT array_agg(x) FROM (VALUES (1)) t(x) WHERE x > 7
;;
-- name: dialect/233
SELECT direction, array_agg(error_code ORDER BY sid) FROM messages WHERE date_sent >= '2026-11-23' GROUP BY direction ORDER BY 1
;;
-- name: dialect/234
SELECT direction, count(DISTINCT status) AS n, string_agg(status, ',' ORDER BY sid) AS l FROM messages WHERE date_sent >= '2026-11-20' GROUP BY direction ORDER BY 1
;;
-- name: dialect/235
SELECT direction, count(DISTINCT status) AS n, array_agg(DISTINCT status), string_agg(DISTINCT status, '+' ORDER BY status DESC) FROM messages WHERE date_sent >= '2026-11-20' GROUP BY direction ORDER BY 1
;;
-- name: dialect/236
SELECT array[true, false] AS a, array[date '2026-01-01'] AS b, array[timestamp '2026-01-01 10:00'] AS c, array[1.5, 2] AS d, array[null, 'a'] AS e
;;
-- name: dialect/237
SELECT array_agg(DISTINCT date_sent::date) FROM messages WHERE date_sent >= '2026-11-20'
;;
-- name: dialect/238
SELECT array_agg(date_sent ORDER BY date_sent, sid) FROM messages WHERE date_sent >= '2026-11-24'
;;
-- name: dialect/239
SELECT array[array[date '2026-01-01'], array[date '2026-01-02']] AS nested
;;
-- name: dialect/240
-- refused: array_agg does not go with an aggregate of DISTINCT values beside it: take each in a sub-query of its own.
SELECT direction, count(DISTINCT status) AS n, array_agg(sid ORDER BY sid) FROM messages WHERE date_sent >= '2026-11-20' GROUP BY direction ORDER BY 1
;;
-- name: dialect/241
SELECT a.sid, x.* FROM accounts a CROSS JOIN LATERAL (SELECT c.status, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS r FROM calls c WHERE c.account_sid = a.sid GROUP BY c.status) x ORDER BY 1, 2
;;
-- name: dialect/242
SELECT a.sid, (SELECT row_number() OVER (ORDER BY c.start_time, c.sid) FROM calls c WHERE c.account_sid = a.sid AND c.start_time >= '2026-11-01' ORDER BY c.start_time DESC, c.sid LIMIT 1) AS n FROM accounts a ORDER BY 1
;;
-- name: dialect/243
SELECT a.sid, x.* FROM accounts a CROSS JOIN LATERAL (SELECT DISTINCT ON (c.status) c.status, c.sid FROM calls c WHERE c.account_sid = a.sid ORDER BY c.status, c.start_time DESC, c.sid) x ORDER BY 1, 2
;;
-- name: dialect/244
SELECT a.sid, x.sid AS call FROM accounts a CROSS JOIN LATERAL (SELECT c.sid FROM calls c WHERE c.account_sid = a.sid ORDER BY c.duration DESC NULLS LAST FETCH FIRST 2 ROWS WITH TIES) x ORDER BY 1, 2
;;
-- name: dialect/245
SELECT a.sid, x.n FROM accounts a CROSS JOIN LATERAL (SELECT count(*) OVER () AS n FROM calls c WHERE c.start_time < a.date_created + interval '700 days' AND c.start_time >= '2026-11-10') x GROUP BY a.sid, x.n ORDER BY 1, 2
;;
-- name: dialect/246
SELECT a.sid, x.n, x.l FROM accounts a CROSS JOIN LATERAL (SELECT count(*) OVER () AS n, upper(a.friendly_name) AS l FROM calls c WHERE c.start_time >= '2026-11-20') x GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
;;
-- name: dialect/247
SELECT c.sid, (SELECT x.s FROM (SELECT p.call_sid, sum(1) OVER (PARTITION BY p.muted ORDER BY p.call_sid) AS s FROM conference_participants p WHERE p.conference_sid = c.sid) x ORDER BY x.call_sid LIMIT 1) AS s FROM conferences c ORDER BY 1 LIMIT 15
;;
-- name: dialect/248
SELECT a.*, b.* FROM (VALUES (1, 2)) a(x, y) JOIN (VALUES (1, 3)) b(x, y) ON a.x = b.x
;;
-- name: dialect/249
SELECT a.*, b.x AS x0 FROM (VALUES (1, 2)) a(x, y), (VALUES (5)) b(x)
;;
-- name: dialect/250
SELECT a.sid, x.* FROM accounts a JOIN (SELECT c.account_sid, c.sid FROM calls c WHERE c.start_time >= '2026-11-20') x ON x.account_sid = a.sid ORDER BY 1, 2, 3
;;
-- name: dialect/251
SELECT DISTINCT status, sum(num_segments) OVER (PARTITION BY status) FROM messages ORDER BY 2 DESC NULLS LAST LIMIT 2
;;
-- name: dialect/252
SELECT a.sid, x.s FROM accounts a CROSS JOIN LATERAL (SELECT sum(c.duration) AS s FROM calls c WHERE c.account_sid = a.sid AND c.status = 'zzz') x ORDER BY 1
;;
-- name: dialect/253
SELECT c.sid, x.n, x.m FROM calls c CROSS JOIN LATERAL (SELECT count(*) AS n, max(d.sid) AS m FROM calls d WHERE d.sid = c.parent_call_sid) x WHERE c.start_time >= '2026-11-22' ORDER BY 1
;;
-- name: dialect/254
SELECT c.sid, x.n, x.m FROM calls c CROSS JOIN LATERAL (SELECT coalesce(sum(d.duration), 7) AS n, count(DISTINCT d.status) + 1 AS m FROM calls d WHERE d.sid = c.parent_call_sid) x WHERE c.start_time >= '2026-11-22' ORDER BY 1
;;
-- name: dialect/255
SELECT a.sid, x.avg FROM accounts a, LATERAL (SELECT avg(18) FROM calls c WHERE c.account_sid = a.sid) x ORDER BY 1
;;
-- name: dialect/256
-- refused: A query with a window that depends on an outer row selects no other values of that row: take them outside, as in SELECT a.name, x.n FROM a CROSS JOIN LATERAL (SELECT count(*) OVER () AS n FROM b WHERE b.id = a.id) AS x.
SELECT a.sid, x.n, x.l FROM accounts a CROSS JOIN LATERAL (SELECT count(*) OVER () AS n, upper(a.friendly_name) AS l FROM calls c WHERE c.account_sid = a.sid AND c.start_time >= '2026-11-20') x ORDER BY 1, 2, 3
;;
-- name: dialect/257
SELECT count(DISTINCT status) AS n, max(sid) FROM accounts WHERE false HAVING count(*) < 2
;;
-- name: dialect/258
SELECT count(DISTINCT status) AS n, sum(1), count(sid) + 1 AS m FROM accounts WHERE false
;;
-- name: dialect/259
SELECT status, type, count(*) FROM accounts WHERE false GROUP BY CUBE(status, type)
;;
-- name: dialect/260
-- refused: A row is compared with those of a query by IN: (a, b) IN (SELECT c, d FROM t).
SELECT sid FROM calls WHERE (account_sid, duration) = (SELECT account_sid, max(duration) FROM calls GROUP BY account_sid ORDER BY 1 LIMIT 1) ORDER BY 1
;;
-- name: dialect/261
-- refused: A percentile is taken of one fraction at a time: percentile_cont(0.5) WITHIN GROUP (ORDER BY x), percentile_cont(0.9) WITHIN GROUP (ORDER BY x).
SELECT percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY duration) FROM calls
;;
-- name: dialect/262
SELECT '1'::pg_catalog.int4, 'a'::pg_catalog.text, ceiling(1.1), ceil(2.5)
;;
-- name: dialect/263
-- differs: type
SELECT n, x FROM unnest(ARRAY['a', 'b', 'c']) WITH ORDINALITY AS t(x, n) ORDER BY n DESC
;;
-- name: dialect/264
-- differs: type
SELECT NULLIF(1, 2.5) AS n, 5. AS five
;;
-- name: dialect/265
-- pg: SELECT 6 AS n, NULL::int AS none, true AS t
SELECT JSON_VALUE('{"a":"5"}', '$.a' RETURNING INTEGER) + 1 AS n, JSON_VALUE('{"a":"x"}', '$.a' RETURNING INTEGER) AS none, JSON_VALUE('{"a":true}', '$.a' RETURNING BOOLEAN) AS t
;;
-- name: dialect/266
-- pg: SELECT 0
-- refused: A value could not be computed: one that it takes is of another type. Convert it with CAST or TRY_CAST.
SELECT JSON_VALUE('{"a":"x"}', '$.a' RETURNING INTEGER DEFAULT 0 ON ERROR)
;;
-- name: dialect/267
SELECT sid FROM calls WHERE (status, direction) IN (VALUES ('failed', 'inbound'), ('busy', 'x'))
;;
-- name: dialect/268
SELECT sid FROM calls WHERE (status, direction) IN (SELECT 'failed', 'inbound' UNION ALL SELECT 'busy', 'outbound-api')
;;
-- name: dialect/269
SELECT sid FROM calls WHERE (status, direction) IN (VALUES ('failed', 'inbound') UNION ALL VALUES ('busy', 'outbound-api'))
;;
-- name: dialect/270
SELECT sid FROM calls c JOIN (VALUES ('failed', 'inbound'), ('busy', 'x')) v(s, d) ON c.status = v.s AND c.direction = v.d
;;
-- name: dialect/271
SELECT sid FROM calls WHERE (status, direction) IN (SELECT 'failed', 'inbound' UNION SELECT 'busy', 'outbound-api')
;;
-- name: dialect/272
SELECT sid, sum(duration) OVER (PARTITION BY status ORDER BY sid ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW) AS f FROM calls ORDER BY sid LIMIT 20
;;
-- name: dialect/273
SELECT sid, count(*) OVER (PARTITION BY direction ORDER BY status ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) AS f FROM calls WHERE sid < 'CA1' ORDER BY status, sid LIMIT 20
;;
-- name: dialect/274
SELECT sid, sum(duration) OVER (ORDER BY status RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) AS f FROM calls ORDER BY sid LIMIT 20
;;
-- name: dialect/275
SELECT sid, max(duration) OVER (PARTITION BY status ORDER BY sid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS f FROM calls ORDER BY sid LIMIT 20
;;
-- name: dialect/276
SELECT v.label, count(m.sid) FROM (VALUES ('a', 'delivered'), ('b', 'failed'), ('c', 'sent')) v(label, status) LEFT JOIN messages m ON m.status = v.status GROUP BY v.label ORDER BY 1
;;
-- name: dialect/277
SELECT m.sid FROM messages m JOIN calls c ON m."from" = c."from" AND m."to" = c."to" WHERE m.status IN ('failed', 'sent') AND c.status IN ('busy', 'failed') ORDER BY 1 LIMIT 5
;;
-- name: dialect/278
SELECT a.sid FROM messages a JOIN messages b ON a.status = b.status AND a.direction = b.direction AND a.sid = b.sid WHERE b.status IN ('failed', 'sent') AND a.direction IN ('inbound', 'outbound-api') ORDER BY 1 LIMIT 5
;;
-- name: dialect/279
WITH k(s, d) AS (VALUES ('failed', 'inbound'), ('busy', 'outbound-api')), l(s, d) AS (VALUES ('failed', 'inbound'), ('x', 'y')) SELECT count(*) FROM calls c JOIN k ON c.status = k.s AND c.direction = k.d JOIN l ON l.s = k.s AND l.d = k.d
;;
-- name: dialect/280
SELECT count(*) FROM calls c WHERE EXISTS (SELECT 1 FROM (VALUES ('failed', 'inbound'), ('busy', 'inbound')) v(s, d) WHERE v.s = c.status AND v.d = c.direction)
;;
-- name: dialect/281
SELECT count(*) FROM calls c WHERE NOT EXISTS (SELECT 1 FROM (VALUES ('failed', 'inbound'), ('busy', 'inbound')) v(s, d) WHERE v.s = c.status AND v.d = c.direction)
;;
-- name: dialect/282
SELECT c.status, v.n FROM calls c FULL JOIN (VALUES ('failed', 'inbound', 1), ('nix', 'inbound', 2)) v(s, d, n) ON c.status = v.s AND c.direction = v.d WHERE v.n IS NOT NULL ORDER BY 1 NULLS FIRST, 2 LIMIT 5
;;
-- name: dialect/283
SELECT DISTINCT m.status, d.label FROM messages m, (SELECT 'inbound' AS dir, 'in' AS label UNION SELECT 'outbound-api', 'out' UNION SELECT 'outbound-reply', 'out') d WHERE d.dir = m.direction AND (m.status = 'received' OR d.label = 'out') ORDER BY 1, 2
;;
-- name: dialect/284
SELECT t1.status FROM (SELECT status, direction FROM messages WHERE status IN ('sent', 'failed') GROUP BY 1, 2) t1 JOIN (SELECT status, direction FROM calls WHERE direction IN ('inbound', 'outbound-api') GROUP BY 1, 2) t2 USING (status, direction) ORDER BY 1
;;
-- name: dialect/285
SELECT m.status, (SELECT string_agg(v.d, '+' ORDER BY v.d) FROM (VALUES ('sent', 'x'), ('sent', 'y'), ('failed', 'z')) v(s, d) WHERE v.s = m.status) AS l, count(*) FROM messages m GROUP BY m.status ORDER BY 1
;;
-- name: dialect/286
SELECT status, coalesce(sum(duration), 0) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/287
SELECT status, count(sid), coalesce(sum(duration), 0) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/288
SELECT status, count(*), coalesce(sum(duration), 0) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/289
SELECT status, count(sid), coalesce(sum(price), 0) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/290
SELECT status, count(sid), coalesce(max(duration), 0) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/291
SELECT p.sid, p.phone_number, count(c.sid) AS calls, coalesce(sum(c.duration), 0) AS seconds FROM incoming_phone_numbers p LEFT JOIN calls c ON c."to" = p.phone_number GROUP BY p.sid, p.phone_number ORDER BY calls DESC, p.sid
;;
-- name: dialect/292
SELECT p.sid, count(c.sid) AS calls, coalesce(sum(c.duration), 0) AS seconds FROM incoming_phone_numbers p LEFT JOIN calls c ON c."to" = p.phone_number GROUP BY p.sid ORDER BY 1
;;
-- name: dialect/293
SELECT h.hour, count(c.sid) FROM (SELECT generate_series(0, 23) AS hour) h LEFT JOIN calls c ON extract(hour FROM c.start_time) = h.hour AND c.status = 'completed' GROUP BY 1 ORDER BY 1
;;
-- name: dialect/294
SELECT m.direction, count(*) FILTER (WHERE m.status IN ('failed', 'undelivered'))::numeric / nullif(count(*), 0) AS rate FROM messages m GROUP BY 1 ORDER BY 1
;;
-- name: dialect/295
SELECT x."to", x.n FROM (SELECT "to", count(*) AS n, max(count(*)) OVER () AS most FROM messages GROUP BY "to") x WHERE x.n = x.most ORDER BY 1
;;
-- name: dialect/296
SELECT c.sid FROM calls c WHERE c.duration > ALL (SELECT duration FROM calls WHERE status = 'completed' AND direction <> c.direction AND duration IS NOT NULL AND duration < 850) ORDER BY 1 LIMIT 5
;;
-- name: dialect/297
SELECT c.sid FROM calls c WHERE c.duration = ANY (SELECT max(duration) FROM calls GROUP BY status) ORDER BY 1
;;
-- name: dialect/298
SELECT date_trunc('week', date_sent) AS w, count(*), count(*) - lag(count(*), 1, 0) OVER (ORDER BY date_trunc('week', date_sent)) AS diff FROM messages WHERE date_sent IS NOT NULL GROUP BY 1 ORDER BY 1
;;
-- name: dialect/299
SELECT status, direction, sum(count(*)) OVER (PARTITION BY status ORDER BY direction) FROM calls GROUP BY status, direction ORDER BY 1, 2
;;
-- name: dialect/300
SELECT g.status, g.total, g.pct FROM (SELECT status, count(*) AS total, 100 * count(*) / (SELECT count(*) FROM calls) AS pct FROM calls GROUP BY ROLLUP (status)) g ORDER BY g.total DESC, 1
;;
-- name: dialect/301
SELECT sid, CASE status WHEN 'completed' THEN duration ELSE NULL END AS d FROM calls WHERE coalesce(duration, -1) < 10 ORDER BY d DESC NULLS LAST, sid LIMIT 8
;;
-- name: dialect/302
SELECT upper(substring(status from 1 for 1)) || substring(status from 2) AS s, count(*) FROM calls GROUP BY 1 ORDER BY 2 DESC, 1
;;
-- name: dialect/303
SELECT DISTINCT status, count(*) OVER (PARTITION BY status) FROM calls ORDER BY 1
;;
-- name: dialect/304
SELECT * FROM (SELECT sid, row_number() OVER (PARTITION BY direction, status ORDER BY duration DESC NULLS LAST, sid) AS r, direction, status FROM calls) t WHERE r <= 2 ORDER BY direction, status, r
;;
-- name: dialect/305
SELECT q.sid, q.friendly_name FROM queues q WHERE NOT EXISTS (SELECT 1 FROM calls c WHERE c.queue_time::text = q.sid) ORDER BY 1
;;
-- name: dialect/306
SELECT m.sid, mm.content_type FROM messages m JOIN message_media mm ON mm.message_sid = m.sid WHERE m.num_media > 1 AND mm.content_type LIKE 'image/%' ORDER BY 1, 2 LIMIT 5
;;
-- name: dialect/307
SELECT p.sid, p.phone_number, count(c.sid) AS calls, coalesce(sum(c.duration), 0) AS seconds FROM incoming_phone_numbers p LEFT JOIN calls c ON c."to" = p.phone_number GROUP BY p.sid, p.phone_number ORDER BY calls DESC, p.sid
;;
-- name: dialect/308
SELECT u.category, sum(u.price) AS price FROM usage_records u WHERE u.start_date >= date '2026-11-01' GROUP BY u.category HAVING sum(u.price) <> 0 ORDER BY price DESC, 1 LIMIT 5
;;
-- name: dialect/309
SELECT a.sid, (SELECT count(*) FROM calls c WHERE c.account_sid = a.sid) AS calls, (SELECT count(*) FROM messages m WHERE m.account_sid = a.sid) AS messages FROM accounts a ORDER BY 1
;;
-- name: dialect/310
SELECT x.s, x.d, c.n FROM (VALUES ('busy', 'inbound'), ('failed', 'inbound')) AS x(s, d) LEFT JOIN (SELECT status, direction, count(*) AS n FROM calls GROUP BY 1, 2) c ON (c.status, c.direction) = (x.s, x.d) ORDER BY 1
;;
-- name: dialect/311
SELECT sum(CASE WHEN status = 'busy' THEN 1 ELSE 0 END) FROM calls WHERE sid = 'none'
;;
-- name: dialect/312
SELECT sum(CASE WHEN status = 'busy' THEN 1 ELSE 0 END), count(CASE WHEN status = 'busy' THEN 1 END), sum(CASE WHEN status = 'busy' THEN 1 END), sum(CASE WHEN status = 'none' THEN 1 END), sum(CASE WHEN status = 'none' THEN 1 ELSE 0 END) FROM calls
;;
-- name: dialect/313
SELECT direction, sum(CASE WHEN status = 'completed' THEN duration ELSE 0 END), sum(CASE WHEN status = 'completed' THEN duration END), sum(CASE WHEN status = 'none' THEN duration END), max(CASE WHEN status = 'busy' THEN sid END), count(DISTINCT CASE WHEN status = 'busy' THEN "from" END) FROM calls GROUP BY direction ORDER BY 1
;;
-- name: dialect/314
SELECT direction, coalesce(sum(CASE WHEN status = 'none' THEN 1 END), 0), coalesce(sum(duration) FILTER (WHERE status = 'none'), 0), coalesce(max(duration), 0) - coalesce(min(duration), 0) FROM calls GROUP BY direction ORDER BY 1
;;
-- name: dialect/315
SELECT direction, status, coalesce(sum(duration), 0) AS s, coalesce(sum(price), 0) AS p, count(*) AS n, coalesce(avg(duration), 0)::numeric(10,2) AS a FROM calls GROUP BY direction, status ORDER BY s DESC, p, n, 1, 2
;;
-- name: dialect/316
SELECT coalesce(sum(duration), 0), count(*), coalesce(sum(queue_time), 0) FROM calls WHERE sid = 'none'
;;
-- name: dialect/317
SELECT coalesce(sum(duration), 0) + coalesce(sum(queue_time), 0), count(sid) FROM calls
;;
-- name: dialect/318
SELECT sum(CASE WHEN status = 'busy' THEN 1 ELSE 0 END) * 100.0 / count(*), avg(CASE WHEN status = 'completed' THEN 1 ELSE 0 END)::numeric(8,5) FROM calls
;;
-- name: dialect/319
SELECT status, coalesce(sum(duration) OVER (PARTITION BY status), 0) AS s, sid FROM calls ORDER BY sid LIMIT 5
;;
-- name: dialect/320
SELECT CASE WHEN sum(duration) IS NOT NULL THEN sum(duration) ELSE 0 END AS a, count(*), status FROM calls GROUP BY status ORDER BY 3
;;
-- name: dialect/321
SELECT status, coalesce(sum(duration), 0) AS s FROM calls GROUP BY status HAVING coalesce(sum(duration), 0) > 0 ORDER BY coalesce(sum(duration), 0) DESC
;;
-- name: dialect/322
SELECT status, count(*), coalesce(string_agg(sid, ',' ORDER BY sid) FILTER (WHERE duration > 895), '-') FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/323
SELECT a.sid, coalesce((SELECT sum(c.duration) FROM calls c WHERE c.account_sid = a.sid AND c.status = 'none'), 0) AS z, coalesce((SELECT count(*) FROM calls c WHERE c.account_sid = a.sid), 0) AS n FROM accounts a ORDER BY 1
;;
-- name: dialect/324
SELECT date_trunc('day', m.date_sent) AS d, coalesce(sum(m.num_segments), 0) AS seg, coalesce(sum(m.price), 0) AS price, count(*) AS n FROM messages m WHERE m.date_sent >= '2026-11-20' GROUP BY 1 ORDER BY 1
;;
-- name: dialect/325
SELECT q.sid, count(m.sid) AS n, coalesce(sum(m.num_segments), 0) AS s, coalesce(min(m.price), 0) AS p FROM incoming_phone_numbers q LEFT JOIN messages m ON m."from" = q.phone_number AND m.status = 'failed' GROUP BY q.sid ORDER BY n DESC, 1
;;
-- name: dialect/326
SELECT status, sum(duration) AS s, coalesce(sum(duration), 0) AS c, sum(coalesce(duration, 0)) AS d, count(duration) AS e FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/327
SELECT status, nullif(count(*), 216), greatest(count(*), coalesce(sum(duration), 0)), least(max(duration), 10) FROM calls GROUP BY status ORDER BY 1
;;
-- name: dialect/328
SELECT r.direction, r.n FROM (SELECT direction, coalesce(sum(CASE WHEN status IN ('busy', 'failed') THEN 1 ELSE 0 END), 0) AS n FROM calls GROUP BY direction) r WHERE r.n > 10 ORDER BY 2 DESC, 1
;;
-- name: dialect/329
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) < INTERVAL '2 days'
;;
-- name: dialect/330
SELECT count(*) FROM messages WHERE age(now()::timestamp, date_sent) <= INTERVAL '7 days'
;;
-- name: dialect/331
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) > INTERVAL '1 month'
;;
-- name: dialect/332
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) > INTERVAL '2 months'
;;
-- name: dialect/333
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) >= '1 month 3 days'
;;
-- name: dialect/334
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) < '2 days'
;;
-- name: dialect/335
SELECT count(*) FROM messages WHERE '2 days' > age(CURRENT_DATE, date_sent)
;;
-- name: dialect/336
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) BETWEEN INTERVAL '1 day' AND INTERVAL '1 week'
;;
-- name: dialect/337
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) BETWEEN '1 day' AND '1 month'
;;
-- name: dialect/338
SELECT count(*) FROM messages WHERE age(CURRENT_DATE, date_sent) > age(CURRENT_DATE, date_created)
;;
-- name: dialect/339
SELECT count(*) FROM messages WHERE age(date_updated, date_sent) > INTERVAL '1 second'
;;
-- name: dialect/340
SELECT count(*) FROM messages WHERE NOT age(CURRENT_DATE, date_sent) < INTERVAL '1 year'
;;
-- name: dialect/341
SELECT count(*) FROM messages WHERE now()::timestamp - date_sent < '2 days'
;;
-- name: dialect/342
SELECT count(*) FROM messages WHERE '02:00:00' < now()::timestamp - date_sent
;;
-- name: dialect/343
SELECT count(*) FROM messages WHERE now()::timestamp - date_sent BETWEEN '1 day' AND '1 month'
;;
-- name: dialect/344
SELECT count(*) FROM messages WHERE date_sent + INTERVAL '7 days' > now()::timestamp
;;
-- name: dialect/345
SELECT count(*) FROM messages WHERE date_sent - INTERVAL '7 days' < '2026-11-01'
;;
-- name: dialect/346
SELECT count(*) FROM messages WHERE date_sent::date + 7 > CURRENT_DATE
;;
-- name: dialect/347
SELECT count(*) FROM messages WHERE CURRENT_DATE - date_sent::date < 7
;;
-- name: dialect/348
SELECT count(*) FROM messages WHERE CURRENT_DATE - date_sent::date BETWEEN 2 AND 7
;;
-- name: dialect/349
SELECT count(*) FROM messages WHERE date_sent::date - DATE '2026-11-01' = 3
;;
-- name: dialect/350
SELECT count(*) FROM messages WHERE extract(epoch FROM now()::timestamp - date_sent) < 86400
;;
-- name: dialect/351
SELECT count(*) FROM messages WHERE extract(epoch FROM now()::timestamp - date_sent) / 3600 < 24
;;
-- name: dialect/352
SELECT count(*) FROM messages WHERE date_part('day', now()::timestamp - date_sent) < 7
;;
-- name: dialect/353
SELECT count(*) FROM messages WHERE date_part('day', now()::timestamp - date_sent) >= 7
;;
-- name: dialect/354
SELECT count(*) FROM messages WHERE extract(day FROM now()::timestamp - date_sent) > 7
;;
-- name: dialect/355
SELECT count(*) FROM messages WHERE extract(day FROM now()::timestamp - date_sent) <= 1
;;
-- name: dialect/356
SELECT count(*) FROM messages WHERE extract(day FROM now()::timestamp - date_sent) = 3
;;
-- name: dialect/357
SELECT sid, age(CURRENT_DATE, date_sent) AS a FROM messages WHERE date_sent IS NOT NULL ORDER BY a, sid LIMIT 5
;;
-- name: dialect/358
SELECT sid, age(CURRENT_DATE, date_sent) AS a FROM messages WHERE date_sent IS NOT NULL ORDER BY 2 DESC, sid LIMIT 5
;;
-- name: dialect/359
SELECT sid FROM messages WHERE date_sent IS NOT NULL ORDER BY age(CURRENT_DATE, date_sent) DESC NULLS LAST, sid LIMIT 5
;;
-- name: dialect/360
SELECT status, age(CURRENT_DATE, max(date_sent)) AS idle FROM messages GROUP BY status ORDER BY idle DESC NULLS LAST, status
;;
-- name: dialect/361
SELECT sid, rank() OVER (ORDER BY age(CURRENT_DATE, date_sent)) AS r FROM messages WHERE date_sent >= '2026-11-20' ORDER BY r, sid
;;
-- name: dialect/362
SELECT CASE WHEN age(CURRENT_DATE, date_sent) < INTERVAL '1 month' THEN 'new' WHEN age(CURRENT_DATE, date_sent) < INTERVAL '2 months' THEN 'old' ELSE 'older' END AS k, count(*) FROM messages WHERE date_sent IS NOT NULL GROUP BY 1 ORDER BY 1
;;
-- name: dialect/363
SELECT count(*) FROM calls WHERE end_time - start_time > '5 minutes'
;;
-- name: dialect/364
SELECT count(*) FROM calls WHERE end_time - start_time > INTERVAL '5 minutes' AND start_time + INTERVAL '1 day' < end_time + INTERVAL '1 day'
;;
-- name: dialect/365
SELECT sid FROM messages WHERE date_sent = (SELECT max(date_sent) FROM messages) - INTERVAL '0 days' ORDER BY 1
;;
-- name: dialect/366
SELECT INTERVAL '1 day' < '25:00:00', INTERVAL '1 day' = '24:00:00'
;;
-- name: dialect/367
SELECT count(*) FROM messages WHERE age(TIMESTAMP '2026-03-31', date_sent - INTERVAL '10 months') < INTERVAL '1 month'
;;
-- name: dialect/368
SELECT d, age(TIMESTAMP '2026-03-01', d) > INTERVAL '1 month', age(TIMESTAMP '2026-03-01', d) = INTERVAL '30 days', age(d, TIMESTAMP '2026-03-01') < '-29 days' FROM (VALUES (TIMESTAMP '2026-01-30 00:00:00'), (TIMESTAMP '2026-01-31 00:00:00'), (TIMESTAMP '2026-02-01 00:00:00'), (TIMESTAMP '2026-02-15 12:00:00')) AS t(d) ORDER BY d
;;
-- name: dialect/369
-- differs: age
SELECT a FROM (SELECT age(CURRENT_DATE, date_sent) AS a FROM messages WHERE date_sent IS NOT NULL) t ORDER BY a DESC LIMIT 3
;;
-- name: dialect/370
-- param: dec 0.4
SELECT sid, x FROM (SELECT sid, price, coalesce(?, 0.5)::numeric AS x FROM calls) t WHERE x > 0.3 ORDER BY sid LIMIT 3
;;
-- name: dialect/371
-- param: dec 0.01
WITH p AS (SELECT coalesce(?, 0.5) AS least) SELECT c.sid, c.price FROM calls c, p WHERE abs(c.price) > p.least ORDER BY c.sid LIMIT 5
;;
-- name: dialect/372
-- param: dec 2
SELECT status, var_pop(100.0), sum(mod(CAST(8 AS BIGINT), 2)), var_pop(COALESCE(?, 0.5)) FROM calls GROUP BY status ORDER BY status
;;
-- name: dialect/373
-- param: str 2026-11-01
WITH p AS (SELECT coalesce(?::timestamp, now()) - interval '1 day' * (1 + 1) AS since) SELECT m.status, count(*) FROM messages m JOIN p ON m.date_sent >= p.since GROUP BY m.status ORDER BY m.status
;;
-- name: dialect/374
SELECT t.sid, t.account_sid, t.status, (SELECT count(*) FROM accounts a WHERE a.sid = t.account_sid) AS n FROM (SELECT sid, account_sid, status FROM calls) AS t ORDER BY t.sid LIMIT 5
