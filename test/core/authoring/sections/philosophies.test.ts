import { checkCompletions } from '../completions';

const files = `
//- /.leadlight/others.yaml
philosophies:
  - id: errors-carry-context
    title: Errors carry context
    why: So that who is on call can read them.
    owner: "@jon"
    tags: [reliability, on-call]
  - { id: retries-end, title: Retries end, why: So., tags: on-call }
//- /docs/decisions/0007-errors.md
# 7. Errors are values
## Status
Accepted
//- /src/http/client.ts
x
//- /src/db/pool.sql
x
`;

describe('completion of philosophies', () => {
  checkCompletions(
    {
      'offers a whole one where a list begins': {
        at: 'philosophies:\n  $0',
        offers:
          'new philosophy (A belief with its why, and the code it is about) | id (required) | title (required) | why (required) | do | ...',
        choose: 'id',
        gives: 'philosophies:\n  - id: $1',
      },
      'offers what is missing, what is required first': {
        at: 'philosophies:\n  - id: a\n    level: hint\n    $0\n    why: b',
        offers:
          'title (required) | do | dont | examples | exemplars | applies | owner | decision | status | supersedes | exceptions | revisit | checklist | tags',
      },
      'leaves room for a text of several lines': {
        at: 'philosophies:\n  - id: a\n    wh$0',
        choose: 'why',
        gives: 'philosophies:\n  - id: a\n    why: |\n      $1',
      },
      'leaves room for a mapping, also behind a dash': {
        at: 'philosophies:\n  - $0',
        choose: 'applies',
        gives: 'philosophies:\n  - applies:\n      $1',
      },
      'leaves room for a list of mappings': {
        at: 'philosophies:\n  - id: a\n    $0',
        choose: 'exceptions',
        gives: 'philosophies:\n  - id: a\n    exceptions:\n      - $1',
      },
      'gives levels to choose from': {
        at: 'philosophies:\n  - id: a\n    $0',
        choose: 'level',
        gives: 'philosophies:\n  - id: a\n    level: ${1|none,hint,info,warning|}',
      },
      'changes a key and leaves its value': {
        at: 'philosophies:\n  - id: a\n    lev$0: info',
        choose: 'level',
        gives: 'philosophies:\n  - id: a\n    level: info',
      },
      'offers levels': { at: 'philosophies:\n  - level: $0', offers: 'none | hint | info | warning' },
      'offers levels on a line of their own': {
        at: 'philosophies:\n  - level:\n      $0',
        offers: 'none | hint | info | warning',
      },
      'offers the ids of others': {
        at: 'philosophies:\n  - id: a\n    supersedes: [$0]',
        offers: 'errors-carry-context (Errors carry context) | retries-end (Retries end)',
      },
      'offers decisions by their paths': {
        at: 'philosophies:\n  - id: a\n    decision:$0',
        offers: 'docs/decisions/0007-errors.md (Errors are values)',
        choose: 'docs/decisions/0007-errors.md',
        gives: 'philosophies:\n  - id: a\n    decision: docs/decisions/0007-errors.md',
      },
      'offers exemplars step by step, and no globs': {
        at: 'philosophies:\n  - exemplars: ["src/$0"]',
        offers: 'src/db/ (1 file) | src/http/ (1 file)',
      },
      'offers nothing behind the lines of an exemplar': {
        at: 'philosophies:\n  - exemplars: ["src/db/pool.sql#$0"]',
        offers: '',
      },
      'offers the keys of a selector': {
        at: 'philosophies:\n  - applies:\n      files: src\n      $0',
        offers: 'except | languages | text | in | imports | symbols | diagnostics',
        choose: 'text',
        gives: "philosophies:\n  - applies:\n      files: src\n      text: '$1'",
      },
      'offers the keys of a selector in braces': {
        at: 'philosophies:\n  - applies: { files: src, $0 }',
        choose: 'except',
        gives: 'philosophies:\n  - applies: { files: src, except: ["$1"] }',
      },
      'offers where a text is looked for': {
        at: 'philosophies:\n  - applies: { in: $0 }',
        offers: 'code | comment | string | any',
      },
      'offers the keys of an exception': {
        at: 'philosophies:\n  - exceptions:\n      - { $0 }',
        offers: 'files (required) | reason | until',
      },
      'offers the keys of an example': {
        at: 'philosophies:\n  - examples:\n      - $0',
        offers: 'bad | good',
      },
      'offers nothing where only the author knows': { at: 'philosophies:\n  - title: $0', offers: '' },
      'offers an id that says what the title says': {
        at: 'philosophies:\n  - title: Retries have an end\n    id: $0\n    why: a',
        offers: 'retries-have-an-end (from the title)',
      },
      'offers an id that is new': {
        at: 'philosophies:\n  - id:$0\n    title: Errors carry context',
        offers: 'errors-carry-context-2 (from the title)',
        choose: 'errors-carry-context-2',
        gives: 'philosophies:\n  - id: errors-carry-context-2\n    title: Errors carry context',
      },
      'offers no id that is there': {
        at: 'philosophies:\n  - { id: retries-have-an-end$0, title: Retries have an end }',
        offers: '',
      },
      'offers a title that says what the id says': {
        at: 'philosophies:\n  - id: retries-have-an-end\n    title: $0',
        offers: 'Retries have an end (from the id)',
      },
      'offers words by which others are grouped, the frequent first': {
        at: 'philosophies:\n  - id: a\n    tags: [$0]',
        offers: 'on-call (2 uses) | reliability (1 use)',
      },
      'offers nothing in a why': { at: 'philosophies:\n  - why: |\n      le$0', offers: '' },
      'offers nothing below what it does not know': { at: 'philosophies:\n  - wyh:\n      $0', offers: '' },
    },
    { files },
  );
});
