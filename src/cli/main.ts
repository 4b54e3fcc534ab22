import { parseArgs } from 'node:util';
import { type CommandInput, exitCodes, UsageError } from './command';
import { explainCommand } from './explain';
import { guidanceCommand } from './guidance';
import { lspCommand } from './lsp';
import { plainText } from './output';

const usage = `leadlight: what a team wrote about its code, on the command line

  leadlight explain FILE[:LINE[:COLUMN]]   what governs a file, a line or a place, counted from 1
  leadlight guidance                       every entry, and every problem in its sources
  leadlight lsp --stdio                    the language server, for editors

  --workspace DIR      the workspace folder; the current folder without it
  --format text|json   text without it
  --help, --version

Exit codes: 0 answered, also where problems were found; 1 something failed; 2 the call was wrong.
`;

const commands: Readonly<Record<string, (input: CommandInput) => Promise<void>>> = {
  explain: explainCommand,
  guidance: guidanceCommand,
  lsp: lspCommand,
};

async function main(): Promise<void> {
  const { values, positionals } = parseCall();
  const write = (text: string) => void process.stdout.write(text);
  if (values.version) return write(`${version}\n`);
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) return write(usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command "${name}".`);
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError('--format is "text" or "json".');
  await command({ positionals: rest, workspace: values.workspace, format: values.format, write });
}

function parseCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        workspace: { type: 'string', default: process.cwd() },
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
        stdio: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Put in when the command is bundled. */
declare const LEADLIGHT_VERSION: string;
const version = LEADLIGHT_VERSION;

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof UsageError;
  process.stderr.write(`leadlight: ${plainText(message)}${isUsage ? ' See leadlight --help.' : ''}\n`);
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.failed;
});
