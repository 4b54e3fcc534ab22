import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from 'yaml';
import { createService } from '../../src/core/service';
import { createV8Regex } from '../../src/node/v8Regex';
import { inTurns, type Row, timed } from './measure';
import { guidanceFile, philosophies } from './philosophies';
import { yamlOptions } from './reading';
import { treeHost, treeRoot } from './treeHost';

const lines = 2_000;

/** What is wrong in a long guidance file, from one keystroke in it to the last problem, beside the YAML library alone. */
export async function diagnosing(): Promise<readonly Row[]> {
  const text = fileOf(lines);
  const host = treeHost();
  host.write('src/index.ts', '\n');
  for (const [, path = ''] of text.matchAll(/exemplars: \["([^"#]+)#/g)) host.write(path, '\n'.repeat(200));
  host.write('.leadlight/guidance.yaml', text);
  const service = createService({ host, engine: createV8Regex() });
  await service.setFolders([treeRoot]);
  await service.settled();

  const at = text.indexOf('    owner:', text.length / 2);
  let turn = 0;
  /** A key is misspelt, then another one, so that no text comes twice. */
  const typed = () => `${text.slice(0, at)}    ownr${turn}: me\n${text.slice(at)}`;
  const keystroke = async () => {
    turn++;
    const uri = `${treeRoot}.leadlight/guidance.yaml`;
    await service.documentChanged(TextDocument.create(uri, 'yaml', turn, typed()));
    await service.settled();
    const found = service.problems().filter(({ code, message }) => {
      return code === 'unknown-key' && message.includes(`ownr${turn}`);
    });
    if (found.length !== 1) throw new Error('a misspelt key was not told');
  };
  const sides = [() => timed(keystroke), () => timed(() => parseDocument(typed(), yamlOptions))];
  await inTurns(10, sides);
  const [own = [], yaml = []] = await inTurns(25, sides);
  return [
    {
      what: `Problems of a guidance file of ${lines.toLocaleString('en')} lines after a keystroke`,
      unit: 'ms',
      own,
      besides: { what: 'yaml alone', figures: yaml },
      goal: '2x',
    },
  ];
}

function fileOf(count: number): string {
  const items = philosophies(count / 8, { filesOf: () => '"src/**/*.ts"' });
  const text: string[] = [];
  for (let taken = 0, at = 1; at < count; taken++) {
    const item = items[taken]!;
    text.push(item);
    at += item.split('\n').length - 1;
  }
  return guidanceFile(text);
}
