import type { Stage } from './stage';

/** Opens a window in which the extension host runs a script, and gives what that printed until it ended. */
export async function scriptedWindow(
  editor: Awaited<ReturnType<Stage['startEditor']>>,
  tests: string,
): Promise<string> {
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
  return printed.join('\n');
}
