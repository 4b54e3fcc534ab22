import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerKind } from '../../../src/client/state/answerFiles';
import { fileName } from '../../../src/client/state/record';
import { RecordFiles } from '../../../src/client/state/recordFiles';
import type { Answer } from '../../../src/core/review/answer';

const folder = vscode.workspace.workspaceFolders?.[0];

// The files need a place that this window may write.
if (folder !== undefined) {
  const storage = vscode.Uri.joinPath(folder.uri, 'storage');
  const place = ['repository', 'branch fix/../../rounding', 'base origin/main'];

  describe('the files of answers', () => {
    afterEach(() => vscode.workspace.fs.delete(storage, { recursive: true }));

    it('are read as they were written, and each item once', async () => {
      const { files } = open();
      await files.write(place, answer('a', { at: time(1) }));
      await files.write(place, answer('b', { at: time(1) }));
      await files.write(place, answer('a', { at: time(2), state: 'na', note: 'Only words changed.' }));
      assert.deepEqual(said(await files.read(place)), ['a na', 'b pass']);
      assert.deepEqual(await files.read(['repository', 'another branch']), []);
      assert.equal((await names()).length, 2);
    });

    it('of two windows lose nothing, and the later word counts', async () => {
      const [one, other] = [open().files, open().files];
      await Promise.all([
        ...['a', 'b', 'c'].map((item) => one.write(place, answer(item, { at: time(1) }))),
        ...['d', 'e', 'f'].map((item) => other.write(place, answer(item, { at: time(1) }))),
      ]);
      await one.write(place, answer('a', { at: time(9), state: 'concern' }));
      await other.write(place, answer('a', { at: time(5), state: 'na' }));
      const all = ['a concern', 'b pass', 'c pass', 'd pass', 'e pass', 'f pass'];
      assert.deepEqual(said(await one.read(place)), all);
      assert.deepEqual(said(await other.read(place)), all);
    });

    it('that were cut in half, or are newer, are left as they are and told once', async () => {
      const { files, told } = open();
      for (const item of ['a', 'b', 'c']) await files.write(place, answer(item, { at: time(1) }));
      const [half, newer] = await Promise.all(['a', 'b'].map(fileOf));
      const texts = ['{"version":1,"item":"a","sta', '{"version":2,"item":"b","said":["yes"]}'];
      await write(half!, texts[0]!);
      await write(newer!, texts[1]!);
      assert.deepEqual(said(await files.read(place)), ['c pass']);
      for (const item of ['a', 'b']) await files.write(place, answer(item, { at: time(2), state: 'na' }));
      assert.deepEqual(said(await files.read(place)), ['a na', 'b na', 'c pass']);
      assert.deepEqual([await read(half!), await read(newer!)], texts);
      assert.deepEqual([...told].sort(), ['broken', 'newer']);
    });

    it('leave out what was begun and never finished', async () => {
      const { files, told } = open();
      await files.write(place, answer('a', { at: time(1) }));
      await write(vscode.Uri.joinPath(await folderOf(), 'a.json.draft.tmp'), '{"version":');
      assert.deepEqual(said(await files.read(place)), ['a pass']);
      assert.deepEqual(told, []);
    });

    it('stay below the storage, whatever a branch or an item is called', async () => {
      const { files } = open();
      for (const item of ['../../../escaped', '/etc/passwd', 'a\\..\\b', 'con', '\u0000'])
        await files.write(place, answer(item, { at: time(1) }));
      assert.equal((await files.read(place)).length, 5);
      assert.equal((await names()).length, 5);
    });
  });

  function open() {
    const told: string[] = [];
    const files = new RecordFiles({
      storage,
      kind: answerKind,
      onUnreadable: (_file, why) => told.push(why),
    });
    return { files, told };
  }

  async function folderOf(): Promise<vscode.Uri> {
    return vscode.Uri.joinPath(storage, 'reviews', ...(await Promise.all(place.map(fileName))));
  }

  async function fileOf(item: string): Promise<vscode.Uri> {
    return vscode.Uri.joinPath(await folderOf(), `${await fileName(`author ${item}`)}.json`);
  }

  async function names(): Promise<readonly string[]> {
    return (await vscode.workspace.fs.readDirectory(await folderOf())).map(([name]) => name);
  }
}

function answer(item: string, given: Pick<Answer, 'at'> & Partial<Answer>): Answer {
  return { version: 1, item, state: 'pass', role: 'author', fingerprint: 'f', ...given };
}

function time(second: number): string {
  return `2026-11-22T10:00:0${second}.000Z`;
}

function said(answers: readonly Answer[]): readonly string[] {
  return answers.map(({ item, state }) => `${item} ${state}`).sort();
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
