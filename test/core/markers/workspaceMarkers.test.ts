import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../../src/core/host';
import type { MarkerScanner } from '../../../src/core/markers/scanner';
import { createHostScanner } from '../../../src/core/markers/hostScanner';
import { createService, type FileEvent, type Service } from '../../../src/core/service';
import { type MemoryHost, memoryHost, rootUri } from '../memoryHost';

/** `path:line TAG text` of all markers, sorted. */
async function markersOf(service: Service): Promise<readonly string[]> {
  const markers = await service.debt.all([]);
  return markers.map(({ path, range, tag, text }) => `${path}:${range.start.line + 1} ${tag} ${text}`).sort();
}

/** A service that scanned, and what its scanner was asked to look at since. */
async function scanned(fixture: string) {
  const host = memoryHost(fixture);
  const looked: string[] = [];
  const service = createService({ host, createScanner: () => noting(createHostScanner(host), looked) });
  await service.setFolders([rootUri]);
  await service.debt.scan();
  looked.length = 0;
  return { host, service, looked };
}

function noting(scanner: MarkerScanner, looked: string[]): MarkerScanner {
  return {
    scan: (request) => {
      looked.push(...request.files.map(({ path }) => path));
      return scanner.scan(request);
    },
    dispose: () => scanner.dispose(),
  };
}

function events(kind: FileEvent['kind'], ...paths: readonly string[]): readonly FileEvent[] {
  return paths.map((path) => ({ uri: `${rootUri}${path}`, kind }));
}

function document(path: string, text: string, version = 1): TextDocument {
  return TextDocument.create(`${rootUri}${path}`, 'typescript', version, text);
}

