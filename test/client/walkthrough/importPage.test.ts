import assert from 'node:assert/strict';
import { importPage } from '../../../src/client/walkthrough/importPage';

describe('what is shown before tours are imported', () => {
  it('is each file word for word, what has no place, and what is left alone', () => {
    const file = {
      uri: 'file:///w/.leadlight/walkthroughs/a.md',
      path: '.leadlight/walkthroughs/a.md',
      from: '.tours/[a](x).tour',
      title: 'A',
      steps: 1,
      text: '# A\n\n## One\n\n```yaml\nat: { file: a.ts }\n```\n',
      notes: ['ref: <b> has no place.'],
    };
    assert.equal(
      importPage({ files: [file], left: [{ from: 'b.tour', why: 'It is there already.' }] }),
      `# What will be written

## .leadlight/walkthroughs/a.md

From .tours/\\[a\\](x).tour.

- ref: \\<b\\> has no place.

\`\`\`\`markdown
# A

## One

\`\`\`yaml
at: { file: a.ts }
\`\`\`
\`\`\`\`

## Left alone

- b.tour: It is there already.
`,
    );
  });
});
