-- The dissent is read with the rest of an item, and kept for the hits: its minutes need not be opened for each of them.
ALTER TABLE published_text ADD COLUMN dissent TEXT NOT NULL DEFAULT '';
INSERT INTO published_due (item_id) SELECT item_id FROM published_item WHERE TRUE ON CONFLICT DO NOTHING;
