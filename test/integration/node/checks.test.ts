import assert from 'node:assert/strict';
import { symlinkSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Finding } from '../../../src/client/walkthrough/checks/finding';
import { until } from '../until';

const guidance = `walkthroughs:
  - id: run
    title: What is run
    open: never
    steps:
      - { title: Good, done: { task: leadlight good } }
      - { title: Bad, done: { task: leadlight bad } }
      - { title: Secret, done: { contains: { file: linked/secret.txt, text: s } } }
      - { title: Linked file, done: { contains: { file: link.txt, text: s } } }
`;

const tasks = {
  version: '2.0.0',
  tasks: [
    { label: 'leadlight good', type: 'process', command: 'true' },
    { label: 'leadlight bad', type: 'process', command: 'sh', args: ['-c', 'exit 3'] },
  ],
};

describe('checks of steps on a machine', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const at = (path: string) => join(folder.fsPath, path);
  const outside = `${folder.fsPath}-outside`;
  const check = async (step: string) =>
    vscode.commands.executeCommand<Finding | undefined>('leadlight.checkStep', 'run', step);
  const run = async (name: string) => {
    const all = await until(
      async () => (await vscode.tasks.fetchTasks()).filter((task) => task.name === name),
      ({ length }) => length === 1,
    );
    await vscode.tasks.executeTask(all[0]!);
  };

  before(async () => {
    mkdirSync(at('.vscode'), { recursive: true });
    writeFileSync(at('.vscode/tasks.json'), JSON.stringify(tasks));
    writeFileSync(at('.leadlight/run.yaml'), guidance);
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, 'secret.txt'), 's');
    symlinkSync(outside, at('linked'));
    symlinkSync(join(outside, 'secret.txt'), at('link.txt'));
    await until(
      () => check('good'),
      (finding) => finding !== undefined,
    );
  });
  after(async () => {
    for (const path of [at('.vscode'), at('.leadlight/run.yaml'), at('linked'), at('link.txt'), outside])
      rmSync(path, { recursive: true });
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('find that a task ended well', async () => {
    assert.match((await check('good'))?.why ?? '', /has not ended in this window yet/);
    await run('leadlight good');
    const found = await until(
      () => check('good'),
      (finding) => finding?.holds === 'yes',
    );
    assert.equal(found?.why, 'The task leadlight good ended well.');
  });

  it('find how a task failed', async () => {
    await run('leadlight bad');
    const found = await until(
      () => check('bad'),
      (finding) => finding?.holds === 'no',
    );
    assert.equal(found?.why, 'The task leadlight bad ended with exit code 3.');
  });

  it('follow no link, which may lead out of the workspace', async () => {
    for (const step of ['secret', 'linked-file']) {
      const finding = await check(step);
      assert.equal(finding?.holds, 'unknown', step);
      assert.match(finding.why, /is reached by a link/);
    }
  });
});
