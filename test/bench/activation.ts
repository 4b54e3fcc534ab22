import { type ActivationTimes, readActivationTimes } from './readActivationTimes';
import { median, type Row } from './measure';
import type { Stage } from './stage';

const runs = 5;
const own = 'leadlight.leadlight';
/** The first starts at the same event as Leadlight and does little; the others are as large as they get. */
const comparable = ['merge-conflict', 'emmet', 'git', 'typescript-language-features'];

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
  const row = (what: string, pick: (times: ActivationTimes) => number): Row => ({
    what,
    unit: 'ms',
    own: windows.map((times) => pick(times.get(own)!)),
    besides: {
      what: `median of VS Code's own ${windows[0]!.size - 1}`,
      figures: windows.map((times) => median([...times].flatMap(([id, each]) => (id === own ? [] : pick(each))))),
    },
  });
  return [
    row('activate() in a window', ({ activate }) => activate),
    row('Loading the code and activate() in a window', (times) => whole(times)),
    ...comparable.map((name): Row => {
      const figures = windows.flatMap((times) => {
        const each = times.get(`vscode.${name}`);
        return each === undefined ? [] : [whole(each)];
      });
      return {
        what: 'The same',
        unit: 'ms',
        own: windows.map((times) => whole(times.get(own)!)),
        besides: { what: `vscode.${name}`, figures },
      };
    }),
  ];
}


function whole({ load, activate }: ActivationTimes): number {
  return load + activate;
}

async function openWindow(
  editor: Awaited<ReturnType<Stage['startEditor']>>,
  tests: string,
): Promise<ReadonlyMap<string, ActivationTimes>> {
  const printed: string[] = [];
  let end = (code: number) => void code;
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
  if (!times.has(own)) throw new Error(`The window did not tell Leadlight's times:\n${printed.join('\n').slice(-4000)}`);
  return times;
}
