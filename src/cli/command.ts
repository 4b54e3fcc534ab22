import type { OptionName, OptionValues } from './options';

/** What the shell gets back; the same for every command. */
export const exitCodes = { answered: 0, failed: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A mistake in the call, said to the person without a stack trace. */
export class UsageError extends Error {}

export interface Command {
  /** How it is called, without `leadlight`, the name first. */
  readonly call: string;
  /** One line for the list of commands. */
  readonly says: string;
  /** What each option does here; beside these, every command has `workspace`, `help` and `version`. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  /** The values of `format`, where it has that; the first is the default. */
  readonly formats?: readonly string[];
  /** What else its help has to say, in lines. */
  readonly more?: string;
  run(input: CommandInput): Promise<ExitCode>;
}

export interface CommandInput {
  /** What stands behind the command's name. */
  readonly positionals: readonly string[];
  /** The workspace folder as it was given. */
  readonly workspace: string;
  /** One of the command's formats. */
  readonly format: string;
  readonly options: OptionValues;
  /** Leadlight's own, `1.2.3`. */
  readonly version: string;
  write(text: string): void;
}
