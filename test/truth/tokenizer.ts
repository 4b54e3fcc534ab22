/** A worker thread: TextMate, and where it sees comments. It may be ended at any time, because a pattern may stall. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

export interface TokenizerData {
  /** The folder into which the grammars and their engine were installed. */
  readonly textMate: string;
}

export interface TokenizerRequest {
  /** The grammar's name. */
  readonly grammar: string;
  readonly text: string;
  /** Scopes below `comment` that are strings all the same: docstrings. */
  readonly docstrings: readonly string[];
}

/** UTF-16 offsets of comments, start and end in turns, line by line; a sentence where there is no such answer. */
export type TokenizerAnswer = { readonly comments: readonly number[] } | { readonly reason: string };

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
    milliseconds: number,
  ): { readonly tokens: readonly Token[]; readonly ruleStack: unknown; readonly stoppedEarly: boolean };
}

interface ListedGrammar {
  readonly name: string;
  readonly scopeName: string;
}

const lineMilliseconds = 2_000;
const { textMate } = workerData as TokenizerData;
const load = createRequire(join(textMate, 'package.json'));
const engine = loadEngine();

parentPort!.on('message', (request: TokenizerRequest) => {
  void commentsIn(request).then((answer) => parentPort!.postMessage(answer));
});

async function commentsIn({ grammar: name, text, docstrings }: TokenizerRequest): Promise<TokenizerAnswer> {
  const grammar = await (await engine).grammarNamed(name);
  if (grammar === undefined) return { reason: 'TextMate has no grammar for it' };
  const isComment = (scope: string) =>
    /^comment(?:\.|$)/.test(scope) && !docstrings.some((docstring) => scope.startsWith(docstring));
  const comments: number[] = [];
  let state: unknown = null;
  let lineStart = 0;
  for (const [line] of text.matchAll(/.*(?:\r\n|[\n\r])|.+$/g)) {
    const content = line.replace(/[\r\n]+$/, '');
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(content, state, lineMilliseconds);
    if (stoppedEarly) return { reason: 'TextMate gave up on one of its lines' };
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (!scopes.some(isComment)) continue;
      const start = lineStart + startIndex;
      const end = lineStart + Math.min(endIndex, content.length);
      if (comments.at(-1) === start) comments[comments.length - 1] = end;
      else comments.push(start, end);
    }
    lineStart += line.length;
  }
  return { comments };
}

async function loadEngine() {
  const { createOnigScanner, createOnigString, loadWASM } = load('vscode-oniguruma');
  const { Registry } = load('vscode-textmate');
  const folder = dirname(load.resolve('tm-grammars/grammars/c.json'));
  const index = await import(pathToFileURL(join(folder, '..', 'index.js')).href);
  const listed: readonly ListedGrammar[] = [...index.grammars, ...index.injections];
  await loadWASM(readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope: string) => {
      const name = listed.find(({ scopeName }) => scopeName === scope)?.name;
      return name === undefined ? null : JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    },
  });
  return {
    async grammarNamed(wanted: string): Promise<Grammar | undefined> {
      const scope = listed.find(({ name }) => name === wanted)?.scopeName;
      return scope === undefined ? undefined : registry.loadGrammar(scope);
    },
  };
}
