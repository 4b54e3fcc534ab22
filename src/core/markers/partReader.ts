import { isDay } from '../text/day';
import type { Marker, MarkerPart, MarkerPartName } from './marker';
import type { Stretch } from './markerBody';
import {
  type FoundPart,
  INSIDE,
  isIssueKey,
  issueAddressIn,
  KIND_OF_WORK,
  LEADING,
  LIST,
  partOfItem,
} from './partPatterns';

export type Parts = Partial<Record<MarkerPartName, MarkerPart>>;
export type ReadMarker = Pick<Marker, 'text'> & Readonly<Parts>;

/** Reads what a debt marker says out of the lines behind its tag, which ends at `tagEnd`. */
export function readDebt(text: string, tagEnd: number, lines: readonly Stretch[]): ReadMarker {
  const reader = new PartReader(text);
  const head = reader.readHead(lines[0]!, tagEnd);
  const rest = [{ start: head, end: lines[0]!.end }, ...lines.slice(1)];
  for (const line of rest) reader.readInside(line);
  for (const line of rest) reader.readAddress(line);
  const said = rest.map((line) => reader.remainder(line)).filter((line) => line !== '');
  return { ...reader.parts, text: said.join('\n') };
}

/** Takes parts out of a text; of each name the first counts, and what is read once is not read again. */
export class PartReader {
  readonly #text: string;
  readonly parts: Parts = {};
  readonly #cuts: Stretch[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Reads what stands before the text proper, in any order; returns where the text proper begins. A list directly behind
   * the tag, at `tagEnd`, or before a colon may name owners without a sign.
   */
  readHead({ start, end }: Stretch, tagEnd: number): number {
    let at = this.#pastSigns(start, end);
    for (;;) {
      const next = this.#headListAt(at, end, at === tagEnd) ?? this.#leadingAt(at, end);
      if (next === undefined) return at;
      at = this.#pastSeparators(next, end);
    }
  }

