import type { Range } from 'vscode-languageserver-types';
import { kindByDefault } from '../markers/defaultTags';
import { compileFileSelector, compileSelector, type Selector } from '../match/selector';
import { compileCondition, unreadableCondition } from '../review/condition';
import type { Auto, Condition } from '../review/verdict';
import { isSlug, slug } from '../text/slug';
import type { AnchorPlaces, ChecklistItem, Entry, EntryBase, Exception, Step } from './model';
import type { Parts } from './parts';
import type { Predicate } from './predicateSchema';
import type { Problem } from './problem';
import { type ProblemCode, problemCodes } from './problemCodes';
import type { StepCheck } from '../walkthrough/playedWalkthrough';
import { compileCheck, isCommandLine, oneLine } from '../walkthrough/stepCheck';
import type { Section, SectionItem, SelectorData, StepData } from './schema';
import type { SourceText } from './sourceText';
import type { Path } from './yamlTree';

/** An item of a section, checked against the schema, and where it stands. */
export interface EntrySource extends SourceText {
  readonly parts: Parts;
  readonly range: Range;
}

export interface EntryResult {
  /** `undefined` where too little is left to make one. */
  readonly entry: Entry | undefined;
  readonly problems: readonly Problem[];
}

type EntryReader<S extends Section> = (data: SectionItem<S>, source: EntrySource) => EntryResult;

/** How an item of each section becomes an entry: required keys, ids, defaults, selectors. */
export const entryReaders: { readonly [S in Section]: EntryReader<S> } = {
  philosophies: (data, source) => {
    const draft = new Draft(source);
    const base = draft.base(data.id, data.title);
    const { exceptions, examples, exemplars, supersedes, checklist, tags, level, status, applies, ...rest } =
      data;
    return draft.done(
      base &&
        ({
          ...rest,
          ...base,
          kind: 'philosophy',
          examples: (examples ?? []) as readonly { bad?: string; good?: string }[],
          exemplars: exemplars ?? [],
          supersedes: supersedes ?? [],
          checklist: checklist ?? [],
          tags: tags ?? [],
          level: level ?? 'hint',
          status: status ?? 'accepted',
          exceptions: (exceptions ?? []).map(({ files, ...exception }, index) => ({
            ...exception,
            applies: draft.files(files, ['exceptions', index]),
          })) as Exception[],
          ...(applies && { applies: draft.selector(applies, ['applies']) }),
        } as Entry),
    );
  },

  changes: (data, source) => {
    const draft = new Draft(source);
    const base = draft.base(data.id, data.title);
    const { from, to, state, level, checklist, ...rest } = data;
    const { say, ...target } = to ?? {};
    return draft.done(
      base &&
        ({
          ...rest,
          ...base,
          kind: 'change',
          // A change without an old way governs nothing, but the rest of it can still be read.
          from: draft.selector((from ?? { files: [] }) as SelectorData, ['from']),
          ...(to && { to: draft.selector(target as SelectorData, ['to']) }),
          ...(say !== undefined && { say }),
          state: state ?? 'adopted',
          level: level ?? 'hint',
          checklist: checklist ?? [],
        } as Entry),
    );
  },

  markers: (data, source) => {
    const draft = new Draft(source);
    if (data.tag === undefined) return draft.done(undefined);
    const { kind, aliases, require, level, markdown, ...rest } = data;
    return draft.done({
      ...rest,
      ...draft.identity(slug(data.tag), data.tag),
      kind: 'marker',
      tag: data.tag,
      aliases: aliases ?? [],
      markerKind: kind ?? kindByDefault(data.tag),
      require: require ?? [],
      level: level ?? 'hint',
      markdown: markdown ?? 'none',
    } as Entry);
  },

  checklists: (data, source) => {
    const draft = new Draft(source);
    const base = draft.base(data.id, data.title);
    const items = (data.items ?? []).map((item, index): ChecklistItem => {
      const { ask, id, when, auto, ...rest } = typeof item === 'string' ? { ask: item } : item;
      const path = ['items', index];
      // An item whose condition could not be read is asked: nobody would miss it otherwise.
      const isUnread = source.parts.lost(path).includes('when');
      return {
        ...rest,
        ask,
        id: id ?? slug(ask),
        ...(isUnread && { when: unreadableCondition }),
        ...(when && { when: draft.condition(when, [...path, 'when']) }),
        ...(auto && { auto: auto === 'attention' ? auto : draft.auto(auto, [...path, 'auto']) }),
        range: source.parts.range(path),
      } as ChecklistItem;
    });
    draft.unique(items, 'item');
    return draft.done(base && { ...base, kind: 'checklist', for: data.for ?? 'anyone', items });
  },

  walkthroughs: (data, source) => {
    const draft = new Draft(source);
    const base = draft.base(data.id, data.title);
    const steps = (data.steps ?? []).map((step, index): Step => {
      const { done, ...rest } = step;
      const title = step.title ?? step.id ?? `Step ${index + 1}`;
      const path = ['steps', index];
      return {
        ...rest,
        title,
        id: step.id ?? slug(title),
        run: draft.commandLine(step.run, [...path, 'run']),
        check: draft.check(done, [...path, 'done']),
        range: source.parts.range(path),
        ...(step.at && { at: step.at, anchored: draft.anchored(step.at, [...path, 'at']) }),
      };
    });
    draft.unique(steps, 'step');
    const { open, roles, ...rest } = data;
    return draft.done(
      base &&
        ({
          ...rest,
          ...base,
          kind: 'walkthrough',
          format: 'leadlight',
          open: open ?? 'never',
          roles: roles ?? [],
          steps,
        } as Entry),
    );
  },

  areas: (data, source) => {
    const draft = new Draft(source);
    if (data.name === undefined) return draft.done(undefined);
    const { name, files, lead, away, reviewers, ...rest } = data;
    draft.periods(away ?? [], ['away']);
    return draft.done({
      ...rest,
      ...draft.identity(slug(name), name),
      kind: 'area',
      applies: draft.files(files ?? [], []),
      leads: lead === undefined ? [] : [lead],
      away: away ?? [],
      reviewers: reviewers ?? [],
    } as Entry);
  },

  terms: (data, source) => {
    const draft = new Draft(source);
    if (data.term === undefined) return draft.done(undefined);
    const { term, aka, ...rest } = data;
    return draft.done({
      ...rest,
      ...draft.identity(slug(term), term),
      kind: 'term',
      names: [term, ...(aka ?? [])],
    } as Entry);
  },
};