describe('the markers of a workspace', () => {
  const fixture = `
    //- /.gitignore
    out/
    //- /.leadlight/guidance.yaml
    # TODO: not this
    //- /a.ts
    // TODO: one
    //- /b/c.ts
    // FIXME: two
    //- /b/d.ts
    nothing();
    //- /out/built.ts
    // TODO: built
    //- /link.ts -> /a.ts
    `;

  it('are those of all files but what is ignored, linked, or guidance itself', async () => {
    const { service } = await scanned(fixture);
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'b/c.ts:1 FIXME two']);
    assert.deepEqual(service.debt.progress(), { state: 'done', done: 4, files: 4, skipped: [] });
  });

  it('are excused by leadlight-ignore, in files and in editors', async () => {
    const lines = (path: string) => `//- ${path}
// leadlight-ignore todo, hack: the vendor decides
// TODO(2020-01-01): one
// TODO(2020-01-01): two
// leadlight-ignore other: no
// HACK(2020-01-01): three
`;
    const { service, host } = await scanned(`//- /.leadlight/a.yaml
markers: [{ tag: TODO, means: Later., require: [owner], level: warning }]
${lines('/a.ts')}${lines('/open.ts')}`);
    const read = await host.readFile(`${rootUri}open.ts`, 10_000);
    assert.equal(read?.kind, 'bytes');
    await service.documentChanged(document('open.ts', new TextDecoder().decode(read.bytes)));
    const markers = await service.debt.all([]);
    assert.deepEqual(
      markers
        .map(({ path, text, missing, isOverdue }) => `${path} ${text}: ${[...missing].join()} ${isOverdue}`)
        .sort(),
      ['a.ts', 'open.ts'].flatMap((path) => [
        `${path} one:  false`,
        `${path} three:  true`,
        `${path} two: owner true`,
      ]),
    );
  });

  it('say that not all files are listed', async () => {
    const names = Array.from({ length: 300_001 }, (_, index) => ({
      name: `${index}`,
      kind: 'file' as const,
    }));
    const host: Host = { ...memoryHost(), readDirectory: async (uri) => (uri === rootUri ? names : []) };
    const service = createService({ host });
    await service.setFolders([rootUri]);
    const { skipped } = service.debt.progress();
    const reason = 'lies beyond the first 300,000 files, and only these are listed';
    assert.deepEqual(skipped, [{ reason }]);
    assert.deepEqual(service.cost().skipped, [`More files were not scanned: each ${reason}.`]);
  });

  it('name the files that took long to search', async () => {
    const service = createService({ host: memoryHost('//- /a b.ts\n// TODO: one', { tick: 25 }) });
    await service.setFolders([rootUri]);
    await service.debt.scan();
    assert.deepEqual(service.cost().files, [{ name: 'a b.ts', uri: 'file:///w/a%20b.ts', milliseconds: 25 }]);
  });

  it('are not looked for until somebody asks', async () => {
    const host = memoryHost(fixture);
    const service = createService({ host });
    await service.setFolders([rootUri]);
    await service.filesChanged(events('changed', 'a.ts'));
    assert.deepEqual(await markersOf(service), []);
    assert.equal(service.debt.progress().state, 'never');
  });

  it('are those of the editor where one holds a file, at once', async () => {
    const { service } = await scanned(fixture);
    const open = document('a.ts', '\n// HACK: unsaved\n');
    await service.documentChanged(open);
    assert.deepEqual(await markersOf(service), ['a.ts:2 HACK unsaved', 'b/c.ts:1 FIXME two']);
    await service.documentChanged(TextDocument.update(open, [{ text: '' }], 2));
    assert.deepEqual(await markersOf(service), ['b/c.ts:1 FIXME two']);
    await service.documentClosed(open.uri);
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'b/c.ts:1 FIXME two']);
  });

  it('are not there twice for a file that is open through a link, ignored, or the side of a diff', async () => {
    const { service } = await scanned(fixture);
    await service.documentChanged(document('link.ts', '// TODO: one'));
    await service.documentChanged(document('out/built.ts', '// TODO: built'));
    await service.documentChanged(document('.leadlight/guidance.yaml', '# TODO: not this'));
    await service.documentChanged(TextDocument.create('git:/w/a.ts?HEAD', 'typescript', 1, '// TODO: old'));
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'b/c.ts:1 FIXME two']);
  });

  it('are not there twice where one folder of the workspace lies in another', async () => {
    const { service } = await scanned(fixture);
    await service.setFolders([rootUri, `${rootUri}b/`, rootUri]);
    await service.debt.scan();
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'c.ts:1 FIXME two']);
  });

  it('follow files that change, and look at no other', async () => {
    const { service, host, looked } = await scanned(fixture);
    host.write(`${rootUri}b/d.ts`, '// TODO: three');
    await service.filesChanged(events('changed', 'b/d.ts'));
    assert.deepEqual(await markersOf(service), [
      'a.ts:1 TODO one',
      'b/c.ts:1 FIXME two',
      'b/d.ts:1 TODO three',
    ]);
    assert.deepEqual(looked, ['b/d.ts']);
  });

  it('follow folders that come, go and are renamed', async () => {
    const { service, host, looked } = await scanned(fixture);
    host.rename(`${rootUri}b`, `${rootUri}z`);
    await service.filesChanged([...events('deleted', 'b'), ...events('created', 'z')]);
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'z/c.ts:1 FIXME two']);
    assert.deepEqual(looked, ['z/c.ts', 'z/d.ts']);
    host.write(`${rootUri}z/c.ts`, '// BUG: other');
    await service.filesChanged([...events('deleted', 'z'), ...events('created', 'z')]);
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'z/c.ts:1 BUG other']);
  });

  it('follow a switch of branches, which changes many files at once', async () => {
    const { service, host, looked } = await scanned(fixture);
    const many = Array.from({ length: 120 }, (_, index) => `many/f${index}.ts`);
    for (const path of many) host.write(rootUri + path, '// TODO: new');
    host.write(`${rootUri}a.ts`, '');
    host.remove(`${rootUri}b/c.ts`);
    await service.filesChanged([
      ...events('created', ...many),
      ...events('changed', 'a.ts'),
      ...events('deleted', 'b/c.ts'),
    ]);
    assert.equal((await markersOf(service)).length, 120);
    assert.deepEqual(looked.toSorted(), ['a.ts', ...many].sort());
    assert.equal(service.debt.progress().done, 123);
  });

  it('follow what git ignores', async () => {
    const { service, host } = await scanned(fixture);
    host.write(`${rootUri}.gitignore`, 'b/');
    await service.filesChanged(events('changed', '.gitignore'));
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'out/built.ts:1 TODO built']);
  });

  it('follow the tags of the guidance, and look only where these changed', async () => {
    const { service, host, looked } = await scanned(fixture);
    host.write(`${rootUri}b/d.ts`, '// LATER: three');
    host.write(`${rootUri}a.ts`, '// LATER: no tag here');
    host.write(`${rootUri}b/.leadlight/m.yaml`, 'markers: [{ tag: LATER, means: M. }]');
    await service.filesChanged(events('created', 'b/.leadlight/m.yaml'));
    await service.settled();
    assert.deepEqual(await markersOf(service), [
      'a.ts:1 TODO one',
      'b/c.ts:1 FIXME two',
      'b/d.ts:1 LATER three',
    ]);
    assert.deepEqual(looked, ['b/c.ts', 'b/d.ts']);
  });

  it('say what was left out, once, with its reason, until it can be read', async () => {
    const { service, host } = await scanned(fixture);
    host.write(`${rootUri}b/d.ts`, new Uint8Array([0, 1, 2]));
    await service.filesChanged(events('changed', 'b/d.ts'));
    await service.filesChanged(events('changed', 'b/d.ts'));
    assert.deepEqual(service.debt.progress().skipped, [{ reason: 'is binary', count: 1 }]);
    assert.deepEqual(service.debt.leftOut(), [
      { path: 'b/d.ts', reason: 'is binary', uri: `${rootUri}b/d.ts` },
    ]);
    host.write(`${rootUri}b/d.ts`, '');
    await service.filesChanged(events('changed', 'b/d.ts'));
    assert.deepEqual(service.debt.progress().skipped, []);
  });

  it('keep what was found when a scan is cancelled, and stay live', async () => {
    const host = memoryHost(fixture);
    const cancel = new AbortController();
    const whole = createHostScanner(host);
    const service = createService({
      host,
      createScanner: () => ({
        ...whole,
        scan(request) {
          const onFile: typeof request.onFile = (file) => {
            request.onFile(file);
            cancel.abort();
          };
          return whole.scan({ ...request, onFile });
        },
      }),
    });
    await service.setFolders([rootUri]);
    const seen: string[] = [];
    const { signal } = cancel;
    const scan = await service.debt.scan({ signal, onProgress: ({ state }) => void seen.push(state) });
    assert.equal(scan.state, 'cancelled');
    assert.deepEqual([seen[0], seen.at(-1)], ['running', 'cancelled']);
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one']);
    await service.filesChanged(events('changed', 'b/c.ts'));
    assert.deepEqual(await markersOf(service), ['a.ts:1 TODO one', 'b/c.ts:1 FIXME two']);
  });

  it('log a scan that fails, and go on', async () => {
    const host = memoryHost(fixture);
    const errors: string[] = [];
    let fails = true;
    const service = createService({
      host: { ...host, log: { ...host.log, error: (message) => errors.push(message) } },
      createScanner: () => ({
        scan: (request) =>
          fails ? Promise.reject(new Error('no threads')) : createHostScanner(host).scan(request),
        dispose: () => undefined,
      }),
    });
    await service.setFolders([rootUri]);
    assert.equal((await service.debt.scan()).state, 'cancelled');
    assert.match(errors.join(), /no threads/);
    fails = false;
    assert.equal((await service.debt.scan()).state, 'done');
  });
});

