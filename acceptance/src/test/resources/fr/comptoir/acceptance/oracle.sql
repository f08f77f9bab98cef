-- A second counting, written from the Code of Practice alone. It knows the columns of the Parquet of actions and of the catalogue, and
-- nothing of how Comptoir counts. Tables `actions` and `catalogue_rows` are made before this is run.

CREATE TABLE catalogue AS
SELECT
    c.item_id,
    c.name,
    c.data_type,
    CAST(coalesce(nullif(c.yop, ''), nullif(p.yop, ''), '1') AS INTEGER) AS yop,
    coalesce(nullif(c.access_type, ''), nullif(p.access_type, ''), 'Controlled') AS access_type,
    nullif(c.access_type_r5, '') AS access_type_r5,
    coalesce(c.oa_status, '') AS oa_status,
    nullif(c.parent_id, '') AS parent_id,
    d.item_id AS database_id,
    CASE
        WHEN c.data_type IN ('Journal', 'Book', 'Reference_Work', 'Conference', 'Newspaper_or_Newsletter') THEN c.item_id
        WHEN c.data_type IN ('Report', 'Standard', 'Patent', 'Thesis_or_Dissertation', 'Other', 'Unspecified')
            AND coalesce(c.parent_id, '') = '' THEN c.item_id
        WHEN p.data_type IN ('Journal', 'Book', 'Reference_Work', 'Conference', 'Newspaper_or_Newsletter') THEN p.item_id
    END AS title_id
FROM catalogue_rows c
LEFT JOIN catalogue_rows p ON p.item_id = c.parent_id
LEFT JOIN catalogue_rows d ON d.item_id = c.database_id AND starts_with(d.data_type, 'Database_');

-- What Release 5 calls a type, in reports on titles and platforms, and in the Item Report.
CREATE MACRO type_r5(data_type) AS CASE data_type
    WHEN 'Reference_Work' THEN 'Book'
    WHEN 'Reference_Item' THEN 'Article'
    WHEN 'News_Item' THEN 'Newspaper_or_Newsletter'
    WHEN 'Conference' THEN 'Other'
    WHEN 'Conference_Item' THEN 'Other'
    WHEN 'Standard' THEN 'Other'
    WHEN 'Image' THEN 'Multimedia'
    WHEN 'Database_Full' THEN 'Database'
    WHEN 'Database_AI' THEN 'Database'
    WHEN 'Database_Aggregated' THEN 'Database'
    WHEN 'Database_Full_Item' THEN 'Database'
    ELSE data_type
END;

-- The Access_Types of each item on each day with usage.
CREATE TABLE access AS
WITH days AS (SELECT DISTINCT day FROM actions),
histories AS (
    SELECT item_id, release, unnest(string_split(history, ';')) AS step
    FROM (
        SELECT item_id, 'R5.1' AS release, access_type AS history FROM catalogue
        UNION ALL
        SELECT item_id, 'R5', access_type_r5 FROM catalogue WHERE access_type_r5 IS NOT NULL
    )
),
steps AS (
    SELECT
        item_id,
        release,
        CASE WHEN contains(step, ':') THEN CAST(split_part(step, ':', 1) AS DATE) ELSE DATE '0001-01-01' END AS since,
        CASE WHEN contains(step, ':') THEN split_part(step, ':', 2) ELSE step END AS type
    FROM histories
),
types AS (
    SELECT item_id, day, release, arg_max(type, since) AS access, replace(access, ' (in all formats)', '') AS type
    FROM steps JOIN days ON since <= day
    GROUP BY ALL
)
SELECT
    c.item_id,
    t.day,
    t.type AS access_type,
    coalesce(
        own.type,
        CASE WHEN t.type = 'Open' AND c.oa_status IN ('', 'gold', 'hybrid', 'diamond') THEN 'OA_Gold' ELSE 'Controlled' END
    ) AS access_type_r5,
    coalesce(ends_with(own.access, '(in all formats)'), false) AS in_all_formats
FROM catalogue c
JOIN types t ON t.item_id = c.item_id AND t.release = 'R5.1'
LEFT JOIN types own ON own.item_id = c.item_id AND own.day = t.day AND own.release = 'R5';

-- Double clicks: of one user, on one item in one format by one method, at most 30 seconds before the next.
CREATE TABLE clicks AS
SELECT
    a.*,
    c.data_type,
    lead(a.time_ms) OVER (
        PARTITION BY a.user_hash, a.item_id, a.action, a.format, a.access_method
        ORDER BY a.time_ms, a.address_hash, a.organisation, a.customers, a.session_hash, a.arrival,
            list_position(['', 'ip', 'federation', 'token', 'none'], a.route), a.input, a.line
    ) - a.time_ms <= 30000 AS double_click
FROM actions a
JOIN catalogue c USING (item_id)
WHERE (a.action IN ('investigation', 'request') AND NOT starts_with(c.data_type, 'Database_A')
        AND c.data_type NOT IN ('Database_Full', 'Journal', 'Conference', 'Newspaper_or_Newsletter'))
    OR (a.action IN ('No_License', 'Limit_Exceeded')
        AND c.data_type NOT IN ('Journal', 'Conference', 'Newspaper_or_Newsletter'));

