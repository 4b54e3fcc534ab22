import { keyAt, type SchemaKey } from '../guidance/schemaKeys';
import type { TextKind } from '../guidance/schemaValues';
import { completeHeading } from './completeHeadings';
import { completeKeys, leading } from './completeKeys';
import { choiceDetail, completePaths } from './completePaths';
import { type Value, valuesOf } from './completeValues';
import type { AuthoringCompletion } from './completion';
import { type EntrySnippet, entrySnippets } from './entrySnippets';
import { globPartAt } from './globPart';
import type { Known } from './known';
import { scalar } from './scalar';
import { madeNames } from './ownName';
import { headingPlaceAt, type SourcePlace, sourcePlaceAt } from './sourcePlace';
import type { SourceKind } from './writtenSource';

export interface SourceCursor {
  readonly text: string;
  readonly kind: SourceKind;
  readonly offset: number;
}

/** What fits at a place of a source, the likely first. Nothing in prose, in comments and in block scalars. */
export function completeSource(cursor: SourceCursor, known: Known): readonly AuthoringCompletion[] {
  const { text, kind, offset } = cursor;
  const place = sourcePlaceAt(text, kind, offset);
  if (place !== undefined) return [...wholeFile(cursor, place, known), ...atPlace(cursor, place, known)];
  const heading = kind === 'leadlight' ? undefined : headingPlaceAt(text, offset);
  return heading === undefined ? [] : completeHeading(cursor, heading, known);
}

/** What has to be looked up before something can be offered. */
export type Wanted = 'owners' | 'modules' | 'symbols' | 'runs';

const wantedFor: Partial<Record<TextKind, Wanted>> = {
  owner: 'owners',
  module: 'modules',
  symbol: 'symbols',
  command: 'runs',
  tool: 'runs',
};

/** Whether the value at a place is one that has to be looked up first, and which. */
export function wantedAt({ text, kind, offset }: SourceCursor): Wanted | undefined {
  const place = sourcePlaceAt(text, kind, offset);
  const holds = place && keyAt(place.path, place.page)?.holds;
  return holds && wantedFor[holds];
}

function wholeFile({ text }: SourceCursor, place: SourcePlace, known: Known): readonly AuthoringCompletion[] {
  if (place.page !== undefined || text.trim().length > place.end - place.start) return [];
  return entrySnippets('file', known.today).map((snippet) => entryAt(place, snippet, snippet.body));
}

function atPlace(cursor: SourceCursor, place: SourcePlace, known: Known): readonly AuthoringCompletion[] {
  const key = keyAt(place.path, place.page);
  if (key === undefined) return [];
  const isItem = typeof place.path.at(-1) === 'number';
  // A line of its own where a list is expected: its dash is missing.
  if (key.isList && !isItem && place.on === 'key' && !place.isFlow) {
    const inItem = { ...place, indent: place.indent + 2 };
    return [
      ...entriesOf(key, known).map((snippet) => entryAt(place, snippet, snippet.body)),
      ...[...completeKeys(inItem, key), ...valuesAt(cursor, inItem, { key, known })].map(withDash),
    ];
  }
  const isKeyOnly = place.on === 'key' && (place.hasColon || place.isFlow || key.keys.size > 0);
  const isNew = isItem && place.on === 'value' && place.mayBeKey && place.keys.length === 0;
  return [
    ...(isNew
      ? entriesOf(key, known).map((snippet) => entryAt(place, snippet, bodyInItem(snippet, place)))
      : []),
    ...(place.mayBeKey ? completeKeys(place, key) : []),
    ...(isKeyOnly ? [] : valuesAt(cursor, place, { key, known })),
  ];
}

function entriesOf({ name, isList, keys }: SchemaKey, { today }: Known): readonly EntrySnippet[] {
  return isList && keys.size > 0 ? entrySnippets(name, today) : [];
}

function entryAt(place: SourcePlace, { name, description }: EntrySnippet, body: string): AuthoringCompletion {
  const { start, end } = place;
  const text = `${leading(place)}${body}`;
  return {
    kind: 'entry',
    label: `new ${name.toLowerCase()}`,
    detail: description,
    text,
    isSnippet: true,
    start,
    end,
  };
}

/** Behind a dash that is there, and lines below it as far in as the keys are. */
function bodyInItem({ body }: EntrySnippet, { indent, lineIndent }: SourcePlace): string {
  const more = ' '.repeat(Math.max(0, indent - lineIndent - 2));
  return body.replace(/^- /, '').replace(/\n(?=.)/g, `\n${more}`);
}

function withDash(completion: AuthoringCompletion): AuthoringCompletion {
  return { ...completion, text: `- ${completion.text}` };
}

interface Asked {
  readonly key: SchemaKey;
  readonly known: Known;
}

function valuesAt(cursor: SourceCursor, place: SourcePlace, wanted: Asked): readonly AuthoringCompletion[] {
  const { holds } = wanted.key;
  const isPath = holds === 'path' || holds === 'glob';
  // A name that says what is there is offered where it says something else than what is written already.
  const made = madeNames(place, wanted.known).filter(
    ({ label }) => label !== cursor.text.slice(place.start, place.end),
  );
  const values = [...made, ...valuesOf(wanted.key, wanted.known)].map((value) => valueAt(value, place));
  return isPath ? [...values, ...pathsAt(cursor, place, wanted)] : values;
}

function pathsAt({ text, offset }: SourceCursor, place: SourcePlace, { key, known }: Asked) {
  const withGlobs = key.holds === 'glob';
  const whole = { start: place.start, end: place.end, prefix: '', written: text.slice(place.start, offset) };
  const part = withGlobs ? globPartAt(text, place, offset) : whole;
  if (!withGlobs && part.written.includes('#')) return [];
  const { files, folder } = known;
  return completePaths({ files, folder, written: part.written, withGlobs })
    .filter((choice) => choice.text.startsWith(part.prefix))
    .map((choice): AuthoringCompletion => {
      const label = choice.text.slice(part.prefix.length);
      const value = { kind: choice.kind, label, detail: choiceDetail(choice) };
      const isWhole = part.start === place.start && part.end === place.end;
      return isWhole
        ? valueAt(value, place)
        : { ...value, text: label, isSnippet: false, start: part.start, end: part.end };
    });
}

function valueAt(value: Value, place: SourcePlace): AuthoringCompletion {
  const text = `${leading(place)}${scalar(value.label, place)}`;
  return { ...value, text, isSnippet: false, start: place.start, end: place.end };
}
