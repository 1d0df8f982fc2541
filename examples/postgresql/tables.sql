-- Twilio's tables as foreign tables of PostgreSQL, by its extension jdbc_fdw. The server of
-- PostgreSQL runs the driver: psql -v jar=/absolute/path/twilio-jdbc.jar -f tables.sql
BEGIN;
CREATE EXTENSION IF NOT EXISTS jdbc_fdw;

-- One server a schema, since jdbc_fdw names tables without theirs.
CREATE SERVER twilio FOREIGN DATA WRAPPER jdbc_fdw OPTIONS (
    drivername 'io.github.twiliojdbc.TwilioDriver',
    url 'jdbc:twilio:sandbox=true;timeZone=UTC;schema=twilio',
    jarfile :'jar');
CREATE USER MAPPING FOR CURRENT_USER SERVER twilio OPTIONS (username '', password '');
CREATE SCHEMA twilio;
SET LOCAL search_path = twilio, public;

-- The driver says what the tables are. Leave the last condition out for all of them.
SELECT ddl FROM jdbc_exec('twilio', $$
    SELECT 'CREATE FOREIGN TABLE "' || table_name || '" ('
        || string_agg('"' || column_name || '" ' || data_type, ', ' ORDER BY ordinal_position)
        || ') SERVER twilio'
    FROM information_schema.columns
    WHERE table_schema = 'twilio' AND table_name IN ('calls', 'messages')
    GROUP BY table_name$$) AS t (ddl text)
\gexec

-- Columns and conditions are sent to the driver, and by it to Twilio.
EXPLAIN (VERBOSE, COSTS OFF)
SELECT sid FROM messages WHERE date_sent >= '2026-11-20' AND "to" = '+15005550006';

SELECT status, count(*) > 0, sum(price) < 0
FROM messages
WHERE date_sent >= current_date - 30
GROUP BY status
ORDER BY status;
ROLLBACK; -- COMMIT keeps them.
