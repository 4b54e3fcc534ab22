import assert from 'node:assert/strict';
import { statusWords } from '../../src/client/statusWords';
import { openFixture } from '../core/workspace';

async function words(files: string) {
  const { service, document } = await openFixture(files);
  return statusWords(service.documents.here(document, { line: 0, character: 0 })!);
}

describe('the words of the status bar', () => {
  const owners = '//- /CODEOWNERS\n*.ts @acme/the-team-that-owns-the-web\n//- /a.ts\n$0\n';

  it('count what governs the file', async () => {
    const one = '{ id: a, title: A, why: B., applies: { files: "*.ts" } }';
    const two = '{ id: b, title: B, why: B., applies: { files: "*.ts" } }';
    const yaml = (list: string) => `//- /.leadlight/g.yaml\nphilosophies: [${list}]\n`;
    assert.deepEqual(await words(`${yaml(one)}${owners}`), {
      text: '$(book) 1',
      sentence: 'One entry of guidance governs this file',
    });
    assert.equal((await words(`${yaml(`${one}, ${two}`)}${owners}`))?.text, '$(book) 2');
  });

  it('name the owner where nothing else is written, short and without icons', async () =>
    assert.deepEqual(
      await words('//- /CODEOWNERS\n*.ts @acme/the-team-that-owns-the-web @b\n//- /a.ts\n$0\n'),
      {
        text: '$(organization) @acme/the-team-that-owns-the-w …',
        sentence: 'Owner of this file: @acme/the-team-that-owns-the-web, @b',
      },
    ));

  it('are none where nobody owns the file', async () =>
    assert.equal(await words('//- /CODEOWNERS\n*.md @a\n//- /a.ts\n$0\n'), undefined));
});
