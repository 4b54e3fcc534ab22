import { isWithin, rangeWords, readVersion } from '../../../core/text/version';
import type { StepCheck } from '../../../core/walkthrough/playedWalkthrough';
import type { ToolAnswer } from '../../../core/walkthrough/toolAnswer';
import { type Finding, no, unknown, yes } from './finding';

type ToolCheck = Extract<StepCheck, { readonly kind: 'tool' }>;

/** What a tool's answer means for a step that asks for one of its versions. */
export function toolFinding({ tool, range }: ToolCheck, answer: ToolAnswer): Finding {
  const wanted = range === '' ? '' : `; ${rangeWords(range)} is asked for`;
  if (answer.kind === 'missing') return no(`${tool} was not found${wanted}.`);
  if (answer.kind === 'failed') return unknown(`${tool} ${answer.why}.`);
  const version = readVersion(tool, answer.output);
  if (version === undefined) return unknown(`${tool} did not tell its version.`);
  return isWithin(version, range)
    ? yes(`${tool} ${version.text} was found.`)
    : no(`${tool} ${version.text} was found${wanted}.`);
}
