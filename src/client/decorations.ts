import * as vscode from 'vscode';
import { debounce } from './debounce';
import { isReadable } from './documents';
import { Latest } from './latest';
import type { ServerLink } from './link/serverLink';
import { toRange } from './openSource';
import { type DecorationStyle, decorationStyle, onDidChangeSettings } from './settings';
import type { PersonalState } from './state/personalState';

const editDelayMs = 250;

export interface DecorationOptions {
  readonly extension: vscode.Uri;
  readonly link: ServerLink;
  readonly personal: PersonalState;
}

/** Marks, in the visible editors, where a philosophy or a change has something to say, unless it is muted. */
export function registerDecorations(options: DecorationOptions): vscode.Disposable {
  const types = createTypes(options.extension);
  const latest = new Latest();
  const decorateAll = () => {
    const token = latest.next();
    for (const editor of vscode.window.visibleTextEditors)
      void decorate({ editor, types, token, ...options });
  };
  const afterEdit = debounce(editDelayMs, decorateAll);
  return vscode.Disposable.from(
    ...Object.values(types),
    latest,
    afterEdit,
    vscode.window.onDidChangeVisibleTextEditors(decorateAll),
    vscode.workspace.onDidChangeTextDocument(() => afterEdit.call()),
    options.link.onDidChangeGuidance(decorateAll),
    options.link.onDidChangeState(decorateAll),
    options.personal.onDidChange(decorateAll),
    onDidChangeSettings(decorateAll),
  );
}

type Types = Readonly<Record<Exclude<DecorationStyle, 'none'>, vscode.TextEditorDecorationType>>;

function createTypes(extension: vscode.Uri): Types {
  const icon = (name: string) => ({ gutterIconPath: vscode.Uri.joinPath(extension, 'media', name) });
  return {
    gutter: vscode.window.createTextEditorDecorationType({
      light: icon('gutter-light.svg'),
      dark: icon('gutter-dark.svg'),
      gutterIconSize: 'contain',
    }),
    underline: vscode.window.createTextEditorDecorationType({
      borderWidth: '0 0 1px 0',
      borderStyle: 'dotted',
      borderColor: new vscode.ThemeColor('leadlight.matchUnderline'),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  };
}

interface Decorating extends DecorationOptions {
  readonly editor: vscode.TextEditor;
  readonly types: Types;
  readonly token: vscode.CancellationToken;
}

async function decorate({ editor, types, token, link, personal }: Decorating): Promise<void> {
  const { document } = editor;
  const style = isReadable(document) ? decorationStyle(document) : 'none';
  const ranges = style === 'none' ? [] : await rangesIn({ document, token, link, personal });
  if (token.isCancellationRequested) return;
  for (const [name, type] of Object.entries(types)) editor.setDecorations(type, name === style ? ranges : []);
}

async function rangesIn({
  document,
  token,
  link,
  personal,
}: Pick<Decorating, 'token' | 'link' | 'personal'> & { readonly document: vscode.TextDocument }): Promise<
  vscode.Range[]
> {
  const result = await link.matches(document, token);
  const { marks } = await personal.at(document.uri);
  return (result?.matches ?? [])
    .filter(({ key }) => marks.get(key) !== 'muted')
    .map(({ range }) => toRange(range));
}
