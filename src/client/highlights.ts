import * as vscode from 'vscode';
import type { DebtScan } from '../core/features/debt';
import type { MarkerPlace } from '../protocol/messages';
import type { ServerLink } from './link/serverLink';
import { markerColors, markerLook } from './markerLooks';
import { toRange } from './openSource';
import { registerPainter } from './paint';
import { highlightStyle, isOn } from './settings';

export interface HighlightOptions {
  readonly extension: vscode.Uri;
  readonly link: ServerLink;
}

/** Colours debt markers in the visible editors and their overview rulers, and marks those that the branch added. */
export function registerHighlights({ extension, link }: HighlightOptions): vscode.Disposable {
  const types = createTypes(extension);
  return registerPainter({
    link,
    types: [...types.tags.values(), types.line, types.branch],
    again: [whenSettled(link)],
    paint: async (document, token) => {
      const style = highlightStyle(document);
      const showsBranch = isOn('branchMarkers', document);
      if (style === 'none' && !showsBranch) return new Map();
      const places = ((await link.markers(document, token)) ?? []).filter(({ kind }) => kind === 'debt');
      return new Map([
        ...(style === 'none' ? [] : byColor(places, types)),
        [types.line, style === 'line' ? rangesOf(places) : []],
        [types.branch, showsBranch ? rangesOf(places.filter(({ isNew }) => isNew === true)) : []],
      ]);
    },
  });
}

/** Not while a scan goes on, which says often how far it is. */
function whenSettled(link: ServerLink): vscode.Event<DebtScan> {
  return (listener) =>
    link.onDidChangeDebt((scan) => (scan.state === 'running' ? undefined : listener(scan)));
}

interface Types {
  /** By the colour's id. */
  readonly tags: ReadonlyMap<string, vscode.TextEditorDecorationType>;
  readonly line: vscode.TextEditorDecorationType;
  readonly branch: vscode.TextEditorDecorationType;
}

function createTypes(extension: vscode.Uri): Types {
  const icon = (name: string) => ({ gutterIconPath: vscode.Uri.joinPath(extension, 'media', name) });
  const create = vscode.window.createTextEditorDecorationType;
  return {
    tags: new Map(
      markerColors.map((id) => [
        id,
        create({
          color: new vscode.ThemeColor(id),
          fontWeight: 'bold',
          overviewRulerColor: new vscode.ThemeColor(id),
          overviewRulerLane: vscode.OverviewRulerLane.Right,
          rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        }),
      ]),
    ),
    line: create({ backgroundColor: new vscode.ThemeColor('leadlight.marker.line'), isWholeLine: true }),
    branch: create({
      light: icon('branch-light.svg'),
      dark: icon('branch-dark.svg'),
      gutterIconSize: 'contain',
    }),
  };
}

function byColor(
  places: readonly MarkerPlace[],
  { tags }: Types,
): readonly (readonly [vscode.TextEditorDecorationType, vscode.Range[]])[] {
  return [...tags].map(([id, type]) => [
    type,
    rangesOf(places.filter(({ tag, kind }) => markerLook(tag, kind).color === id)),
  ]);
}

function rangesOf(places: readonly MarkerPlace[]): vscode.Range[] {
  return places.map(({ range }) => toRange(range));
}
