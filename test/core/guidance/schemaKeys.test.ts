import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type * as z from 'zod';
import { sections, settings } from '../../../src/core/guidance/schema';
import { keyAt } from '../../../src/core/guidance/schemaKeys';
import { shapeOf } from '../../../src/core/guidance/schemaShape';
import { textKinds } from '../../../src/core/guidance/schemaValues';

interface Documented {
  readonly path: readonly string[];
  readonly schema: z.core.$ZodType;
}

/** Every key of the format; of predicates, which hold themselves, one turn. */
const keys = [
  ...Object.entries(sections).flatMap(([name, { item }]) => keysBelow([name], item)),
  ...Object.entries(settings).flatMap(([name, schema]) => [
    { path: [name], schema },
    ...keysBelow([name], schema),
  ]),
];

function keysBelow(path: readonly string[], schema: z.core.$ZodType): readonly Documented[] {
  return [...shapeOf(schema).keys].flatMap(([name, { schema: child }]) => {
    const here = [...path, name];
    const again = path.some((part) => ['all', 'any', 'not'].includes(part));
    return [{ path: here, schema: child }, ...(again ? [] : keysBelow(here, child))];
  });
}

describe('the documentation of keys', () => {
  it('is there for every one, as a sentence', () => {
    assert.ok(keys.length > 150, String(keys.length));
    for (const { path } of keys)
      assert.match(keyAt(path)?.description ?? '', /^[A-Z`].+\.$/s, path.join('.'));
  });

  it('has an example that the key accepts', () => {
    for (const { path, schema } of keys) {
      const example = keyAt(path)?.example ?? '';
      assert.match(example, /^[^\n]+$/, path.join('.'));
      assert.equal((schema as z.ZodType).safeParse(parse(example)).error?.message, undefined, path.join('.'));
    }
  });

  it('says of texts what they are, in words that are known', () => {
    const told = new Set(keys.flatMap(({ path }) => keyAt(path)?.holds ?? []));
    const known: readonly string[] = textKinds;
    assert.deepEqual(
      [...told].filter((kind) => !known.includes(kind)),
      [],
    );
  });
});

describe('the key at a path', () => {
  it('is found through lists, options and alternatives', () => {
    const files = keyAt(['philosophies', 0, 'applies', 'files', 1]);
    assert.deepEqual([files?.name, files?.holds, files?.isList], ['files', 'glob', true]);
    assert.equal(keyAt(['checklists', 2, 'items', 0, 'when', 'any', 0, 'not', 'changed'])?.holds, 'glob');
    assert.equal(keyAt(['walkthroughs', 'steps', 'done', 'contains', 'file'])?.holds, 'path');
  });

  it('has the keys of what it takes', () => {
    assert.ok(keyAt([])?.keys.has('philosophies'));
    assert.ok(keyAt([])?.keys.has('friction'));
    assert.deepEqual([...(keyAt(['areas', 0, 'away'])?.keys.keys() ?? [])], ['from', 'to']);
    assert.ok(keyAt(['read'])?.keys.has('rules'));
  });

  it('says which values it accepts, where these are few', () => {
    assert.deepEqual(keyAt(['philosophies', 0, 'level'])?.values, ['none', 'hint', 'info', 'warning']);
    assert.deepEqual(keyAt(['read', 'owners'])?.values, ['true', 'false']);
    assert.deepEqual(keyAt(['walkthroughs', 0, 'steps', 0, 'done'])?.values, ['opened', 'confirmed']);
    assert.equal(keyAt(['philosophies', 0, 'title'])?.values, undefined);
  });

  it('says what an entry cannot do without', () => {
    const required = (...path: (string | number)[]) => {
      return [...(keyAt(path)?.keys.values() ?? [])].filter((key) => key.required).map(({ name }) => name);
    };
    assert.deepEqual(required('philosophies'), ['id', 'title', 'why']);
    assert.deepEqual(required('areas', 0), ['name', 'files']);
    assert.deepEqual(required('checklists', 0, 'items', 0), ['ask']);
    assert.deepEqual(required('philosophies', 0, 'exceptions'), ['files']);
    assert.deepEqual(required('philosophies', 0, 'applies'), []);
  });

  it('begins in a page at the top of its front matter, where nothing is required', () => {
    assert.equal(keyAt(['applies', 'files'], 'philosophy')?.holds, 'glob');
    assert.equal(keyAt(['steps', 0, 'run'], 'walkthrough')?.holds, 'command');
    assert.equal(keyAt(['id'], 'philosophy')?.required, false);
    assert.equal(keyAt(['philosophies'], 'philosophy'), undefined);
  });

  it('is none for what the format does not know', () => {
    assert.equal(keyAt(['philosophy']), undefined);
    assert.equal(keyAt(['philosophies', 0, 'title', 'name']), undefined);
    assert.equal(keyAt(['philosophies', 0, 'toString']), undefined);
  });
});
