import assert from 'node:assert/strict';
import type { Code } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { openFixture, problemLines } from '../core/workspace';
import { filesUnder, readText } from './repository';

/** Pages whose examples a person may copy into a guidance file. Those of media/problems.md are wrong on purpose. */
const pages = ['README.md', ...filesUnder('media/walkthrough', '.md')];

/** Files that the globs of the examples admit. */
const around = `
//- /src/config.ts
//- /src/payments/refunds.ts
//- /src/server.ts
app.listen(8080);
`;

describe('the examples that people copy', () => {
  for (const page of pages) {
    for (const [index, text] of examplesIn(page, 'yaml').entries()) {
      it(`are guidance without a problem: ${page}, YAML ${index + 1}`, () =>
        check(`//- /.leadlight/guidance.yaml\n${text}`));
    }
    for (const [index, text] of examplesIn(page, 'markdown').entries()) {
      it(`are guidance without a problem: ${page}, Markdown ${index + 1}`, () =>
        check(`//- /.leadlight/philosophies/page.md\n${text}`));
    }
    for (const [index, text] of examplesIn(page, 'markdown', 'walkthrough').entries()) {
      it(`are guidance without a problem: ${page}, walkthrough ${index + 1}`, () =>
        check(`//- /.leadlight/walkthroughs/page.md\n${text}`));
    }
  }

  it('of the README show the card that it tells of, why first', async () => {
    const [first = ''] = examplesIn('README.md', 'yaml');
    const { service, document, offset } = await openFixture(
      `//- /.leadlight/guidance.yaml\n${first}\n//- /src/config.ts\ntry { load(); } catch (err) { th$0row err; }\n`,
    );
    const hover = service.documents.hover(document, document.positionAt(offset));
    assert.equal(document.getText(hover?.range), 'throw err;');
    const [card, ...others] = hover?.cards ?? [];
    assert.deepEqual(others, []);
    const shown = ['Errors carry context', 'whoever is on call', 'Do:', "Don't:", 'Instead of', '@maya'];
    const places = shown.map((words) => card?.markdown.indexOf(words));
    assert.ok(!places.includes(-1), card?.markdown);
    assert.deepEqual(
      places,
      [...places].sort((a = 0, b = 0) => a - b),
    );
  });

  it('of the README excuse a place as it says', async () => {
    const [first = ''] = examplesIn('README.md', 'yaml');
    const comment = /`(leadlight-ignore [^`]+)`/.exec(readText('README.md'))?.[1] ?? '';
    assert.notEqual(comment, '');
    const { service, document, offset } = await openFixture(
      `//- /.leadlight/guidance.yaml\n${first}\n//- /src/config.ts\n// ${comment}\nth$0row err;\nthrow err;\n`,
    );
    assert.equal(service.documents.hover(document, document.positionAt(offset)), undefined);
    assert.notEqual(service.documents.hover(document, { line: 2, character: 2 }), undefined);
  });
});

async function check(fixture: string): Promise<void> {
  const { service } = await openFixture(`${fixture}${around}`);
  assert.deepEqual(problemLines(service.problems()), []);
  assert.ok(service.guidance().some(({ entries }) => entries.length > 0));
}

/** `about` is what follows the language where a block begins. */
function examplesIn(page: string, language: string, about: string | null = null): readonly string[] {
  return fromMarkdown(readText(page))
    .children.filter((node): node is Code => node.type === 'code' && node.lang === language)
    .filter(({ meta }) => (meta ?? null) === about)
    .map(({ value }) => value);
}
