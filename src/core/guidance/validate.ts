import type * as z from 'zod';
import { didYouMean } from '../text/didYouMean';
import { limits } from './limits';
import type { ProblemCode } from './problemCodes';
import { type Section, type SectionItem, sections } from './schema';
import { shapeOf } from './schemaShape';
import { descend, type Path, without, type YamlProblem, type YamlTree } from './yamlTree';

export interface Validated<T> {
  /** What could be read: parts with the wrong shape are left out. `undefined` where nothing could. */
  readonly data: T | undefined;
  /** The tree that `data` was read from, without the parts that were left out. */
  readonly tree: YamlTree;
  readonly problems: readonly YamlProblem[];
}

/** Checks an item of a section: its shape, and that the keys are there without which it says too little. */
export function validateEntry<S extends Section>(section: S, tree: YamlTree): Validated<SectionItem<S>> {
  const result = validate(sections[section].item, tree);
  if (tree.keys === undefined) return result as Validated<SectionItem<S>>;
  const missing = Object.entries(sections[section].required).filter(([key]) => !tree.keys!.has(key));
  const problems = missing.map(([key, message]): YamlProblem => {
    // The whole entry underlined would be noise: its first line is where the key belongs.
    return {
      code: key === 'why' ? 'missing-why' : 'missing-value',
      message,
      start: tree.start,
      end: tree.start + 1,
    };
  });
  return { ...result, problems: [...result.problems, ...problems] } as Validated<SectionItem<S>>;
}

/** Checks a tree against a schema; what does not fit costs itself only, and is named where it stands. */
export function validate<S extends z.ZodType>(schema: S, tree: YamlTree): Validated<z.output<S>> {
  const problems: YamlProblem[] = [];
  let current = tree;
  // Each round drops what the last one complained of; nested unions can hide a complaint behind another.
  for (let round = 0; round < 4; round++) {
    const result = schema.safeParse(current.value);
    if (result.success) return { data: result.data, tree: current, problems };
    const here = current;
    const complaints = result.error.issues
      .flatMap((issue) => flatten(issue, []))
      .map((complaint) => asMissing(complaint, here));
    const room = Math.max(0, limits.problems - problems.length);
    problems.push(...complaints.slice(0, room).map((complaint) => toProblem(complaint, current, schema)));
    if (complaints.some(({ path }) => path.length === 0)) break;
    current = without(
      current,
      complaints.map(({ path }) => path),
    );
  }
  return { data: undefined, tree: current, problems };
}

interface Complaint {
  readonly code: ProblemCode;
  readonly path: Path;
  /** What would have been right, in words; empty for an unknown key, and the key that is missing. */
  readonly accepts: readonly string[];
}

/** What lacks a key that it cannot do without is left out itself. */
function asMissing(complaint: Complaint, tree: YamlTree): Complaint {
  const { path } = complaint;
  if (complaint.code === 'unknown-key' || descend(tree, path) !== undefined) return complaint;
  return { code: 'missing-value', path: path.slice(0, -1), accepts: [`"${String(path.at(-1))}"`] };
}

function flatten(issue: z.core.$ZodIssue, base: Path): readonly Complaint[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown-key', path: [...path, key], accepts: [] }));
    case 'invalid_union':
      return flattenUnion(issue, path);
    case 'invalid_value':
      return [{ code: 'unknown-value', path, accepts: issue.values.map((value) => `"${String(value)}"`) }];
    case 'invalid_type':
      return [{ code: 'wrong-type', path, accepts: [typeNames[issue.expected] ?? issue.expected] }];
    default:
      return [{ code: 'bad-value', path, accepts: [issue.message] }];
  }
}

/** The complaints of the alternative that the author seems to have meant, or all that would be accepted. */
function flattenUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): readonly Complaint[] {
  const alternatives = issue.errors.map((errors) => errors.flatMap((error) => flatten(error, path)));
  const meant = alternatives.find((complaints) =>
    complaints.every((complaint) => complaint.path.length > path.length),
  );
  if (meant !== undefined) return meant;
  const here = alternatives.flat().filter((complaint) => complaint.path.length === path.length);
  const code =
    (['unknown-value', 'bad-value'] as const).find((each) =>
      here.some((complaint) => complaint.code === each),
    ) ?? 'wrong-type';
  const accepts = new Set(
    here.filter((complaint) => complaint.code === code).flatMap((complaint) => complaint.accepts),
  );
  // Numbers stand in for text that YAML takes for a number; no author thinks of them as asked for.
  if (accepts.has('text')) accepts.delete('a number');
  return [{ code, path, accepts: [...accepts] }];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

function toProblem({ code, path, accepts }: Complaint, tree: YamlTree, schema: z.ZodType): YamlProblem {
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (code === 'unknown-key')
    return unknownKey(key, {
      tree: descend(tree, path.slice(0, -1)),
      known: keysAt(schema, path.slice(0, -1)),
    });
  const subject =
    key === '' ? 'This' : typeof path.at(-1) === 'number' ? `Each value of "${key}"` : `"${key}"`;
  const { value, start, end } = descend(tree, path) ?? tree;
  if (code === 'missing-value')
    return { code, message: `${accepts[0]} is missing here.`, start, end: start + 1 };
  const message = `${subject} must be ${inWords(accepts)}.`;
  const known = accepts.map((each) => each.replaceAll('"', ''));
  const meant = code === 'unknown-value' && typeof value === 'string' ? didYouMean(value, known) : undefined;
  return { code, message, start, end, ...(meant !== undefined && { fix: changeTo(meant, { start, end }) }) };
}

function changeTo(newText: string, place: { readonly start: number; readonly end: number }) {
  return { title: `Change to "${newText}"`, ...place, newText };
}

/** The problem of a key that its mapping does not accept, with the one that was probably meant as a fix. */
export function unknownKey(
  key: string,
  { tree, known }: { readonly tree: YamlTree | undefined; readonly known: readonly string[] },
): YamlProblem {
  const pair = tree?.keys?.get(key);
  const [start, end] = [pair?.keyStart ?? 0, pair?.keyEnd ?? 0];
  const meant = didYouMean(key, known);
  const message = `Leadlight does not know the key "${key}" here.`;
  if (meant === undefined) return { code: 'unknown-key', message, start, end };
  const fix = changeTo(meant, { start, end });
  return { code: 'unknown-key', message: `${message} Did you mean "${meant}"?`, start, end, fix };
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The keys that a schema accepts at a path, through lists, options and alternatives. */
function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const keysOf = (at: z.core.$ZodType | undefined) => at && shapeOf(at).keys;
  const names = path.filter((part) => typeof part === 'string');
  const at = names.reduce<z.core.$ZodType | undefined>(
    (from, name) => keysOf(from)?.get(name)?.schema,
    schema,
  );
  return [...(keysOf(at)?.keys() ?? [])];
}
