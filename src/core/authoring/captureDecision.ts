import { cleanLine, escapeInline } from '../text/markdown';
import { cut } from '../text/cut';
import { pathFrom } from '../text/pathFrom';
import type { Captured } from './capturePhilosophy';
import { codeAlone, type CodeSelection, lineFragment } from './codeSelection';
import { decisionLike } from './decisionLike';
import { decisionModels } from './decisionModels';
import { type DecisionPlace, nextDecision } from './decisionPlace';
import { languageGlob } from './fileGlobs';

export interface DecisionOptions {
  readonly place: DecisionPlace;
  /** The texts of its newest records, the newest first. */
  readonly records: readonly string[];
  /** Names of all files in its folder. */
  readonly names: readonly string[];
  /** The proposal where a person gave none. */
  readonly title?: string | undefined;
  /** `2026-11-22` */
  readonly today: string;
}

export interface CapturedDecision extends Captured {
  /** Path of the new file in the workspace folder. */
  readonly path: string;
}

const longestTitle = 60;

/** A decision record about a selection, written as those that are there; its context is for the person to write. */
export function captureDecision(selection: CodeSelection, options: DecisionOptions): CapturedDecision {
  const { place, records, names, today } = options;
  const { path, text, start, end } = selection;
  const title = cleanLine(
    options.title ?? `How we write ${cut(cleanLine(codeAlone(text, start, end)), longestTitle)}`,
  );
  const { name, number } = nextDecision(names, { title, today, model: place.model });
  const decision = { title, number, today, files: languageGlob(path), link: linkTo(selection, place.folder) };
  const record = decisionLike(records, decision) ?? decisionLike([decisionModels[place.model]], decision)!;
  return {
    title,
    shown: `It will be written to ${place.folder}${name}.`,
    path: `${place.folder}${name}`,
    edit: { kind: 'edited', ...record },
  };
}

/** From the folder of the record to the lines. */
function linkTo(selection: CodeSelection, folder: string): string {
  const fragment = lineFragment(selection);
  const [, first, last] = /L(\d+)(?:-L(\d+))?/.exec(fragment)!;
  const uri = (path: string) => `file:///${encodeURI(path).replace(/[#?]/g, encodeURIComponent)}`;
  const target = encodeURI(pathFrom(uri(folder), uri(selection.path))).replace(/[#?()]/g, escape);
  const lines = last === undefined ? `line ${first}` : `lines ${first} to ${last}`;
  return `The code: [${escapeInline(selection.path)}, ${lines}](${target}${fragment})`;
}

function escape(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
