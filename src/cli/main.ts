import { parseArgs } from 'node:util';
import { type Command, exitCodes, UsageError } from './command';
import { commands } from './commands';
import { helpFor, overview } from './help';
import { type OptionName, options, type OptionValues } from './options';
import { plainText } from './output';

async function main(): Promise<number> {
  const { values, positionals } = parseCall();
  const [name, ...rest] = positionals;
  if (values.version) return print(`${version}\n`);
  if (name === undefined) return print(overview(Object.values(commands)));
  const command: Command | undefined = Object.hasOwn(commands, name)
    ? commands[name as keyof typeof commands]
    : undefined;
  if (command === undefined) throw new UsageError(`There is no command "${name}".`);
  if (values.help) return print(helpFor(command));
  return command.run({
    positionals: rest,
    workspace: values.workspace ?? process.cwd(),
    format: formatOf(command, name, values),
    options: values,
    version,
    write: print,
  });
}

function parseCall(): { readonly values: OptionValues; readonly positionals: readonly string[] } {
  try {
    const call = parseArgs({ allowPositionals: true, options });
    // A shell makes nothing of a variable that is not set.
    for (const [name, value] of Object.entries(call.values))
      if (value === '') throw new UsageError(`--${name} needs a ${valueOf(name as OptionName)}.`);
    return call;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new UsageError(message);
  }
}

/** What help calls the value of an option. */
function valueOf(name: OptionName): string {
  const option = options[name];
  return 'value' in option ? option.value : 'value';
}

/** The format that was asked for; refuses options that the command does not have. */
function formatOf({ options: own, formats = [] }: Command, name: string, values: OptionValues): string {
  for (const given of Object.keys(values) as OptionName[]) {
    const isKnown = given in own || given === 'workspace' || (given === 'format' && formats.length > 0);
    if (!isKnown) throw new UsageError(`${name} has no option --${given}.`);
  }
  const { format = formats[0] ?? '' } = values;
  if (formats.length > 0 && !formats.includes(format))
    throw new UsageError(`--format of ${name} is one of ${formats.join(', ')}.`);
  return format;
}

function print(text: string): 0 {
  process.stdout.write(text);
  return exitCodes.answered;
}

// Whoever reads may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof UsageError;
  process.stderr.write(`leadlight: ${plainText(message)}${isUsage ? ' See leadlight --help.' : ''}\n`);
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.failed;
}

/** Put in when the command is bundled. */
declare const LEADLIGHT_VERSION: string;
const version = LEADLIGHT_VERSION;

main().then((code) => {
  // What went wrong in the meantime stays said.
  process.exitCode ??= code;
}, fail);
