import { type ChangedSpan, changedSpan, shifted } from './changedSpan';
import { codeBefore } from './operandPlace';
import { kindAt, type Region } from './regions';
import { AT_END, type Frame, type Grammar, Scan, type ScanState } from './scan';
import { grammarOf } from './scanRegions';

/** About how far states lie apart that are kept to begin at, in characters. */
const STEP = 4096;
/** No rule looks further back than this, except for the last code before it; or further ahead without telling. */
const REACH = 128;

/** The regions of one document from version to version: after an edit only the text around it is scanned. */
export class DocumentRegions {
  readonly #grammar: Grammar | undefined;
  #text = '';
  #regions: readonly Region[] = [];
  /** In order; the first is the start. */
  #states: readonly ScanState[] = [];

  constructor(languageId: string) {
    this.#grammar = grammarOf(languageId);
  }

  /** What `scanRegions` says of the text last given to `update`. */
  get regions(): readonly Region[] {
    return this.#regions;
  }

  /** Takes another version of the text; answers the stretch outside of which regions have only moved. */
  update(text: string): ChangedSpan {
    const span = changedSpan(this.#text, text);
    const older: Scanned = { text: this.#text, regions: this.#regions, states: this.#states };
    this.#text = text;
    const isSame = this.#states.length > 0 && span.before === span.start && span.after === span.start;
    if (this.#grammar === undefined) return { start: 0, before: older.text.length, after: text.length };
    if (isSame) return span;
    const edit = { text, grammar: this.#grammar, older, span };
    const { newer, changed } = older.states.length === 0 ? scanAll(edit) : scanAround(edit);
    this.#regions = newer.regions;
    this.#states = newer.states;
    return changed;
  }
}

interface Scanned {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly states: readonly ScanState[];
}

interface Edit {
  readonly text: string;
  readonly grammar: Grammar;
  readonly older: Scanned;
  readonly span: ChangedSpan;
}

interface Updated {
  readonly newer: Scanned;
  readonly changed: ChangedSpan;
}

function scanAll({ text, grammar, older }: Edit): Updated {
  const scan = new Scan(text, grammar);
  const states = [scan.stateAt(0)!];
  for (let at = 0; at !== AT_END;) {
    const target = lineAfterStep(text, at);
    at = scan.run(at, target);
    const state = at === target ? scan.stateAt(at) : undefined;
    if (state !== undefined) states.push(state);
  }
  const changed = { start: 0, before: older.text.length, after: text.length };
  return { newer: { text, regions: scan.regions, states }, changed };
}

/** Scans from the last state that the edit cannot concern, until it is in a state that it was in before the edit. */
function scanAround(edit: Edit): Updated {
  const { text, grammar, older, span } = edit;
  const first = lastBefore(older.states, span.start);
  const from = older.states[first]!;
  const scan = new Scan(text, grammar, older.regions.slice(0, from.regions));
  scan.resume(from);
  const states = older.states.slice(0, first + 1);
  let next = first + 1;
  for (let at = from.at; ;) {
    while (next < older.states.length && !(shifted(older.states[next]!.at, span) > Math.max(at, span.after)))
      next += 1;
    const old = older.states[next];
    const meeting = old === undefined ? Infinity : shifted(old.at, span);
    const target = meeting - at <= 2 * STEP ? meeting : lineAfterStep(text, at);
    at = scan.run(at, target);
    if (at === AT_END) {
      const changed = { start: from.at, before: older.text.length, after: text.length };
      return { newer: { text, regions: scan.regions, states }, changed };
    }
    const state = at === target ? scan.stateAt(at) : undefined;
    if (state === undefined) continue;
    if (old !== undefined && at === meeting && goesOnAsBefore(scan, state, { ...edit, old })) {
      const changed = { start: from.at, before: old.at, after: at };
      return { newer: withRest(scan, states, { ...edit, met: next }), changed };
    }
    states.push(state);
  }
}

/** The last state that was decided by what stands well before `offset`; the first is by nothing. */
function lastBefore(states: readonly ScanState[], offset: number): number {
  let low = 0;
  let high = states.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const { at, looked } = states[middle]!;
    if (Math.max(at, looked) + REACH <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function lineAfterStep(text: string, at: number): number {
  const newline = text.indexOf('\n', at + STEP);
  return newline === -1 ? Infinity : newline + 1;
}

/** Whether the state is the old one, and all that later rules may look back at is what it was. */
function goesOnAsBefore(
  scan: Scan,
  state: ScanState,
  { older, span, old }: Edit & { readonly old: ScanState },
): boolean {
  if (state.at - REACH < span.after || !isSameState(state, movedState(old, span))) return false;
  if (state.frames.some(({ grammar, opened }) => grammar.readsBack === true && opened < span.after))
    return false;
  const looksBack = [state.at, state.lastOpened, ...state.brackets].filter((at) => at >= span.start);
  return looksBack.every((at) => {
    const before = codeBefore(scan, at);
    const shift = span.after - span.before;
    const was = codeBefore(older, at - shift);
    if (before === -1 || was === -1) return before === was;
    const isOutside = before < span.start || before - REACH >= span.after;
    return (
      isOutside &&
      before === shifted(was, span) &&
      kindAt(scan.regions, before) === kindAt(older.regions, was)
    );
  });
}

function isSameState(a: ScanState, b: ScanState): boolean {
  return (
    a.lastOpened === b.lastOpened &&
    a.frames.length === b.frames.length &&
    a.brackets.length === b.brackets.length &&
    a.brackets.every((offset, index) => offset === b.brackets[index]) &&
    a.frames.every((frame, index) => isSameFrame(frame, b.frames[index]!))
  );
}

function isSameFrame(a: Readonly<Frame>, b: Readonly<Frame>): boolean {
  return (
    a.grammar === b.grammar &&
    a.limit === b.limit &&
    a.close === b.close &&
    a.opened === b.opened &&
    a.base === b.base &&
    a.start === b.start &&
    a.depth === b.depth &&
    a.closing === b.closing
  );
}

/** What was scanned until now, and behind it what is as it was. All regions there end behind the edit. */
function withRest(
  scan: Scan,
  states: readonly ScanState[],
  { text, older, span, met }: Edit & { readonly met: number },
): Scanned {
  const rest = older.regions.slice(older.states[met]!.regions);
  const later = older.states.slice(met);
  const more = scan.regions.length - older.states[met]!.regions;
  const isStill = span.before === span.after;
  return {
    text,
    regions: scan.regions.concat(isStill ? rest : rest.map((region) => movedRegion(region, span))),
    states: states.concat(
      isStill && more === 0
        ? later
        : later.map((state) => ({ ...movedState(state, span), regions: state.regions + more })),
    ),
  };
}

function movedRegion({ kind, start, end }: Region, span: ChangedSpan): Region {
  const by = span.after - span.before;
  return { kind, start: start < span.start ? start : start + by, end: end + by };
}

function movedState(state: ScanState, span: ChangedSpan): ScanState {
  const { at, frames, brackets, lastOpened, looked, regions } = state;
  return {
    at: shifted(at, span),
    frames: frames.map((frame) => movedFrame(frame, span)),
    brackets: brackets.map((offset) => shifted(offset, span)),
    lastOpened: shifted(lastOpened, span),
    looked: Math.max(looked, shifted(looked, span)),
    regions,
  };
}

function movedFrame(frame: Readonly<Frame>, span: ChangedSpan): Frame {
  const { limit, opened, start } = frame;
  return {
    ...frame,
    limit: shifted(limit, span),
    opened: shifted(opened, span),
    start: shifted(start, span),
  };
}
