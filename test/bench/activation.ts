import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ActivationTimes, readActivationTimes } from './readActivationTimes';
import { inTurns, median, type Row } from './measure';
import { scriptedWindow } from './scriptedWindow';
import type { Stage } from './stage';

const runs = 5;
const own = 'leadlight.leadlight';
/** The first starts at the same event as Leadlight and does little; the others are as large as they get. */
const comparable = ['merge-conflict', 'emmet', 'git', 'typescript-language-features'].map(
  (name) => `vscode.${name}`,
);

/** What starting Leadlight takes in a real window, beside the extensions that come with VS Code in the same window. */
export async function activation(stage: Stage): Promise<readonly Row[]> {
  const { startEditor, extension, workspace } = stage;
  const editor = await startEditor({ host: 'node', extension, workspace });
  const windows: ReadonlyMap<string, ActivationTimes>[] = [];
  try {
    for (let run = 0; run < runs; run++) windows.push(await openWindow(editor, stage.activationTimes));
  } finally {
    await editor.stop();
  }
  const others = [...windows[0]!.keys()].filter((id) => id !== own);
  const row = (pick: (times: ActivationTimes) => number, beside: readonly string[]): Omit<Row, 'what'> => ({
    unit: 'ms',
    own: windows.map((window) => pick(window.get(own)!)),
    besides: {
      what: beside.length > 1 ? `median of VS Code's own ${beside.length}` : beside.join(),
      figures: windows.map((window) =>
        median(beside.flatMap((id) => (window.has(id) ? [pick(window.get(id)!)] : []))),
      ),
    },
  });
  return [
    { what: 'activate() in a window', ...row(({ activate }) => activate, others) },
    ...[others, ...comparable.map((id) => [id])].map((beside) => ({
      what: 'Loading the code and activate() in a window',
      ...row(({ load, activate }) => load + activate, beside),
    })),
    await withoutWalkthrough(stage),
  ];
}

/** Nobody pays for walkthroughs where there is none: with Onboarding on, beside the same switched off. */
async function withoutWalkthrough({
  startEditor,
  extension,
  workspace: shop,
  activationTimes,
  temporaryFolder,
}: Stage): Promise<Row> {
  const workspace = join(temporaryFolder(), 'shop');
  cpSync(shop, workspace, { recursive: true });
  rmSync(join(workspace, '.leadlight', 'walkthroughs.yaml'));
  const off = { 'leadlight.onboarding.enabled': false };
  const editors = await Promise.all(
    [{}, off].map((userSettings) => startEditor({ extension, workspace, userSettings })),
  );
  try {
    const sides = editors.map((editor) => async () => {
      const { load, activate } = (await openWindow(editor, activationTimes)).get(own)!;
      return load + activate;
    });
    const [on = [], without = []] = await inTurns(runs, sides);
    return {
      what: 'Loading the code and activate() where there is no walkthrough',
      unit: 'ms',
      own: on,
      besides: { what: 'Onboarding switched off', figures: without },
      goal: '1x',
    };
  } finally {
    for (const editor of editors) await editor.stop();
  }
}

async function openWindow(
  editor: Awaited<ReturnType<Stage['startEditor']>>,
  tests: string,
): Promise<ReadonlyMap<string, ActivationTimes>> {
  const printed = await scriptedWindow(editor, tests);
  const times = readActivationTimes(printed);
  if (!times.has(own)) throw new Error(`The window did not tell Leadlight's times:\n${printed.slice(-4000)}`);
  return times;
}
