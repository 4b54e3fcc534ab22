import { checkCompletions } from '../completions';

const files = `
//- /package.json
{ "dependencies": { "moment": "^2.30.0" }, "devDependencies": { "@types/node": "22" } }
//- /packages/api/package.json
{ "dependencies": { "express": "5" } }
//- /broken/package.json
{ "dependencies": {
//- /src/a.ts
import { z } from 'zod';
import local from './local';
`;

describe('completion of changes', () => {
  checkCompletions(
    {
      'offers a whole one': {
        at: 'changes:\n  - $0',
        choose: 'new change',
        gives: [
          'changes:',
          '  - id: ${1:old-to-new}',
          '    title: ${2:Old gives way to new}',
          '    why: |',
          '      ${3:What the old way costs us.}',
          "    from: { ${4|imports,symbols,text|}: ['${5:old}'] }",
          '    to: { say: "${6:What to write in its place.}" }',
          '    state: ${7|proposed,adopted,paused,done,dropped|}',
          '    due: ${8:2026-12-31}',
          '    owner: "@${9:handle}"',
        ].join('\n'),
      },
      'offers the keys that are missing': {
        at: 'changes:\n  - id: a\n    title: b\n    from: { imports: x }\n    $0',
        offers: 'why | to | state | due | tracking | owner | level | checklist',
      },
      'offers states': {
        at: 'changes:\n  - id: a\n    state: $0',
        offers: 'proposed | adopted | paused | done | dropped',
      },
      'offers the modules of manifests and of open documents': {
        at: 'changes:\n  - from: { imports: [$0] }',
        offers:
          'moment (a dependency in package.json) | @types/node (a dependency in package.json) | express (a dependency in package.json) | zod (imported in an open document)',
        choose: '@types/node',
        gives: 'changes:\n  - from: { imports: ["@types/node"] }',
      },
      'offers what to say beside the keys of a selector': {
        at: 'changes:\n  - to:\n      $0',
        offers: 'files | except | languages | text | in | imports | symbols | diagnostics | say',
      },
      'offers days': {
        at: 'changes:\n  - due: $0',
        offers:
          '2026-11-23 (today) | 2026-11-30 (in a week) | 2026-12-23 (in 30 days) | 2026-12-31 (the end of the year) | 2027-05-23 (in six months) | 2027-11-23 (in a year)',
      },
    },
    { files, prepare: async ({ open }) => void (await open('src/a.ts')) },
  );
});
