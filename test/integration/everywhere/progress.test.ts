import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  marksIn,
  progressIn,
  seenIn,
  withMarks,
  withRole,
  withSeen,
} from '../../../src/client/state/progress';
import { ProgressStore } from '../../../src/client/state/progressStore';
import { repositoryKey } from '../../../src/client/state/repositoryKey';

const folder = vscode.workspace.workspaceFolders?.[0];

// Clones need a folder to lie in.
if (folder !== undefined) {
  describe('progress', () => {
    const clones = vscode.Uri.joinPath(folder.uri, 'clones');
    after(() => vscode.workspace.fs.delete(clones, { recursive: true }));

    async function clone(name: string, origin: string): Promise<vscode.Uri> {
      const uri = vscode.Uri.joinPath(clones, name);
      const config = `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${origin}\n`;
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '.git'));
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(uri, '.git/config'),
        new TextEncoder().encode(config),
      );
      return uri;
    }

    it('is that of the repository, in a second clone too', async () => {
      const origin = 'https://example.com/shop.git';
      const [one, two, other] = await Promise.all([
        clone('shop', origin),
        clone('again/shop-2', origin),
        clone('other', 'https://example.com/other.git'),
      ]);
      const kept = new Map<string, unknown>();
      const memento = {
        get: <T>(key: string) => kept.get(key) as T,
        update: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
      };
      const store = new ProgressStore(memento);
      const place = { repository: await repositoryKey(one), key: 'first-day' };
      const mark = { state: 'done', at: '2026-11-22T10:00:00.000Z', fingerprint: 'f' } as const;
      await store.change((all) => withMarks(all, place, { hello: mark }));
      await store.change((all) =>
        withSeen(withRole(all, place.repository, 'backend'), place, { hello: 'f' }),
      );
      store.dispose();

      const { progress } = new ProgressStore(memento);
      const there = { ...place, repository: await repositoryKey(two) };
      assert.deepEqual(marksIn(progress, there), { hello: mark });
      assert.deepEqual(seenIn(progress, there), { hello: 'f' });
      assert.equal(progressIn(progress, there.repository).role, 'backend');
      assert.deepEqual(progressIn(progress, await repositoryKey(other)), { walkthroughs: {} });
    });
  });
}
