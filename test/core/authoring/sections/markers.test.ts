import { checkCompletions } from '../completions';

describe('completion of markers', () => {
  checkCompletions({
    'offers a debt marker and a suppression': {
      at: 'markers:\n  - $0',
      offers:
        'new marker (What a debt marker means in your team) | new suppression (What your team asks of a comment that silences a tool) | tag (required) | means (required) | aliases | kind | require | expires | level | markdown',
    },
    'offers the tags that are looked for': {
      at: 'markers:\n  - tag: $0',
      offers:
        'TODO (Work that somebody decided to do later.) | @todo (Work that somebody decided to do later.) | ...',
    },
    'puts a tag in quotes that needs them': {
      at: 'markers:\n  - tag: @t$0',
      choose: '@todo',
      gives: 'markers:\n  - tag: "@todo"',
    },
    'offers what may be required': {
      at: 'markers:\n  - require: [owner, $0]',
      offers: 'owner | issue | due | cost | reason',
    },
    'offers what may be required, as a list of lines': {
      at: 'markers:\n  - require:\n      - $0',
      offers: 'owner | issue | due | cost | reason',
      choose: 'issue',
      gives: 'markers:\n  - require:\n      - issue',
    },
    'begins a list of lines': {
      at: 'markers:\n  - require:\n      $0',
      choose: 'issue',
      gives: 'markers:\n  - require:\n      - issue',
    },
    'gives a list of choices': {
      at: 'markers:\n  - tag: TODO\n    $0',
      choose: 'require',
      gives: 'markers:\n  - tag: TODO\n    require: [${1|owner,issue,due,cost,reason|}]',
    },
    'offers kinds': { at: 'markers:\n  - kind: $0', offers: 'debt | suppression' },
    'offers where Markdown is looked at': {
      at: 'markers:\n  - markdown: "$0"',
      offers: 'headings | prose | none',
    },
    'offers lengths of time': {
      at: 'markers:\n  - expires: $0',
      offers: '30d (30 days) | 90d (90 days) | 6mo (6 months) | 1y (a year)',
    },
  });
});
