import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { repositoryAbove } from '../../../src/client/repositoryAbove';

describe('repositoryAbove', () => {
  let top: string;
  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'leadlight-repository-')));
    mkdirSync(join(top, 'packages', 'api'), { recursive: true });
  });
  afterEach(() => rmSync(top, { recursive: true }));

  const above = async (path: string) => (await repositoryAbove(vscode.Uri.file(join(top, path))))?.fsPath;

  it('is the root with guidance that holds a folder', async () => {
    mkdirSync(join(top, '.git'));
    mkdirSync(join(top, '.leadlight'));
    assert.equal(await above('packages/api'), top);
    assert.equal(await above('packages'), top);
  });

  it('is nothing for the root itself, and for a repository of its own in it', async () => {
    mkdirSync(join(top, '.git'));
    mkdirSync(join(top, '.leadlight'));
    mkdirSync(join(top, 'packages', '.git'));
    assert.equal(await above('.'), undefined);
    assert.equal(await above('packages'), undefined);
    assert.equal(await above('packages/api'), undefined);
  });

  it('is nothing where the root has no guidance', async () => {
    mkdirSync(join(top, '.git'));
    mkdirSync(join(top, 'packages', '.leadlight'));
    assert.equal(await above('packages/api'), undefined);
  });

  it('is nothing where there is no repository', async () => {
    mkdirSync(join(top, '.leadlight'));
    assert.equal(await above('packages/api'), undefined);
  });
});
