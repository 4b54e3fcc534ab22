import { isDay } from '../text/day';
import type { Marker, MarkerPart, MarkerPartName } from './marker';
import type { Stretch } from './markerBody';
import { type FoundPart, INSIDE, isIssueKey, LEADING, partOfItem } from './partPatterns';

export type Parts = Partial<Record<MarkerPartName, MarkerPart>>;
export type ReadMarker = Pick<Marker, 'text'> & Readonly<Parts>;

const LONGEST_LIST = 200;

/** Reads what a debt marker says out of the lines behind its tag, which ends at `tagEnd`. */
export function readDebt(text: string, tagEnd: number, lines: readonly Stretch[]): ReadMarker {
  const reader = new PartReader(text);
  const head = reader.readHead(lines[0]!, tagEnd);
  const rest = [{ start: head, end: lines[0]!.end }, ...lines.slice(1)];
  for (const line of rest) reader.readInside(line);
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

  /** Reads what stands before the text proper, in any order; returns where the text proper begins. */
  readHead({ start, end }: Stretch, tagEnd: number): number {
    let at = this.#pastSigns(start, end);
    for (;;) {
      const next = this.#listAt(at, { isFirst: at === tagEnd, end }) ?? this.#leadingAt(at, end);
      if (next === undefined) return at;
      at = this.#pastSeparators(next, end);
    }
  }

  /** Reads dates and costs that stand in the text, and lists in brackets that hold nothing but parts. */
  readInside({ start, end }: Stretch): void {
    const line = this.#text.slice(start, end);
    for (const [name, pattern] of INSIDE) {
      for (const match of line.matchAll(pattern)) {
        const [from, to] = match.indices![1]!;
        if (name === 'due' && !isDay(match[1]!)) continue;
        if (!this.#take(name, start + from, start + to)) continue;
        this.#cuts.push(
          this.#withBrackets({ start: start + match.index, end: start + match.index + match[0].length }),
        );
      }
    }
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

  #take(name: MarkerPartName, start: number, end: number): boolean {
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
      this.#take(name, at + from, at + to);
      return at + match[0].length;
    }
    return undefined;
  }

  /**
   * Reads `(owner, 2027-01-31)` or `[#12]` at `at`; returns where it ends. Behind the tag and before a colon any name
   * is an owner; elsewhere such a list must hold a part that cannot be mistaken.
   */
  #listAt(at: number, { isFirst, end }: { isFirst: boolean; end: number }): number | undefined {
    const open = this.#text.charAt(at);
    if (open !== '(' && open !== '[') return undefined;
    const inside = /^[^()[\]]{0,200}/.exec(
      this.#text.slice(at + 1, Math.min(end, at + 1 + LONGEST_LIST)),
    )![0];
    const close = at + 1 + inside.length;
    if (close >= end || this.#text.charAt(close) !== (open === '(' ? ')' : ']')) return undefined;
    const items = itemsOf(inside, at + 1).map(({ start, value }) => absolute(start, partOfItem(value)));
    const isSure = (part: FoundPart | undefined) =>
      part !== undefined && (part.name !== 'owner' || this.#text.charAt(part.start) === '@');
    const isNamed = isFirst || this.#text.charAt(close + 1) === ':' || items.some(isSure);
    const isWhole = items.every((part) => part !== undefined);
    const found = items.filter(
      (part): part is FoundPart => part !== undefined && ((isWhole && isNamed) || isSure(part)),
    );
    let taken = 0;
    for (let index = 0; index < found.length;) {
      const count = found[index]!.name === 'owner' ? ownersFrom(found, index) : 1;
      const { name, start } = found[index]!;
      if (this.#take(name, start, found[index + count - 1]!.end)) taken += count;
      index += count;
    }
    // What is not understood, or is there twice, stays in the text.
    return taken === items.length ? close + 1 : undefined;
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

/** How many owners follow each other. */
function ownersFrom(parts: readonly FoundPart[], from: number): number {
  const next = parts.findIndex(({ name }, index) => index > from && name !== 'owner');
  return (next === -1 ? parts.length : next) - from;
}

function absolute(offset: number, part: FoundPart | undefined): FoundPart | undefined {
  return part && { name: part.name, start: offset + part.start, end: offset + part.end };
}

function itemsOf(
  inside: string,
  offset: number,
): readonly { readonly value: string; readonly start: number }[] {
  return [...inside.matchAll(/[^,;]+/g)].flatMap(({ 0: raw, index }) => {
    const value = raw.trim();
    return value === '' ? [] : [{ value, start: offset + index + raw.indexOf(value) }];
  });
}
