import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../../src/core/comments/languages';
import { createService, type Service } from '../../src/core/service';
import { createNodeHost } from '../../src/node/nodeHost';
import { createV8Regex } from '../../src/node/v8Regex';
import { problemLines } from '../core/workspace';
import { filesUnder, readText, root } from './repository';

const log = {
  error: (message: string) => assert.fail(message),
  warn: (message: string) => assert.fail(message),
  info: () => undefined,
  debug: () => undefined,
};

describe('this repository, under its own guidance', function () {
  this.timeout(30_000);
  let service: Service;

  before(async () => {
    service = createService({ host: createNodeHost({ log }), engine: createV8Regex() });
    await service.setFolders([pathToFileURL(root).toString()]);
  });
  after(() => service.dispose());

  const document = (path: string, text = readText(path)) =>
    TextDocument.create(pathToFileURL(join(root, path)).toString(), languageIdOf(path), 1, text);

  /** The places where an entry of level `info` or `warning` speaks up, as `path:line id`. */
  const noticesIn = (path: string, text?: string) =>
    service.documents
      .notices(document(path, text))
      .map(({ id, range }) => `${path}:${range.start.line + 1} ${id}`);

  const idsAt = (path: string, words: string) => {
    const opened = document(path);
    const offset = opened.getText().indexOf(words);
    assert.ok(offset >= 0, `${words} is not in ${path}`);
    return service.documents.hover(opened, opened.positionAt(offset))?.cards.map(({ id }) => id) ?? [];
  };

  it('has no problem in its sources', () => {
    assert.deepEqual(problemLines(service.problems()), []);
    assert.ok(service.overview.sources().length > 5);
  });

  it('gives no cause for information or a warning', () => {
    const files = [...filesUnder('src', '.ts'), ...filesUnder('test', '.ts')];
    assert.deepEqual(
      files.flatMap((path) => noticesIn(path)),
      [],
    );
  });

  it('would notice', () => {
    const notices = noticesIn(
      'src/core/match/bad.ts',
      [
        `import { readFileSync } from 'node:fs';`,
        `import { startServer } from '../../server/server';`,
        `const now = Date.now();`,
        `console.log(now, readFileSync, startServer);`,
        `const found = new RegExp(source);`,
      ].join('\n'),
    );
    assert.deepEqual(notices.sort(), [
      'src/core/match/bad.ts:1 core-is-pure',
      'src/core/match/bad.ts:2 layers-look-inwards',
      'src/core/match/bad.ts:3 time-and-chance-come-in',
      'src/core/match/bad.ts:4 stdout-belongs-to-the-protocol',
      'src/core/match/bad.ts:5 patterns-run-in-linear-time',
    ]);
    const throwing = noticesIn('src/core/guidance/bad.ts', `throw new Error('no file');`);
    assert.deepEqual(throwing, ['src/core/guidance/bad.ts:1 parsing-never-fails']);
    const single = noticesIn('test/core/bad.test.ts', `it.${'only'}('runs alone', () => undefined);`);
    assert.deepEqual(single, ['test/core/bad.test.ts:1 tests-run']);
  });

  it('shows cards on its code', () => {
    assert.deepEqual(idsAt('src/client/hover/provideHover.ts', 'MarkdownString'), [
      'repository-text-is-data',
    ]);
    assert.ok(idsAt('src/core/guidance/problemCodes.ts', 'problemCodes').includes('problem'));
    assert.ok(idsAt('src/core/features/card.ts', 'entry').includes('entry'));
  });

  it('says who leads a file', () => {
    const opened = document('src/server/server.ts');
    const { areas, file } = service.documents.here(opened, { line: 0, character: 0 }) ?? {};
    assert.equal(areas?.[0]?.name, 'Server and command line');
    assert.ok(file?.some(({ id }) => id === 'the-server-only-translates'));
  });
});
