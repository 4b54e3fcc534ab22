export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly tookMs: number;
}

/**
 * Every call that leaves the house goes through here: it has a timeout, and when it fails, the error
 * says which call it was. The body of the request stays out of the message, because it can hold a card.
 */
export async function call(request: Call): Promise<Answer> {
  const { method, url, headers, body, timeoutMs = 5_000 } = request;
  // leadlight-ignore clock-is-passed-in: this measures the acquirer, no decision hangs on it
  const started = performance.now();
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    // leadlight-ignore clock-is-passed-in: as above
    const tookMs = performance.now() - started;
    return { status: response.status, body: await readJson(response), tookMs };
  } catch (error) {
    throw new Error(`${method} ${url} got no answer within ${timeoutMs} ms`, { cause: error });
  }
}

/** `undefined` for an empty body, which is how the acquirer answers a repeated request. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
