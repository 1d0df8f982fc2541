-- name: like/no-escape
SELECT count(*) FROM messages WHERE body LIKE 'T%' ESCAPE ''
;;
-- name: window/ntile-left-over
SELECT sid, ntile(4) OVER (PARTITION BY status ORDER BY sid) FROM calls
;;
-- name: window/ntile-more-parts-than-rows
SELECT sid, ntile(7) OVER (ORDER BY sid) FROM flows
;;
-- name: date/quarter-compared
SELECT count(*) FROM messages WHERE date_trunc('quarter', date_sent) = TIMESTAMP '2026-10-01 00:00:00'
;;
-- name: null/coalesce-of-one-column
SELECT count(*) FROM calls WHERE coalesce(answered_by, answered_by) NOT LIKE 'd_l%' OR status = 'busy'
;;
-- name: join/all-columns
SELECT * FROM flows JOIN executions ON flow_sid = flows.sid
;;
-- name: label/of-aggregates
SELECT status, count(*), sum(num_segments), max(price) * 2, CASE WHEN status = 'sent' THEN 1 END FROM messages GROUP BY status
;;
-- name: label/same-twice
SELECT count(*), count(status), sid IS NULL FROM messages GROUP BY sid IS NULL
;;
-- name: aggregate/texts-with-condition
SELECT string_agg(trim('x'), ',' ORDER BY sid) FILTER (WHERE status = 'busy') FROM calls
;;
-- name: parameter/alone-in-order
-- ties: all
-- param: str delivered
SELECT status FROM messages WHERE status = ? ORDER BY status LIMIT 3
;;
-- name: parameter/of-function
-- param: dec 100.5
-- param: long 9000000000
SELECT floor(?), abs(?)
;;
-- name: parameter/truth
-- param: bool true
SELECT count(*) FROM messages WHERE FALSE OR NOT ?
;;
-- name: subquery/sorted-once
SELECT count(*) FROM messages t WHERE t.num_segments > (SELECT u.num_segments FROM messages u WHERE u.price IS NOT NULL ORDER BY u.price, u.sid LIMIT 1)
;;
-- name: null/coalesce-not-like
SELECT count(*) FROM calls WHERE coalesce(answered_by, 'dxl') NOT LIKE 'd_l%' OR status = 'busy'
;;
-- name: null/coalesce-of-two-columns
SELECT count(*) FROM calls WHERE coalesce(answered_by, parent_call_sid) NOT LIKE 'd_l%' OR status = 'busy'
;;
-- name: null/coalesce-in-aggregate
SELECT sum(CASE WHEN coalesce(answered_by, 'x') NOT LIKE 'x%' THEN 1 ELSE 0 END), bool_or(coalesce(answered_by, 'x') NOT LIKE 'x%') FROM calls
;;
-- name: parameter/order-of-a-condition
-- param: str DELIVERED
-- param: bool false
SELECT string_agg(lower(?), ',' ORDER BY sid) FILTER (WHERE CASE WHEN ? THEN FALSE ELSE TRUE END) FROM flows
;;
-- name: decimal/equal-numbers-in-groups
SELECT count(*) AS calls FROM (SELECT CAST(v AS DECIMAL) AS x FROM (VALUES ('0.5'), ('0.50'), ('1e2'), ('100')) t(v)) u GROUP BY x ORDER BY 1
;;
-- name: decimal/equal-numbers-are-one
SELECT count(DISTINCT x) FROM (SELECT CAST(v AS DECIMAL) AS x FROM (VALUES ('0.5'), ('0.50'), ('0.5000')) t(v)) u
;;
-- name: decimal/equal-numbers-in-partitions
SELECT v, count(*) OVER (PARTITION BY CAST(v AS DECIMAL)) FROM (VALUES ('0.5'), ('0.50'), ('0.6')) t(v)
;;
-- name: decimal/equal-numbers-in-joins
SELECT v, w FROM (SELECT v, CAST(v AS DECIMAL) AS x FROM (VALUES ('0.5'), ('0.50')) t(v)) l JOIN (SELECT w, CAST(w AS DECIMAL) AS y FROM (VALUES ('0.5'), ('0.500')) t(w)) r ON x = y
;;
-- name: decimal/equal-numbers-in-sets
SELECT price FROM calls INTERSECT SELECT price / NULLIF(CAST(7 AS BIGINT), 0) FROM calls
;;
-- name: group/total-of-nothing
SELECT sid, count(*), grouping(sid), max(status) FROM flows WHERE sid = 'x' GROUP BY ROLLUP(sid)
;;
-- name: group/total-beside-groups
SELECT status, count(*), grouping(status) FROM flows GROUP BY ROLLUP(status) ORDER BY 1 NULLS FIRST
;;
-- name: group/distinct-of-nothing
SELECT sum(DISTINCT length(sid)), count(*) FROM flows WHERE sid = 'x' HAVING count(*) <> 2
;;
-- name: date/units-in-a-choice
SELECT date_trunc('month', start_time), CASE WHEN status = 'busy' THEN date_trunc('month', end_time) END, CASE WHEN status = 'busy' THEN extract(month FROM end_time) ELSE extract(month FROM start_time) END FROM calls
;;
-- name: window/nth-of-frame
SELECT sid, nth_value(status, 2) OVER (ORDER BY sid), nth_value(status, 3) OVER (ORDER BY sid ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM calls
;;
-- name: window/range-of-numbers
SELECT sid, sum(duration) OVER (ORDER BY duration NULLS FIRST RANGE BETWEEN 10 PRECEDING AND 10 FOLLOWING), count(*) OVER (ORDER BY duration DESC NULLS LAST RANGE BETWEEN 5 PRECEDING AND CURRENT ROW) FROM calls
;;
-- name: window/range-of-nulls
SELECT sid, count(*) OVER (ORDER BY duration NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND 10 FOLLOWING), count(*) OVER (ORDER BY duration NULLS LAST RANGE BETWEEN 3 PRECEDING AND UNBOUNDED FOLLOWING) FROM calls
;;
-- name: window/range-of-doubles
SELECT sid, count(*) OVER (ORDER BY CAST(duration AS DOUBLE PRECISION) NULLS FIRST RANGE BETWEEN 1.5 PRECEDING AND CURRENT ROW) FROM calls
;;
-- name: window/range-of-times
SELECT sid, avg(price) OVER (ORDER BY start_time DESC NULLS LAST RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND INTERVAL '1' SECOND FOLLOWING) FROM calls
;;
-- name: window/range-of-days
SELECT category, start_date, sum(price) OVER (PARTITION BY category ORDER BY start_date RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM usage_records
;;
-- name: label/star-of-a-query
SELECT * FROM (SELECT upper(status), length(status) FROM calls) x ORDER BY 1, 2 LIMIT 1
;;
-- name: number/product-of-null
-- param: bool true
-- param: int -1
SELECT ((CASE WHEN CAST(? AS BOOLEAN) THEN 4 ELSE (-6) END / NULLIF((16 / NULLIF(30, 0)), 0)) * ?)
;;
-- name: decimal/parameter-has-more-digits
-- param: dec 100
SELECT status, count(DISTINCT CASE WHEN TRUE THEN ? ELSE -0.0075 END) FROM recordings GROUP BY 1
;;
-- name: parameter/average-of-nothing
-- param: long 5
SELECT avg(CAST(? AS BIGINT) / NULLIF(mod(3000000000, 2), 0)) FROM recordings
;;
-- name: number/exponents
SELECT 1e3, 1.5e2, 1e-2, 1e3 + 1, CAST(1e3 AS VARCHAR), -1e3, 1E0
;;
-- name: null/string-to-table
SELECT k FROM string_to_table('a,b,x', ',', 'x') AS k
