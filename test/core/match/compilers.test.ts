import assert from 'node:assert/strict';
import { type CompilerRound, nextCompilers } from '../../../src/core/match/compilers';

describe('compilers of a round of reading', () => {
  const compiledIn = ({ compilers }: CompilerRound) => [compilers.pattern('a+'), compilers.glob('*.ts')];

  it('know what the round before had to compile, and nothing older', () => {
    const first = nextCompilers(undefined, undefined);
    const compiled = compiledIn(first);
    assert.deepEqual(
      compiledIn(first).map((each, index) => each === compiled[index]),
      [true, true],
    );
    const second = nextCompilers(undefined, first);
    assert.deepEqual(
      compiledIn(second).map((each, index) => each === compiled[index]),
      [true, true],
    );
    const fourth = nextCompilers(undefined, nextCompilers(undefined, second));
    assert.deepEqual(
      compiledIn(fourth).map((each, index) => each === compiled[index]),
      [false, false],
    );
  });
});
