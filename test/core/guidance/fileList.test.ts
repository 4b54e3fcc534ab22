import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FileList } from '../../../src/core/guidance/fileList';

const name = fc.constantFrom('a', 'b', 'a-b', 'ab', 'a.ts', 'b.ts', '.ts', 'B.TS', 'a0', '🚀', 'é');
const paths = fc
  .array(
    fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    { maxLength: 60 },
  )
  .map((all) =>
    [...new Set(all)].filter((path) => !all.some((other) => other.startsWith(`${path}/`))).sort(),
  );
const folder = fc.array(name, { maxLength: 3 }).map((parts) => parts.map((part) => `${part}/`).join(''));

describe('a list of files', () => {
  it('answers as who looks at each of them', () => {
    fc.assert(
      fc.property(paths, folder, name, (all, within, wanted) => {
        const list = new FileList(all);
        const inside = all.filter((path) => path.startsWith(within));
        assert.equal(list.count(within), inside.length);
        const names = new Map<string, number>();
        const endings = new Map<string, number>();
        for (const path of inside) {
          const [first = '', ...rest] = path.slice(within.length).split('/');
          const key = rest.length > 0 ? `${first}/` : first;
          names.set(key, (names.get(key) ?? 0) + 1);
          const ending = /\.[^./]*$/.exec(path)?.[0];
          if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
        }
        assert.deepEqual(
          new Map(list.level(within).map((each) => [`${each.name}${each.isFolder ? '/' : ''}`, each.files])),
          names,
        );
        assert.deepEqual(new Map([...list.endings(within)].sort()), new Map([...endings].sort()));
        assert.deepEqual(
          list.named(wanted),
          all.filter((path) => path.split('/').at(-1)!.toLowerCase() === wanted.toLowerCase()),
        );
        for (const path of [wanted, ...all]) assert.equal(list.has(path), all.includes(path));
      }),
      { numRuns: 2000 },
    );
  });
});
