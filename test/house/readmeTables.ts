/** `npm run docs`: writes the tables in README.md anew: settings and commands from package.json, formats from the registry. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Format, formats, isOwn } from '../../src/core/guidance/formats';
import { readText, root } from './repository';

/** The parts of package.json that the tables show. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly ContributedCommand[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, ContributedSetting>> };
  };
}

interface ContributedCommand {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface ContributedSetting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly scope: string;
  readonly markdownDescription: string;
}

/** The README with tables that say what the manifest and the registry of formats say. Throws where a pair of markers is missing. */
export function withTables(readme: string, manifest: Manifest): string {
  return [
    { name: 'settings', table: settingsTable(manifest) },
    { name: 'commands', table: commandsTable(manifest) },
    { name: 'formats', table: formatsTable() },
  ].reduce((text, { name, table }) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = halves(text, start);
    const [, after] = halves(rest, end);
    return `${before}${start}\n\n${table}\n${end}${after}`;
  }, readme);
}

function halves(text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`README.md has no ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

function settingsTable({ contributes }: Manifest): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    [setting.markdownDescription, ...choicesOf(setting), ...scopeOf(setting)].join(' '),
  ]);
  return tableOf(['Setting', 'Default', 'What it does'], rows);
}

function choicesOf({ enum: values, enumDescriptions = [] }: ContributedSetting): readonly string[] {
  return (values ?? []).map((value, index) => `\`${value}\`: ${enumDescriptions[index] ?? ''}`);
}

function scopeOf({ scope }: ContributedSetting): readonly string[] {
  return scope === 'language-overridable' ? ['*Can be set per language.*'] : [];
}

/** The commands that a person finds in the palette. */
function commandsTable({ contributes }: Manifest): string {
  const hidden = contributes.menus.commandPalette
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command);
  const rows = contributes.commands
    .filter(({ command }) => !hidden.includes(command))
    .map(({ command, title, category }) => [`${category}: ${title}`, `\`${command}\``]);
  return tableOf(['Command', 'Id'], rows);
}

/** What is read that Leadlight did not invent, in the order of the registry. */
function formatsTable(): string {
  const foreign = Object.values<Format>(formats).filter((format) => !isOwn(format));
  const rows = foreign.map(({ title, places, gives, readBy, group }) => [
    title,
    places,
    gives,
    readBy.join(', '),
    `\`${group}\``,
  ]);
  return tableOf(['Format', 'Where', 'What becomes of it', 'Also read by', 'Switch'], rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`,
  );
  return lines.join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = readText('README.md');
  writeFileSync(
    join(root, 'README.md'),
    withTables(readme, JSON.parse(readText('package.json')) as Manifest),
  );
}
