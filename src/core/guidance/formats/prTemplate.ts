import { TextDocument } from 'vscode-languageserver-textdocument';
import { cut } from '../../text/cut';
import { relativePath } from '../../text/links';
import { slug } from '../../text/slug';
import type { Format } from '../formats';
import type { Checklist, ChecklistItem, Source } from '../model';
import { rangeOf } from '../parts';
import { entriesOnly, type SourceText } from '../sourceText';
import { foreignIds } from './foreignEntry';
import { plainTitle } from './proseSections';
import { readTasks, type Task } from './taskLists';

/**
 * Where GitHub and GitLab look for templates of pull and merge requests, in the root of a repository:
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/creating-a-pull-request-template-for-your-repository
 * and https://docs.gitlab.com/user/project/description_templates/.
 */
const places =
  /^(?:(?:\.github\/|docs\/)?pull_request_template(?:\.(?:md|txt)|\/[^/]+\.(?:md|txt))?|\.gitlab\/merge_request_templates\/[^/]+\.md)$/i;

export const prTemplateFormat = {
  title: 'Templates of pull and merge requests',
  group: 'templates',
  readBy: ['GitHub', 'GitLab'],
  places:
    '`pull_request_template.md` and `PULL_REQUEST_TEMPLATE/*.md` in the root, `.github/` and `docs/`; `.gitlab/merge_request_templates/*.md`',
  gives: 'a checklist for the author from each task list',
  endings: ['md', 'txt', 'pull_request_template'],
  folderOf: (path) => (places.test(path) ? '' : undefined),
  read: readPrTemplate,
} as const satisfies Format;

/** Reads the task lists of a template: those under one heading are one checklist. Never throws. */
export function readPrTemplate(source: SourceText): Source {
  const document = TextDocument.create(source.uri, 'markdown', 0, source.text);
  const baseOf = foreignIds(source, document);
  const whole = nameOf(source);
  const entries = byHeading(readTasks(source.text)).map((tasks): Checklist => {
    const heading = plainTitle(tasks[0]!.heading ?? '');
    const title = cut(heading === '' ? whole : heading, 80);
    const base = baseOf({ title, start: tasks[0]!.start, end: tasks.at(-1)!.end });
    return { ...base, kind: 'checklist', for: 'author', items: itemsOf(tasks, document) };
  });
  return entriesOnly(source, { entries, problems: [] });
}

/** Tasks that follow each other under the same heading. */
function byHeading(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const groups: Task[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.heading === task.heading) last.push(task);
    else groups.push([task]);
  }
  return groups;
}

function itemsOf(tasks: readonly Task[], document: TextDocument): readonly ChecklistItem[] {
  const times = new Map<string, number>();
  return tasks.map(({ ask: written, why, start, end }) => {
    const ask = cut(plainTitle(written), 300);
    const name = slug(ask);
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    // A label shows no links: they are kept where Markdown is shown.
    const reasons = [why, ...(written.includes('](') ? [written] : [])].filter((each) => each !== undefined);
    return {
      id: count === 1 ? name : `${name.slice(0, 58)}-${count}`,
      ask,
      ...(reasons.length > 0 && { why: reasons.join('\n\n') }),
      range: rangeOf(document, { start, end }),
    };
  });
}

/** Of several templates each is called by its file. */
function nameOf({ uri, folder }: SourceText): string {
  const [, name] = /\/(?:pull_request_template|merge_request_templates)\/([^/]+)\.\w+$/i.exec(
    `/${relativePath(uri, folder) ?? uri}`,
  ) ?? [undefined, undefined];
  return name === undefined ? 'Pull request' : plainTitle(name.replaceAll(/[_-]+/g, ' '));
}
