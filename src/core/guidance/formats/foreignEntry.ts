import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Selector } from '../../match/selector';
import { hash } from '../../text/hash';
import { relativePath } from '../../text/links';
import { slug } from '../../text/slug';
import { limits } from '../limits';
import type { EntryBase, Philosophy } from '../model';
import { rangeOf } from '../parts';
import type { SourcePlace } from '../sourceText';

/** A stretch of a file that becomes an entry. UTF-16 offsets, `end` exclusive. */
export interface ForeignPart {
  readonly title: string;
  /** What it is called by where that is not its title. */
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the identity of what others' files say: its id is made of the file and the title, so that a section that moves
 * stays what it was. One maker for each file: a title that comes again gets a number.
 */
export function foreignIds(source: SourcePlace, document: TextDocument): (part: ForeignPart) => EntryBase {
  const path = relativePath(source.uri, source.folder) ?? source.uri;
  const taken = new Set<string>();
  /** The last number that each id was given: a file may hold the same title many times. */
  const last = new Map<string, number>();
  const { uri, folder, linkBase } = source;
  return ({ title, name = title, start, end }) => {
    const first = foreignId(path, name);
    let id = first;
    for (let count = last.get(first) ?? 1; taken.has(id); last.set(first, count))
      id = foreignId(path, `${name} ${++count}`);
    taken.add(id);
    const range = rangeOf(document, { start, end });
    const parts = { range: () => range, text: () => document.getText(range), lost: () => [] };
    return { id, title, folder, linkBase, uri, range, parts };
  };
}

function foreignId(path: string, name: string): string {
  const whole = `${slug(path.replace(/\.(?:instructions\.md|mdc?|ya?ml)$/i, ''))}.${slug(name)}`;
  return whole.length < limits.idLength ? whole : `${whole.slice(0, 48)}-${hash(`${path} ${name}`)}`;
}

/** What somebody else's file says, as a philosophy that was never written as one. */
export function foreignPhilosophy(
  base: EntryBase,
  { text, applies, readBy }: { text: string; applies: Selector | undefined; readBy: readonly string[] },
): Philosophy {
  return {
    ...base,
    kind: 'philosophy',
    text,
    readBy,
    examples: [],
    exemplars: [],
    ...(applies && { applies }),
    level: 'none',
    status: 'accepted',
    supersedes: [],
    exceptions: [],
    checklist: [],
    tags: [],
  };
}
