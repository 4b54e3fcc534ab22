import { readLeadlight } from '../../../src/core/guidance/leadlight';
import { createCompilers } from '../../../src/core/match/compilers';

/** What Leadlight makes of the text of a guidance file. */
export function parseGuidanceText(text: string) {
  const folder = 'file:///shop/';
  const uri = `${folder}.leadlight/markers.yaml`;
  const source = { uri, text, folder, linkBase: folder, compilers: createCompilers() };
  const { problems, ignore } = readLeadlight(source);
  return {
    text,
    problems: problems.map(({ code, message }) => `${code}: ${message}`),
    ignore: ignore.map(({ value }) => value),
  };
}
