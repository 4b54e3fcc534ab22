/** What time it is, as far as the shop is concerned. Handed in, never looked up. */
export interface Clock {
  now(): Temporal.Instant;
  today(): Temporal.PlainDate;
}

/** The trading day ends at midnight here, whatever the server's time zone is. */
const tradingZone = 'Europe/Lisbon';

/** The only place that looks at the wall clock. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => Temporal.Now.plainDateISO(tradingZone),
};

/** A clock that stands still, for tests. */
export function clockAt(iso: string): Clock {
  const instant = Temporal.Instant.from(iso);
  return {
    now: () => instant,
    today: () => instant.toZonedDateTimeISO(tradingZone).toPlainDate(),
  };
}
