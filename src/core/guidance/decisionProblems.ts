import type { DecisionIndex } from './decisionIndex';
import type { Decision } from './decisionModel';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';

/** How the decisions of a workspace folder fit together: what they name and is not there, and what only one side says. */
export function decisionProblems(index: DecisionIndex): readonly Problem[] {
  return index.all.flatMap((decision) => [...missing(decision, index), ...oneWay(decision, index)]);
}

/** `ADR-0012`, as people write it: four digits, or as many as it has. */
export function decisionLabel({ number, title }: Decision): string {
  return number === undefined ? title : `ADR-${String(number).padStart(4, '0')}`;
}

function missing(decision: Decision, index: DecisionIndex): readonly Problem[] {
  return [...decision.supersedes, ...decision.supersededBy]
    .filter(
      ({ target }) =>
        target === undefined || /^(?![a-z][a-z0-9+.-]*:).*\.(?:md|markdown|mdx)(?:#.*)?$/i.test(target),
    )
    .filter((reference) => index.namedBy(reference, decision).length === 0)
    .map(({ text, range }) => ({
      code: 'missing-decision',
      severity: problemCodes['missing-decision'].severity,
      message: `There is no decision "${text}" here.`,
      uri: decision.uri,
      range,
    }));
}

function oneWay(decision: Decision, index: DecisionIndex): readonly Problem[] {
  const [next] = index.successors(decision);
  if (next === undefined || (decision.status !== 'accepted' && decision.status !== 'proposed')) return [];
  if (/\bpart(?:ly|ially) supersed/i.test(decision.statusText ?? '')) return [];
  const { start } = decision.parts.range(['status', 0]);
  const written = decision.parts.text(['status', 0]).split(/\r?\n/)[0]!;
  const range = { start, end: { line: start.line, character: start.character + written.length } };
  const file = next.uri.slice(next.uri.lastIndexOf('/') + 1);
  const isBeside = next.uri === `${decision.uri.slice(0, decision.uri.lastIndexOf('/') + 1)}${file}`;
  const newText = `superseded by [${decisionLabel(next)}](${file})`;
  return [
    {
      code: 'one-way-decision',
      severity: problemCodes['one-way-decision'].severity,
      message: `"${next.title}" supersedes this decision, whose own status is "${decision.statusText ?? ''}".`,
      uri: decision.uri,
      range,
      related: [
        { uri: next.uri, range: next.parts.range(['title', 0]), message: 'It is superseded by this one.' },
      ],
      ...(isBeside && {
        fix: { title: `Write that it is superseded by ${decisionLabel(next)}`, range, newText },
      }),
    },
  ];
}
