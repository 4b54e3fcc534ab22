export type ProblemSeverity = 'error' | 'warning' | 'info';

interface ProblemKind {
  readonly severity: ProblemSeverity;
  readonly means: string;
  /** Whether it is about syntax or types, which any tool sees that knows YAML and the JSON Schema. */
  readonly isShape?: true;
}

/** Every problem that a source can have. Codes are stable; `media/problems.md` has a heading for each. */
export const problemCodes = {
  'yaml-syntax': { severity: 'error', isShape: true, means: 'The text is not valid YAML.' },
  // Other tools pass over it, and the file is not read for it.
  'unknown-alias': {
    severity: 'error',
    means: 'An alias that no anchor of the file has; mostly a glob without quotes.',
  },
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
  'wrong-type': {
    severity: 'error',
    isShape: true,
    means: 'A value has another type than its key asks for.',
  },
  'unknown-key': {
    severity: 'warning',
    isShape: true,
    means: 'A key that Leadlight does not know; it is ignored.',
  },
  'duplicate-key': {
    severity: 'error',
    isShape: true,
    means: 'The same key twice in one mapping; the first one counts.',
  },
  'missing-value': { severity: 'warning', isShape: true, means: 'A required key is missing.' },
  'missing-why': { severity: 'warning', isShape: true, means: 'A philosophy does not say why.' },
  'unknown-value': {
    severity: 'error',
    isShape: true,
    means: 'A value is not one of those that its key accepts.',
  },
  'bad-value': { severity: 'error', means: 'A value is not written as its key asks for.' },
  'bad-id': { severity: 'error', means: 'An id is not a slug.' },
  'duplicate-id': { severity: 'error', means: 'The same id twice in one folder; the first one counts.' },
  'bad-pattern': { severity: 'error', means: 'A regular expression that Leadlight cannot run.' },
  'slow-pattern': {
    severity: 'info',
    means: 'A regular expression that took over 0.2 seconds in one file that was open.',
  },
  'bad-glob': { severity: 'error', means: 'A glob that Leadlight cannot read.' },
  'dead-glob': { severity: 'warning', means: 'A glob that admits no file of the workspace.' },
  'unknown-id': { severity: 'warning', means: 'An id that no entry has.' },
  'superseded-entry': {
    severity: 'info',
    means: 'An entry refers to one that is deprecated, or whose place another one has taken.',
  },
  'unknown-owner': {
    severity: 'info',
    means: 'An owner is one slip away from one whom the files of owners name.',
  },
  'unknown-tag': { severity: 'info', means: 'A tag is one slip away from one that is known.' },
  'missing-file': { severity: 'warning', means: 'A path of an entry leads to no file.' },
  'missing-lines': {
    severity: 'warning',
    means: 'A path of an entry names lines, or a heading, that its file does not have.',
  },
  'wrong-example': {
    severity: 'warning',
    means: 'An example is not found by the selector of its own entry, or is although it is the good one.',
  },
  'bad-period': { severity: 'warning', means: 'A time away ends before it begins.' },
  'expired-exception': { severity: 'info', means: 'The last day of an exception has passed.' },
  'revisit-due': { severity: 'info', means: 'The day has come on which the team looks at an entry again.' },
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
    means: 'A decision, an entry, or a comment in code names a decision that is not there.',
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
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemCodes;

/** Whether a code says that a text is broken as YAML. */
export function isYamlSyntax(code: ProblemCode): boolean {
  return code === 'yaml-syntax' || code === 'unknown-alias';
}

/** Whether a code is about syntax or types; what is not is about meaning, which only Leadlight knows. */
export function isShape(code: ProblemCode): boolean {
  const kind: ProblemKind = problemCodes[code];
  return kind.isShape === true;
}
