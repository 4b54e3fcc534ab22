import { type ActivationTimes, readActivationTimes } from './readActivationTimes';
import { median, type Row } from './measure';
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
  ];
}

async function openWindow(
  editor: Awaited<ReturnType<Stage['startEditor']>>,
  tests: string,
): Promise<ReadonlyMap<string, ActivationTimes>> {
  const printed: string[] = [];
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const page = await editor.openPage({
    tests,
    async prepare(opened) {
      await opened.exposeFunction('codeAutomationLog', (_: string, texts: readonly unknown[]) =>
        printed.push(...texts.map(String)),
      );
      await opened.exposeFunction('codeAutomationExit', (code: number) => end(code));
    },
  });
  await ended;
  await page.close();
  const times = readActivationTimes(printed.join('\n'));
  if (!times.has(own))
    throw new Error(`The window did not tell Leadlight's times:\n${printed.join('\n').slice(-4000)}`);
  return times;
}
