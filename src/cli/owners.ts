import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { joinOwners, type OwnersReport } from '../core/features/owners';
import { counted } from '../core/text/counted';
import { relativePath } from '../core/text/links';
import { type Command, type CommandInput, type ExitCode, exitCodes, UsageError } from './command';
import { plainText, printableJson } from './output';
import { openWorkspace } from './workspace';

export const owners: Command = {
  call: 'owners [PATH...]',
  says: 'who owns files and folders, by which rule, or which files nobody owns',
  options: { unowned: 'only the files that nobody owns' },
  formats: ['text', 'json'],
  run: printOwners,
};

async function printOwners({
  positionals,
  workspace,
  format,
  options,
  write,
}: CommandInput): Promise<ExitCode> {
  const { service, path } = await openWorkspace(workspace);
  const root = pathToFileURL(`${path}/`).toString();
  const uris = positionals.map((written) => {
    const uri = pathToFileURL(resolve(path, written)).toString();
    if (relativePath(uri, root) === undefined && `${uri}/` !== root)
      throw new UsageError(`"${written}" is not in the workspace "${workspace}".`);
    return uri;
  });
  const reports = await Promise.all(
    uris.length === 0 ? [service.overview.owners()] : uris.map((uri) => service.overview.owners(uri)),
  );
  service.dispose();
  const report = joinOwners(reports);
  if (format === 'json') write(printableJson(asJson(report, options.unowned === true)));
  else write(options.unowned === true ? unownedText(report) : ownersText(report));
  return exitCodes.answered;
}

function asJson({ files, areas, unowned, truncated }: OwnersReport, isUnownedOnly: boolean) {
  const nobody = { files: unowned.files, paths: unowned.first.map(({ path }) => path) };
  if (isUnownedOnly) return { files, unowned: nobody, truncated };
  const owned = areas.map(({ name, contact, detail, source, files: held }) => ({
    name,
    owners: contact === '' ? [] : contact.split(', '),
    detail,
    files: held,
    source: source.label,
  }));
  return { files, areas: owned, unowned: nobody, truncated };
}

function ownersText({ files, areas, unowned }: OwnersReport): string {
  const lines = areas.map(({ name, contact, detail, source, files: held }) => {
    const who = [contact || 'nobody', detail].filter(Boolean).join(', ');
    return `${plainText(who)}\n  ${plainText(name)} · ${counted(held, 'file')} · ${plainText(source.label)}`;
  });
  const rest =
    unowned.files === 0 ? 'Each has an owner.' : `${counted(unowned.files, 'file')} without an owner.`;
  return [...lines, `${counted(files, 'file')} looked at. ${rest}`, ''].join('\n');
}

function unownedText({ files, unowned }: OwnersReport): string {
  const more = unowned.files - unowned.first.length;
  return [
    ...unowned.first.map(({ path }) => plainText(path)),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${counted(unowned.files, 'file')} of ${files} without an owner.`,
    '',
  ].join('\n');
}
