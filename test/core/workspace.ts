import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import type { Git } from '../../src/core/git';
import type { Problem } from '../../src/core/guidance/problem';
import { createService, type Service } from '../../src/core/service';
import { type MemoryHost, memoryHost, type MemoryHostOptions, rootUri } from './memoryHost';

/** A service over a workspace in memory, with at most one `$0` in it: the cursor. */
export interface FixtureWorkspace {
  readonly host: MemoryHost;
  readonly service: Service;
  /** The document that holds the cursor. */
  readonly document: TextDocument;
  readonly offset: number;
  /** Any file as an open document. */
  open(path: string): Promise<TextDocument>;
}

const languages: Readonly<Record<string, string>> = {
  ts: 'typescript',
  js: 'javascript',
  py: 'python',
  md: 'markdown',
  yaml: 'yaml',
  go: 'go',
};

/** Opens a fixture (see `memoryHost`) and waits until its guidance was read. */
export async function openFixture(
  fixture: string,
  { git, ...options }: MemoryHostOptions & { readonly git?: Git } = {},
): Promise<FixtureWorkspace> {
  const host = memoryHost(fixture, options);
  const cursor = await takeCursor(host);
  const service = createService({ host });
  if (git !== undefined) service.setGit(git);
  await service.setFolders([rootUri]);
  const open = async (path: string) => {
    const uri = Utils.joinPath(URI.parse(rootUri), path).toString();
    const document = TextDocument.create(
      uri,
      languages[path.split('.').at(-1)!] ?? 'plaintext',
      1,
      await read(host, uri),
    );
    await service.documentChanged(document);
    return document;
  };
  const document = await open(cursor?.path ?? '');
  return { host, service, open, document, offset: cursor?.offset ?? 0 };
}

/** Problems as `path:line:column code: message`, lines and columns from 1. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ uri, range, code, message }) => {
    const path = URI.parse(uri).path.replace('/w/', '');
    return `${path}:${range.start.line + 1}:${range.start.character + 1} ${code}: ${message}`;
  });
}

async function takeCursor(host: MemoryHost): Promise<{ path: string; offset: number } | undefined> {
  const open = [rootUri.slice(0, -1)];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name, kind } of await host.readDirectory(folder)) {
      const uri = `${folder}/${name}`;
      if (kind === 'directory') open.push(uri);
      const text = kind === 'file' ? await read(host, uri) : '';
      const offset = text.indexOf('$0');
      if (offset < 0) continue;
      host.write(uri, text.replace('$0', ''));
      return { path: uri.slice(rootUri.length), offset };
    }
  }
  return undefined;
}

async function read(host: MemoryHost, uri: string): Promise<string> {
  const content = await host.readFile(uri, Number.MAX_SAFE_INTEGER);
  return content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : '';
}

/** `path: the line`, with the place in brackets. */
export async function textAt(
  { host }: Pick<FixtureWorkspace, 'host'>,
  { uri, range: { start, end } }: { readonly uri: string; readonly range: Range },
): Promise<string> {
  const line = (await read(host, uri)).split(/\r\n|\r|\n/)[start.line] ?? '';
  const to = end.line === start.line ? end.character : line.length;
  return `${uri.slice(rootUri.length)}: ${line.slice(0, start.character)}[${line.slice(start.character, to)}]${line.slice(to)}`;
}
