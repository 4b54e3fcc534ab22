export type ProblemSeverity = 'error' | 'warning' | 'info';

/** Every problem that a source can have. Codes are stable; `media/problems.md` has a heading for each. */
export const problemCodes = {
  'yaml-syntax': { severity: 'error', means: 'The text is not valid YAML.' },
  'too-deep': { severity: 'error', means: 'Values are nested more than 64 levels deep.' },
  'too-many-values': {
    severity: 'error',
    means: 'The file has more values than are read, often because aliases expand to many.',
  },
  'too-large': {
    severity: 'error',
    means: 'A guidance file is over 512 KiB, or all guidance together over 8 MiB.',
  },
  'not-text': { severity: 'error', means: 'The file is not UTF-8 text.' },
  unreadable: { severity: 'error', means: 'The file could not be read.' },
  'link-not-followed': { severity: 'info', means: 'Guidance behind a symbolic link is not read.' },
  'wrong-type': { severity: 'error', means: 'A value has another type than its key asks for.' },
  'unknown-key': { severity: 'warning', means: 'A key that Leadlight does not know; it is ignored.' },
  'duplicate-key': { severity: 'error', means: 'The same key twice in one mapping; the first one counts.' },
  'missing-value': { severity: 'warning', means: 'A required key is missing.' },
  'missing-why': { severity: 'warning', means: 'A philosophy does not say why.' },
  'bad-value': { severity: 'error', means: 'A value is not one of those that its key accepts.' },
  'bad-id': { severity: 'error', means: 'An id is not a slug.' },
  'duplicate-id': { severity: 'error', means: 'The same id twice in one folder; the first one counts.' },
  'bad-pattern': { severity: 'error', means: 'A regular expression that Leadlight cannot run.' },
  'slow-pattern': {
    severity: 'info',
    means: 'A regular expression that took over 0.2 seconds in one file that was open.',
  },
  'bad-glob': { severity: 'error', means: 'A glob that Leadlight cannot read.' },
  'dead-glob': { severity: 'warning', means: 'A glob that admits no file of the workspace.' },
  'extends-missing': { severity: 'error', means: '`extends` names a folder or package without guidance.' },
  'extends-circular': { severity: 'error', means: '`extends` leads back to itself.' },
  'extends-outside': { severity: 'error', means: '`extends` leads out of the workspace.' },
  'tour-syntax': { severity: 'error', means: 'A CodeTour file is not valid JSON.' },
  'tour-when': {
    severity: 'warning',
    means: 'The `when` of a CodeTour file cannot be read; it hides nothing.',
  },
  'unknown-walkthrough': {
    severity: 'warning',
    means: 'The walkthrough that `next` names, to go on with, is not there.',
  },
  'ambiguous-anchor': {
    severity: 'warning',
    means: 'What a step of a walkthrough is anchored to is there more than once.',
  },
  'missing-anchor': {
    severity: 'warning',
    means: 'What a step of a walkthrough is anchored to is not there.',
  },
  'front-matter': {
    severity: 'info',
    means: 'The front matter of a Markdown file is not opened, not closed, or there twice.',
  },
  'ignored-form': {
    severity: 'warning',
    means: 'A value is written in a form that the tool whose file it is does not read.',
  },
  'unknown-status': { severity: 'info', means: 'A decision has a status that cannot be read.' },
  'missing-decision': {
    severity: 'info',
    means: 'A decision, or a comment in code, names a decision that is not there.',
  },
  'one-way-decision': {
    severity: 'info',
    means: 'A decision is superseded by another one, and its own status does not say so.',
  },
  'generated-text': {
    severity: 'warning',
    means: 'What `leadlight export` wrote was edited by hand, or its source says something else now.',
  },
  'codeowners-syntax': { severity: 'warning', means: 'A line of CODEOWNERS that its forge ignores.' },
} as const satisfies Record<string, { readonly severity: ProblemSeverity; readonly means: string }>;

export type ProblemCode = keyof typeof problemCodes;
