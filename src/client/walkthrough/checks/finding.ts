import type { StepCheck } from '../../../core/walkthrough/playedWalkthrough';
import { cleanLine } from '../../../core/text/markdown';
import type { StepMark } from '../../state/progress';

/** What a look at the world came to. `unknown`: it cannot be told here, or not now. */
export interface Finding {
  readonly holds: 'yes' | 'no' | 'unknown';
  /** What was found, as a sentence in plain text. */
  readonly why: string;
}

export function yes(why: string): Finding {
  return { holds: 'yes', why };
}

export function no(why: string): Finding {
  return { holds: 'no', why };
}

export function unknown(why: string): Finding {
  return { holds: 'unknown', why };
}

/** Checks that can be held against the world at any time. */
export type StateCheck = Extract<
  StepCheck,
  { readonly kind: 'exists' | 'contains' | 'setting' | 'extension' | 'tool' | 'task' }
>;

/** Those that are looked at without being asked: reading is all that they need. */
const unasked: readonly StepCheck['kind'][] = ['exists', 'contains', 'setting', 'extension'];

export function isChecked(check: StepCheck): check is StateCheck {
  return isLookedAt(check) || check.kind === 'tool' || check.kind === 'task';
}

export function isLookedAt({ kind }: StepCheck): boolean {
  return unasked.includes(kind);
}

/** A command and a task end well once, and did so whatever comes later. */
export function canBeUntrue(check: StepCheck): boolean {
  return isChecked(check) && check.kind !== 'task';
}

export interface SettleOptions {
  readonly check: StepCheck;
  /** See `PlayedStep.fingerprint`. */
  readonly fingerprint: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** A person asked for this look. */
  readonly isAsked: boolean;
}

/**
 * What is remembered of a step after a look; the same value where that changes nothing. What was skipped stays so until
 * a person asks.
 */
export function settled(
  mark: StepMark | undefined,
  finding: Finding,
  options: SettleOptions,
): StepMark | undefined {
  const { check, fingerprint, at, isAsked } = options;
  if (finding.holds === 'unknown') return mark;
  if (finding.holds === 'no') {
    if (mark?.state !== 'done' || !canBeUntrue(check) || mark.untrue === finding.why) return mark;
    return { ...mark, untrue: finding.why };
  }
  if (mark === undefined || (isAsked && (mark.state === 'skipped' || mark.fingerprint !== fingerprint)))
    return { state: 'done', at, fingerprint };
  if (mark.untrue === undefined) return mark;
  const { state, at: since, fingerprint: text } = mark;
  return { state, at: since, fingerprint: text };
}

/** Whether a setting has a value; what it is instead stays untold where it may be a secret. */
export function settingFinding(key: string, { value, equals }: { value: unknown; equals: unknown }): Finding {
  const name = cleanLine(key);
  const wanted = cleanLine(JSON.stringify(equals));
  if (isSame(value, equals)) return yes(`The setting ${name} is ${wanted}.`);
  const is =
    value === undefined
      ? 'is not set'
      : value === null || typeof value === 'boolean' || typeof value === 'number'
        ? `is ${value}`
        : 'is something else';
  return no(`The setting ${name} ${is}; ${wanted} is asked for.`);
}

/** Two values as JSON has them; the order of keys does not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as never], other[key as never]))
  );
}

/** What a file's text says about holding another one; ends of lines do not count. */
export function containsFinding(path: string, { text, wanted }: { text: string; wanted: string }): Finding {
  const lines = (written: string) => written.replace(/\r\n?/g, '\n');
  const [name, shown] = [cleanLine(path), cleanLine(wanted)];
  return lines(text).includes(lines(wanted))
    ? yes(`${name} contains "${shown}".`)
    : no(`${name} does not contain "${shown}".`);
}
