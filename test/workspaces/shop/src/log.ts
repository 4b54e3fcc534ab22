export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: Fields): void;
  error(event: string, error: unknown, fields?: Fields): void;
}

/** One JSON object a line: the search on call is by field, not by sentence. */
export function createLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return {
    info: (event, fields) => write(format('info', event, fields)),
    error: (event, error, fields) => write(format('error', event, { ...fields, ...describe(error) })),
  };
}

function format(level: string, event: string, fields: Fields = {}): string {
  return `${JSON.stringify({ level, event, ...fields })}\n`;
}

/** The whole chain of causes in one field, outermost first. */
function describe(error: unknown): Fields {
  const messages: string[] = [];
  for (let next = error; next instanceof Error; next = next.cause) messages.push(next.message);
  return { error: messages.length > 0 ? messages.join(': ') : String(error) };
}
