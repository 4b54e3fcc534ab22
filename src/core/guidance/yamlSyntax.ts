import { type Document, visit } from 'yaml';
import { lineStartAt } from '../text/lineEnds';
import type { YamlProblem } from './yamlTree';

/** Of a quote that is never closed, the error stands where the text ends; what must be mended is where it begins. */
export function placeOfError(
  document: Document.Parsed,
  message: string,
  pos: [number, number],
): [number, number] {
  if (!message.startsWith('Missing closing')) return pos;
  let start: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type?.startsWith('QUOTE') && node.range && node.range[0] <= pos[0]) start = node.range[0];
    },
  });
  return start === undefined ? pos : [start, start + 1];
}

/** Says what the two most common slips are, with the cure: a glob or an `@owner` without quotes. */
export function syntaxProblem(text: string, message: string, [start, end]: [number, number]): YamlProblem {
  const plain = misreadAt(text, start);
  if (plain !== undefined) {
    return {
      code: 'yaml-syntax',
      message: `A value that begins with "${plain[0]}" must stand in quotes in YAML.`,
      start,
      end: start + plain.length,
      fix: { title: 'Put it in quotes', start, end: start + plain.length, newText: JSON.stringify(plain) },
    };
  }
  if (message.startsWith('Missing closing')) {
    return { code: 'yaml-syntax', message: 'The quote that opens here is never closed.', start, end };
  }
  const sentence = message.split('\n')[0]!.trim();
  return {
    code: 'yaml-syntax',
    message: `This is not valid YAML: ${sentence}.`.replace('..', '.'),
    start,
    end,
  };
}

/** A value that begins like an alias or a reserved character: outside of brackets up to a comment, else up to its comma. */
function misreadAt(text: string, start: number): string | undefined {
  const before = text.slice(lineStartAt(text, start), start);
  const isAlone = /^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+|-[ \t]+)$/.test(before);
  const value = isAlone ? /^[@*`](?:(?![ \t]#)[^\r\n])*/ : /^[@*`](?:\{[^{}\r\n]*\}|[^\r\n#,\]}])*/;
  return value.exec(text.slice(start, start + 300))?.[0].trimEnd();
}
