-- name: hibernate/01
-- param: int 0
-- param: int 3
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where m1_0.status='failed' order by m1_0.date_sent desc offset ? rows fetch first ? rows only
;;
-- name: hibernate/02
-- param: str a
-- param: int 0
-- param: int 3
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where lower(m1_0.body) like lower(('%'||?||'%')) escape '' offset ? rows fetch first ? rows only
;;
-- name: hibernate/03
-- param: int 0
-- param: int 3
select m1_0.status,count(m1_0.sid),avg(m1_0.price),max(m1_0.date_sent) from messages m1_0 group by m1_0.status having count(m1_0.sid)>3 order by count(m1_0.sid) desc offset ? rows fetch first ? rows only
;;
-- name: hibernate/04
-- param: int 0
-- param: int 3
select count(distinct m1_0."to") from messages m1_0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/05
-- param: ts 2026-11-01 00:00:00.0
-- param: ts 2026-11-01 01:00:00.0
-- param: int 0
-- param: int 3
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where m1_0.date_sent between ? and ? offset ? rows fetch first ? rows only
;;
-- name: hibernate/06
-- param: int 0
-- param: int 100000
select extract(year from m1_0.date_sent),extract(month from m1_0.date_sent),extract(day from m1_0.date_sent),extract(hour from m1_0.date_sent) from messages m1_0 where m1_0.date_sent is not null offset ? rows fetch first ? rows only
;;
-- name: hibernate/07
-- param: int 0
-- param: int 100000
select extract(week from m1_0.date_sent),count(*) from messages m1_0 group by extract(week from m1_0.date_sent) offset ? rows fetch first ? rows only
;;
-- name: hibernate/08
-- empty: no row has these values
-- param: str SM1
-- param: str SM2
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m2_0.message_sid,m2_0.sid,m2_0.content_type,m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 left join message_media m2_0 on m1_0.sid=m2_0.message_sid where m1_0.sid in (?,?)
;;
-- name: hibernate/09
-- param: int 0
-- param: int 100000
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where exists(select 1 from message_media m2_0 where m2_0.message_sid=m1_0.sid) offset ? rows fetch first ? rows only
;;
-- name: hibernate/10
-- param: int 0
-- param: int 100000
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where (select count(*) from message_media m2_0 where m1_0.sid=m2_0.message_sid)>0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/11
-- param: int 0
-- param: int 3
select coalesce(m1_0.body,'none'),nullif(m1_0.status,'sent'),cast(m1_0.num_segments as text),character_length(m1_0.body),substr(m1_0.body,1,5),trim(BOTH from m1_0.body),upper(m1_0.status),position('a' in m1_0.body),(m1_0.status||'-'||m1_0.direction),abs(m1_0.price),(m1_0.num_segments%2),cast(m1_0.num_segments as text),round(m1_0.price, 2),current_date,localtimestamp,localtimestamp from messages m1_0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/13
-- param: int 0
-- param: int 3
select row_number() over(order by c1_0.start_time desc) from calls c1_0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/14
-- param: int 0
-- param: int 3
select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 where c1_0.start_time>cast(localtimestamp+(-7)*interval '1 day' as timestamp) offset ? rows fetch first ? rows only
;;
-- name: hibernate/15
-- param: int 0
-- param: int 3
select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 where c1_0.duration>(select avg(c2_0.duration) from calls c2_0) offset ? rows fetch first ? rows only
;;
-- name: hibernate/16
-- param: int 0
-- param: int 3
select case when c1_0.duration>60 then 'long' when c1_0.duration>10 then 'mid' else 'short' end,count(*) from calls c1_0 group by 1 offset ? rows fetch first ? rows only
;;
-- name: hibernate/17
-- param: int 0
-- param: int 3
select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 where c1_0.direction like 'out%' escape '!' offset ? rows fetch first ? rows only
;;
-- name: hibernate/18
-- param: int 0
-- param: int 3
select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 where c1_0."to" ilike '%5%' escape '' offset ? rows fetch first ? rows only
;;
-- name: hibernate/19
-- param: int 0
-- param: int 3
select string_agg(m1_0.status,',' order by m1_0.status) from messages m1_0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/20
-- param: int 0
-- param: int 100000
select c1_0.status from calls c1_0 union select m1_0.status from messages m1_0 offset ? rows fetch first ? rows only
;;
-- name: hibernate/21
select distinct c1_0.status from calls c1_0 order by c1_0.status offset 1 rows fetch first 3 rows only
;;
-- name: hibernate/22
-- param: int 0
-- param: int 100000
select extract(day from current_timestamp-m1_0.date_sent) from messages m1_0 where m1_0.date_sent is not null offset ? rows fetch first ? rows only
;;
-- name: hibernate/23
-- param: int 0
-- param: int 100000
select date_trunc('month',m1_0.date_sent),count(*) from messages m1_0 group by date_trunc('month',m1_0.date_sent) offset ? rows fetch first ? rows only
;;
-- name: hibernate/24
-- differs: nulls
-- pg: select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 order by c1_0.start_time nulls first offset ? rows fetch first ? rows only
-- ties: rows that are equal in its order
-- param: int 0
-- param: int 100000
select c1_0.sid,c1_0.direction,c1_0.duration,c1_0.start_time,c1_0.status,c1_0."to" from calls c1_0 order by c1_0.start_time offset ? rows fetch first ? rows only
;;
-- name: hibernate/25
-- empty: no row has these values
-- param: str SM1
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where m1_0.sid=?
;;
-- name: hibernate/26
-- param: str sent
-- param: int 1
-- param: str %a%
-- param: int 2
select m1_0.sid,m1_0.account_sid,m1_0.body,m1_0.date_sent,m1_0.direction,m1_0."from",m1_0.num_segments,m1_0.price,m1_0.status,m1_0."to" from messages m1_0 where m1_0.status=? and m1_0.num_segments>? and m1_0.body like ? escape '' order by m1_0.date_sent desc fetch first ? rows only
;;
-- name: jooq-default/01
-- param: str failed
-- param: long 5
-- param: long 1
select "messages"."sid", "messages"."to" from "messages" where "messages"."status" = ? order by "messages"."date_sent" desc nulls last limit ? offset ?
;;
-- name: jooq-default/02
-- param: int 1
select "messages"."status", count(*), avg("messages"."price"), sum("messages"."num_segments") from "messages" group by "messages"."status" having count(*) > ?
;;
-- name: jooq-default/03
-- param: str a
-- param: str sent
-- param: str failed
-- param: str +1
select count(*) from "messages" where (("messages"."body" ilike (('%' || replace(replace(replace(?, '!', '!!'), '%', '!%'), '_', '!_')) || '%') escape '!' and "messages"."status" in (?, ?)) or starts_with("messages"."to", ?))
;;
-- name: jooq-default/04
select extract(hour from "messages"."date_sent"), count(distinct "messages"."to") from "messages" group by extract(hour from "messages"."date_sent")
;;
-- name: jooq-default/06
-- param: str sent
-- param: int 1
-- param: int 3
-- param: int 2
-- param: int 1
-- param: str many
-- param: str one
-- param: long 2
select coalesce("messages"."body", 'x'), nullif("messages"."status", ?), (("messages"."status" || '-') || "messages"."to"), char_length("messages"."body"), substring("messages"."body", ?, ?), upper("messages"."status"), round("messages"."price", ?), case when "messages"."num_segments" > ? then ? else ? end from "messages" limit ?
;;
-- name: jooq-default/07
-- param: ts 2026-11-01 00:00:00.0
select distinct "messages"."status" from "messages" where "messages"."date_sent" >= ?
;;
-- name: jooq-default/08
-- empty: no row has these values
-- param: str sent
-- param: str +1
-- param: str failed
-- param: str +2
select "messages"."sid" from "messages" where ("messages"."status", "messages"."to") in ((?, ?), (?, ?))
;;
-- name: jooq-default/09
-- param: long 100000
select * from "messages" where exists (select 1 "one" from "message_media" where "message_media"."message_sid" = "messages"."sid") limit ?
;;
-- name: jooq-default/10
-- param: long 100000
select "messages"."sid" from "messages" union select "sid" from "calls" limit ?
;;
-- name: jooq-default/11
with "t" as (select "messages"."status" "st", count(*) "n" from "messages" group by "messages"."status") select * from "t" order by "n" desc
;;
-- name: jooq-default/12
-- param: dbl 0.5
select percentile_cont(?) within group (order by "messages"."num_segments") from "messages"
;;
-- name: jooq-default/13
select max("messages"."date_sent"), min("messages"."date_sent"), stddev_pop("messages"."num_segments") from "messages"
;;
-- name: jooq-default/14
select exists (select 1 "one" from "messages")
;;
-- name: jooq-default/15
-- param: str sent
select count(*) "c" from (select "messages"."sid" from "messages" where "messages"."status" = ?) "t" ("v0")
;;
-- name: jooq-default/16
-- param: long 1
select cast("messages"."num_segments" as varchar), cast("messages"."status" as varchar) from "messages" limit ?
;;
-- name: jooq-default/17
-- param: str sent
-- param: str failed
select "messages"."sid" from "messages" where ("messages"."status" = ? or "messages"."status" = ?)
;;
-- name: jooq-default/18
select cast((current_date - date '2026-11-01') as integer)
;;
-- name: jooq-default/19
-- param: int 1
-- param: int 3
select generate_series.generate_series from generate_series(?, ?)
;;
-- name: jooq-default/20
-- param: long 2
select "messages"."sid" from "messages" limit ?
;;
-- name: jooq-default/21
-- param: str sent
-- param: long 100000
select "messages"."sid", sum("messages"."num_segments") filter (where "messages"."status" = ?) over () from "messages" group by "messages"."sid", "messages"."num_segments", "messages"."status" limit ?
;;
-- name: jooq-default/22
-- ties: rows that are equal in its order
-- param: int 0
-- param: long 100000
select lag("messages"."num_segments", 1, ?) over (order by "messages"."sid"), percent_rank() over (order by "messages"."num_segments") from "messages" limit ?
;;
-- name: jooq-default/23
-- param: long 1
select "messages"."sid" from "messages" limit ? for update
;;
-- name: jooq-postgres/01
-- param: str failed
-- param: long 1
-- param: long 5
select "messages"."sid", "messages"."to" from "messages" where "messages"."status" = ? order by "messages"."date_sent" desc nulls last offset ? rows fetch next ? rows only
;;
-- name: jooq-postgres/02
-- param: int 1
select "messages"."status", count(*), avg("messages"."price"), sum("messages"."num_segments") from "messages" group by "messages"."status" having count(*) > ?
;;
-- name: jooq-postgres/03
-- param: str a
-- param: str sent
-- param: str failed
-- param: str +1
select count(*) from "messages" where (("messages"."body" ilike (('%' || replace(replace(replace(?, '!', '!!'), '%', '!%'), '_', '!_')) || '%') escape '!' and "messages"."status" in (?, ?)) or "messages"."to" like (replace(replace(replace(?, '!', '!!'), '%', '!%'), '_', '!_') || '%') escape '!')
;;
-- name: jooq-postgres/04
select date_trunc('month', "messages"."date_sent"), count(*) from "messages" group by date_trunc('month', "messages"."date_sent")
;;
-- name: jooq-postgres/05
select extract(hour from "messages"."date_sent"), count(distinct "messages"."to") from "messages" group by extract(hour from "messages"."date_sent")
;;
-- name: jooq-postgres/07
-- param: str sent
-- param: int 1
-- param: int 3
-- param: int 2
-- param: int 1
-- param: str many
-- param: str one
-- param: long 2
select coalesce("messages"."body", 'x'), nullif("messages"."status", ?), (("messages"."status" || '-') || "messages"."to"), char_length("messages"."body"), substring("messages"."body", ?, ?), upper("messages"."status"), round("messages"."price", ?), case when "messages"."num_segments" > ? then ? else ? end from "messages" fetch next ? rows only
;;
-- name: jooq-postgres/08
-- param: ts 2026-11-01 00:00:00.0
select distinct "messages"."status" from "messages" where "messages"."date_sent" >= cast(? as timestamp)
;;
-- name: jooq-postgres/09
-- empty: no row has these values
-- param: str sent
-- param: str +1
-- param: str failed
-- param: str +2
select "messages"."sid" from "messages" where ("messages"."status", "messages"."to") in ((?, ?), (?, ?))
;;
-- name: jooq-postgres/10
-- param: long 100000
select * from "messages" where exists (select 1 as "one" from "message_media" where "message_media"."message_sid" = "messages"."sid") fetch next ? rows only
;;
-- name: jooq-postgres/11
-- param: long 100000
select "messages"."sid" from "messages" union select "sid" from "calls" fetch next ? rows only
;;
-- name: jooq-postgres/12
with "t" as (select "messages"."status" as "st", count(*) as "n" from "messages" group by "messages"."status") select * from "t" order by "n" desc
;;
-- name: jooq-postgres/13
select string_agg("messages"."status", ', ' order by "messages"."status") from "messages"
;;
-- name: jooq-postgres/14
-- param: dbl 0.5
select percentile_cont(cast(? as double precision)) within group (order by "messages"."num_segments") from "messages"
;;
-- name: jooq-postgres/15
select max("messages"."date_sent"), min("messages"."date_sent"), stddev_pop("messages"."num_segments") from "messages"
;;
-- name: jooq-postgres/16
select exists (select 1 as "one" from "messages")
;;
-- name: jooq-postgres/17
-- param: str sent
select count(*) as "c" from (select "messages"."sid" from "messages" where "messages"."status" = ?) as "t" ("v0")
;;
-- name: jooq-postgres/18
-- param: long 1
select cast("messages"."num_segments" as varchar), cast("messages"."status" as varchar) from "messages" fetch next ? rows only
;;
-- name: jooq-postgres/19
select (current_date - date '2026-11-01')
;;
-- name: jooq-postgres/20
-- param: int 1
-- param: int 3
select generate_series.generate_series from generate_series(?, ?)
;;
-- name: jooq-postgres/21
-- ties: rows that are equal in its order
-- param: long 100000
select "messages"."sid" from "messages" order by "messages"."num_segments" fetch next ? rows with ties
;;
-- name: jooq-postgres/22
-- param: str sent
-- param: long 100000
select "messages"."sid", sum("messages"."num_segments") filter (where "messages"."status" = ?) over () from "messages" group by "messages"."sid", "messages"."num_segments", "messages"."status" fetch next ? rows only
;;
-- name: jooq-postgres/23
-- ties: rows that are equal in its order
-- param: int 0
-- param: long 100000
select lag("messages"."num_segments", 1, ?) over (order by "messages"."sid"), percent_rank() over (order by "messages"."num_segments") from "messages" fetch next ? rows only
;;
-- name: jooq-postgres/24
-- param: long 1
select "messages"."sid" from "messages" fetch next ? rows only for update
;;
-- name: spring/01
-- param: str BUSY
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE UPPER("calls"."status") = UPPER(?)
;;
-- name: spring/02
-- ties: rows that are equal in its order
-- param: str %o%
-- param: int 10
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."status" LIKE ? AND ("calls"."duration" > ?) ORDER BY "calls"."duration" DESC
;;
-- name: spring/03
-- param: str inbound
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."direction" = ? ORDER BY "calls"."sid" DESC LIMIT 3
;;
-- name: spring/04
-- param: str busy
SELECT COUNT(*) FROM "calls" WHERE "calls"."status" = ?
;;
-- name: spring/05
-- param: str busy
SELECT "calls"."sid" FROM "calls" WHERE "calls"."status" = ? LIMIT 1
;;
-- name: spring/06
-- param: int 1
-- param: int 50
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."duration" BETWEEN ? AND ? ORDER BY "calls"."sid" ASC LIMIT 5 OFFSET 5
;;
-- name: spring/07
-- param: int 1
-- param: int 50
SELECT COUNT(*) FROM "calls" WHERE "calls"."duration" BETWEEN ? AND ?
;;
-- name: spring/08
-- param: str busy
-- param: str x
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."status" IN (?, ?)
;;
-- name: spring/09
-- param: str b%
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."status" LIKE ?
;;
-- name: spring/10
-- empty: no row has these values
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."duration" IS NULL
;;
-- name: spring/11
-- ties: rows that are equal in its order
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" ORDER BY "calls"."duration" DESC
;;
-- name: spring/12
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" LIMIT 2 OFFSET 0
;;
-- name: spring/13
SELECT COUNT(*) FROM "calls"
;;
-- name: spring/14
-- empty: no row has these values
-- param: str CA1
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."sid" = ?
;;
-- name: spring/15
-- empty: no row has these values
-- param: str a
-- param: str b
SELECT "calls"."sid" AS "sid", "calls"."status" AS "status", "calls"."duration" AS "duration", "calls"."direction" AS "direction" FROM "calls" WHERE "calls"."sid" IN (?, ?)
;;
-- name: spring/16
-- param: str x
SELECT COUNT("calls"."sid") FROM "calls" WHERE "calls"."sid" = ?
;;
-- name: mybatis/01
-- param: str CA9ebd544366ee8cf1f670cf379559a66e
SELECT sid, status, duration, start_time AS startTime FROM calls WHERE sid = ?
;;
-- name: mybatis/02
-- param: str order
SELECT sid, body FROM messages WHERE body ILIKE '%' || ? || '%' ORDER BY sid LIMIT 20
;;
-- name: mybatis/03
-- param: str f
-- param: int 5
-- param: int 2
SELECT sid, status FROM messages WHERE status LIKE CONCAT(?, '%') ORDER BY sid LIMIT ? OFFSET ?
;;
-- name: mybatis/04
-- param: str failed
-- param: str sent
-- param: odt 2026-11-01T00:00Z
SELECT status, count(*) AS total FROM messages  WHERE status IN (?,?) AND date_sent >= ?  GROUP BY status ORDER BY status
;;
-- name: mybatis/05
-- param: odt 2026-11-01T00:00Z
SELECT status, count(*) AS total FROM messages  WHERE  date_sent >= ?  GROUP BY status ORDER BY status
;;
-- name: mybatis/06
-- param: nullstr
-- param: nullstr
SELECT count(*) FROM calls WHERE (? IS NULL OR status = ?)
;;
-- name: mybatis/07
-- param: str busy
-- param: str busy
SELECT count(*) FROM calls WHERE (?::text IS NULL OR status = ?)
;;
-- name: mybatis/08
-- param: ts 2026-11-01 00:00:00
-- param: ts 2026-11-10 00:00:00
SELECT sid, date_sent FROM messages WHERE date_sent BETWEEN ? AND ? ORDER BY date_sent DESC, sid LIMIT 5
;;
-- name: mybatis/09
-- param: ldt 2026-11-01T00:00
SELECT sid, date_sent FROM messages WHERE date_sent >= ? ORDER BY date_sent DESC, sid LIMIT 5
;;
-- name: mybatis/10
-- param: int 0
SELECT m.sid, count(x.sid) AS media FROM messages m LEFT JOIN message_media x ON x.message_sid = m.sid WHERE m.num_media > ? GROUP BY m.sid ORDER BY m.sid LIMIT 3
;;
-- name: mybatis/11
-- param: int 5
SELECT sid FROM calls WHERE duration >= ? ORDER BY duration DESC, sid
;;
-- name: mybatis/12
SELECT sid FROM calls WHERE duration >= 5 ORDER BY duration DESC, sid LIMIT 3
;;
-- name: mybatis/13
-- param: str a
-- param: str %a%
SELECT count(*) FROM messages  WHERE lower(body) LIKE lower('%' || ? || '%')  AND status NOT LIKE ?
;;
-- name: mybatis/14
-- param: dec -0.01
-- param: long 1
SELECT count(*) FROM messages WHERE price < ? AND num_segments > ?
;;
-- name: mybatis/15
-- param: odate 2026-11-01
SELECT current_date AS today, date_trunc('month', date_sent) AS month, sum(price) AS cost FROM messages WHERE date_sent >= ? GROUP BY 2 ORDER BY 2
;;
-- name: camel/01
-- param: ts 2026-11-24 00:00:00
SELECT * FROM messages WHERE date_sent > ? ORDER BY date_sent, sid
;;
-- name: camel/02
-- param: str completed
-- param: int 10
SELECT count(*) AS n FROM calls WHERE status = ? AND duration > ?
;;
-- name: camel/03
-- param: str busy
-- param: str completed
SELECT sid, duration FROM calls WHERE status IN (?,?) ORDER BY sid
;;
-- name: camel/04
-- param: str %a%
SELECT sid FROM messages WHERE lower(body) LIKE lower(?) ORDER BY sid LIMIT 5
;;
-- name: camel/05
SELECT status, avg(duration) AS average FROM calls GROUP BY status ORDER BY status
;;
-- name: camel/06
-- param: str inbound
SELECT sid FROM calls WHERE direction = ? ORDER BY sid
;;
-- name: camel/07
-- param: str CA9ebd544366ee8cf1f670cf379559a66e
SELECT sid, status FROM calls WHERE sid = ?
;;