CREATE TABLE kept AS
SELECT *, strftime(day, '%Y-%m') AS month FROM clicks WHERE double_click IS NOT TRUE;

-- What is counted once for each use: in Release 5.1 every segment of a whole book, else the item itself.
CREATE TABLE uses AS
WITH segments AS (
    SELECT b.item_id AS book_id, s.item_id
    FROM catalogue b JOIN catalogue s ON s.parent_id = b.item_id
    WHERE (b.data_type = 'Book' AND s.data_type = 'Book_Segment')
        OR (b.data_type = 'Reference_Work' AND s.data_type = 'Reference_Item')
),
units AS (
    SELECT '5.1' AS release, k.month, k.day, k.customers, k.session_hash, coalesce(s.item_id, k.item_id) AS item_id,
        k.action = 'request' AS request, k.access_method, CAST(NULL AS VARCHAR) AS rule_type
    FROM kept k LEFT JOIN segments s ON s.book_id = k.item_id
    WHERE k.action IN ('investigation', 'request')
    UNION ALL
    SELECT '5', month, day, customers, session_hash, item_id, action = 'request', access_method, nullif(access_type_r5, '')
    FROM kept
    WHERE action IN ('investigation', 'request')
)
SELECT u.release, u.month, u.customers, u.session_hash, u.request, u.access_method, c.item_id, c.name, c.data_type, c.title_id,
    c.database_id, c.yop, CASE u.release WHEN '5' THEN CASE WHEN a.in_all_formats THEN a.access_type_r5 ELSE coalesce(u.rule_type, a.access_type_r5) END ELSE a.access_type END AS access_type
FROM units u
JOIN catalogue c USING (item_id)
JOIN access a ON a.item_id = u.item_id AND a.day = u.day;

-- Item metrics and denials, one row for each number other than 0.
CREATE TABLE item_counts AS
WITH tallies AS (
    SELECT release, month, customers, item_id, access_type, access_method,
        count(*) AS Total_Item_Investigations,
        count(*) FILTER (request) AS Total_Item_Requests,
        count(DISTINCT session_hash) AS Unique_Item_Investigations,
        count(DISTINCT session_hash) FILTER (request) AS Unique_Item_Requests
    FROM uses GROUP BY ALL
),
used AS (
    UNPIVOT tallies ON Total_Item_Investigations, Total_Item_Requests, Unique_Item_Investigations, Unique_Item_Requests
    INTO NAME metric VALUE n
),
denied AS (
    SELECT r.release, k.month, k.customers, k.item_id,
        CASE r.release WHEN '5' THEN a.access_type_r5 ELSE a.access_type END AS access_type,
        k.access_method, k.action AS metric, count(*) AS n
    FROM kept k
    JOIN access a ON a.item_id = k.item_id AND a.day = k.day
    CROSS JOIN (VALUES ('5'), ('5.1')) r(release)
    WHERE k.action IN ('No_License', 'Limit_Exceeded')
    GROUP BY ALL
)
SELECT * FROM used WHERE n > 0 UNION ALL SELECT * FROM denied;

-- Title metrics, of Books and Reference_Works; scope '' for Platform and Title Reports, else a database.
CREATE TABLE title_counts AS
WITH scoped AS (
    SELECT '' AS scope, * FROM uses
    UNION ALL
    SELECT database_id AS scope, * FROM uses WHERE database_id IS NOT NULL
),
tallies AS (
    SELECT s.scope, s.release, s.month, s.customers, s.title_id, s.yop, s.access_type, s.access_method,
        count(DISTINCT session_hash) AS Unique_Title_Investigations,
        count(DISTINCT session_hash) FILTER (request) AS Unique_Title_Requests
    FROM scoped s JOIN catalogue t ON t.item_id = s.title_id
    WHERE t.data_type IN ('Book', 'Reference_Work')
    GROUP BY ALL
)
SELECT * FROM (UNPIVOT tallies ON Unique_Title_Investigations, Unique_Title_Requests INTO NAME metric VALUE n) WHERE n > 0;

CREATE TABLE search_counts AS
SELECT strftime(a.day, '%Y-%m') AS month, a.customers, d.item_id AS database_id, a.access_method, a.action AS metric, count(*) AS n
FROM actions a
LEFT JOIN catalogue d ON d.item_id = a.item_id AND starts_with(d.data_type, 'Database_') AND d.data_type <> 'Database_Full_Item'
WHERE a.action = 'Searches_Platform' OR (starts_with(a.action, 'Searches_') AND d.item_id IS NOT NULL)
GROUP BY ALL;

-- The four reports, one row for each number, with its row's columns.
CREATE TABLE report_counts AS
WITH described AS (
    SELECT n.*, c.name, c.data_type, c.yop, c.title_id, t.name AS title, t.data_type AS title_type,
        starts_with(c.data_type, 'Database_') AND c.data_type <> 'Database_Full_Item' AS of_database,
        metric IN ('No_License', 'Limit_Exceeded') AS denial,
        coalesce(t.data_type, c.data_type) AS reported_type,
        CASE WHEN starts_with(c.data_type, 'Database_') AND c.data_type <> 'Database_Full_Item' THEN c.item_id
            ELSE c.database_id END AS in_database
    FROM item_counts n
    JOIN catalogue c USING (item_id)
    LEFT JOIN catalogue t ON t.item_id = c.title_id
)
SELECT 'PR' AS report, release, month, customers, '' AS subject, reported_type AS data_type, NULL AS yop, NULL AS access_type,
    access_method, metric, n
