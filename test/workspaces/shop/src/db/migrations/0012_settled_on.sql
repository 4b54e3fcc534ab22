-- The settlement date, written once by the service and checked by the worker.
-- Nullable on purpose: the release before this one does not write it. (#207)
ALTER TABLE orders ADD COLUMN settled_on date;
CREATE INDEX CONCURRENTLY orders_unsettled ON orders (shipped_on) WHERE settled_on IS NULL;
