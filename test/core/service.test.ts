import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Service } from '../../src/core/service';
import { type MemoryHost, rootUri } from './memoryHost';
import { openFixture, problemLines } from './workspace';

const guidanceUri = `${rootUri}.leadlight/guidance.yaml`;

function ids(service: Service): string {
  return service
    .guidance()
    .flatMap(({ entries }) => entries.map(({ id }) => id))
    .join(' ');
}

function philosophy(id: string): string {
  return `philosophies: [{ id: ${id}, title: T, why: W. }]\n`;
}

describe('live guidance', () => {
  const fixture = `
    //- /.leadlight/guidance.yaml
    ${philosophy('saved')}
    //- /.leadlight/other.yaml
    ${philosophy('other')}
    `;

  it('counts what stands in an unsaved editor, and what is on disk once it is closed', async () => {
    const { service } = await openFixture(fixture);
    await service.documentChanged(TextDocument.create(guidanceUri, 'yaml', 2, philosophy('unsaved')));
    assert.equal(ids(service), 'unsaved other');
    await service.documentClosed(guidanceUri);
    assert.equal(ids(service), 'saved other');
  });

  it('sees files that are created, changed, renamed and deleted', async () => {
    const { service, host } = await openFixture(fixture);
    host.write(`${rootUri}api/.leadlight/new.yaml`, philosophy('new'));
    await service.filesChanged([{ uri: `${rootUri}api/.leadlight/new.yaml`, kind: 'created' }]);
    assert.equal(ids(service), 'saved other new');
    host.write(guidanceUri, philosophy('changed'));
    await service.filesChanged([{ uri: guidanceUri, kind: 'changed' }]);
    assert.equal(ids(service), 'changed other new');
    host.rename(`${rootUri}api`, `${rootUri}web`);
    await service.filesChanged([
      { uri: `${rootUri}api`, kind: 'deleted' },
      { uri: `${rootUri}web/.leadlight/new.yaml`, kind: 'created' },
    ]);
    assert.equal(ids(service), 'changed other new');
    host.remove(guidanceUri);
    await service.filesChanged([{ uri: guidanceUri, kind: 'deleted' }]);
    assert.equal(ids(service), 'other new');
  });

  it('sees a whole folder that appears, as one created folder', async () => {
    const { service, host } = await openFixture(fixture);
    host.write(`${rootUri}api/.leadlight/new.yaml`, philosophy('new'));
    await service.filesChanged([{ uri: `${rootUri}api`, kind: 'created' }]);
    assert.equal(ids(service), 'saved other new');
  });

  it('keeps serving the last good version of a broken file, and says what is broken', async () => {
    const { service } = await openFixture(fixture);
    await service.documentChanged(
      TextDocument.create(guidanceUri, 'yaml', 2, 'philosophies: [{ id: "saved\n'),
    );
    assert.equal(ids(service), 'saved other');
    assert.deepEqual(problemLines(service.problems()), [
      '.leadlight/guidance.yaml:1:22 yaml-syntax: The quote that opens here is never closed.',
    ]);
    await service.documentChanged(TextDocument.create(guidanceUri, 'yaml', 3, philosophy('mended')));
    assert.equal(ids(service), 'mended other');
    assert.deepEqual(problemLines(service.problems()), []);
  });

  it('sees what changes on disk and in editors while it reads', async () => {
    const changes = {
      disk(service: Service, host: MemoryHost) {
        host.write(guidanceUri, philosophy('newest'));
        return service.filesChanged([{ uri: guidanceUri, kind: 'changed' }]);
      },
      editor: (service: Service) =>
        service.documentChanged(TextDocument.create(guidanceUri, 'yaml', 3, philosophy('newest'))),
    };
    for (const [where, change] of Object.entries(changes)) {
      const { service, host } = await openFixture(fixture);
      const { readFile } = host;
      let changed: Promise<void> | undefined;
      host.readFile = async (uri, maxBytes) => {
        const content = await readFile(uri, maxBytes);
        host.readFile = readFile;
        changed = change(service, host);
        return content;
      };
      host.write(guidanceUri, philosophy('newer'));
      await service.filesChanged([{ uri: guidanceUri, kind: 'changed' }]);
      await changed;
      assert.equal(ids(service), 'newest other', where);
    }
  });

  it('reads only what changed', async () => {
    const { service, host } = await openFixture(fixture);
    const before = host.reads;
    await service.filesChanged([{ uri: guidanceUri, kind: 'changed' }]);
    assert.equal(host.reads - before, 1);
  });
});

