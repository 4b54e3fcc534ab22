import { relativePath } from '../text/links';
import { exportGuidance } from './exportGuidance';
import type { ExportTarget } from './generated';
import type { Guidance } from './guidance';
import type { Problem } from './problem';
import { problemCodes } from './problemCodes';

/** What was generated from other guidance than there is now, or was edited since. */
export function generatedProblems(
  guidance: Pick<Guidance, 'root' | 'sources' | 'folders'>,
): readonly Problem[] {
  const exported = new Map<ExportTarget, ReadonlyMap<string, string>>();
  const textsFor = (target: ExportTarget) => {
    const texts =
      exported.get(target) ?? new Map(exportGuidance(guidance, target).map(({ path, text }) => [path, text]));
    exported.set(target, texts);
    return texts;
  };
  return guidance.sources.flatMap(({ uri, generated }): readonly Problem[] => {
    if (generated === undefined) return [];
    const { target, text, isEdited, range } = generated;
    const now = textsFor(target).get(relativePath(uri, guidance.root) ?? '');
    if (now?.endsWith(text) && !isEdited) return [];
    const code = 'generated-text';
    const anew = `Run "leadlight export --to ${target}" to write it anew.`;
    const message = isEdited
      ? `This was generated, and edited by hand since: say it in .leadlight/ instead. ${anew}`
      : `This was generated, and its source says something else now. ${anew}`;
    return [{ code, severity: problemCodes[code].severity, message, uri, range }];
  });
}
