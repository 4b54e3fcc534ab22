import { type CodeLens, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EntryLens, LensEntry } from '../core/authoring/entryLenses';
import type { Service } from '../core/service';
import { LensPlacesRequest } from '../protocol/lensMessages';
import { throttled } from './throttle';

export interface LensParts {
  readonly service: Service;
  /** An answer about a document, or nothing where it is gone or the answer failed. */
  answer<T>(uri: string, ask: (document: TextDocument) => T | Promise<T>): Promise<T | null>;
  /** Logs what a request throws, and answers with `otherwise` then. */
  guarded<T>(what: string, ask: () => T | Promise<T>, otherwise: T): Promise<T>;
  /** The command by which the editor shows places; `undefined` where it has none. */
  placesCommand(): string | undefined;
  /** Whether the editor asks again when it is told that it should. */
  canRefresh(): boolean;
}

export interface LensServer {
  /** Tells the editor, but not too often, that what is shown may be out of date. */
  changed(): void;
  /** Nothing is told any more. */
  dispose(): void;
}

const changedMilliseconds = 1000;

/** Answers what stands above the entries of a source. What has to be counted is counted when it is shown. */
export function serveLenses(connection: Connection, parts: LensParts): LensServer {
  const { service, answer, guarded, placesCommand, canRefresh } = parts;
  const { lenses } = service.authoring;
  /** Without anything to look at, or an editor that could show it, a lens is a line of text. */
  const commandOf = (title: string, about: LensEntry, isEmpty: boolean) => {
    const command = isEmpty ? undefined : placesCommand();
    return command === undefined ? { title, command: '' } : { title, command, arguments: [about] };
  };
  const toLens = ({ about, range, title }: EntryLens): CodeLens => ({
    range,
    data: about,
    ...(title !== undefined && { command: commandOf(title, about, false) }),
  });
  connection.onCodeLens(({ textDocument }) =>
    answer(textDocument.uri, (document) => lenses.lenses(document).map(toLens)),
  );
  connection.onCodeLensResolve((lens) =>
    guarded<CodeLens>(
      'code lens',
      async () => {
        const about = lens.data as LensEntry;
        const told = await lenses.title(about);
        return { ...lens, command: commandOf(told?.title ?? '', about, told?.isEmpty ?? true) };
      },
      lens,
    ),
  );
  connection.onRequest(LensPlacesRequest, (about) =>
    guarded('places', () => lenses.places(about), { places: [] }),
  );
  const changed = throttled(changedMilliseconds, () => {
    if (canRefresh()) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
  return { changed: changed.call, dispose: changed.dispose };
}
