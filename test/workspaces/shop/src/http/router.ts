import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log';
import { HttpError, sendJson, sendProblem } from './respond';

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** What is returned is sent as JSON with status 200. Throw an `HttpError` for anything else. */
  handle(request: IncomingMessage, body: string): Promise<unknown>;
}

/** Finds the route, reads the body, answers. Errors are logged here and nowhere below. */
export function createRouter({ log, routes }: { log: Log; routes: readonly Route[] }) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0];
    const route = routes.find((each) => each.method === request.method && each.path === path);
    try {
      if (route === undefined) throw new HttpError(404, 'There is nothing at this address.');
      sendJson(response, 200, await route.handle(request, await readBody(request)));
    } catch (error) {
      log.error('request failed', error, { method: request.method, path });
      sendProblem(response, error);
    }
  };
}

const largestBody = 64 * 1024;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > largestBody) throw new HttpError(413, 'Send at most 64 KiB.');
  }
  return body;
}
