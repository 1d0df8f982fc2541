-- name: param/01
-- param: int 5
-- param: str a
SELECT ?::int + 1, ?::text || 'b'
;;
-- name: param/02
-- param: str 7 days
SELECT count(*) FROM messages WHERE date_sent > now() - ?::interval
;;
-- name: param/03
-- param: str 1 month
SELECT count(*) FROM messages WHERE date_sent > now() - CAST(? AS interval)
;;
-- name: param/04
-- param: int 1
-- param: int 3
SELECT n FROM generate_series(?, ?) AS n
;;
-- name: param/05
-- param: dbl 0.5
SELECT percentile_cont(?) WITHIN GROUP (ORDER BY duration) FROM calls
;;
-- name: param/06
-- param: str America/New_York
SELECT date_trunc('day', date_sent AT TIME ZONE 'UTC' AT TIME ZONE ?) FROM messages WHERE date_sent IS NOT NULL ORDER BY sid LIMIT 3
;;
-- name: param/07
-- param: str message_media
SELECT subresource_uris::json ->> ? FROM messages ORDER BY sid LIMIT 2
;;
-- name: param/08
-- param: str {"a":1}
SELECT ?::jsonb ->> 'a'
;;
-- name: param/09
-- param: str month
SELECT date_trunc(?, date_sent), count(*) FROM messages WHERE date_sent IS NOT NULL GROUP BY 1 ORDER BY 1
;;
-- name: param/10
-- param: int 2
-- param: int 1
SELECT sid FROM calls ORDER BY sid OFFSET ? ROWS FETCH NEXT ? ROWS ONLY
;;
-- name: param/11
-- param: int 3
SELECT duration FROM calls WHERE duration IS NOT NULL ORDER BY duration DESC FETCH FIRST ? ROWS WITH TIES
;;
-- name: param/12
-- param: str ^Your
-- param: str [0-9]
SELECT body ~ ?, body !~* ? FROM messages ORDER BY sid LIMIT 5
;;
-- name: param/13
-- param: int 3
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT sum(i) FROM n
;;
-- name: param/14
-- param: dec 0
SELECT sid, lag(price, 1, ?) OVER (ORDER BY sid) FROM calls ORDER BY sid LIMIT 3
;;
-- name: param/15
-- param: date 2026-11-20
SELECT count(*) FROM messages WHERE (date_sent AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')::date = ?
;;
-- name: param/16
-- param: str 2026-11-20
SELECT count(*) FROM messages WHERE date_sent::date = ?::date
;;
-- name: param/18
-- param: str q
-- param: str x
-- param: str y
SELECT concat(?, '-', ?), coalesce(CAST(? AS text), 'none') IS NOT NULL
;;
-- name: param/19
-- param: str failed
SELECT status = ANY (ARRAY[?, 'sent']), count(*) FROM messages GROUP BY 1 ORDER BY 1
;;
-- name: param/20
-- param: str %s is %s
-- param: str a
SELECT format(?, ?, 'b')
;;
-- name: param/21
-- param: int 10
SELECT now() - make_interval(days => ?) < now()
;;
-- name: param/22
-- param: bool true
SELECT 1 WHERE ?
;;
-- name: param/23
-- param: int 2
-- param: str u
SELECT CASE WHEN ? > 1 THEN ? ELSE 'v' END AS value
;;
-- name: param/24
-- param: nullstr
-- param: nullint
SELECT coalesce(?::text, 'n'), ?::int IS NULL
;;
-- name: param/25
-- param: int 30
SELECT count(*) FROM messages WHERE date_sent > now() - ? * interval '1 day'
;;
-- name: param/26
-- empty: no rows are asked for
-- param: str day
SELECT DISTINCT ON (date_trunc(?, date_sent)) sid FROM messages WHERE date_sent IS NOT NULL AND 1 = 0
;;
-- name: param/27
-- param: str a
-- param: str bc
-- param: str  d 
SELECT lower(?), length(?), upper(trim(?))
;;
-- name: param/array-words
-- param: arr busy,failed
-- param: arr completed
SELECT status, count(*) FROM calls WHERE status = ANY (?) OR status <> ALL (?) GROUP BY status
;;
-- name: param/array-numbers
-- param: intarr 1,3
-- param: str delivered
SELECT num_segments, count(*) FROM messages WHERE num_segments = ANY (?) AND status = ? GROUP BY num_segments
;;
-- name: param/array-compared
-- param: intarr 800,850
SELECT count(*) FROM calls WHERE duration > ALL (?)
;;
-- name: param/array-empty
-- param: arr
-- empty: on purpose
SELECT sid FROM calls WHERE status = ANY (?)
;;
-- name: param/array-null
-- param: nullarr
-- empty: on purpose
SELECT sid FROM calls WHERE status = ANY (?)
