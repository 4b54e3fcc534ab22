import { readDecision } from '../../../../src/core/guidance/formats/decision';
import { nameOf } from '../../../../src/core/guidance/formats/decisionFile';
import type { Decision, Source } from '../../../../src/core/guidance/model';
import { createCompilers } from '../../../../src/core/match/compilers';

const compilers = createCompilers(undefined);

/** A text as it is read at a path of a workspace; the indentation of its first line is taken off every line. */
export function readAt(path: string, text: string): { source: Source; decision: Decision } {
  const uri = `file:///w/${path}`;
  const place = { uri, folder: 'file:///w/', linkBase: 'file:///w/' };
  const indent = /^\n([ ]*)/.exec(text)?.[1] ?? '';
  const source = readDecision({
    ...place,
    text: text.replace(/^\n/, '').replaceAll(`\n${indent}`, '\n').replace(indent, ''),
    compilers,
  });
  const decision = source.entries[0];
  if (decision?.kind !== 'decision') throw new Error(`${nameOf(path)} gives no decision`);
  return { source, decision };
}
