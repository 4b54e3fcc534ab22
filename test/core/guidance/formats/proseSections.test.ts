import assert from 'node:assert/strict';
import { proseSections } from '../../../../src/core/guidance/formats/proseSections';

const titles = (text: string) => proseSections(text, 0).map(({ title }) => title);

describe('the sections of a text', () => {
  it('are no tables of contents', () => {
    const contents = '## Contents\n\n- [Build](#build)\n  1. [On a `Mac`](#on-a-mac)\n';
    assert.deepEqual(titles(`# A\n\n${contents}\n## Build\n\nRun make.\n`), ['Build']);
    assert.deepEqual(titles('## See\n\n- [Build](BUILD.md#start)\n'), ['See']);
    assert.deepEqual(titles('## See\n\n- [Build](#build), in an hour\n'), ['See']);
  });

  it('are found in time, however long a line of white space is', () =>
    assert.deepEqual(titles(`## One\n${' '.repeat(300_000)}x\n`), ['One']));
});
