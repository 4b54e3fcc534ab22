import { cleanLine } from '../text/markdown';
import type { AnswerState, ReviewRole } from './answer';

/** How a review is written into the body of a pull request; what is written here reads back, even edited by hand. */

/** What a line says of its item; `stale` was answered, and then what it is about changed. */
export type BlockState = AnswerState | 'open' | 'stale';

/** The comment at the end of an item's line. */
export interface ItemComment {
  readonly id: string;
  readonly state: BlockState;
  readonly fingerprint: string;
  /** Whose answer it is, and when it was given; absent where there is none. */
  readonly by?: { readonly role: ReviewRole; readonly at: string };
}

export const blockEnd = '<!-- /leadlight:review -->';

/** Stand before an `ask`, so that a person sees the state, and so that it can be read without its comment. */
export const statePrefixes = { na: 'Not needed:', concern: 'Concern:', stale: 'Stale:' } as const;

export function blockBegin(base: string | undefined): string {
  return comment(`leadlight:review v1${base === undefined ? '' : ` ${encodeURIComponent(cleanLine(base))}`}`);
}

export function readBlockBegin(
  line: string,
): { readonly version: number; readonly base?: string } | undefined {
  const [, version, base] = /^<!--\s*leadlight:review v(\d{1,4})(?: (\S+))?\s*-->$/.exec(line.trim()) ?? [];
  if (version === undefined) return undefined;
  return { version: Number(version), ...(base !== undefined && { base: decoded(base) }) };
}

export function isBlockEnd(line: string): boolean {
  return /^<!--\s*\/leadlight:review\s*-->$/.test(line.trim());
}

export function itemComment({ id, state, fingerprint, by }: ItemComment): string {
  return comment([id, state, fingerprint, ...(by ? [by.role, by.at] : [])].join(' '));
}

const commentForm = new RegExp(
  /^(?<id>\S+) (?<state>open|pass|na|concern|stale) (?<fingerprint>[0-9a-f]{14}|no-diff)/.source +
    /(?: (?<role>author|reviewer) (?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z))?$/.source,
);

/** A line without its comment, whole or cut short, and what the comment says where it is an item's. */
export function readItemComment(line: string): { readonly rest: string; readonly comment?: ItemComment } {
  const start = line.lastIndexOf('<!--');
  if (start < 0) return { rest: line };
  const rest = line.slice(0, start).trimEnd();
  const [, inner = ''] = /^<!--(.*)-->\s*$/.exec(line.slice(start)) ?? [];
  const { id, state, fingerprint, role, at } =
    commentForm.exec(inner.replaceAll('%2D', '-').trim())?.groups ?? {};
  if (id === undefined || fingerprint === undefined) return { rest };
  const by = role === undefined || at === undefined ? undefined : { role: role as ReviewRole, at };
  return { rest, comment: { id, state: state as BlockState, fingerprint, ...(by && { by }) } };
}

/** Two hyphens in a row would end a comment in some readers of Markdown. */
function comment(inner: string): string {
  return `<!-- ${inner.replaceAll('--', '-%2D')} -->`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
