import { isSpace, isWordCode, lineEndFrom } from './characters';
import { buildGrammar, type StartRule } from './dispatch';
import { NOT_HERE, type Grammar, type Rule, type Scan } from './scan';
import { plainStringRule } from './stringRules';
import type { StringForm, Syntax } from './syntax';

type Elements = NonNullable<Syntax['markup']>['elements'];

export interface Tags {
  readonly elements: Elements;
  readonly grammarOf: (languageId: string) => Grammar | undefined;
  readonly islands: readonly StartRule[];
}

const ATTRIBUTE_VALUES: readonly StringForm[] = [
  { open: '"', lines: 'many' },
  { open: "'", lines: 'many' },
];

/** What `lang` and `type` attributes call a language, where that is not its id. */
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ['ts', 'typescript'],
  ['tsx', 'typescriptreact'],
  ['jsx', 'javascriptreact'],
  ['js', 'javascript'],
  ['babel', 'javascriptreact'],
  ['coffee', 'coffeescript'],
  ['styl', 'stylus'],
  ['postcss', 'css'],
  ['pug', 'jade'],
  ['yml', 'yaml'],
  ['module', 'javascript'],
  ['importmap', 'json'],
  ['speculationrules', 'json'],
]);

const LANG = /\slang\s*=\s*["']?([^"'\s>]+)/i;
const TYPE = /\stype\s*=\s*["']?([^"'\s>]+)/i;
const SLASH = 0x2f;
const LESS = 0x3c;

/** A tag is read as a frame, because quotes mean something only inside it. */
export function tagRule({ elements, grammarOf, islands }: Tags): Rule {
  const values = ATTRIBUTE_VALUES.map((form) => ({ starts: form.open, rule: plainStringRule(form, 'code') }));
  const end: StartRule = { starts: '>', rule: endOfTagRule({ elements, grammarOf }) };
  const grammar: Grammar = { ...buildGrammar([...islands, ...values, end]), readsBack: true };
  return (scan, at) => {
    const next = scan.text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
    if (!isLetter(scan.text.charCodeAt(next))) return NOT_HERE;
    scan.enter({ grammar, opened: at, start: at });
    return Math.min(next, scan.frame.limit);
  };
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function endOfTagRule({ elements, grammarOf }: Omit<Tags, 'islands'>): Rule {
  return (scan, at) => {
    const { text } = scan;
    const { opened } = scan.frame;
    scan.leave(at + 1);
    if (text.charCodeAt(opened + 1) === SLASH || text.charCodeAt(at - 1) === SLASH) return at + 1;
    const name = nameAt(text, opened + 1);
    const usual = Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (usual === undefined) return at + 1;
    const grammar = grammarOf(languageOf(text.slice(opened, at)) ?? usual);
    const limit = endOfElement(scan, at + 1, name);
    scan.look(limit + name.length + 4);
    if (grammar !== undefined) scan.enter({ grammar, opened, start: at + 1, limit });
    return grammar === undefined ? limit : at + 1;
  };
}

/** The name of an element in lower case; empty when it is longer than any that matters. */
function nameAt(text: string, start: number): string {
  let end = start;
  while (end - start < 16 && isWordCode(text.charCodeAt(end))) end += 1;
  return text.slice(start, end).toLowerCase();
}

/** The language that a tag names; `undefined` when it names none. */
function languageOf(tag: string): string | undefined {
  const named = LANG.exec(tag)?.[1] ?? TYPE.exec(tag)?.[1];
  if (named === undefined) return undefined;
  const subtype = named
    .toLowerCase()
    .replace(/^.*[/+]/, '')
    .replace(/^x-/, '');
  return LANGUAGE_NAMES.get(subtype) ?? subtype;
}

/** Browsers end a script at its closing tag, whatever the script says. */
function endOfElement(scan: Scan, from: number, name: string): number {
  const { text } = scan;
  const { limit } = scan.frame;
  for (let at = from; at < limit; at += 1) {
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== SLASH) continue;
    if (nameAt(text, at + 2) === name) return at;
  }
  return limit;
}

/** Front matter stands between two lines of `---`, the first of which is the first line of the text. */
export function frontMatterRule(grammar: () => Grammar): Rule {
  return (scan, at) => {
    const { text } = scan;
    const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (at !== first || !text.startsWith('---', at)) return NOT_HERE;
    const start = lineEndFrom(text, at, text.length);
    if (!isBlank(text.slice(at + 3, start))) return NOT_HERE;
    const close = /^---[ \t]*$/gm;
    close.lastIndex = start;
    const end = close.exec(text)?.index;
    scan.look(end === undefined ? text.length + 1 : lineEndFrom(text, end, text.length) + 1);
    if (end === undefined) return NOT_HERE;
    scan.enter({ grammar: grammar(), opened: at, start, limit: end });
    return start;
  };
}

function isBlank(text: string): boolean {
  return [...text].every((char) => isSpace(char.charCodeAt(0)));
}
