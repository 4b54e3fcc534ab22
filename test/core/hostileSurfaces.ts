import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { OutlineNode } from '../../src/core/authoring/outline';
import type { Card } from '../../src/core/features/card';
import { createService, type Service } from '../../src/core/service';
import { hoverMarkup } from '../../src/server/hoverMarkup';
import { memoryHost, rootUri } from './memoryHost';

/** Everything that a person is shown about a workspace, once each. */
export interface Surfaces {
  readonly markdown: ReadonlySet<string>;
  /** Labels, titles and messages. */
  readonly plain: ReadonlySet<string>;
}

/** Reads a workspace and asks every surface about every line of `src/trap.ts`. */
export async function hostileSurfaces(files: ReadonlyMap<string, string>): Promise<Surfaces> {
  const host = memoryHost();
  const root = URI.parse(rootUri);
  for (const [path, text] of files) host.write(Utils.joinPath(root, path).toString(), text);
  const service = createService({ host });
  await service.setFolders([rootUri]);
  const uri = `${rootUri}src/trap.ts`;
  const document = TextDocument.create(uri, 'typescript', 1, files.get('src/trap.ts')!);
  const markdown = new Set<string>();
  const plain = new Set([
    ...labelsOf(service),
    ...labelsAt(service, document),
    ...(await reported(service)),
    ...(await ownersOfDebt(service)),
  ]);
  const take = (card: Card) => {
    markdown.add(card.markdown);
    for (const text of [card.key, card.id, card.title, card.source?.label ?? '']) plain.add(text);
  };
  for (const { index } of document.getText().matchAll(/trap|TODO|FIXME|HACK|XXX|eslint/g)) {
    const hover = service.documents.hover(document, document.positionAt(index));
    if (hover === undefined) continue;
    hover.cards.forEach(take);
    const { contents } = hoverMarkup(hover);
    if (typeof contents === 'object' && 'value' in contents) markdown.add(contents.value);
  }
  for (const { index } of document.getText().matchAll(/TODO|FIXME|HACK|XXX|eslint/g)) {
    const text = service.documents.issueText(document, document.positionAt(index)) ?? '\n';
    plain.add(text.slice(0, text.indexOf('\n')));
    markdown.add(text.slice(text.indexOf('\n')));
  }
  const here = service.documents.here(document, { line: 0, character: 0 });
  for (const card of [...(here?.line ?? []), ...(here?.file ?? [])]) take(card);
  for (const [path, text] of files) {
    const source = TextDocument.create(Utils.joinPath(root, path).toString(), 'yaml', 1, text);
    const places = [...text.matchAll(/(?<=[:,[-] ?)["'\w]/g)].slice(0, mostPlaces);
    for (const { index } of places) {
      const hover = await service.authoring.hover(source, source.positionAt(index));
      if (hover !== undefined) markdown.add(hover.markdown);
    }
    const { navigation } = service.authoring;
    for (const { tooltip } of navigation.links(source)) plain.add(tooltip);
    for (const name of namesIn(navigation.outline(source))) plain.add(name);
  }
  return { markdown, plain };
}

/** Hovers in one file: where a text is long, they are much alike. */
const mostPlaces = 25;

function namesIn(nodes: readonly OutlineNode[]): readonly string[] {
  return nodes.flatMap(({ name, detail, children }) => [name, detail, ...namesIn(children)]);
}

function labelsAt(service: Service, document: TextDocument): readonly string[] {
  const here = service.documents.here(document, { line: 0, character: 0 });
  return [
    ...(here?.areas ?? []).flatMap(({ name, contact, detail, source }) => [
      name,
      contact,
      detail,
      source.label,
    ]),
    ...[here?.path, here?.focus?.text, here?.focus?.source.label, ...(here?.skipped ?? [])],
    ...service.documents.notices(document).flatMap(({ message, id, source }) => [message, id, source?.label]),
    ...offersAt(service, document),
    ...(service.documents.matches(document)?.matches ?? []).map(({ title }) => title),
  ].filter((text) => text !== undefined);
}

/** What can be added to markers: titles, and what would be written. */
function offersAt(service: Service, document: TextDocument): readonly string[] {
  return [...document.getText().matchAll(/TODO\(?/g)].flatMap(({ 0: written, index }) => {
    const position = document.positionAt(index + written.length);
    return [
      ...service.documents
        .fixes(document, document.positionAt(index), [])
        .flatMap(({ title, text }) => [title, text]),
      ...service.documents.complete(document, position, []).flatMap(({ text, detail }) => [text, detail]),
    ];
  });
}

async function reported(service: Service): Promise<readonly string[]> {
  const reports = await service.overview.report({ withLinks: true });
  return reports.flatMap(({ sources }) =>
    sources.flatMap(({ path, dead, entries }) => [
      path,
      ...[...dead, ...entries.flatMap((entry) => entry.dead)].map(({ message }) => message),
      ...entries.flatMap(({ title, source }) => [title, source.label]),
    ]),
  );
}

async function ownersOfDebt(service: Service): Promise<readonly string[]> {
  await service.debt.scan();
  const { nodes } = await service.debt.query({ groupBy: 'file', filter: {}, me: [], inside: [] });
  return nodes.flatMap((node) =>
    node.kind === 'more' || node.owner === undefined ? [] : [node.owner.who, node.owner.rule],
  );
}

function labelsOf(service: Service): readonly string[] {
  return [
    ...['', 'trap', 'a']
      .flatMap((query) => service.overview.search(query))
      .flatMap((hit) => [hit.title, hit.detail, hit.source.label]),
    ...service.overview.sources().map(({ path }) => path),
    ...service
      .problems()
      .flatMap(({ message, fix, related }) => [
        message,
        ...(fix === undefined ? [] : [fix.title]),
        ...(related ?? []).map((place) => place.message),
      ]),
  ];
}
