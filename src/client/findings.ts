import * as vscode from 'vscode';
import type { FindingsParams } from '../protocol/messages';
import { debounce } from './debounce';
import { isReadable } from './documents';
import type { ServerLink } from './link/serverLink';

const delayMs = 300;
const mostFindings = 2_000;

/** Tells the server what other tools found in the open documents, whenever that changed. */
export function registerFindings(link: ServerLink): vscode.Disposable {
  /** What was told last, by URI, as JSON. */
  const told = new Map<string, string>();
  const changed = new Set<string>();
  const tell = () => {
    const documents = vscode.workspace.textDocuments.filter(({ uri }) => changed.has(uri.toString()));
    changed.clear();
    if (link.state !== 'running') return;
    for (const document of documents.filter(isReadable)) {
      const findings = findingsIn(document.uri);
      const json = JSON.stringify(findings);
      if (json === (told.get(findings.uri) ?? none(findings.uri))) continue;
      told.set(findings.uri, json);
      void link.tellFindings(findings);
    }
  };
  const soon = debounce(delayMs, tell);
  const look = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) changed.add(uri.toString());
    soon.call();
  };
  return vscode.Disposable.from(
    soon,
    vscode.languages.onDidChangeDiagnostics(({ uris }) => look(uris)),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => look([uri])),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
    link.onDidChangeState((state) => {
      told.clear();
      if (state === 'running') look(vscode.workspace.textDocuments.map(({ uri }) => uri));
    }),
  );
}

function findingsIn(uri: vscode.Uri): FindingsParams {
  const findings = vscode.languages
    .getDiagnostics(uri)
    .flatMap(({ source, code, range }) =>
      source === undefined || source.toLowerCase() === 'leadlight'
        ? []
        : [{ range: toPlainRange(range), source, code: textOfCode(code) }],
    );
  return { uri: uri.toString(), findings: findings.slice(0, mostFindings) };
}

function none(uri: string): string {
  return JSON.stringify({ uri, findings: [] });
}

function textOfCode(code: vscode.Diagnostic['code']): string {
  return String((typeof code === 'object' ? code.value : code) ?? '');
}

function toPlainRange({ start, end }: vscode.Range): FindingsParams['findings'][number]['range'] {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
