-- Every entry under one roof: what it is called, and whose it is. Lists of changes of whatever noun read from here.
CREATE VIEW entry (noun, id, name, owner, city_id, organisation_id) AS
SELECT 'organisation', o.id, o.name, c.name, o.city_id, o.id
FROM organisation o
JOIN city c ON c.id = o.city_id
UNION ALL
SELECT 'contact', k.id, k.function, o.name, o.city_id, o.id
FROM contact k
JOIN organisation o ON o.id = k.organisation_id
UNION ALL
SELECT 'meeting', m.id, m.title, o.name, o.city_id, o.id
FROM meeting m
JOIN organisation o ON o.id = m.organisation_id
UNION ALL
SELECT 'feed', f.id, o.name, c.name, o.city_id, o.id
FROM feed f
JOIN organisation o ON o.id = f.organisation_id
JOIN city c ON c.id = o.city_id
UNION ALL
SELECT 'relation', r.id, t.name, f.name, f.city_id, f.id
FROM relation r
JOIN organisation f ON f.id = r.from_id
JOIN organisation t ON t.id = r.to_id
UNION ALL
SELECT 'event', e.id, e.title, c.name, e.city_id, NULL
FROM event e
JOIN city c ON c.id = e.city_id
UNION ALL
SELECT 'venue', v.id, v.name, c.name, v.city_id, v.operator_id
FROM venue v
JOIN city c ON c.id = v.city_id
UNION ALL
SELECT 'closing-day', d.id, d.reason, coalesce(v.name, c.name), c.id, NULL
FROM closing_day d
LEFT JOIN venue v ON v.id = d.venue_id
JOIN city c ON c.id = coalesce(d.city_id, v.city_id)
UNION ALL
SELECT 'notice', n.id, substr(n.text, 1, 60), coalesce(v.name, c.name), c.id, NULL
FROM notice n
LEFT JOIN venue v ON v.id = n.venue_id
JOIN city c ON c.id = coalesce(n.city_id, v.city_id)
UNION ALL
SELECT 'project', j.id, j.title, c.name, j.city_id, NULL
FROM project j
JOIN city c ON c.id = j.city_id
UNION ALL
SELECT 'document', d.id, d.title, coalesce(o.name, c.name), coalesce(o.city_id, e.city_id), o.id
FROM document d
LEFT JOIN event e ON e.id = d.event_id
LEFT JOIN meeting m ON m.id = d.meeting_id
LEFT JOIN organisation o ON o.id = coalesce(d.organisation_id, m.organisation_id)
LEFT JOIN city c ON c.id = coalesce(o.city_id, e.city_id)
UNION ALL
SELECT 'picture', p.id, p.alternative, coalesce(o.name, c.name), coalesce(o.city_id, e.city_id), o.id
FROM picture p
LEFT JOIN event e ON e.id = p.event_id
LEFT JOIN organisation o ON o.id = p.organisation_id
LEFT JOIN city c ON c.id = coalesce(o.city_id, e.city_id)
UNION ALL
SELECT 'city', c.id, c.name, '', c.id, NULL
FROM city c
UNION ALL
SELECT 'topic', t.id, coalesce(t.names ->> 'de', t.slug), '', NULL, NULL
FROM topic t
UNION ALL
SELECT 'programme', g.id, g.title, '', NULL, NULL
FROM programme g
UNION ALL
SELECT 'site-text', s.id, s.title, '', NULL, NULL
FROM site_text s
UNION ALL
SELECT 'account', a.id, a.name, '', NULL, NULL
FROM account a;
