import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { captureDecision } from './authoring/captureDecision';
import { type Captured, capturePhilosophy } from './authoring/capturePhilosophy';
import { captureTarget } from './authoring/captureTarget';
import { captureTerm, termDraft } from './authoring/captureTerm';
import { type CodeSelection, wholeSelection } from './authoring/codeSelection';
import { decisionPlace } from './authoring/decisionPlace';
import { currentFile, type FileText } from './currentText';
import { limits } from './guidance/limits';
import { isSource } from './guidance/formats';
import type { Guidance } from './guidance/guidance';
import type { Host } from './host';
import { createCompilers } from './match/compilers';
import { dayOf } from './text/day';
import { hash } from './text/hash';
import { relativePath } from './text/links';
import { minimalEdit } from './text/minimalEdit';
import type { RegexEngine } from './text/pattern';
import { slug } from './text/slug';
import { normalize, type WorkspaceFolders } from './workspaceFolders';
import { uriAt } from './text/uriAt';

export interface AuthoringCaptureOptions {
  readonly host: Host;
  readonly folders: WorkspaceFolders;
  readonly engine?: RegexEngine | undefined;
  /** The documents that editors hold, by normalized URI. */
  open(): ReadonlyMap<string, TextDocument>;
}

/** What a person writes down about code; without a title, one is proposed. JSON. */
export type CaptureQuery =
  | { readonly kind: 'philosophy'; readonly as: 'exemplar' | 'avoid'; readonly title?: string }
  | { readonly kind: 'decision'; readonly title?: string }
  | { readonly kind: 'term' };

/** One edit of a source, or the text of a new one; or why there is none: a sentence. JSON. */
export type CaptureResult = CaptureDraft | { readonly refused: string };

export interface CaptureDraft {
  /** What it is called. */
  readonly title: string;
  /** What will become of it: a sentence. */
  readonly shown: string;
  readonly uri: string;
  /** Of the source, in its workspace folder. */
  readonly path: string;
  /** `hash` of the text that is changed; absent where the file is new. */
  readonly of?: string;
  readonly range: Range;
  readonly newText: string;
  /** Where the person goes on, in the text afterwards. */
  readonly cursor: Position;
}

/** The records that are looked at to write one like them. */
const mostRecords = 5;

/** What code becomes when somebody writes down what they think of it. It writes nothing itself. */
export class AuthoringCapture {
  readonly #options: AuthoringCaptureOptions;

  constructor(options: AuthoringCaptureOptions) {
    this.#options = options;
  }

