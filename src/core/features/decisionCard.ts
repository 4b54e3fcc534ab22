import type { DecisionIndex } from '../guidance/decisionIndex';
import type { Decision } from '../guidance/decisionModel';
import { decisionLabel } from '../guidance/decisionProblems';
import { cut } from '../text/cut';
import { escapeInline, markdownLink } from '../text/markdown';

/** What is longer than a person reads in a hover, in UTF-16 units. */
const longestParagraph = 700;
const mostPeople = 4;

/**
 * A decision as blocks of Markdown: what came in its place, what was decided and why, each in a paragraph, and by whom.
 * `prose` makes the Markdown of a source safe.
 */
export function decisionBlocks(
  decision: Decision,
  { decisions, prose }: { readonly decisions: DecisionIndex; readonly prose: (text: string) => string },
): readonly string[] {
  const successors = decisions.successors(decision).map(decisionLink);
  return [
    `**${escapeInline(decisionName(decision))}** · ${escapeInline(stateOf(decision, decisions))}`,
    successors.length === 0 ? '' : `**Superseded by** ${successors.join(', ')}`,
    labelled('Decided', prose(firstParagraph(decision.decision ?? ''))),
    labelled('Because', prose(firstParagraph(decision.context ?? ''))),
    peopleLine(decision),
  ];
}

/** `ADR-0012: Wrap errors`; its title alone where it has no number. */
export function decisionName(decision: Decision): string {
  return decision.number === undefined ? decision.title : `${decisionLabel(decision)}: ${decision.title}`;
}

/** A link to a decision, by its name and with what became of it. */
export function decisionLink(decision: Decision): string {
  return markdownLink(decisionName(decision), decision.uri);
}

/** `superseded, 2025-07-10` */
export function stateOf(decision: Decision, decisions: DecisionIndex): string {
  const { status = 'decision', date } = decision;
  const state = decisions.successors(decision).length > 0 ? 'superseded' : status;
  return date === undefined ? state : `${state}, ${date}`;
}

/**
 * The first paragraph of a text, headings and code left out; with the list that it introduces. What is longer than a
 * person reads here is cut.
 */
export function firstParagraph(markdown: string): string {
  const blocks = markdown
    .slice(0, 20_000)
    .replace(/^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|$(?![^]))/gm, '')
    .replace(/^ {0,3}#{1,6}[ \t].*$/gm, '')
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .filter((block) => block.trim() !== '');
  const [first = '', second = ''] = blocks;
  const isIntroduced = /:\s*$/.test(first) && /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(second);
  return cut((isIntroduced ? `${first}\n\n${second}` : first).trim(), longestParagraph);
}

function labelled(label: string, prose: string): string {
  if (prose === '') return '';
  return /^(?:[-*+>#]|\d+[.)]|\|)/.test(prose) ? `**${label}:**\n\n${prose}` : `**${label}:** ${prose}`;
}

function peopleLine({ people }: Decision): string {
  const line = (label: string, names: readonly string[]) => {
    const more = names.length > mostPeople ? ` and ${names.length - mostPeople} more` : '';
    const shown = names.slice(0, mostPeople).map(escapeInline).join(', ');
    return names.length === 0 ? [] : [`${label} **${shown}**${more}`];
  };
  return [...line('Decided by', people.deciders), ...line('Ask', people.contact)].join(' · ');
}
