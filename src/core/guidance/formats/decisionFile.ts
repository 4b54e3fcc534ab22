import { slug } from '../../text/slug';

/** What the path of a decision record says about it. */

/** Where decision records are without set-up, for people. */
export const decisionPlaces =
  '`docs/decisions/`, `docs/adr/`, `doc/adr/`, `docs/architecture/decisions/`, `adr/NNNN-*.md` in any folder, what `.adr-dir` and `.log4brains.yml` name, `read: { decisions: [FOLDERS] }`';

/** In these, every Markdown file is a decision; elsewhere, and in folders inside them, only those with a number. */
const home = /^((?:.*\/)?)docs?\/(?:architecture\/)?(?:adrs?|decisions)\/([^/]+)$/i;
const anyHome = /(?:^|\/)(?:adrs?|decisions)\/(?:.*\/)?([^/]+)$/i;

/**
 * The folder that a decision record speaks for, which holds its `docs` (empty, or ending in `/`); `undefined` for any
 * other file. Paths are relative to the workspace folder.
 */
export function decisionFolderOf(path: string): string | undefined {
  if (isOwn(path)) return undefined;
  const [, folder, name] = home.exec(path) ?? [];
  if (name !== undefined) return isDecisionName(name) ? folder : undefined;
  const numbered = anyHome.exec(path)?.[1];
  if (numbered === undefined || !isDecisionName(numbered) || decisionPrefix(numbered) === '')
    return undefined;
  return (
    /^((?:.*?\/)??)(?:[._]?docs?|[._]?documentation|\.?adrs?|architecture|decisions)\//i.exec(path)?.[1] ?? ''
  );
}

/** Whether a file is a decision record, by its path in a folder that somebody named as one of decisions. */
export function isAddedDecision(inside: string): boolean {
  const name = inside.slice(inside.lastIndexOf('/') + 1);
  return !isOwn(inside) && isDecisionName(name) && (name === inside || decisionPrefix(name) !== '');
}

/** Files of `.leadlight/` are what Leadlight says they are. */
function isOwn(path: string): boolean {
  return /(?:^|\/)\.leadlight\//.test(path);
}

/** Whether a Markdown file among decisions is one: no readme, no index, no template. */
function isDecisionName(name: string): boolean {
  if (!/\.(?:md|markdown|mdx)$/i.test(name)) return false;
  const file = nameOf(name);
  const number = decisionPrefix(file);
  const rest = file.slice(number.length).replace(/^[-_. ]+/, '');
  return number === ''
    ? !/^_|^(?:readme|index|toc|contributing|summary|changelog)\b|(?:^|[-_. ])template(?:$|[-_. ])/i.test(
        rest,
      )
    : !/^(?:adr[-_ ])?(?:readme|index|template)$/i.test(rest);
}

/** `12` for `0012-errors` and `ADR-12_errors`; `undefined` for a day, which other tools put there, and without either. */
export function decisionNumber(file: string): number | undefined {
  const prefix = decisionPrefix(file);
  const digits = /\d+/.exec(prefix)?.[0];
  return digits === undefined || digits.length > 5 || /\d\D\d/.test(prefix) ? undefined : Number(digits);
}

/** `errors` for `0012-errors.md`; empty where a file has nothing but a number. */
export function decisionSlug(file: string): string {
  const rest = file.slice(decisionPrefix(file).length).replace(/^[-_. ]+/, '');
  return rest === '' ? '' : slug(rest);
}

/** `ADR-0012-`, `0012_`, `20201016-`, `2020-10-16-`; empty where there is no number. */
export function decisionPrefix(file: string): string {
  return /^(?:adr[-_ ]?)?(?:\d{4}-\d\d-\d\d|\d{1,8})(?=$|[-_. ])/i.exec(file)?.[0] ?? '';
}

/** The name of a file, without its ending. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|mdx)$/i, '');
}
