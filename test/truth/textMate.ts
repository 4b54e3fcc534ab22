import { Worker } from 'node:worker_threads';
import type { Region } from '../../src/core/comments/regions';
import grammars from './grammars.json';
import type { TokenizerAnswer, TokenizerData, TokenizerRequest } from './tokenizer';

const names: Readonly<Record<string, string>> = grammars.names;
const docstrings: Readonly<Record<string, readonly string[]>> = grammars.docstrings;
const fileMilliseconds = 60_000;

/** The comments of a text as a TextMate grammar sees them, or why there is no answer. */
export type Seen = { readonly comments: readonly Region[] } | { readonly reason: string };

/** TextMate in a thread of its own, which is ended and started anew when a file takes too long. */
export class TextMate {
  readonly #script: string;
  readonly #data: TokenizerData;
  #worker: Worker | undefined;

  constructor(script: string, textMate: string) {
    this.#script = script;
    this.#data = { textMate };
  }

  async see(text: string, languageId: string): Promise<Seen> {
    const answer = await this.#ask({
      grammar: names[languageId] ?? languageId,
      text,
      docstrings: docstrings[languageId] ?? [],
    });
    if ('reason' in answer) return answer;
    const comments: Region[] = [];
    for (let index = 0; index < answer.comments.length; index += 2) {
      const end = answer.comments[index + 1]!;
      comments.push({ kind: 'comment', start: firstInk(text, answer.comments[index]!, end), end });
    }
    return { comments };
  }

  async dispose(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(request: TokenizerRequest): Promise<TokenizerAnswer> {
    const worker = (this.#worker ??= new Worker(this.#script, { workerData: this.#data }));
    return new Promise((resolve) => {
      const giveUp = (reason: string) => {
        void this.dispose();
        finish({ reason });
      };
      const fail = (error: unknown) => giveUp(`TextMate failed: ${String(error)}`);
      const timer = setTimeout(() => giveUp('TextMate took over a minute'), fileMilliseconds);
      const finish = (answer: TokenizerAnswer) => {
        clearTimeout(timer);
        worker.off('message', finish).off('error', fail);
        resolve(answer);
      };
      worker.on('message', finish).on('error', fail);
      worker.postMessage(request);
    });
  }
}

/** Some grammars count the white space before a comment to it; what opens the comment stands behind that. */
function firstInk(text: string, start: number, end: number): number {
  const ink = text.slice(start, end).search(/\S/);
  return ink === -1 ? start : start + ink;
}
