/** Every option of every command, as Node's `parseArgs` takes them; `value` is what help calls the value. */
export const options = {
  workspace: { type: 'string', value: 'DIR' },
  format: { type: 'string', value: 'FORMAT' },
  base: { type: 'string', value: 'REF' },
  for: { type: 'string', value: 'ROLE' },
  to: { type: 'string', value: 'TOOL' },
  answers: { type: 'string', value: 'FILE' },
  baseline: { type: 'string', value: 'FILE' },
  output: { type: 'string', value: 'FILE' },
  suppressions: { type: 'boolean' },
  strict: { type: 'boolean' },
  unowned: { type: 'boolean' },
  dead: { type: 'boolean' },
  check: { type: 'boolean' },
  trend: { type: 'boolean' },
  fix: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  stdio: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export type OptionName = keyof typeof options;

/** What was given in a call. */
export type OptionValues = {
  readonly [Name in OptionName]?: (typeof options)[Name]['type'] extends 'string' ? string : boolean;
};
