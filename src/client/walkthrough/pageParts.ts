import { escapeHtml } from '../../core/text/escapeHtml';

export interface ButtonOptions {
  readonly label: string;
  readonly step?: string;
  /** Which one, where a step has several such buttons. */
  readonly option?: number;
  readonly primary?: boolean;
  /** Why it cannot be used now. It stays in the order of focus, so that everybody reaches the reason. */
  readonly off?: string | false;
}

/** A button of the page; `type` is what it asks for, and its id begins with that. */
export function button(type: string, { label, step, option, primary, off = false }: ButtonOptions): string {
  const id = option === undefined ? type : `${type}-${option}`;
  const which = option === undefined ? '' : ` data-option="${option}"`;
  const isOff = off === false ? '' : ` aria-disabled="true" aria-describedby="${id}-off"`;
  const reason = off === false ? '' : ` <span class="note" id="${id}-off">${escapeHtml(off)}</span>`;
  return `<button id="${id}" ${action(type, step)}${which}${primary ? ' class="primary"' : ''}${isOff}>${escapeHtml(label)}</button>${reason}`;
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
