import { closest, distance } from 'fastest-levenshtein';
import type { LineSpan } from '../text/contentAnchor';
import { didYouMean } from '../text/didYouMean';
import { compilePattern, type RegexEngine } from '../text/pattern';
import { openWindow } from '../text/textWindow';
import { yamlMapping } from '../text/yamlText';
import type { ReadText } from './anchorText';
import { symbolPath } from './outline';
import { proposeAnchor } from './proposeAnchor';
import type { RepairedAnchor } from './repairAnchor';
import type { AnchorRepair } from './resolvedAnchor';
import type { StepAnchor } from './stepAnchor';

/** A person looks at so many and no more. */
const mostChoices = 5;
/** Looking for the nearest takes the product of the lengths: longer lines, and more of them, are not looked at. */
const longestLine = 200;
const mostLines = 5_000;

/**
 * What an anchor that leads nowhere may have meant: each of the places that it fits, or what is nearest to it. None is
 * sure, so a person has to choose.
 */
export function anchorChoices(
  { at, uri, anchored, file }: RepairedAnchor,
  { text, engine }: { readonly text: ReadText; readonly engine?: RegexEngine | undefined },
): readonly AnchorRepair[] {
  if (anchored.form !== 'yaml') return [];
  return placesLike(at, text, engine)
    .slice(0, mostChoices)
    .map((span) => {
      const { at: place, label } = proposeAnchor(text, span);
      return {
        title: `Anchor it by ${label} (line ${span.start + 1})`,
        uri,
        range: anchored.range,
        newText: yamlMapping({ file, ...place }),
      };
    });
}

function placesLike(at: StepAnchor, text: ReadText, engine: RegexEngine | undefined): readonly LineSpan[] {
  if (at.symbol !== undefined) return symbolsLike(symbolPath(at.symbol), text);
  if (at.text !== undefined) return linesLike(at.text.trim(), text);
  if (at.pattern !== undefined) return matchesOf(at.pattern, text, engine);
  return [];
}

/** Of the same path, else of the same name, else of the name that is nearest. */
function symbolsLike(path: string, { outline, rangeOf }: ReadText): readonly LineSpan[] {
  const nameOf = (symbol: string) => symbol.split('.').at(-1)!;
  const near = didYouMean(
    nameOf(path),
    outline.map((declaration) => nameOf(declaration.path)),
  );
  const same = outline.filter((declaration) => declaration.path === path);
  const like = same.length > 0 ? same : outline.filter((declaration) => nameOf(declaration.path) === near);
  return like.map(({ start, end }) => {
    const { line } = rangeOf(start, end).start;
    return { start: line, end: line };
  });
}

/** Those that hold the text, else the one that is nearest. */
function linesLike(wanted: string, { content: { lines } }: ReadText): readonly LineSpan[] {
  const at = (line: number): LineSpan => ({ start: line, end: line });
  const first = wanted.split('\n')[0]!.trim();
  if (first === '' || first.length > longestLine) return [];
  const holding = lines.flatMap((line, index) => (line.includes(first) ? [at(index)] : []));
  if (holding.length > 0 || lines.length > mostLines) return holding;
  const trimmed = lines.map((line) => line.trim().slice(0, longestLine));
  const near = closest(first, trimmed);
  return distance(first, near) <= first.length / 3 ? [at(trimmed.indexOf(near))] : [];
}

function matchesOf(
  source: string,
  { text, rangeOf }: ReadText,
  engine: RegexEngine | undefined,
): readonly LineSpan[] {
  const pattern = compilePattern(source, engine);
  if ('message' in pattern) return [];
  const found: LineSpan[] = [];
  pattern.search(openWindow(text, { from: 0, to: text.length }), ({ start, end }) => {
    const { line } = rangeOf(start, end).start;
    return found.push({ start: line, end: line }) < mostChoices;
  });
  return found;
}