/** What the readers share: identity, problems in place, compiled selectors. */
class Draft {
  readonly #source: EntrySource;
  readonly #problems: Problem[] = [];

  constructor(source: EntrySource) {
    this.#source = source;
  }

  done(entry: Entry | undefined): EntryResult {
    return { entry, problems: this.#problems };
  }

  /** Id and title, one made from the other where it is missing; `undefined` where both are. */
  base(id: string | undefined, title: string | undefined): EntryBase | undefined {
    if (id !== undefined && !isSlug(id)) {
      const message = `An id is lower case letters, digits, "-", "_" and ".", at most 64, such as "${slug(id)}".`;
      const range = this.#source.parts.range(['id']);
      this.#report('bad-id', {
        message,
        range,
        fix: { title: `Change to "${slug(id)}"`, range, newText: slug(id) },
      });
    }
    const name = id ?? title;
    if (name === undefined) return undefined;
    return this.identity(isSlug(name) ? name : slug(name), title ?? name);
  }

  identity(id: string, title: string): EntryBase {
    const { folder, linkBase, uri, range, parts } = this.#source;
    return { id, title: title.trim(), folder, linkBase, uri, range, parts };
  }

  unique(items: readonly { readonly id: string; readonly range: Range }[], what: string): void {
    const seen = new Map<string, Range>();
    for (const { id, range } of items) {
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, range);
        continue;
      }
      const related = [{ uri: this.#source.uri, range: first, message: 'The first one is here.' }];
      this.#report('duplicate-id', {
        message: `Two of these have the id "${id}": give this ${what} another "id".`,
        range,
        related,
      });
    }
  }

  selector(data: SelectorData, path: Path): Selector {
    const { selector, problems } = compileSelector({ ...this.#source, data, path });
    this.#problems.push(...problems);
    return selector;
  }

  files(files: readonly string[], path: Path): Selector {
    const { selector, problems } = compileFileSelector(files, { ...this.#source, path });
    this.#problems.push(...problems);
    return selector;
  }

  /** Where an anchor stands; its pattern is read, too. */
  anchored({ pattern, line, selection }: NonNullable<StepData['at']>, path: Path): AnchorPlaces {
    const { parts, compilers } = this.#source;
    const compiled = pattern === undefined ? undefined : compilers.pattern(pattern);
    if (compiled !== undefined && 'message' in compiled)
      this.#report('bad-pattern', { message: compiled.message, range: parts.range([...path, 'pattern']) });
    const number = line !== undefined ? 'line' : selection !== undefined ? 'selection' : undefined;
    return {
      range: withoutTail(parts.range(path), parts.text(path)),
      ...(number && { number: parts.range([...path, number]) }),
      form: 'yaml',
    };
  }

  condition(data: Predicate, path: Path): Condition {
    const { condition, problems } = compileCondition(data, { ...this.#source, path });
    this.#problems.push(...problems);
    return condition;
  }

  check(done: StepData['done'], path: Path): StepCheck {
    const { check, problems } = compileCheck(done);
    for (const problem of problems)
      this.#report('bad-value', {
        message: problem.message,
        range: this.#source.parts.range([...path, ...problem.path]),
      });
    return check;
  }

  periods(periods: readonly { readonly from: string; readonly to: string }[], path: Path): void {
    for (const [index, { from, to }] of periods.entries()) {
      if (from <= to) continue;
      const message = `This time ends on ${to}, before it begins on ${from}, so it never is.`;
      this.#report('bad-period', { message, range: this.#source.parts.range([...path, index, 'to']) });
    }
  }

  /** A command line that a person can be handed; `undefined` where it is none. */
  commandLine(written: string | undefined, path: Path): string | undefined {
    if (written === undefined || isCommandLine(written)) return written?.trim();
    this.#report('bad-value', { message: oneLine, range: this.#source.parts.range(path) });
    return undefined;
  }

  auto(
    { pass, attention }: { pass?: Predicate | undefined; attention?: Predicate | undefined },
    path: Path,
  ): Auto {
    return {
      ...(pass && { pass: this.condition(pass, [...path, 'pass']) }),
      ...(attention && { attention: this.condition(attention, [...path, 'attention']) }),
    };
  }

  #report(code: ProblemCode, problem: Pick<Problem, 'message' | 'range' | 'fix' | 'related'>): void {
    this.#problems.push({ code, severity: problemCodes[code].severity, uri: this.#source.uri, ...problem });
  }
}

/** The range of a text as far as it says something: a block of YAML goes on to the next line, comments included. */
function withoutTail({ start }: Range, text: string): Range {
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  while (lines.length > 1 && /^[ \t]*(#|$)/.test(lines.at(-1)!)) lines.pop();
  lines.push(lines.pop()!.trimEnd());
  const last = lines.at(-1)!.length;
  const character = lines.length === 1 ? start.character + last : last;
  return { start, end: { line: start.line + lines.length - 1, character } };
}
