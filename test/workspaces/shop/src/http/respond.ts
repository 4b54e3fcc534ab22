import type { ServerResponse } from 'node:http';

/** An answer that is not 200. The message is shown to the caller: say what they can do. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** RFC 9457 problem details. What went wrong inside stays inside. */
export function sendProblem(response: ServerResponse, error: unknown): void {
  const status = error instanceof HttpError ? error.status : 500;
  const detail = error instanceof HttpError ? error.message : 'Something went wrong';
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ status, detail }));
}
