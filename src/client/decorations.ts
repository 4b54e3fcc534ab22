import * as vscode from 'vscode';
import type { ServerLink } from './link/serverLink';
import { toRange } from './openSource';
import { registerPainter } from './paint';
import { type DecorationStyle, decorationStyle } from './settings';
import type { PersonalState } from './state/personalState';

export interface DecorationOptions {
  readonly extension: vscode.Uri;
  readonly link: ServerLink;
  readonly personal: PersonalState;
}

/** Marks, in the visible editors, where a philosophy or a change has something to say, unless it is muted. */
export function registerDecorations({ extension, link, personal }: DecorationOptions): vscode.Disposable {
  const types = createTypes(extension);
  return registerPainter({
    link,
    types: Object.values(types),
    again: [personal.onDidChange],
    paint: async (document, token) => {
      const style = decorationStyle(document);
      if (style === 'none') return new Map();
      const result = await link.matches(document, token);
      const { marks } = await personal.at(document.uri);
      const shown = (result?.matches ?? []).filter(({ key }) => marks.get(key) !== 'muted');
      return new Map([[types[style], shown.map(({ range }) => toRange(range))]]);
    },
  });
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
