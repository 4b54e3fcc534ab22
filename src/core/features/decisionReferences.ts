import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { DecisionIndex } from '../guidance/decisionIndex';
import type { Decision } from '../guidance/decisionModel';
import { decisionLabel } from '../guidance/decisionProblems';
import { type DecisionReference, isProse } from '../match/decisionMentions';
import { cleanLine } from '../text/markdown';
import { type CardContext, entryKey, sourceOf } from './card';
import { decisionName, stateOf } from './decisionCard';
import type { Notice } from './diagnostics';

/** A reference that leads to one file. */
export interface DecisionLink {
  readonly range: Range;
  readonly uri: string;
  /** Plain text. */
  readonly tooltip: string;
}

/** A place in a file. */
export interface DecisionPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface DecisionFix {
  readonly title: string;
  readonly range: Range;
  readonly newText: string;
}

/** The references that lead to exactly one decision; what is a link already is left to the editor. */
export function decisionLinks(
  document: TextDocument,
  references: readonly DecisionReference[],
  index: DecisionIndex,
): readonly DecisionLink[] {
  const text = document.getText();
  return references.flatMap(({ start, end, decisions: [decision, ...others] }) => {
    const isLinked = text.startsWith('](', start - 2) || text.startsWith('](', end);
    if (decision === undefined || others.length > 0 || isLinked) return [];
    const tooltip = cleanLine(`${decisionName(decision)} (${stateOf(decision, index)})`);
    return [{ range: rangeOf(document, { start, end }), uri: decision.uri, tooltip }];
  });
}

/** Where the text of a decision begins. */
export function placeOf({ uri, parts }: Decision): DecisionPlace {
  return { uri, range: parts.range(['title', 0]) };
}

/** The reference at an offset. */
export function referenceAt(
  references: readonly DecisionReference[],
  offset: number,
): DecisionReference | undefined {
  return references.find(({ start, end }) => start <= offset && offset <= end);
}

/**
 * The references of a document's comments to decisions that are superseded or missing. Where several decisions have
 * the number, nothing is claimed, and prose may speak of what is past.
 */
export function referenceNotices(
  document: TextDocument,
  references: readonly DecisionReference[],
  { root, scope: { decisions } }: CardContext,
): readonly Notice[] {
  if (isProse(document.languageId)) return [];
  return references.flatMap((reference): Notice[] => {
    const [decision, ...others] = reference.decisions;
    const range = rangeOf(document, reference);
    if (decision === undefined) {
      const message = `There is no decision ${cleanLine(reference.written)} here.`;
      return [{ id: 'missing-decision', level: 'info', message, range }];
    }
    const { level = 'info', id } = decision;
    const isSuperseded = decision.status === 'superseded' || decisions.successors(decision).length > 0;
    if (others.length > 0 || !isSuperseded || (level !== 'info' && level !== 'warning')) return [];
    const successors = decisions.successors(decision).map((next) => cleanLine(decisionName(next)));
    const by = successors.length === 0 ? '' : ` by ${successors.join(', ')}`;
    const message = `${cleanLine(decisionName(decision))} is superseded${by}.`;
    return [{ key: entryKey(decision, root), id, level, message, range, source: sourceOf(decision, root) }];
  });
}

/** The successors of a superseded decision in place of a reference to it, written as the reference is. */
export function decisionFixes(
  document: TextDocument,
  reference: DecisionReference | undefined,
  index: DecisionIndex,
): readonly DecisionFix[] {
  const [decision, ...others] = reference?.decisions ?? [];
  if (reference === undefined || decision === undefined || others.length > 0 || isProse(document.languageId))
    return [];
  return index.successors(decision).flatMap((next): DecisionFix[] => {
    const newText = rewritten(reference, decision, next);
    const title = `Change to ${cleanLine(decisionLabel(next))}`;
    return newText === undefined ? [] : [{ title, range: rangeOf(document, reference), newText }];
  });
}

/** `ADR-0004` becomes `ADR-0009`, a path another path, a slug another slug; `undefined` where that cannot be. */
function rewritten(
  { written, number, name }: DecisionReference,
  old: Decision,
  next: Decision,
): string | undefined {
  if (number !== undefined) {
    if (next.number === undefined) return undefined;
    const digits = /\d+/.exec(written)!;
    const padded = String(next.number).padStart(digits[0].length, '0');
    const hasSlug = /^-\S/.test(written.slice(digits.index + digits[0].length));
    return `${written.slice(0, digits.index)}${padded}${hasSlug ? `-${next.id}` : ''}`;
  }
  if (name === old.id) return next.id;
  const [, folder = '', ending = ''] = /^(.*\/)?[^/]*?(\.(?:md|markdown|mdx))?$/i.exec(written) ?? [];
  const isBeside =
    next.uri.slice(0, next.uri.lastIndexOf('/')) === old.uri.slice(0, old.uri.lastIndexOf('/'));
  return folder !== '' && !isBeside ? undefined : `${folder}${next.file}${ending}`;
}

function rangeOf(
  document: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
