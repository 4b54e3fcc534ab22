import assert from 'node:assert/strict';
import fc from 'fast-check';
import { passageNaming } from '../../../src/core/names/passage';

const filler = `\n\n${'Words that say something else. '.repeat(50)}\n\n`;

describe('what a text says where it names something', () => {
  it('is all of a short one, and of one that does not', () => {
    assert.equal(passageNaming('Words.\n\n`fooBar`', 'fooBar'), 'Words.\n\n`fooBar`');
    assert.equal(passageNaming(filler, 'fooBar'), filler);
  });

  it('is each paragraph that names it, with its code and its heading', () => {
    const text = `Use \`fooBar\`:\n\n\`\`\`ts\nfooBar();\n\`\`\`${filler}### Part\n\nOther.\n\nStop \`fooBar()\`.\nNow.${filler}`;
    assert.equal(
      passageNaming(text, 'fooBar'),
      'Use `fooBar`:\n\n```ts\nfooBar();\n```\n\n…\n\n### Part\n\n…\n\nStop `fooBar()`.\nNow.\n\n…',
    );
  });

  it('is a row with the first one of its table', () => {
    const table = '| Don’t | Do |\n|---|---|\n| `a_b` | c |\n| `foo_bar` | d |\n| `e_f` | g |';
    assert.equal(
      passageNaming(`${filler}${table}`, 'foo_bar'),
      '…\n\n| Don’t | Do |\n\n…\n\n| `foo_bar` | d |\n\n…',
    );
  });

  it('is an item with those around it, and what introduces the list', () => {
    const list = 'Never:\n\n- one\n- two:\n  - three\n  - `src/a.ts`\n    goes on\n- four';
    assert.equal(
      passageNaming(`${filler}Before.\n\n${list}`, 'src/a.ts'),
      '…\n\nNever:\n\n…\n\n- two:\n\n…\n\n  - `src/a.ts`\n    goes on\n\n…',
    );
  });

  it('says nothing that the text does not, and names it', () => {
    const line = fc.constantFrom('- a', '  - `fooBar`', '# H', 'Words:', '', '| x |', '```', '`fooBar` b');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${filler}${lines.join('\n')}\n\n\`fooBar\``;
        const passage = passageNaming(text, 'fooBar');
        const said = passage.split('\n').filter((each) => each !== '…');
        const all = text.split('\n');
        for (const each of said) {
          const at = all.indexOf(each);
          assert.ok(at >= 0, each);
        }
        assert.ok(passage.includes('fooBar'));
      }),
    );
  });
});