describe('the markers of a workspace, after any edits and events', () => {
  const paths = ['a.ts', 'b.ts', 'src/a.ts', 'src/x/a.ts', 'src/x/b.ts'];
  const texts = [
    '',
    '// TODO: one\n',
    '\n// FIXME(maya): two\n// TODO: three\n',
    '// LATER: four\n',
    'x();\n',
  ];
  const guidance = [
    '',
    'markers: [{ tag: LATER, means: M. }]\n',
    'markers: [{ tag: TODO, require: [owner] }]\n',
    'ignore: [x/**]\n',
  ];
  const path = fc.constantFrom(...paths);
  const text = fc.constantFrom(...texts);
  const step = fc.oneof(
    fc.record({ does: fc.constant('write' as const), path, text }),
    fc.record({ does: fc.constant('remove' as const), path: fc.constantFrom(...paths, 'src', 'src/x') }),
    fc.record({
      does: fc.constant('rename' as const),
      path: fc.constantFrom('src', 'src/x', 'a.ts'),
      to: fc.constantFrom('moved', 'src/new', 'b'),
    }),
    fc.record({ does: fc.constant('edit' as const), path, text }),
    fc.record({ does: fc.constant('close' as const), path }),
    fc.record({
      does: fc.constant('write' as const),
      path: fc.constantFrom('.leadlight/g.yaml', 'src/.leadlight/g.yaml'),
      text: fc.constantFrom(...guidance),
    }),
    fc.record({
      does: fc.constant('write' as const),
      path: fc.constant('.gitignore'),
      text: fc.constantFrom('', 'x/\n', 'b.ts\n'),
    }),
    fc.record({ does: fc.constant('wait' as const) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  /** Does a step to the files, and returns the events that an editor would send. */
  function apply(host: MemoryHost, written: Set<string>, does: Step): readonly FileEvent[] {
    if (does.does === 'write') {
      const kind = written.has(does.path) ? 'changed' : 'created';
      host.write(rootUri + does.path, does.text);
      written.add(does.path);
      return events(kind, does.path);
    }
    if (does.does !== 'remove' && does.does !== 'rename') return [];
    const below = [...written].filter((each) => each === does.path || each.startsWith(`${does.path}/`));
    if (below.length === 0) return [];
    for (const each of below) written.delete(each);
    if (does.does === 'remove') {
      host.remove(rootUri + does.path);
      return events('deleted', does.path);
    }
    const target = `${does.to}${below[0] === does.path ? '.ts' : ''}`;
    const isTaken = [...written].some(
      (each) => each === target || each.startsWith(`${target}/`) || target.startsWith(`${each}/`),
    );
    if (isTaken || target.startsWith(`${does.path}/`)) {
      host.remove(rootUri + does.path);
      return events('deleted', does.path);
    }
    host.rename(rootUri + does.path, rootUri + target);
    for (const each of below) written.add(target + each.slice(does.path.length));
    return [...events('deleted', does.path), ...events('created', target)];
  }

  it('are those of a fresh scan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const host = memoryHost();
        const service = createService({ host });
        await service.setFolders([rootUri]);
        await service.debt.scan();
        const written = new Set<string>();
        const open = new Map<string, TextDocument>();
        const working: Promise<void>[] = [];
        for (const each of steps) {
          if (each.does === 'wait') await service.settled();
          else if (each.does === 'edit') {
            const known = open.get(each.path);
            const next =
              known === undefined
                ? document(each.path, each.text)
                : TextDocument.update(known, [{ text: each.text }], known.version + 1);
            open.set(each.path, next);
            working.push(service.documentChanged(next));
          } else if (each.does === 'close') {
            open.delete(each.path);
            working.push(service.documentClosed(`${rootUri}${each.path}`));
          } else working.push(service.filesChanged(apply(host, written, each)));
        }
        await Promise.all(working);
        await service.settled();
        const fresh = createService({ host });
        await fresh.setFolders([rootUri]);
        for (const each of open.values()) await fresh.documentChanged(each);
        await fresh.debt.scan();
        const sorted = async (of: Service) =>
          (await of.debt.all([])).map((marker) => JSON.stringify(marker)).sort();
        assert.deepEqual(await sorted(service), await sorted(fresh));
        assert.deepEqual(service.debt.progress(), fresh.debt.progress());
      }),
      { numRuns: 150 },
    );
  });
});
