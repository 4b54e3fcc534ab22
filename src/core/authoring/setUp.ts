import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SetUpChosen, SetUpFile, SetUpFound, SetUpPart } from './setup/found';
import { writeAreas } from './setup/writeAreas';
import { writeFirstDay } from './setup/writeFirstDay';
import { writeMarkers } from './setup/writeMarkers';
import { writePhilosophies } from './setup/writePhilosophies';
import { writeReview } from './setup/writeReview';

/** A part as a new file: how it is called, what stands in it, and where the thinking is needed. */
interface Draft {
  readonly name: string;
  readonly text: string;
  /** Whatever it matches ends where to go on writing. */
  readonly until: RegExp;
}

/**
 * The files of a starter `.leadlight/`, the main one first. A part that the folder has already, or that nothing is known
 * for, gives none, and no file has the name of one that is there.
 */
export function setUp(found: SetUpFound, chosen: SetUpChosen): readonly SetUpFile[] {
  const taken = new Set(found.taken.map((path) => path.toLowerCase()));
  return chosen.parts
    .filter((part) => !found.has.includes(part))
    .flatMap((part) => {
      const draft = draftOf(part, found, chosen);
      if (draft === undefined) return [];
      const path = freePath(draft.name, taken);
      taken.add(path.toLowerCase());
      return [{ path, text: draft.text, cursor: cursorIn(draft) }];
    });
}

function draftOf(part: SetUpPart, found: SetUpFound, chosen: SetUpChosen): Draft | undefined {
  switch (part) {
    case 'philosophies': {
      const groups = found.groups
        .map((group) => ({
          ...group,
          philosophies: group.philosophies.filter(({ id }) => chosen.philosophies.includes(id)),
        }))
        .filter(({ philosophies }) => philosophies.length > 0);
      if (groups.length === 0) return undefined;
      return { name: 'guidance.yaml', text: writePhilosophies(groups), until: /^ {4}why: \|\n {6}/m };
    }
    case 'checklist':
      if (found.questions.length === 0) return undefined;
      return { name: 'review.yaml', text: writeReview(found.questions), until: /^ {8}ask: /m };
    case 'walkthrough':
      return {
        name: 'walkthroughs/first-day.md',
        text: writeFirstDay(found.repository),
        until: /^# .*\n\n/m,
      };
    case 'markers':
      return {
        name: 'markers.yaml',
        text: writeMarkers(found.repository.suppressions),
        until: /^ {4}means: /m,
      };
    case 'areas':
      if (found.areas === undefined) return undefined;
      return { name: 'areas.yaml', text: writeAreas(found.areas), until: /^ {4}lead: /m };
  }
}

/** `guidance.yaml`, or `guidance-2.yaml` where that is taken, without case as many file systems are. */
function freePath(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const path = `.leadlight/${number === 1 ? name : name.replace(/\.(?=\w+$)/, `-${number}.`)}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

function cursorIn({ text, until }: Draft): SetUpFile['cursor'] {
  const match = until.exec(text);
  const offset = match === null ? 0 : match.index + match[0].length;
  return TextDocument.create('', '', 0, text).positionAt(offset);
}