FROM described WHERE NOT denial
UNION ALL
SELECT 'PR', release, month, customers, '', t.data_type, NULL, NULL, access_method, metric, n
FROM title_counts JOIN catalogue t ON t.item_id = title_counts.title_id WHERE scope = ''
UNION ALL
SELECT 'PR', r.release, month, customers, '', 'Platform', NULL, NULL, access_method, metric, n
FROM search_counts CROSS JOIN (VALUES ('5'), ('5.1')) r(release) WHERE metric = 'Searches_Platform'
UNION ALL
SELECT 'DR', release, month, customers, d.name, CASE WHEN denial THEN d.data_type ELSE reported_type END, NULL, NULL, access_method,
    metric, n
FROM described JOIN catalogue d ON d.item_id = in_database
UNION ALL
SELECT 'DR', release, month, customers, d.name, t.data_type, NULL, NULL, access_method, metric, n
FROM title_counts JOIN catalogue t ON t.item_id = title_counts.title_id JOIN catalogue d ON d.item_id = scope
UNION ALL
SELECT 'DR', r.release, month, customers, d.name, d.data_type, NULL, NULL, access_method, metric, n
FROM search_counts JOIN catalogue d ON d.item_id = search_counts.database_id CROSS JOIN (VALUES ('5'), ('5.1')) r(release)
UNION ALL
SELECT 'TR', release, month, customers, title, title_type, yop, access_type, access_method, metric, n
FROM described WHERE title_id IS NOT NULL
UNION ALL
SELECT 'TR', release, month, customers, t.name, t.data_type, title_counts.yop, title_counts.access_type, access_method, metric, n
FROM title_counts JOIN catalogue t ON t.item_id = title_counts.title_id WHERE scope = ''
UNION ALL
SELECT 'IR', release, month, customers, name,
    CASE WHEN release = '5.1' AND data_type = 'Book' THEN 'Book_Segment'
        WHEN release = '5.1' AND data_type = 'Reference_Work' THEN 'Reference_Item'
        WHEN release = '5' AND data_type = 'Database_Full_Item' THEN 'Other'
        ELSE data_type END,
    yop, access_type, access_method, metric, n
FROM described WHERE NOT of_database;

-- From where each action came: a step within the platform as the latest action before it of the same user in the same session.
CREATE TABLE ways AS
WITH others AS (
    SELECT user_hash, session_hash, time_ms, max(arrival) AS arrival
    FROM actions
    WHERE arrival NOT IN ('', 'within_platform')
    GROUP BY ALL
)
SELECT
    a.input,
    a.line,
    a.part,
    CASE WHEN a.arrival = 'within_platform' THEN coalesce(o.arrival, a.arrival) ELSE a.arrival END AS way,
    a.route
FROM actions a
ASOF LEFT JOIN others o
    ON o.user_hash = a.user_hash AND o.session_hash = a.session_hash AND o.time_ms <= a.time_ms;

-- What was counted by way of arrival and route of access, one row for each number other than 0.
CREATE TABLE route_counts AS
WITH came AS (SELECT k.*, w.way FROM kept k JOIN ways w ON w.input = k.input AND w.line = k.line AND w.part = k.part),
segments AS (
    SELECT b.item_id AS book_id, s.item_id
    FROM catalogue b JOIN catalogue s ON s.parent_id = b.item_id
    WHERE (b.data_type = 'Book' AND s.data_type = 'Book_Segment')
        OR (b.data_type = 'Reference_Work' AND s.data_type = 'Reference_Item')
),
units AS (
    SELECT '5.1' AS release, c.month, c.customers, c.way, c.route, c.access_method, c.action,
        CASE WHEN c.action IN ('investigation', 'request') THEN coalesce(s.item_id, c.item_id) ELSE c.item_id END AS item_id
    FROM came c LEFT JOIN segments s ON s.book_id = c.item_id AND c.action IN ('investigation', 'request')
    UNION ALL
    SELECT '5', month, customers, way, route, access_method, action, item_id FROM came
),
metrics AS (
    SELECT u.* EXCLUDE (action), unnest(
        CASE action
            WHEN 'request' THEN ['Total_Item_Investigations', 'Total_Item_Requests']
            WHEN 'investigation' THEN ['Total_Item_Investigations']
            ELSE [action]
        END) AS metric
    FROM units u
)
SELECT m.release, m.month, m.customers, coalesce(c.title_id, c.item_id) AS title_id, t.data_type, m.way, m.route,
    m.access_method, m.metric, count(*) AS n
FROM metrics m
JOIN catalogue c USING (item_id)
JOIN catalogue t ON t.item_id = coalesce(c.title_id, c.item_id)
GROUP BY ALL;
