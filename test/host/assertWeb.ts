/** What the integration suites use of `node:assert/strict`, for the web worker, which has no Node modules. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function check(holds: boolean, message: string | undefined, otherwise: () => string): void {
  if (!holds) throw new AssertionError(message ?? otherwise());
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'object'
    ? JSON.stringify(value, undefined, 2)
    : String(value);
}

/** Strict structural equality of plain data, arrays, maps, sets, dates and byte arrays. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return a.getTime() === (b as Date).getTime();
  if (a instanceof Map || a instanceof Set) return same([...a], [...(b as typeof a)]);
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && same(value, (b as Record<string, unknown>)[key]))
  );
}

async function rejection(promise: Promise<unknown> | (() => Promise<unknown>)): Promise<unknown> {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (error) {
    return error ?? new Error('rejected with nothing');
  }
  throw new AssertionError('Expected a rejection');
}

function expectError(error: unknown, expected: RegExp | undefined): void {
  if (expected)
    assert.match(error instanceof Error ? `${error.name}: ${error.message}` : String(error), expected);
}

const assert = {
  ok: (value: unknown, message?: string) =>
    check(Boolean(value), message, () => `${show(value)} is not truthy`),
  fail: (message?: string) => check(false, message, () => 'Failed'),
  equal: (actual: unknown, expected: unknown, message?: string) =>
    check(Object.is(actual, expected), message, () => `${show(actual)} is not ${show(expected)}`),
  notEqual: (actual: unknown, expected: unknown, message?: string) =>
    check(!Object.is(actual, expected), message, () => `${show(actual)} is what it should not be`),
  deepEqual: (actual: unknown, expected: unknown, message?: string) =>
    check(same(actual, expected), message, () => `Got\n${show(actual)}\ninstead of\n${show(expected)}`),
  match: (text: string, pattern: RegExp, message?: string) =>
    check(pattern.test(text), message, () => `${show(text)} does not match ${pattern}`),
  doesNotMatch: (text: string, pattern: RegExp, message?: string) =>
    check(!pattern.test(text), message, () => `${show(text)} matches ${pattern}`),
  rejects: async (promise: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp) =>
    expectError(await rejection(promise), expected),
  throws: (run: () => unknown, expected?: RegExp) => {
    let thrown: { readonly error: unknown } | undefined;
    try {
      run();
    } catch (error) {
      thrown = { error };
    }
    check(thrown !== undefined, undefined, () => 'Expected an exception');
    expectError(thrown?.error, expected);
  },
};

export const { ok, fail, equal, notEqual, deepEqual, match, doesNotMatch, rejects, throws } = assert;
export default Object.assign((value: unknown, message?: string) => assert.ok(value, message), assert);
