import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CaptureQuery } from '../../../src/core/authoringCapture';
import { openFixture } from '../workspace';

/** The file that is written, with its path and `$0` for the cursor; or why there is none. The selection is in `‹›`. */
export async function captureIn(fixture: string, query: CaptureQuery): Promise<string> {
  const { service, open } = await openFixture(fixture.replace(/[‹›]/g, ''));
  const at = selectionIn(fixture);
  const document = await open(at.path);
  const range = { start: document.positionAt(at.start), end: document.positionAt(at.end) };
  const result = await service.authoring.capture.capture(document, range, query);
  if ('refused' in result) return `refused: ${result.refused}`;
  const source = result.of === undefined ? '' : (await open(result.path)).getText();
  const text = TextDocument.applyEdits(TextDocument.create('', '', 0, source), [result]);
  const cursor = TextDocument.create('', '', 0, text).offsetAt(result.cursor);
  return `${result.path}${result.of === undefined ? ' (new)' : ''}\n${text.slice(0, cursor)}$0${text.slice(cursor)}`;
}

/** Which file of a fixture holds the marks, and where it does. */
function selectionIn(fixture: string) {
  const files = fixture.split(/^[ \t]*\/\/- \//m).slice(1);
  const file = files.find((each) => each.includes('‹'))!;
  const indent = /^[ \t]*(?=\/\/- )/m.exec(fixture)![0];
  const path = file.slice(0, file.indexOf('\n'));
  const text = file
    .slice(file.indexOf('\n') + 1)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
  const start = text.indexOf('‹');
  return { path, start, end: text.indexOf('›') - 1 };
}
