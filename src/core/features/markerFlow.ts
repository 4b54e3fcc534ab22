/** Which markers there are, and since when, step by step; equal ones are counted. */
export class MarkerFlow {
  /** By fingerprint, the day of each marker that is there, oldest first. */
  readonly #days = new Map<string, string[]>();
  #markers = 0;

  /** A marker that both came and went has moved. */
  step(
    day: string,
    { came, went }: { readonly came: readonly string[]; readonly went: readonly string[] },
  ): { readonly markers: number; readonly inflow: number; readonly outflow: number } {
    const changes = new Map<string, number>();
    for (const fingerprint of came) changes.set(fingerprint, (changes.get(fingerprint) ?? 0) + 1);
    for (const fingerprint of went) changes.set(fingerprint, (changes.get(fingerprint) ?? 0) - 1);
    let inflow = 0;
    let outflow = 0;
    for (const [fingerprint, change] of changes) {
      const days = this.#days.get(fingerprint) ?? [];
      // Of equal markers, the one that came last goes first.
      if (change < 0) days.length += change;
      for (let more = 0; more < change; more += 1) days.push(day);
      if (days.length === 0) this.#days.delete(fingerprint);
      else this.#days.set(fingerprint, days);
      inflow += Math.max(0, change);
      outflow += Math.max(0, -change);
    }
    this.#markers += inflow - outflow;
    return { markers: this.#markers, inflow, outflow };
  }

  /** The day of each marker that is there, oldest first. */
  get days(): readonly string[] {
    return [...this.#days.values()].flat().sort();
  }
}
