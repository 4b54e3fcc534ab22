import type { DeclarationKind, OutlineLanguage } from './outlineLanguages';

/** What the beginning of a statement declares. */
export interface OutlineHead {
  readonly kind: DeclarationKind;
  /** `Cart.total` where the name itself says what it belongs to. */
  readonly name: string;
  /** It is written like a method, without a word that declares it. */
  readonly isMethod?: true;
}

/** Where a statement stands: in a type or a value with methods, in a function, or in neither. */
export type Surroundings = 'top' | 'type' | 'object' | 'function';

/** How much of a statement is looked at; keeps the whole linear, whatever a line holds. */
const mostHead = 240;

/**
 * What the statement that begins at `at` declares; `undefined` where nothing. `around` is what it stands in, `within`
 * the name of that.
 */
export function headAt(
  text: string,
  at: number,
  {
    language,
    around,
    within,
  }: {
    readonly language: OutlineLanguage;
    readonly around: Surroundings;
    readonly within: string | undefined;
  },
): OutlineHead | undefined {
  if (around === 'function' && !mayDeclare(text, at, language)) return undefined;
  const line = withoutNotes(lineFrom(text, at));
  let rest = line;
  for (let count = 0; count < 8; count += 1) {
    const [word, name] = firstWord.exec(rest) ?? [];
    if (word === undefined || name === undefined) break;
    // `pub(crate) fn`
    const behind = rest.slice(word.length).replace(/^\((?:crate|super|self|in\b[^()]*)\)[ \t]*/, '');
    // `get(` is a method of that name.
    const isName = '(=:?;,'.includes(behind.charAt(0) || ' ');
    const kind = isName && !(language.words.get(name) === 'function') ? undefined : language.words.get(name);
    if (kind !== undefined) {
      const isInner = around === 'function' && kind === 'constant';
      const isMember = around === 'object' || (around === 'type' && kind === 'constant' && language.methods);
      return isInner || isMember
        ? methodIn(line, language, { around, within })
        : declared(behind, kind, language);
    }
    if (isName || !language.modifiers.has(name)) break;
    rest = behind;
  }
  if (language.assigns && around !== 'function') {
    const name = /^([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?::[^=]{1,80})?=(?![=~])/u.exec(line)?.[1];
    if (name !== undefined) return { kind: 'constant', name };
  }
  return methodIn(line, language, { around, within });
}

const firstWord = /^([\p{L}_$~#*][\p{L}\p{N}_$-]*)[ \t]*/u;

/** In a function only words declare, and most of its statements begin with none of them, which is quickly told. */
function mayDeclare(text: string, at: number, { words, modifiers }: OutlineLanguage): boolean {
  if ('@[#'.includes(text[at]!)) return true;
  let end = at;
  while (isOfWord(text.charCodeAt(end))) end += 1;
  const word = text.slice(at, end);
  return modifiers.has(word) || (words.get(word) ?? 'constant') !== 'constant';
}

/** Letters of ASCII, digits, and what else stands in modifiers. */
function isOfWord(unit: number): boolean {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57) || unit === 45 || unit === 95;
}

/** The name behind the word that declares it. */
function declared(
  behind: string,
  kind: DeclarationKind,
  { words, receivers }: OutlineLanguage,
): OutlineHead | undefined {
  let rest = behind.replace(/^[*&\s]+/, '');
  // `impl<T> Display for Cart<T>`, `enum class Colour`, `const fn`, `const enum`
  if (kind === 'scope') rest = (/^[^{]*?\bfor\s+([^{]*)/.exec(rest)?.[1] ?? rest).replace(/^<[^>]*>\s*/, '');
  for (let count = 0; count < 2; count += 1) {
    const [whole = '', word = ''] = /^([a-z]+)\s+/.exec(rest) ?? [];
    const next = word === 'mut' ? kind : words.get(word);
    if (next === undefined) break;
    return declared(rest.slice(whole.length), next, {
      words,
      ...(receivers && { receivers }),
    } as OutlineLanguage);
  }
  let owner = '';
  if (receivers && kind === 'function') {
    const receiver = /^\(([^()]*)\)\s*/.exec(rest);
    owner = /([\p{L}_][\p{L}\p{N}_]*)\s*(?:\[[^\]]*\])?\s*$/u.exec(receiver?.[1] ?? '')?.[1] ?? '';
    rest = rest.slice(receiver?.[0].length ?? 0);
  }
  // Kotlin and Scala: `fun <T> name`, `fun Cart.name`.
  rest = rest.replace(/^<[^<>]*>\s*/, '');
  const name = /^(?:self\.)?([\p{L}_$][\p{L}\p{N}_$-]*(?:(?:::|[.:\\])[\p{L}_$][\p{L}\p{N}_$]*)*[?!]?)/u.exec(
    rest,
  )?.[1];
  if (name === undefined) return undefined;
  const path = name.replace(/::|[.:\\]/g, '.');
  return { kind, name: owner === '' ? path : `${owner}.${path}` };
}

/** A method, or where the language writes them so a function: `name(`, behind modifiers or a type. */
function methodIn(
  line: string,
  { methods, modifiers, functionsLikeMethods }: OutlineLanguage,
  { around, within }: { readonly around: Surroundings; readonly within: string | undefined },
): OutlineHead | undefined {
  if (methods === undefined || around === 'function') return undefined;
  if (around === 'top' && !functionsLikeMethods) return undefined;
  const open = line.search(/[(=;{]/);
  if (line[open] !== '(')
    return methods === 'name' && around === 'type' ? fieldIn(line, modifiers) : undefined;
  const before = line
    .slice(0, open)
    .trimEnd()
    .replace(/<[^<>()]*>$/, '');
  const name = /((?:[\p{L}_$][\p{L}\p{N}_$-]*::)*[~#]?[\p{L}_$][\p{L}\p{N}_$-]*)$/u.exec(before)?.[1];
  if (name === undefined || notMethods.has(name)) return undefined;
  const prefix = before.slice(0, before.length - name.length);
  const leading = prefix.split(/\s+/).filter((word) => word !== '');
  const bare = name.replace('#', '').replaceAll('::', '.');
  const head = { kind: 'function', name: bare, isMethod: true } as const;
  if (methods === 'name')
    return leading.every((word) => modifiers.has(word) || word === '*') ? head : undefined;
  if (!/^[\p{L}\p{N}_$<>[\],.?&*:\s@~]*$/u.test(prefix) || notMethods.has(leading[0] ?? '')) return undefined;
  const hasType = leading.some((word) => !modifiers.has(word));
  const isOfType = name.replace(/^~/, '') === within?.split('.').at(-1) || name.includes('::');
  return hasType || isOfType ? head : undefined;
}

/** `private readonly names = `; what is only assigned to stands behind a dot. */
function fieldIn(line: string, modifiers: ReadonlySet<string>): OutlineHead | undefined {
  const [, before = '', name] =
    /^((?:[a-z]+\s+){0,5})#?([\p{L}_$][\p{L}\p{N}_$]*)\s*[!?]?\s*[:=;](?!=)/u.exec(line) ?? [];
  const isField = before.split(/\s+/).every((word) => word === '' || modifiers.has(word));
  return name !== undefined && isField ? { kind: 'constant', name, isMethod: true } : undefined;
}

const notMethods: ReadonlySet<string> = new Set(
  (
    'if for while switch catch return new throw else do try with await yield typeof delete sizeof assert super this ' +
    'case using lock foreach when match print echo require import function elseif unless until defined goto'
  ).split(' '),
);

/** Annotations and decorators in front, such as `@Get('/')`. */
function withoutNotes(line: string): string {
  if (line[0] !== '@' && line[0] !== '[' && line[0] !== '#') return line;
  return line.replace(/^(?:(?:@[\w.]+(?:\([^()]*\))?|#?\[[^[\]]*\])\s*)+(?=\S)/, '');
}

function lineFrom(text: string, at: number): string {
  const head = text.slice(at, at + mostHead);
  const end = head.indexOf('\n');
  return end === -1 ? head : head.slice(0, end);
}
