import { type StepDraft, writeWalkthrough } from '../../walkthrough/writeWalkthrough';
import type { CommandKind, RepositoryCommand, RepositoryFound, RepositoryTool } from './found';

const comments = [
  'The first day of somebody new: each heading is a step. A draft, made of what this repository says about itself.',
  'Walk it once yourself. Then write into each step what you would say to somebody who sits beside you.',
  'It waits in the view Onboarding until somebody opens it. Take this # away, and it opens for who comes here first:',
  'open: first-open',
];

const welcome =
  'Take your time, and ask whatever you like. What is missing here is what we need to hear from you: nobody else sees it any more.';

/** What is said of each kind of command: a title, and a text with its reason. */
const words: Readonly<Record<CommandKind, { readonly title: string; readonly text: string }>> = {
  install: {
    title: 'Install what it needs',
    text: '*Why:* everything after this needs it. If it takes over an hour, ask: the next person meets the same wall.',
  },
  build: {
    title: 'Build it',
    text: '*Why:* a build that works on your machine tells you that the tools are right, before you change anything.',
  },
  start: {
    title: 'See it run',
    text: 'Look at what users see, and try what they do.\n\n*Why:* whoever can run it can try things out, and nobody has to explain what you can see.',
  },
  test: {
    title: 'Run the tests, and see one fail',
    text: 'Run all of them. Then break one line on purpose, and see whether a test says so. Put it back.\n\n*Why:* it shows what the tests protect, and where you are on your own.',
  },
  check: {
    title: 'Run the checks',
    text: '*Why:* what a tool can find should not cost a reviewer time, and you know now what it asks for.',
  },
};

/** A walkthrough of the first day, with the commands, tools and files that were found. */
export function writeFirstDay({ commands, tools, readme, contributing, entry }: RepositoryFound): string {
  const steps = [
    step('hello', 'Say that you are here', {
      text: 'Write where the team talks: who you are, and what you hope to work on. Ask who sits beside you today.\n\n*Why:* people answer a person sooner than a name in a list.',
    }),
    ...fileStep(readme, 'readme', {
      title: 'Read the README as a stranger',
      text: 'Note each word that you would have to look up, and each step that is not true any more.\n\n*Why:* you are the only one here who still sees it.',
    }),
    ...tools.map(toolStep),
    ...(commands.length === 0 ? unknownCommands : commands.map(commandStep)),
    ...fileStep(entry, 'entry', {
      title: 'Where the code begins',
      text: 'Follow one thing that a user does from here to where it is stored, and back.\n\n*Why:* one path that you know well explains ten that you do not.',
    }),
    ...fileStep(contributing, 'contributing', {
      title: 'How a change gets in',
      text: '*Why:* your first change should be about the change, and not about how to hand it in.',
    }),
    step('hard', 'Write down what was hard', {
      text: 'Three sentences are enough: **This step was hard** keeps one for each step. Send them to whoever leads, or make them your first change.\n\n*Why:* a first day can be had once. What you write down spares it the next person.',
    }),
  ];
  return writeWalkthrough({
    title: 'Your first day',
    text: welcome,
    keys: {},
    comments,
    steps: distinct(steps),
  });
}

const unknownCommands = [
  step('run', 'Get it to run', {
    text: 'Nothing in this repository told how yet. Once you know, write the command into this step: `run: make run`.\n\n*Why:* whoever can run it can try things out.',
  }),
  step('tests', 'Run the tests', {
    text: 'Where there are some. `run: make test` with `done: { command: make test }` ticks this step by itself.\n\n*Why:* they show what is protected, and where you are on your own.',
  }),
];

function commandStep({ kind, run, from }: RepositoryCommand): StepDraft {
  const { title, text } = words[kind];
  const keys = kind === 'start' ? { run } : { run, done: { command: run } };
  return step(kind, title, { text: `${text}\n\nFound in ${from}.`, keys });
}

function toolStep({ wish, from }: RepositoryTool): StepDraft {
  const [name = wish, , version] = wish.split(' ');
  const title = version === undefined ? `Have ${name}` : `Have ${name} ${version} or later`;
  const text = `${from} asks for it.\n\n*Why:* with another one you would look for faults that are not there.`;
  return step(`have-${name}`, title, { text, keys: { done: { tool: wish } } });
}

function fileStep(
  file: string | undefined,
  id: string,
  { title, text }: { readonly title: string; readonly text: string },
): readonly StepDraft[] {
  if (file === undefined) return [];
  return [step(id, title, { text, keys: { at: { file }, done: 'opened' } })];
}

function step(
  id: string,
  title: string,
  { text, keys = {} }: { readonly text: string; readonly keys?: StepDraft['keys'] },
): StepDraft {
  return { id, title, text, keys };
}

/** Two languages install, build and test in two ways: each is told by its command. */
function distinct(steps: readonly StepDraft[]): readonly StepDraft[] {
  return steps.map((each, index) => {
    const before = steps.slice(0, index).filter(({ id }) => id === each.id).length;
    if (before === 0) return each;
    return { ...each, id: `${each.id}-${before + 1}`, title: `${each.title}: ${String(each.keys['run'])}` };
  });
}
