import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowCommands } from '../../src/client/hover/actionRows';
import { threadCommands } from '../../src/client/concerns/concernText';
import { markerCommands } from '../../src/client/views/debtTree';
import { stepCommands } from '../../src/client/views/onboardingTree';
import { reviewCommands } from '../../src/client/views/reviewTree';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface Conditional {
  readonly when?: string;
}

interface Walkthrough {
  readonly id: string;
  readonly icon: string;
  readonly steps: readonly {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly markdown: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly (Conditional & { readonly command: string })[]>>;
    readonly keybindings: readonly (Conditional & { readonly command: string })[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
    readonly colors: readonly { readonly id: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly views: Readonly<
      Record<string, readonly (Conditional & { readonly id: string; readonly icon: string })[]>
    >;
    readonly viewsWelcome: readonly (Conditional & { readonly view: string; readonly contents: string })[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const { contributes, icon } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const commands = contributes.commands.map(({ command }) => command);
const settings = Object.keys(contributes.configuration.properties);
const views = Object.values(contributes.views).flat();
const viewIds = views.map(({ id }) => id);
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

const sources = sourcesIn('src/client');
const registered = found(/registerCommand\(\s*'([^']+)'/g);
const contextKeys = found(/setContext\(\s*'([^']+)'/g);
const literals = found(/'(leadlight(?:\.[a-zA-Z]+)+)'/g);

/** What a line above an entry calls. */
const lensCommands = ['leadlight.showPlaces'];

/** The controller of comment threads, which `when` clauses ask for. */
const controller = 'leadlight.concerns';

/** Ids that are not of the manifest: a key of stored state, a status bar item, a command that a view brings. */
const ownIds = [
  controller,
  'leadlight.marks',
  'leadlight.debtGrouping',
  'leadlight.governs',
  'leadlight.progress',
  'leadlight.toldNews',
  'leadlight.stepTimes',
  'leadlight.progress.unreadable',
  'leadlight.walkthrough',
  'leadlight.preview',
  'leadlight.entryPreview',
  'leadlight.reviewChoices',
  'leadlight.reviewProgress',
  ...viewIds.map((id) => `${id}.focus`),
];

describe('the manifest', () => {
  it('declares the commands that the client registers, and no other', () => {
    assert.notEqual(commands.length, 0);
    same(commands, registered);
  });

  it('gives each command a title and the category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Leadlight', command);
      assert.match(title, /^[A-Z]/, command);
    }
  });

  it('keeps from the palette what only a link in a hover, a line of a view or of code, or a thread can call', () => {
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false') ?? [];
    same(
      hidden.map(({ command }) => command),
      [
        ...rowCommands,
        ...lensCommands,
        ...markerCommands,
        ...reviewCommands,
        ...threadCommands,
        ...stepCommands,
      ],
    );
  });

  it('shows commands in menus that there are', () => {
    for (const { command } of [...Object.values(contributes.menus).flat(), ...contributes.keybindings])
      assert.ok(commands.includes(command), command);
  });

  it('declares the settings that the code reads, each with a default, and no other', () => {
    const read = found(/read(?:<[^(]*>)?\(\s*'([^']+)'/g).concat(found(/^ {2}\w+: '(leadlight\.[^']+)',$/gm));
    same(settings, read);
    for (const [name, { default: value }] of Object.entries(contributes.configuration.properties)) {
      assert.notEqual(value, undefined, name);
    }
  });

  it('knows every id that stands in the code', () => {
    const known = [
      ...commands,
      ...settings,
      ...viewIds,
      ...contributes.colors.map(({ id }) => id),
      ...contextKeys,
      ...ownIds,
    ];
    assert.deepEqual(
      literals.filter((id) => !known.includes(id)),
      [],
    );
  });

  it('has no color and no view that the code does not know', () => {
    const ids = [...viewIds, ...contributes.colors.map(({ id }) => id)];
    assert.deepEqual(
      ids.filter((id) => !literals.includes(id)),
      [],
    );
  });

  it('asks for context keys that the code sets, and for all of them', () => {
    const conditions = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...views,
      ...contributes.viewsWelcome,
    ];
    const asked = conditions.flatMap(
      ({ when = '' }) => when.match(/(?:config\.)?leadlight(?:\.[a-zA-Z]+)+/g) ?? [],
    );
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    const keys = [
      ...asked.filter((key) => !key.startsWith('config.') && ![...viewIds, controller].includes(key)),
      ...events.flatMap((event) => /^onContext:(.*)$/.exec(event)?.[1] ?? []),
    ];
    same(keys, contextKeys);
    for (const key of asked.filter((name) => name.startsWith('config.'))) {
      assert.ok(settings.includes(key.slice('config.'.length)), key);
    }
  });

  it('links to commands that there are', () => {
    const texts = [
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...steps.map(({ description }) => description),
    ];
    const links = texts.flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? ''),
    );
    assert.notEqual(links.length, 0);
    const unknown = links.filter((link) => !commands.includes(link) && !/^(?:workbench|vscode)\./.test(link));
    assert.deepEqual(unknown, []);
  });

  it('teaches in at most five steps, which a person can complete', () => {
    for (const { id, steps: ofOne } of contributes.walkthroughs) assert.ok(ofOne.length <= 5, id);
    for (const { id, completionEvents } of steps) {
      assert.notEqual(completionEvents.length, 0, id);
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':');
        const known = { onContext: contextKeys, onCommand: commands, onView: viewIds }[kind ?? ''];
        assert.ok(known?.includes(name), event);
      }
    }
  });

  it('names files that there are', () => {
    const files = [
      icon,
      ...contributes.viewsContainers.activitybar.map((container) => container.icon),
      ...views.map((view) => view.icon),
      ...contributes.walkthroughs.map((walkthrough) => walkthrough.icon),
      ...steps.map(({ media }) => media.markdown),
      ...contributes.snippets.map(({ path }) => path),
      ...found(/icon\('([^']+)'\)/g).map((name) => `media/${name}`),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The first groups of a pattern's matches in all sources. */
function found(pattern: RegExp): string[] {
  return sources.flatMap((text) => [...text.matchAll(pattern)].map(([, group]) => group ?? ''));
}

function same(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}
