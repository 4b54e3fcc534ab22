/** What the shell gets back; the same for every command. */
export const exitCodes = { answered: 0, failed: 1, usage: 2 } as const;

/** A mistake in the call, said to the person without a stack trace. */
export class UsageError extends Error {}

export interface CommandInput {
  /** What stands behind the command's name. */
  readonly positionals: readonly string[];
  /** The workspace folder as it was given. */
  readonly workspace: string;
  readonly format: 'text' | 'json';
  write(text: string): void;
}
