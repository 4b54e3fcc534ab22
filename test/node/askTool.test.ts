import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readVersion } from '../../src/core/text/version';
import { askTool } from '../../src/node/askTool';
import { temporaryFolder } from '../host/processes.mjs';

describe('asking a tool', () => {
  const files = temporaryFolder();
  after(() => files.remove());
  const folder = pathToFileURL(files.path).href;
  const ask = (
    tool: string,
    path = process.env.PATH ?? '',
    more: { limitMs?: number; signal?: AbortSignal } = {},
  ) =>
    askTool(tool, {
      folder,
      signal: new AbortController().signal,
      env: { ...process.env, PATH: path },
      ...more,
    });

  /** A folder with a program in it, written for the shell, to put on the path. */
  function pathWith(name: string, script: string): string {
    const bin = join(files.path, `bin-${Math.abs(name.length)}-${script.length}`);
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
    return [bin, '/usr/bin', '/bin'].join(delimiter);
  }

  it('has its version', async () => {
    const answer = await ask('node');
    assert.equal(answer.kind, 'said');
    assert.equal(
      `v${readVersion('node', answer.kind === 'said' ? answer.output : '')?.text}`,
      process.version,
    );
  });

  it('takes what it says on the error output', async () => {
    const answer = await ask('java', pathWith('java', 'echo \'openjdk version "21.0.4"\' >&2'));
    assert.deepEqual(answer, { kind: 'said', output: '\nopenjdk version "21.0.4"\n' });
  });

  it('says that there is none', async () => {
    assert.deepEqual(await ask('node', '/nowhere'), { kind: 'missing' });
  });

  it('runs nothing that the table does not have', async () => {
    const trap = join(files.path, 'trap');
    const path = pathWith('evil', `touch ${trap}`);
    for (const tool of ['evil', 'constructor', '__proto__', 'node;evil', '../node', '', `${path}/evil`])
      assert.equal((await ask(tool, path)).kind, 'failed', tool);
    assert.equal(existsSync(trap), false);
  });

  it('runs no program of the current folder, and none of node_modules', async () => {
    const trap = join(files.path, 'trap');
    const bin = join(files.path, 'node_modules', '.bin');
    mkdirSync(bin, { recursive: true });
    for (const place of [files.path, bin]) {
      writeFileSync(join(place, 'uv'), `#!/bin/sh\ntouch ${trap}\n`);
      chmodSync(join(place, 'uv'), 0o755);
    }
    assert.deepEqual(await ask('uv', ['.', '', bin].join(delimiter)), { kind: 'missing' });
    assert.equal(existsSync(trap), false);
  });

  it('passes over what cannot be run', async () => {
    const bin = join(files.path, 'plain');
    mkdirSync(bin);
    writeFileSync(join(bin, 'uv'), 'no program');
    chmodSync(join(bin, 'uv'), 0o644);
    assert.deepEqual(await ask('uv', bin), { kind: 'missing' });
  });

  it('says how it failed', async () => {
    const answer = await ask('uv', pathWith('uv', 'echo 1.2.3; exit 3'));
    assert.deepEqual(answer, { kind: 'failed', why: 'failed with exit code 3' });
  });

  it('does not wait for ever, also for what it started', async () => {
    const before = performance.now();
    const answer = await ask('uv', pathWith('uv', 'sleep 20 & sleep 20; exit 0'), { limitMs: 300 });
    assert.deepEqual(answer, { kind: 'failed', why: 'did not answer within 0.3 s' });
    assert.ok(performance.now() - before < 5_000);
  });

  it('ends when nobody waits any more', async () => {
    const cancel = new AbortController();
    const answer = ask('uv', pathWith('uv', 'sleep 21'), { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 100);
    const before = performance.now();
    assert.deepEqual(await answer, { kind: 'failed', why: 'was not waited for' });
    assert.ok(performance.now() - before < 5_000);
  });

  it('does not read an endless answer', async () => {
    assert.deepEqual(await ask('uv', pathWith('uv', 'yes 1.2.3.4')), {
      kind: 'failed',
      why: 'says far more than its version',
    });
  });

  it('answers no question', async () => {
    const answer = await ask('uv', pathWith('uv', 'read answer; echo "1.2.3 $answer"'));
    assert.deepEqual(answer, { kind: 'said', output: '1.2.3 \n\n' });
  });

  it('lets a repository bring no program, and nothing be fetched', async () => {
    const answer = await ask(
      'yarn',
      pathWith('yarn', 'echo $YARN_IGNORE_PATH $COREPACK_ENABLE_NETWORK $PWD'),
    );
    assert.deepEqual(answer, { kind: 'said', output: `1 0 ${files.path}\n\n` });
  });
});
