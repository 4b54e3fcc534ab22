/** A level of disagreement, as help for who writes. Nobody's text is put on one. */
export interface Rung {
  /** `DH0` to `DH6`. */
  readonly id: string;
  readonly name: string;
  /** What it looks like. */
  readonly looks: string;
  /** How to climb from there; at the top, how to stay. */
  readonly climb: string;
}

/** The lowest first. Paul Graham, "How to Disagree", 2008. */
export const ladder: readonly Rung[] = [
  {
    id: 'DH0',
    name: 'Name-calling',
    looks: '"This is garbage."',
    climb: 'Leave the person and the grade out: say what happens when the code runs.',
  },
  {
    id: 'DH1',
    name: 'Ad hominem',
    looks: '"You are new here, of course you would do it like this."',
    climb: 'Whoever wrote it, the code is the same: speak about the line.',
  },
  {
    id: 'DH2',
    name: 'Responding to tone',
    looks: '"No need to sound so sure of it."',
    climb: 'Let the tone be, and answer what was said.',
  },
  {
    id: 'DH3',
    name: 'Contradiction',
    looks: '"No, this belongs in the service."',
    climb: 'Add the reason: what breaks, for whom, and when.',
  },
  {
    id: 'DH4',
    name: 'Counterargument',
    looks: '"Services own the prices here, because two pages once disagreed."',
    climb: 'Make sure that it answers what was claimed: quote that line.',
  },
  {
    id: 'DH5',
    name: 'Refutation',
    looks: '"> cached for a day. Prices change at noon, so the cart shows yesterday\'s until midnight."',
    climb: 'Ask whether the quote is what the other person cares about most.',
  },
  {
    id: 'DH6',
    name: 'Refuting the central point',
    looks:
      '"The point of the cache is speed. The query takes 2 ms, so it buys nothing and shows old prices."',
    climb: 'You are at the top: name the point fairly, give the reason, and say what would change your mind.',
  },
];
