import { escapeHtml } from '../../core/text/escapeHtml';

export interface ButtonOptions {
  readonly label: string;
  readonly step?: string;
  readonly primary?: boolean;
  /** Why it cannot be used now. It stays in the order of focus, so that everybody reaches the reason. */
  readonly off?: string | false;
}

/** A button of the page; `type` is what it asks for, and its id. */
export function button(type: string, { label, step, primary, off = false }: ButtonOptions): string {
  const isOff = off === false ? '' : ` aria-disabled="true" aria-describedby="${type}-off"`;
  const reason = off === false ? '' : ` <span class="note" id="${type}-off">${escapeHtml(off)}</span>`;
  return `<button id="${type}" ${action(type, step)}${primary ? ' class="primary"' : ''}${isOff}>${escapeHtml(label)}</button>${reason}`;
}

/** What makes an element send a message of a type, about a step. */
export function action(type: string, step?: string): string {
  return `type="button" data-type="${type}"${step === undefined ? '' : ` data-step="${escapeHtml(step)}"`}`;
}

/** What `write` makes of a text; empty where there is none. */
export function given(
  before: string,
  text: string | undefined,
  write = (said: string) => `${before} ${said}`,
): string {
  return text === undefined || text === '' ? '' : write(text);
}