  /**
   * Reads the parts that stand in the text: dates, costs, and lists in brackets that hold nothing else. Returns where
   * the first begins that the text does without.
   */
  readInside({ start, end }: Stretch): number | undefined {
    const line = this.#text.slice(start, end);
    const cuts: Stretch[] = [];
    for (const { 0: list, index } of line.matchAll(LIST)) {
      const items = itemsOf(list.slice(1, -1), start + index + 1);
      if (items.length === 0 || !items.every((item) => item.part?.isSure)) continue;
      if (this.#takeItems(items)) cuts.push({ start: start + index, end: start + index + list.length });
    }
    for (const [name, pattern] of INSIDE) {
      for (const match of line.matchAll(pattern)) {
        const [from, to] = match.indices![1]!;
        if (name === 'due' && !isDay(match[1]!)) continue;
        if (!this.#take(name, { start: start + from, end: start + to })) continue;
        const cut = { start: start + match.index, end: start + match.index + match[0].length };
        cuts.push(this.#withBrackets(cut));
      }
    }
    this.#cuts.push(...cuts);
    return cuts.length === 0 ? undefined : Math.min(...cuts.map((cut) => cut.start));
  }

  /** Reads the address of an issue, which stays in the text: a sentence may need it. */
  readAddress({ start, end }: Stretch): void {
    if (this.parts.issue !== undefined) return;
    const found = issueAddressIn(this.#text.slice(start, end));
    if (found !== undefined) this.#take('issue', { start: start + found.start, end: start + found.end });
  }

  /** What is left of a line. */
  remainder({ start, end }: Stretch): string {
    const cuts = this.#cuts
      .filter((cut) => cut.start >= start && cut.end <= end)
      .sort((a, b) => a.start - b.start);
    let left = '';
    let at = start;
    for (const cut of cuts) {
      left += `${this.#text.slice(at, cut.start)} `;
      at = cut.end;
    }
    left = `${left}${this.#text.slice(at, end)}`.replace(/\s+/g, ' ').trim();
    if (cuts.length === 0) return left;
    return left
      .replace(/ ?[,;:]? ([,.;:)])/g, '$1')
      .replace(/[,;: ]{1,3}$/, '')
      .replace(/^[,;:. ]{1,3}/, '');
  }

  /** False where there is such a part already. */
  #take(name: MarkerPartName, { start, end }: Stretch): boolean {
    if (this.parts[name] !== undefined) return false;
    this.parts[name] = { value: this.#text.slice(start, end), start, end };
    return true;
  }

  #leadingAt(at: number, end: number): number | undefined {
    const line = this.#text.slice(at, Math.min(end, at + 2100));
    for (const [name, pattern] of LEADING) {
      if (this.parts[name] !== undefined) continue;
      pattern.lastIndex = 0;
      const match = pattern.exec(line);
      if (match === null) continue;
      const [from, to] = match.indices![1]!;
      if (name === 'due' && !isDay(match[1]!)) continue;
      if (name === 'issue' && /^[A-Z]\w*-\d+$/.test(match[1]!) && !isIssueKey(match[1]!)) continue;
      this.#take(name, { start: at + from, end: at + to });
      return at + match[0].length;
    }
    return undefined;
  }

  /**
   * Reads `(owner, 2027-01-31)` or `[#12]` at `at`; returns where it ends. What is not understood, or is there twice,
   * stays in the text with the whole list.
   */
  #headListAt(at: number, end: number, isBehindTag: boolean): number | undefined {
    const open = this.#text.charAt(at);
    if (open !== '(' && open !== '[') return undefined;
    const inside = /^[^()[\]]{0,200}/.exec(this.#text.slice(at + 1, Math.min(end, at + 201)))![0];
    const close = at + 1 + inside.length;
    if (close >= end || this.#text.charAt(close) !== (open === '(' ? ')' : ']')) return undefined;
    const items = itemsOf(inside, at + 1);
    if (items.length === 0) return isBehindTag ? close + 1 : undefined;
    const isNamed =
      isBehindTag || (this.#text.charAt(close + 1) === ':' && !KIND_OF_WORK.test(inside.trim()));
    const isWhole = items.every(({ part }) => part !== undefined && (isNamed || part.isSure));
    const isTaken = this.#takeItems(isWhole ? items : items.filter(({ part }) => part?.isSure));
    return isWhole && isTaken ? close + 1 : undefined;
  }

  /** Owners in a row are one part. Returns whether all were taken. */
  #takeItems(items: readonly Item[]): boolean {
    const parts = items.flatMap(({ start, part }) =>
      part === undefined ? [] : [{ name: part.name, start: start + part.start, end: start + part.end }],
    );
    let areTaken = true;
    for (let index = 0; index < parts.length;) {
      const { name, start } = parts[index]!;
      let last = index;
      while (name === 'owner' && parts[last + 1]?.name === 'owner') last += 1;
      if (!this.#take(name, { start, end: parts[last]!.end })) areTaken = false;
      index = last + 1;
    }
    return areTaken;
  }

  #withBrackets({ start, end }: Stretch): Stretch {
    const before = this.#text.charAt(start - 1);
    const pair = before === '(' ? ')' : before === '[' ? ']' : undefined;
    return pair !== undefined && this.#text.charAt(end) === pair
      ? { start: start - 1, end: end + 1 }
      : { start, end };
  }

  /** Signs directly behind the tag. */
  #pastSigns(at: number, end: number): number {
    let next = at;
    while (next < end && /[:.,;!?]/.test(this.#text.charAt(next))) next += 1;
    return this.#pastSeparators(next, end);
  }

  #pastSeparators(at: number, end: number): number {
    let next = at;
    for (;;) {
      while (next < end && /[\s:,;]/.test(this.#text.charAt(next))) next += 1;
      let dashes = next;
      while (dashes < end && /[-\u2013\u2014]/.test(this.#text.charAt(dashes))) dashes += 1;
      if (dashes === next || (dashes < end && !/\s/.test(this.#text.charAt(dashes)))) return next;
      next = dashes;
    }
  }
}

interface Item extends Stretch {
  /** Its offsets are those in the item. */
  readonly part: FoundPart | undefined;
}

/** Commas separate items; white space does so too where that leaves one name at most. */
function itemsOf(inside: string, offset: number): readonly Item[] {
  return pieces(inside, offset, /[^,;]+/g).flatMap((item) => {
    if (item.part !== undefined) return [item];
    const words = pieces(inside.slice(item.start - offset, item.end - offset), item.start, /\S+/g);
    const isList = words.every(({ part }) => part !== undefined);
    return isList && words.filter(({ part }) => !part?.isSure).length <= 1 ? words : [item];
  });
}

function pieces(inside: string, offset: number, piece: RegExp): readonly Item[] {
  return [...inside.matchAll(piece)].flatMap(({ 0: raw, index }) => {
    const item = raw.trim();
    if (item === '') return [];
    const start = offset + index + raw.indexOf(item);
    return [{ start, end: start + item.length, part: partOfItem(item) }];
  });
}
