-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often every arm is read, and what the random orders follow from; NULL: no such rule.

ALTER TABLE study ADD COLUMN sessions INTEGER CHECK (sessions > 0);
ALTER TABLE study ADD COLUMN order_seed INTEGER;
