import { PatternParser } from './patternParser';
import { PatternReader, PatternRefusal } from './patternReader';
import { largestRepeat, sizeOf } from './patternSize';
import type { PatternError, Syntax } from './patternSyntax';

/** In UTF-16 units. */
export const maxPatternLength = 1000;

/** In steps of the engine, which are counted as `sizeOf` does: what a match costs grows with them. */
export const maxPatternSize = 1500;

/**
 * Reads RE2's syntax. Whatever it accepts the engine accepts, except for a Unicode class that does not exist.
 * Refuses with a reason what RE2 refuses, and what is too long or becomes too large.
 */
export function parsePattern(source: string): Syntax | PatternError {
  const reader = new PatternReader(source);
  try {
    if (source.length > maxPatternLength) {
      reader.at = source.length;
      reader.refuse(maxPatternLength, {
        what: `A pattern of ${source.length} characters is too long`,
        instead: `At most ${maxPatternLength} are read; write several patterns.`,
      });
    }
    const syntax = new PatternParser(reader).parse();
    checkSize(syntax, reader);
    return syntax;
  } catch (error) {
    if (error instanceof PatternRefusal) return error.problem;
    throw error;
  }
}

function checkSize(syntax: Syntax, reader: PatternReader): void {
  const size = sizeOf(syntax);
  if (size <= maxPatternSize) return;
  const { start, end } = largestRepeat(syntax)!;
  reader.at = end;
  reader.refuse(start, {
    what: `The pattern comes to ${size} steps, and at most ${maxPatternSize} are run: a repeat makes it large`,
    instead: 'Count less, or use * or +.',
  });
}
