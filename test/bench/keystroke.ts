import { scanRegions } from '../../src/core/comments/scanRegions';
import { defaultTags } from '../../src/core/markers/defaultTags';
import { DocumentMarkers } from '../../src/core/markers/documentMarkers';
import { compileTags } from '../../src/core/markers/findMarkers';
import { createDice } from './dice';
import { largeProgram } from './largeProgram';
import { inTurns, median, type Row, timed } from './measure';

const languageId = 'typescript';
const keystrokes = 200;

/** One character typed in a large file: its markers brought up to date, beside looking for all of them again. */
export async function keystroke(): Promise<readonly Row[]> {
  const search = compileTags(defaultTags);
  const document = new DocumentMarkers(languageId, search);
  const sides = [
    (text: string) => document.update(text),
    (text: string) => search.find(text, scanRegions(text, languageId)),
  ].map((find) => () => typed(find));
  await inTurns(2, sides);
  const [own = [], whole = []] = await inTurns(7, sides);
  return [
    {
      what: 'Keystroke in 10,000 lines: markers',
      unit: 'ms',
      own,
      besides: { what: 'whole scan', figures: whole },
      goal: '0.05x',
    },
  ];
}

/** The median of some keystrokes all over the file. */
async function typed(find: (text: string) => unknown): Promise<number> {
  const dice = createDice(7);
  let text = largeProgram(10_000);
  find(text);
  const times: number[] = [];
  for (let count = 0; count < keystrokes; count += 1) {
    const at = dice.roll(text.length);
    // A text that was put together is copied into one piece when it is first read; a server's documents were.
    text = flat(`${text.slice(0, at)}x${text.slice(at)}`);
    times.push(await timed(() => find(text)));
  }
  return median(times);
}

function flat(text: string): string {
  return text.charCodeAt(0) === 0 ? '' : text;
}
