import { didYouMean } from '../text/didYouMean';
import { readToolWish, tools } from '../text/tools';
import type { StepData } from '../guidance/schema';
import type { Path } from '../guidance/yamlTree';
import type { StepCheck } from './playedWalkthrough';

/** A check, or what is wrong with it: at the place in the step's `done`, one or two sentences. */
export interface CompiledCheck {
  readonly check: StepCheck;
  readonly problems: readonly { readonly path: Path; readonly message: string }[];
}

type Done = NonNullable<StepData['done']>;
type DoneKey = keyof Exclude<Done, string>;
type Compiled = StepCheck | { readonly wrong: string; readonly at?: Path };

const confirmed: StepCheck = { kind: 'confirmed' };

/** How a step comes to be done, from its `done`; confirmed by a person where there is none, and where it is wrong. */
export function compileCheck(done: StepData['done']): CompiledCheck {
  if (done === undefined) return { check: confirmed, problems: [] };
  if (typeof done === 'string') return { check: { kind: done }, problems: [] };
  const keys = Object.keys(done).filter((key) => done[key as DoneKey] !== undefined) as DoneKey[];
  const [key] = keys;
  if (key === undefined) return { check: confirmed, problems: [] };
  if (keys.length > 1) {
    const message = `A step is done by one thing: keep one of ${keys.join(', ')}.`;
    return { check: confirmed, problems: [{ path: [keys[1]!], message }] };
  }
  const made = compilers[key](done);
  if ('kind' in made) return { check: made, problems: [] };
  return { check: confirmed, problems: [{ path: [key, ...(made.at ?? [])], message: made.wrong }] };
}

const compilers: Readonly<Record<DoneKey, (done: Exclude<Done, string>) => Compiled>> = {
  confirmed: ({ confirmed: isSo }) =>
    isSo === false ? { wrong: '"confirmed" is true, or left out.' } : confirmed,
  opened: ({ opened }) =>
    opened === false ? { wrong: '"opened" is true, or left out.' } : { kind: 'opened' },
  command: ({ command = '' }) =>
    isCommandLine(command)
      ? { kind: 'command', command: command.trim().replace(/\s+/g, ' ') }
      : { wrong: oneLine },
  task: ({ task = '' }) =>
    task.trim() === '' ? { wrong: 'Name the task.' } : { kind: 'task', task: task.trim() },
  exists: ({ exists = '' }) => {
    const path = insidePath(exists);
    return path === undefined ? { wrong: outside } : { kind: 'exists', path };
  },
  contains: ({ contains }) => {
    const path = insidePath(contains!.file);
    if (path === undefined) return { wrong: outside, at: ['file'] };
    return contains!.text === ''
      ? { wrong: 'Say which text the file must hold.', at: ['text'] }
      : { kind: 'contains', path, text: contains!.text };
  },
  setting: ({ setting }) =>
    /^[\w-]+(?:\.[\w-]+)+$/.test(setting!.key)
      ? { kind: 'setting', key: setting!.key, equals: setting!.equals }
      : { wrong: 'A setting has a name such as editor.formatOnSave.', at: ['key'] },
  extension: ({ extension = '' }) =>
    /^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9._-]*$/i.test(extension)
      ? { kind: 'extension', extension }
      : { wrong: 'An extension has an id such as dbaeumer.vscode-eslint.' },
  tool: ({ tool = '' }) => {
    const wish = readToolWish(tool);
    return wish === undefined ? { wrong: wrongTool(tool) } : { kind: 'tool', ...wish };
  },
  question: ({ question }) => compileQuestion(question!),
};

/** The answer is one of the options, or its place among them, the first one being 1. */
function compileQuestion({
  ask,
  options,
  answer,
  because,
}: NonNullable<Exclude<Done, string>['question']>): Compiled {
  if (options.length < 2) return { wrong: 'A question needs two options or more.', at: ['options'] };
  if (new Set(options).size < options.length)
    return { wrong: 'The same option stands twice.', at: ['options'] };
  const written = String(answer);
  const place = typeof answer === 'number' && Number.isInteger(answer) ? answer - 1 : -1;
  const index = options.includes(written) ? options.indexOf(written) : place;
  if (options[index] === undefined) {
    const wrong = 'The answer is one of the options, word for word, or its number, where the first one is 1.';
    return { wrong, at: ['answer'] };
  }
  return { kind: 'question', ask, options, answer: index, ...(because !== undefined && { because }) };
}

export const oneLine = 'A command is one line of plain text, as a person would type it.';
const outside = 'A path is relative to the folder that holds the guidance, with "/", and stays inside it.';

function wrongTool(text: string): string {
  const known = Object.keys(tools);
  const name = /^\s*([\w.+-]+)/.exec(text)?.[1] ?? '';
  if (known.includes(name)) return `Write the version of ${name} as in "${name} >= 1.2".`;
  const meant = didYouMean(name, known);
  const hint = meant === undefined ? `One of ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return `Leadlight asks only tools that it knows for their version. ${hint}`;
}

/** Whether a text can be typed into a terminal without running by itself, and says all that it does. */
export function isCommandLine(text: string): boolean {
  const line = text.trim();
  return line !== '' && line.length <= 1_000 && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(line);
}

/** A path below a folder, without `.` and `..`; `undefined` for one that leaves it. */
export function insidePath(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|[\\\p{Cc}]/iu.test(written)) return undefined;
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
