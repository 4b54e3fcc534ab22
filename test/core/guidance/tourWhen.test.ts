import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWhen, tourHosts } from '../../../src/core/guidance/tourWhen';

describe('the "when" of a tour', () => {
  for (const [text, hosts] of [
    ['isLinux', ['linux', 'linux-web']],
    ['!isWeb && (isMac || isWindows)', ['mac', 'windows']],
    ['isLinux && isWeb || isMac', ['mac', 'linux-web', 'mac-web']],
    ['isWeb == false && isMac != true', ['linux', 'windows']],
    ['!!true', [...tourHosts]],
    ["isLinux == 'x'", []],
    ['false', []],
    ['isLinux &&', undefined],
    ['(isLinux', undefined],
    ['isLinux isMac', undefined],
    ['constructor', undefined],
    ['process.exit()', undefined],
    ['', undefined],
    ['('.repeat(400), undefined],
    ['!'.repeat(999), undefined],
  ] as const) {
    it(`holds for ${text.slice(0, 40) || 'nothing'} in ${hosts?.join(', ') ?? 'what cannot be told'}`, () =>
      assert.deepEqual(readWhen(text), hosts));
  }

  it('means what JavaScript means by it', () => {
    const names = ['isLinux', 'isMac', 'isWindows', 'isWeb', 'true', 'false'];
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...names),
        tie('expression').map((inner) => `!(${inner})`),
        fc
          .tuple(tie('expression'), fc.constantFrom('&&', '||', '==', '!='), tie('expression'))
          .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        const holds = new Function('isLinux', 'isMac', 'isWindows', 'isWeb', `return ${text}`) as (
          ...values: boolean[]
        ) => boolean;
        const expected = tourHosts.filter((host) =>
          holds(
            host.startsWith('linux'),
            host.startsWith('mac'),
            host.startsWith('windows'),
            host.endsWith('-web'),
          ),
        );
        assert.deepEqual(readWhen(text), text.length > 1_000 ? undefined : expected);
      }),
    );
  });
});
