-- Words are cut down to other stems than before, so that *medlem* and *medlemmer* are one: everything is read anew.
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case WHERE TRUE ON CONFLICT DO NOTHING;
INSERT INTO search_due (object_id, is_paper, tries)
SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO published_due (item_id) SELECT item_id FROM published_item WHERE TRUE ON CONFLICT DO NOTHING;
