-- Orders that leave in more than one parcel. See #198.
ALTER TABLE orders ADD COLUMN partial boolean NOT NULL DEFAULT false;
CREATE INDEX orders_partial ON orders (shipped_on) WHERE partial;