describe('extends', () => {
  const pack = (id: string, head = '') => `${head}\n    ${philosophy(id)}`;

  async function check(fixture: string, expected: { ids: string; problems?: readonly string[] }) {
    const { service } = await openFixture(fixture);
    assert.equal(ids(service), expected.ids);
    assert.deepEqual(problemLines(service.problems()), expected.problems ?? []);
  }

  it('takes a folder of the workspace and a package in node_modules, the own entry first, and disables', () =>
    check(
      `
    //- /.leadlight/guidance.yaml
    extends: ["@acme/guidance", ./shared]
    disable: [off]
    philosophies: [{ id: same, title: Own, why: W. }]
    //- /node_modules/@acme/guidance/.leadlight/a.yaml
    ${pack('packed')}
    //- /node_modules/@acme/guidance/.leadlight/b.yaml
    ${pack('off')}
    //- /shared/.leadlight/a.yaml
    ${pack('same')}
    `,
      { ids: 'same packed same' },
    ));

  it('names what is missing, circular or outside, where it is named', () =>
    check(
      `
    //- /.leadlight/guidance.yaml
    extends: [nowhere, ./one, ../../etc, "../w-evil", /etc]
    //- /one/.leadlight/a.yaml
    extends: ../
    `,
      {
        ids: '',
        problems: [
          '.leadlight/guidance.yaml:1:51 extends-outside: "/etc" leads out of the workspace, so it is not read.',
          '.leadlight/guidance.yaml:1:38 extends-outside: "../w-evil" leads out of the workspace, so it is not read.',
          '.leadlight/guidance.yaml:1:27 extends-outside: "../../etc" leads out of the workspace, so it is not read.',
          'one/.leadlight/a.yaml:1:10 extends-circular: "../" leads back to where it began: this folder is extended already.',
          '.leadlight/guidance.yaml:1:11 extends-missing: There is no package "nowhere" with a .leadlight folder in node_modules; is it installed?',
          '.leadlight/guidance.yaml:1:20 extends-circular: "./one" leads back to where it began: this folder is extended already.',
        ],
      },
    ));

  it('does not follow a link out of the workspace', async () => {
    const { service, host } = await openFixture(`
    //- /.leadlight/guidance.yaml
    extends: ./shared
    //- /shared -> /elsewhere
    `);
    host.write('file:///elsewhere/.leadlight/a.yaml', philosophy('stolen'));
    await service.filesChanged([{ uri: guidanceUri, kind: 'changed' }]);
    assert.equal(ids(service), '');
    assert.match(problemLines(service.problems()).join(), /extends-outside/);
  });
});

describe('documents that are no files of the workspace', () => {
  const fixture = `
    //- /.leadlight/guidance.yaml
    philosophies:
      - { id: all, title: Everywhere, why: W., applies: { text: foo } }
      - { id: src, title: Sources, why: W., applies: { files: "src/**", text: foo } }
    //- /src/a.ts
    foo();
    `;

  async function cardsIn(uri: string): Promise<readonly string[]> {
    const { service } = await openFixture(fixture);
    const document = TextDocument.create(uri, 'typescript', 1, 'foo();\n');
    return service.documents.hover(document, { line: 0, character: 1 })?.cards.map(({ id }) => id) ?? [];
  }

  it('takes the sides of a diff for the file they are versions of', async () => {
    const query = encodeURIComponent(JSON.stringify({ path: '/w/src/a.ts', ref: 'HEAD' }));
    assert.deepEqual(await cardsIn(`git:/w/src/a.ts?${query}`), ['all', 'src']);
  });

  it('shows what holds for all files in a text that is no file yet', async () => {
    assert.deepEqual(await cardsIn('untitled:Untitled-1'), ['all']);
  });

  it('is silent outside of the workspace', async () => {
    assert.deepEqual(await cardsIn('file:///elsewhere/src/a.ts'), []);
    assert.deepEqual(await cardsIn('file:///w2/src/a.ts'), []);
  });
});
