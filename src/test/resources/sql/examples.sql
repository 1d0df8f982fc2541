-- name: examples/01
SELECT friendly_name, status, owner_account_sid <> sid AS is_sub_account FROM accounts WHERE type = 'Full' ORDER BY sid
;;
-- name: examples/02
SELECT sid, street, city, region FROM addresses WHERE NOT verified ORDER BY sid
;;
-- name: examples/03
SELECT sid, customer_name, postal_code FROM addresses WHERE emergency_enabled ORDER BY sid
;;
-- name: examples/04
SELECT sid, sms_url, voice_url FROM applications WHERE voice_fallback_url IS NULL ORDER BY sid
;;
-- name: examples/05
SELECT sid, c.to, direction, start_time, end_time FROM calls c WHERE c.status = 'failed' ORDER BY c.sid
;;
-- name: examples/06
SELECT c.from AS caller, c.to AS receiver, c.duration, c.price, c.price_unit FROM calls AS c, incoming_phone_numbers AS ph WHERE c.status = 'completed' AND (ph.phone_number = c.to OR ph.phone_number = c.from) ORDER BY c.sid
;;
-- name: examples/07
SELECT sid, friendly_name, extract(day FROM current_timestamp - date_created) AS age FROM keys WHERE extract(day FROM current_timestamp - date_created) > 5 ORDER BY sid
;;
-- name: examples/08
SELECT sid, direction, date_sent FROM messages WHERE direction = 'inbound' AND date_sent >= now() - interval '24 hours' ORDER BY sid
;;
-- name: examples/09
SELECT concat(count(*), ' ', price_unit) AS total FROM messages WHERE price IS NOT NULL GROUP BY price_unit
;;
-- name: examples/10
SELECT m.status, count(*) AS messages, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent FROM messages m WHERE m.date_sent::date BETWEEN current_date - 7 AND current_date GROUP BY m.status ORDER BY messages DESC, m.status
