-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days between a reader's last work in one arm or session and the first in the next; NULL: none.

ALTER TABLE study ADD COLUMN washout_days INTEGER CHECK (washout_days > 0);