  async capture(document: TextDocument, range: Range, query: CaptureQuery): Promise<CaptureResult> {
    const file = this.#options.folders.fileAt(normalize(document.uri));
    if (file === undefined)
      return {
        refused:
          'This text is no file of the workspace, so nothing can say where it holds. Save it there first.',
      };
    const { guidance } = file.folder.guidance;
    if (isSource(file.path)) return { refused: 'This is guidance itself. Select the code that it is about.' };
    const selection = wholeSelection({
      text: document.getText(),
      languageId: document.languageId,
      path: file.path,
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    });
    if (query.kind === 'decision')
      return this.#decision(selection, guidance, {
        ...query,
        paths: file.folder.guidance.files?.files ?? [],
      });
    if (selection.start === selection.end)
      return { refused: 'Nothing is selected, and the line is empty. Select the code first.' };
    const target = captureTarget(guidance, file.path, query.kind);
    const { uri, file: source } = await this.#begun(target.uri);
    if (source === 'unreadable') return refusedBy(uri, guidance, 'It cannot be read as text.');
    const text = source === 'nothing' ? undefined : source.text;
    const captured =
      query.kind === 'philosophy'
        ? capturePhilosophy(selection, text ?? '', {
            ...query,
            ...this.#matching(guidance, target.folder),
            isTaken: idsOf(guidance, 'philosophy'),
          })
        : this.#term(document, range, { guidance, path: file.path, text: text ?? '' });
    return 'refused' in captured ? captured : drafted(captured, { uri, guidance, text });
  }

  #matching({ root }: Guidance, folder: string) {
    const { engine, host } = this.#options;
    return { root, folder, compilers: createCompilers(engine), today: dayOf(host.now()) };
  }

  #term(
    document: TextDocument,
    range: Range,
    { guidance, path, text }: { guidance: Guidance; path: string; text: string },
  ): Captured | { refused: string } {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const draft = termDraft({ text: document.getText(), languageId: document.languageId, path, start, end });
    if (draft === undefined) return { refused: 'Put the cursor into a word of the code, or select it.' };
    const known = guidance.entries.find(({ kind, id }) => kind === 'term' && id === slug(draft.term));
    if (known === undefined) return captureTerm(draft, text);
    const place = `${relativePath(known.uri, guidance.root) ?? known.uri}:${known.range.start.line + 1}`;
    return { refused: `The term "${known.title}" is there already: ${place}` };
  }

  async #decision(
    selection: CodeSelection,
    guidance: Guidance,
    { title, paths }: { readonly title?: string; readonly paths: readonly string[] },
  ): Promise<CaptureResult> {
    const place = decisionPlace(guidance, selection.path);
    const files = await Promise.all(place.records.slice(0, mostRecords).map((uri) => this.#fileAt(uri)));
    const records = files.flatMap((file) => (typeof file === 'string' ? [] : [file.text]));
    const names = paths.flatMap((path) => {
      const name = path.startsWith(place.folder) ? path.slice(place.folder.length) : '/';
      return name.includes('/') ? [] : [name];
    });
    const today = dayOf(this.#options.host.now());
    const captured = captureDecision(selection, { place, records, names, title, today });
    const { uri, file } = await this.#begun(uriAt(guidance.root, captured.path));
    if (file !== 'nothing') return refusedBy(uri, guidance, 'It is there already.');
    return drafted(captured, { uri, guidance, text: undefined });
  }

  /** A source that is there, or that somebody has begun and not saved yet. */
  async #begun(uri: string): Promise<{ readonly uri: string; readonly file: FileText }> {
    const file = await this.#fileAt(uri);
    const unsaved = normalize(URI.parse(uri).with({ scheme: 'untitled' }).toString());
    const begun = file === 'nothing' ? this.#options.open().get(unsaved) : undefined;
    return begun === undefined ? { uri, file } : { uri: unsaved, file: { text: begun.getText() } };
  }

  #fileAt(uri: string): Promise<FileText> {
    return currentFile(normalize(uri), this.#options, limits.guidanceFileBytes);
  }
}

function idsOf({ entries }: Guidance, kind: string): (id: string) => boolean {
  const ids = new Set(entries.filter((entry) => entry.kind === kind).map(({ id }) => id));
  return (id) => ids.has(id);
}

function refusedBy(uri: string, { root }: Guidance, why: string): CaptureResult {
  return { refused: `${relativePath(uri, root) ?? uri}: ${why}` };
}

interface Target {
  readonly uri: string;
  readonly guidance: Guidance;
  /** `undefined` where the file is new. */
  readonly text: string | undefined;
}

function drafted({ title, shown, edit }: Captured, { uri, guidance, text }: Target): CaptureResult {
  if (edit.kind === 'refused') return refusedBy(uri, guidance, edit.why);
  const [before, after] = [text ?? '', edit.text].map((each) => TextDocument.create(uri, '', 0, each));
  const { start, end, text: newText } = minimalEdit(before!.getText(), edit.text);
  return {
    title,
    shown,
    uri,
    path: URI.parse(uri).path.slice(URI.parse(guidance.root).path.length),
    ...(text !== undefined && { of: hash(text) }),
    range: { start: before!.positionAt(start), end: before!.positionAt(end) },
    newText,
    cursor: after!.positionAt(edit.cursor),
  };
}
