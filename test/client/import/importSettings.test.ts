import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultTags } from '../../../src/core/markers/defaultTags';
import { foreignKeys } from '../../../src/client/import/foreignKeys';
import { importSettings } from '../../../src/client/import/importSettings';
import { parseGuidanceText } from './parseGuidanceText';

const schemes = ['file', 'untitled'];

describe('importSettings', () => {
  it('turns tags, groups, colours and globs of Todo Tree into guidance and settings', () => {
    check(
      {
        'todo-tree.general.tags': ['TODO', 'FIXME', 'FIXIT', 'FIX', 'NOTE:', '[ ]', 'BUG', 'HACK', 'XXX'],
        'todo-tree.general.tagGroups': { FIXME: ['FIXME', 'FIXIT', 'FIX'] },
        'todo-tree.highlights.defaultHighlight': { type: 'whole-line', foreground: 'grey' },
        'todo-tree.highlights.customHighlight': {
          TODO: { foreground: '#fff', background: '#ffbd2a', iconColour: '#ffbd2a' },
          FIXME: { icon: 'flame', foreground: 'peekViewResult.background' },
        },
        'todo-tree.filtering.excludeGlobs': ['**/node_modules/**', 'dist/**'],
        'todo-tree.regex.regex': '(//|#)\\s*($TAGS)',
        'todo-tree.tree.trackFile': false,
      },
      `
# What your settings of other tools become in Leadlight.
# Nothing is saved yet: look through it, and save it as .leadlight/markers.yaml in your workspace.
#
# For your settings.json:
#   {
#     "workbench.colorCustomizations": {
#       "leadlight.marker.todo": "#FFBD2A",
#       "leadlight.marker.other": "#808080",
#       "leadlight.marker.bug": "#808080",
#       "leadlight.marker.hack": "#808080"
#     },
#     "leadlight.highlights": "line",
#     "leadlight.debt.follow": false
#   }
#
# What was not carried over:
#   - todo-tree.general.tags: "[ ]" is no word, and a tag is one
#   - the colour "peekViewResult.background" of FIXME: it is no colour in hex, rgb() or a common name
#   - todo-tree.regex.regex: Leadlight knows the comments of each language, and finds tags in them without a pattern

markers:
  - tag: "FIXME"
    aliases: ["FIXIT","FIX"]
    means: "Say here what FIXME means to your team."
  - tag: "NOTE"
    means: "Say here what NOTE means to your team."

ignore:
  - "dist/**"
`,
    );
  });

  it('knows which tags are found without any guidance', () => {
    const tags = defaultTags.filter(({ kind }) => kind === 'debt').map(({ tag }) => tag);
    const text = importSettings({ 'todo-tree.general.tags': tags }, { schemes });
    assert.match(text, /^# All of these tags are found without any guidance\.$/m);
    for (const tag of tags) {
      const some = importSettings(
        { 'todo-tree.general.tags': tags.filter((each) => each !== tag) },
        { schemes },
      );
      assert.ok(some.includes(`- ${tag}: found as well`));
      assert.equal(some.match(/found as well/g)?.length, 1);
    }
  });

  it('reads the names of older versions, and the colour scheme', () => {
    const text = importSettings(
      {
        'todo-tree.tags': ['TODO', 'OPTIMIZE'],
        'todo-tree.highlights.useColourScheme': true,
        'todo-tree.highlights.backgroundColourScheme': ['red', '#00f'],
        'todo-tree.excludeGlobs': ['vendor/**'],
      },
      { schemes },
    );
    assert.match(text, /"leadlight.marker.todo": "#FF0000"/);
    assert.match(text, /"leadlight.marker.other": "#0000FF"/);
    assert.match(text, /- tag: "OPTIMIZE"/);
    assert.match(text, /- "vendor\/\*\*"/);
    assert.match(text, /- FIXME, HACK, XXX, BUG: found as well/);
  });

  it("takes Better Todo Tree's own settings before those that it took over", () => {
    const text = importSettings(
      {
        'todo-tree.general.tags': ['OLD'],
        'better-todo-tree.general.tags': ['NEW'],
        'better-todo-tree.general.schemes': ['file', 'output'],
        'better-todo-tree.languages.customPatterns': [{}],
      },
      { schemes },
    );
    assert.match(text, /- tag: "NEW"/);
    assert.doesNotMatch(text, /OLD/);
    assert.match(text, /better-todo-tree\.general\.schemes: output: Leadlight looks at file, untitled/);
    assert.match(text, /better-todo-tree\.languages\.customPatterns: Leadlight knows/);
  });

  it('reads keywords of TODO Highlight, as words and with a style', () => {
    check(
      {
        'todohighlight.keywords': [
          'DEBUG:',
          { text: 'HACK:', color: '#000', isWholeLine: false },
          { text: 'NOTE:', color: '#ff0000', backgroundColor: 'rgba(0,0,255,.2)' },
        ],
        'todohighlight.defaultStyle': { backgroundColor: '#ffab00', isWholeLine: true },
        'todohighlight.include': ['**/*.js'],
        'todohighlight.exclude': '{**/dist/**,**/*.min.*}',
      },
      `
# What your settings of other tools become in Leadlight.
# Nothing is saved yet: look through it, and save it as .leadlight/markers.yaml in your workspace.
#
# For your settings.json:
#   {
#     "workbench.colorCustomizations": {
#       "leadlight.marker.other": "#FFAB00",
#       "leadlight.marker.hack": "#000000"
#     },
#     "leadlight.highlights": "line"
#   }
#
# What was not carried over:
#   - the colour "rgba(0,0,255,.2)" of NOTE: it shares the colour of DEBUG
#   - TODO, FIXME, XXX, BUG: found as well, because Leadlight looks for it by default
#   - todohighlight.include: there is no list of files to look at; say under "ignore" what to leave alone

markers:
  - tag: "DEBUG"
    means: "Say here what DEBUG means to your team."
  - tag: "NOTE"
    means: "Say here what NOTE means to your team."

ignore:
  - "{**/dist/**,**/*.min.*}"
`,
    );
  });

  it('takes the words of a pattern, and says which of its parts are none', () => {
    const text = importSettings(
      { 'todohighlight.keywordsPattern': 'TODO:|NOTE:|\\(([^)]+)\\)' },
      { schemes },
    );
    assert.match(text, /- tag: "NOTE"/);
    assert.match(text, /todohighlight\.keywordsPattern: "\\\(\(\[\^\)\]\+\)\\\)" is no word/);
  });

  it('switches off what was switched off', () => {
    assert.match(
      importSettings({ 'todohighlight.isEnable': false }, { schemes }),
      /"leadlight.highlights": "none"/,
    );
    assert.match(
      importSettings({ 'todo-tree.highlights.enabled': false }, { schemes }),
      /"leadlight.highlights": "none"/,
    );
  });

  it('says so where no guidance is needed', () => {
    const text = importSettings({ 'todo-tree.general.tags': ['TODO', 'BUG'] }, { schemes });
    assert.match(text, /^# All of these tags are found without any guidance\.$/m);
    assert.doesNotMatch(text, /^markers:/m);
  });

  it('leaves globs alone that Leadlight cannot read', () => {
    const globs = ['/home/me/**', 'C:/x/**', 'a{b', '*a*a*a*a*a*a*a*a*a*', 'ok/**'];
    const text = importSettings({ 'todo-tree.filtering.excludeGlobs': globs }, { schemes });
    assert.deepEqual(parseGuidanceText(text).ignore, ['ok/**']);
    for (const glob of globs.slice(0, 4)) assert.ok(text.includes(`excludeGlobs: "${glob}"`), glob);
  });

  it('is a guidance file without a problem, whatever the settings hold', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.oneof(fc.string(), fc.constantFrom('NOTE:', 'a\nb', '# x', 'é"', '**/x/**'))),
      fc.dictionary(fc.string(), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...foreignKeys), value, { maxKeys: 8 }), (settings) => {
        const { problems, text } = parseGuidanceText(importSettings(settings, { schemes }));
        assert.deepEqual(problems, [], text);
      }),
    );
  });
});

function check(settings: Readonly<Record<string, unknown>>, expected: string): void {
  const text = importSettings(settings, { schemes });
  assert.equal(text, expected.trimStart());
  assert.deepEqual(parseGuidanceText(text).problems, []);
}
