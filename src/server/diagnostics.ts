import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Notice } from '../core/features/diagnostics';
import { besideYamlTool, type Problem } from '../core/guidance/problem';
import type { Service } from '../core/service';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

const delayMilliseconds = 150;

/** Sends the problems of sources, and the notices of open documents, when they change. */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #service: Service;
  /** What each file was last sent, as JSON, so that nothing is sent twice. */
  readonly #sent = new Map<string, string>();
  /** URI of the page that explains each problem code; an editor that brings none gets no links. */
  problemPage: string | undefined;
  /** See `YamlTool`. */
  yamlIsChecked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: { connection: Connection; documents: TextDocuments<TextDocument>; service: Service }) {
    this.#connection = parts.connection;
    this.#documents = parts.documents;
    this.#service = parts.service;
  }

  /** Publishes once things have been still for a moment. */
  publishSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#publish(), delayMilliseconds);
  }

  /** A document was closed: its notices go, the problems of a source stay. */
  clear(uri: string): void {
    this.#sent.set(uri, '');
    this.publishSoon();
  }

  #publish(): void {
    const byUri = new Map<string, Diagnostic[]>();
    const add = (uri: string, diagnostic: Diagnostic) =>
      byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
    try {
      for (const document of this.#documents.all()) {
        for (const notice of this.#service.documents.notices(document))
          add(document.uri, noticeDiagnostic(notice, this.problemPage));
      }
      // After the documents, whose search tells which patterns are slow.
      const problems = besideYamlTool(
        this.#service.problems(),
        (uri) => this.yamlIsChecked && this.#documents.get(uri) !== undefined,
      );
      for (const problem of problems) add(problem.uri, toDiagnostic(problem, this.problemPage));
    } catch (error) {
      this.#connection.console.error(`diagnostics: ${String(error)}`);
    }
    for (const uri of new Set([...this.#sent.keys(), ...byUri.keys()])) {
      const diagnostics = byUri.get(uri) ?? [];
      const text = JSON.stringify(diagnostics);
      if (this.#sent.get(uri) === text) continue;
      void this.#connection.sendDiagnostics({ uri, diagnostics });
      if (diagnostics.length === 0) this.#sent.delete(uri);
      else this.#sent.set(uri, text);
    }
  }
}

export function toDiagnostic(
  { code, severity, message, range, related }: Problem,
  problemPage?: string,
): Diagnostic {
  return {
    range,
    severity: severities[severity],
    source: 'leadlight',
    code,
    ...(problemPage !== undefined && { codeDescription: { href: `${problemPage}#${code}` } }),
    message,
    ...(related && {
      relatedInformation: related.map((place) => ({
        location: { uri: place.uri, range: place.range },
        message: place.message,
      })),
    }),
  };
}

/** The code links to the entry in its source. */
function noticeDiagnostic(
  { key, id, level, message, range, source }: Notice,
  problemPage: string | undefined,
): Diagnostic {
  const page = problemPage === undefined ? undefined : `${problemPage}#${id}`;
  const href = source === undefined ? page : `${source.uri}#L${source.range.start.line + 1}`;
  return {
    range,
    severity: severities[level],
    source: 'leadlight',
    code: id,
    ...(href !== undefined && { codeDescription: { href } }),
    message,
    ...(key !== undefined && { data: { key } }),
  };
}
