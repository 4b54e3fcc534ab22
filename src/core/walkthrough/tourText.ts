import { codeBlock, escapeInline, markdownLink } from '../text/markdown';
import type { Step } from '../guidance/model';
import { type FindStep, linkSteps } from './stepReferences';

/** CodeTour runs such a line in a terminal when somebody clicks it. */
const shellLine = /^>>[ \t]+(\S.*)$/;
const heading = /^\s*#+[ \t]*(.*\S)[ \t]*(?:\r?\n|$)/;

/** The heading that a step's text begins with, which CodeTour takes for its title. */
export function titleInText(text: string): string | undefined {
  return heading.exec(text)?.[1];
}

/** The command lines in a step's text, in order. */
export function shellLines(text: string): readonly string[] {
  return linesOf(text).flatMap(({ line, isCode }) =>
    isCode ? [] : (shellLine.exec(line)?.[1]?.trim() ?? []),
  );
}

/**
 * What a step of a tour says, as Markdown: its text without the heading that is its title, command lines as code that
 * reads word for word as it is written, references to steps as links where `find` knows them, and after it what else
 * CodeTour would open or run. `most`: characters of a block.
 */
export function tourText(
  { title, text = '', tour }: Step,
  { most, find = () => undefined }: { readonly most?: number; readonly find?: FindStep } = {},
): string {
  const own = titleInText(text)?.trim() === title ? text.replace(heading, '') : text;
  const lines = linesOf(own).map(({ line, isCode }) => {
    if (isCode) return line;
    const command = shellLine.exec(line)?.[1];
    return command === undefined ? linkSteps(line, find) : `\n${codeBlock(command, 'shellscript', most)}\n`;
  });
  const { contents, uri, commands = [] } = tour ?? {};
  return [
    lines.join('\n'),
    ...(contents === undefined ? [] : [codeBlock(contents, '', most)]),
    ...(uri === undefined ? [] : [/^https?:/i.test(uri) ? markdownLink(uri, uri) : escapeInline(uri)]),
    ...(commands.length === 0
      ? []
      : [
          `CodeTour runs these commands of the editor here; Leadlight only shows them:\n\n${codeBlock(commands.join('\n'), '', most)}`,
        ]),
  ].join('\n\n');
}

/** The lines of a Markdown text, and whether each is part of fenced code. */
function linesOf(text: string): readonly { readonly line: string; readonly isCode: boolean }[] {
  let fence: string | undefined;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const wasCode = fence !== undefined;
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
    return { line, isCode: wasCode || fence !== undefined };
  });
}
