import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Finding } from '../../../src/client/walkthrough/checks/finding';
import { set } from '../settings';
import { until } from '../until';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
const isNode = typeof process !== 'undefined';

const guidance = `walkthroughs:
  - id: checked
    title: What is checked
    open: never
    steps:
      - { title: A word }
      - { title: File, done: { exists: set-up/local.env } }
      - { title: Text, done: { contains: { file: set-up/local.env, text: "A=1\\nKEY" } } }
      - { title: Setting, done: { setting: { key: editor.tabSize, equals: 3 } } }
      - { title: Extension, done: { extension: Leadlight.leadlight } }
      - { title: No extension, done: { extension: nobody.nothing } }
      - { title: Tool, done: { tool: node >= 4 } }
      - { title: Late tool, done: { tool: node >= 9999 } }
      - { title: Task, done: { task: no such task } }
      - { title: Of bakers, done: { exists: oven }, roles: [baker] }
      - { title: Of pilots, done: { exists: wing }, roles: [pilot] }
`;

// Without a folder there is no walkthrough.
if (folder !== undefined) {
  describe('checks of steps', () => {
    const source = vscode.Uri.joinPath(folder, '.leadlight/checked.yaml');
    const place = vscode.Uri.joinPath(folder, 'set-up');
    const file = vscode.Uri.joinPath(place, 'local.env');
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const check = async (step: string) =>
      vscode.commands.executeCommand<Finding | undefined>('leadlight.checkStep', 'checked', step);
    const expect = async (step: string, holds: Finding['holds'], why: RegExp) => {
      const finding = await check(step);
      assert.equal(finding?.holds, holds, `${step}: ${finding?.why}`);
      assert.match(finding.why, why);
    };

    before(async () => {
      await write(source, guidance);
      await until(
        () => check('file'),
        (finding) => finding !== undefined,
      );
    });
    after(async () => {
      await set('editor.tabSize', undefined);
      await vscode.workspace.fs.delete(source);
      await vscode.commands.executeCommand('notifications.clearAll');
    });

    it('find that a file comes and goes, with its folder', async () => {
      await expect('file', 'no', /^There is no set-up\/local\.env\.$/);
      await vscode.workspace.fs.createDirectory(place);
      await expect('file', 'no', /^There is no set-up\/local\.env\.$/);
      await write(file, 'A=1\r\n');
      await expect('file', 'yes', /^There is set-up\/local\.env\.$/);
      await vscode.workspace.fs.delete(place, { recursive: true });
      await expect('file', 'no', /^There is no set-up\/local\.env\.$/);
      await write(place, 'a file where the folder was');
      await expect('file', 'no', /^There is no set-up\/local\.env\.$/);
      await vscode.workspace.fs.delete(place);
    });

    it('find what a file contains, whatever ends its lines', async () => {
      await expect('text', 'no', /^There is no set-up\/local\.env\.$/);
      await vscode.workspace.fs.createDirectory(place);
      await write(file, 'A=1\r\n');
      await expect('text', 'no', /^set-up\/local\.env does not contain "A=1 KEY"\.$/);
      await write(file, 'A=1\r\nKEY=2\r\n');
      await expect('text', 'yes', /^set-up\/local\.env contains "A=1 KEY"\.$/);
      await write(file, 'A=1\nKEY'.padStart(3_000_000));
      await expect('text', 'unknown', /more than 2 MB/);
      await vscode.workspace.fs.delete(place, { recursive: true });
    });

    it('find what a setting is', async () => {
      await expect('setting', 'no', /^The setting editor\.tabSize is \d; 3 is asked for\.$/);
      await set('editor.tabSize', 3);
      await expect('setting', 'yes', /^The setting editor\.tabSize is 3\.$/);
    });

    it('find which extension is there', async () => {
      await expect('extension', 'yes', /^The extension Leadlight\.leadlight is installed\.$/);
      if (vscode.workspace.isTrusted)
        await expect('no-extension', 'no', /^The extension nobody\.nothing is not installed/);
      else await expect('no-extension', 'unknown', /Restricted Mode keeps some extensions off/);
    });

    it('ask a tool only where there is a machine, and trust', async () => {
      if (!isNode) await expect('tool', 'unknown', /^Leadlight runs in a browser here/);
      else if (!vscode.workspace.isTrusted)
        await expect('tool', 'unknown', /^Restricted Mode: no tool is asked/);
      else {
        await expect('tool', 'yes', /^node \d+\.\d+\.\d+ was found\.$/);
        await expect('late-tool', 'no', /^node \d+\.\d+\.\d+ was found; 9999 or later is asked for\.$/);
      }
    });

    it('run no task', async () => {
      if (vscode.workspace.isTrusted) await expect('task', 'unknown', /^The task no such task has not ended/);
      else await expect('task', 'unknown', /^Restricted Mode: no task runs/);
    });

    it('leave a word to the person', () => expect('a-word', 'unknown', /^Nothing but you can tell/));

    it('all at once say what they found of each', async () => {
      const found = await vscode.commands.executeCommand<Record<string, Finding>>(
        'leadlight.checkWalkthrough',
        'checked',
      );
      const tool = isNode && vscode.workspace.isTrusted;
      assert.deepEqual(
        Object.entries(found).map(([step, { holds }]) => [step, holds]),
        [
          ['file', 'no'],
          ['text', 'no'],
          ['setting', 'yes'],
          ['extension', 'yes'],
          ['no-extension', vscode.workspace.isTrusted ? 'no' : 'unknown'],
          ['tool', tool ? 'yes' : 'unknown'],
          ['late-tool', tool ? 'no' : 'unknown'],
          ['task', 'unknown'],
          ['of-bakers', 'no'],
          ['of-pilots', 'no'],
        ],
      );
    });

    it('all at once are those on the path of a role', async () => {
      const run = vscode.commands.executeCommand;
      const choose = async (down: number) => {
        const chosen = run('leadlight.chooseRole');
        for (let step = 0; step < down; step += 1) await run('workbench.action.quickOpenSelectNext');
        await run('workbench.action.acceptSelectedQuickOpenItem');
        await run('workbench.action.closeQuickOpen');
        await chosen;
        return Object.keys(await run<Record<string, Finding>>('leadlight.checkWalkthrough', 'checked'));
      };
      // The list goes round: behind the last role comes everything.
      let down = 0;
      const another = () => choose((down = (down % 6) + 1));
      await until(another, (steps) => steps.includes('of-bakers') && !steps.includes('of-pilots'));
      await until(another, (steps) => steps.includes('of-pilots'));
    });

    it('of what is not there say nothing', async () => {
      assert.equal(await check('no-such-step'), undefined);
      assert.equal(
        await vscode.commands.executeCommand('leadlight.checkStep', 'no-such-walkthrough', 'a'),
        undefined,
      );
      assert.equal(
        await vscode.commands.executeCommand('leadlight.checkStep', { walkthrough: 7 }),
        undefined,
      );
    });
  });
}
