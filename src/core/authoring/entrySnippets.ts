import areas from '../../../snippets/areas.json';
import changes from '../../../snippets/changes.json';
import checklists from '../../../snippets/checklists.json';
import file from '../../../snippets/file.json';
import items from '../../../snippets/items.json';
import markers from '../../../snippets/markers.json';
import philosophies from '../../../snippets/philosophies.json';
import philosophyPage from '../../../snippets/philosophyPage.json';
import stepHeadings from '../../../snippets/stepHeadings.json';
import steps from '../../../snippets/steps.json';
import terms from '../../../snippets/terms.json';
import walkthroughPage from '../../../snippets/walkthroughPage.json';
import walkthroughs from '../../../snippets/walkthroughs.json';

/** A whole entry with blanks, as VS Code's snippet files hold it. */
export interface EntrySnippet {
  readonly name: string;
  readonly description: string;
  /** In the grammar of snippets, the cursor's last place left out. A list's begins with its dash. */
  readonly body: string;
}

/** What can be written at once, by the key whose list it is for, or by the kind of an empty source. */
const files = {
  areas,
  changes,
  checklists,
  file,
  items,
  markers,
  philosophies,
  philosophyPage,
  stepHeadings,
  steps,
  terms,
  walkthroughPage,
  walkthroughs,
} as const satisfies Record<string, SnippetFile>;

type SnippetFile = Readonly<
  Record<string, { readonly description: string; readonly body: readonly string[] }>
>;

/** The entries of one of the files under `snippets`; none where there is no such file. */
export function entrySnippets(name: string, today: string): readonly EntrySnippet[] {
  const file: SnippetFile = Object.hasOwn(files, name) ? files[name as keyof typeof files] : {};
  return Object.entries(file).map(([title, { description, body }]) => ({
    name: title,
    description,
    body: dated(body.join('\n'), today).replace(/\n\$0$/, ''),
  }));
}

/** A snippet as plain text: its first choices and its defaults. */
export function plainSnippet(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\(.)/g, '$1');
}

/** Variables for the day are known to some editors only. */
function dated(body: string, today: string): string {
  const [year = '', month = '', date = ''] = today.split('-');
  return body
    .replaceAll('${CURRENT_YEAR}', year)
    .replaceAll('${CURRENT_MONTH}', month)
    .replaceAll('${CURRENT_DATE}', date);
}
