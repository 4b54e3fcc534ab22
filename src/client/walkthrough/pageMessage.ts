/** What the page of the player asks for. A step is named by its id. */
export type PageMessage =
  | { readonly type: 'ready' | 'next' | 'previous' | 'continue' | 'finish' | 'checkAll' }
  | {
      readonly type: 'select' | 'show' | 'done' | 'skip' | 'reopen' | 'source' | 'check' | 'task' | 'hard';
      readonly step: string;
    }
  /** `option` counts from 0: of the answers, or of the commands. */
  | { readonly type: 'answer' | 'command'; readonly step: string; readonly option: number }
  /** Without a role: everything. */
  | { readonly type: 'role'; readonly role: string | undefined }
  | { readonly type: 'go'; readonly walkthrough: string; readonly step: string | undefined }
  | { readonly type: 'link'; readonly path: string; readonly fragment: string };

const plain = ['ready', 'next', 'previous', 'continue', 'finish', 'checkAll'] as const;
const aboutStep = ['select', 'show', 'done', 'skip', 'reopen', 'source', 'check', 'task', 'hard'] as const;

/** A message from the page; `undefined` for what is none, whatever it is. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, step, option, role, walkthrough, path, fragment } = value as Record<string, unknown>;
  const simple = plain.find((name) => name === type);
  if (simple !== undefined) return { type: simple };
  if (type === 'role') return typeof role === 'string' ? { type, role: role || undefined } : undefined;
  if (type === 'go')
    return typeof walkthrough === 'string'
      ? { type, walkthrough, step: typeof step === 'string' ? step : undefined }
      : undefined;
  if (type === 'link')
    return isPath(path) ? { type, path, fragment: typeof fragment === 'string' ? fragment : '' } : undefined;
  if (typeof step !== 'string') return undefined;
  if (type === 'answer' || type === 'command')
    return Number.isInteger(option) && Number(option) >= 0
      ? { type, step, option: Number(option) }
      : undefined;
  const about = aboutStep.find((name) => name === type);
  return about === undefined ? undefined : { type: about, step };
}

/** Relative to the workspace folder, and inside it. */
function isPath(path: unknown): path is string {
  return (
    typeof path === 'string' &&
    !/^[/\\]|\\|^[a-z][a-z0-9+.-]*:/i.test(path) &&
    !path.split('/').includes('..')
  );
}
