import type { Written } from './place';

/** A text as it is written at a place of YAML: in quotes where YAML would read it otherwise. */
export function scalar(text: string, { quote, isFlow }: Pick<Written, 'quote' | 'isFlow'>): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  return isPlain(text, isFlow) ? text : JSON.stringify(text);
}

function isPlain(text: string, isFlow: boolean): boolean {
  if (!/^[\w./~$(<^+=;][^\r\n]*$/u.test(text) || /^\s|\s$|: | #|:$/.test(text)) return false;
  if (/^(?:null|true|false|~|[-+.\d][\d_.eE+-]*|0x[\da-f]+|0o[0-7]+|\.nan|[-+]?\.inf)$/i.test(text))
    return /^\d{4}-\d\d-\d\d$/.test(text);
  return !(isFlow && /[,[\]{}]/.test(text));
}
