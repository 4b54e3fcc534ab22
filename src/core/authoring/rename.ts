import type { Range } from 'vscode-languageserver-types';
import { isOwn } from '../guidance/formats';
import type { Guidance } from '../guidance/guidance';
import { isInside, relativePath } from '../text/links';
import { cleanLine } from '../text/markdown';
import { isSlug, slug } from '../text/slug';
import { yamlValue } from '../text/yamlText';
import type { Name, Names } from './names';
import { isRelated, sameName } from './sameName';

/** Why a name stays as it is, in a sentence. */
export interface Refusal {
  readonly refused: string;
}

export interface NameEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

export interface RenameInput {
  readonly guidance: Guidance;
  /** Those in comments of code included. */
  readonly names: Names;
}

/** What is renamed where a name stands, or why it cannot be. */
export function prepareRename(name: Name, { guidance, names }: RenameInput): Name | Refusal {
  const refused = refusalOf(name, sameName(name, names), guidance);
  return refused === undefined ? name : { refused };
}

/** The edits that give what is named another name, everywhere in the workspace folder; or why there are none. */
export function renameTo(
  newName: string,
  name: Name,
  { guidance, names }: RenameInput,
): readonly NameEdit[] | Refusal {
  const group = sameName(name, names);
  const refused = refusalOf(name, group, guidance) ?? newNameRefusal(newName, { name, group, names });
  if (refused !== undefined) return { refused: cleanLine(refused) };
  if (newName === name.name) return [];
  return group.map(({ uri, range, isInQuotes }) => ({
    uri,
    range,
    newText: isInQuotes ? newName : yamlValue(newName),
  }));
}

function refusalOf(
  { of, name }: Name,
  group: readonly Name[],
  { root, sources }: Guidance,
): string | undefined {
  if (of === 'file') return 'This is the path of a file: rename the file, and then write its new path here.';
  if (of === 'owner') return 'A handle is given elsewhere: only its own account can be renamed.';
  const definitions = group.filter(({ isDefinition }) => isDefinition);
  if (of !== 'tag' && definitions.length === 0)
    return `Nothing that is read here has the id "${name}", so there is nothing to rename.`;
  const kinds = new Set(definitions.map((each) => each.of));
  if (kinds.size > 1)
    return `"${name}" is the id of a ${[...kinds].join(' and of a ')}: rename each where it is written.`;
  const fixed = definitions.find(({ isWritten }) => !isWritten);
  if (fixed !== undefined) return unwritten(fixed);
  const outside = group.find(({ uri }) => !isInside(uri, root) || uri.includes('/node_modules/'));
  if (outside !== undefined)
    return `"${name}" is written in a pack, too (${placeOf(outside.uri, root)}), which is not yours to change.`;
  const broken = sources.find(
    (source) => source.broken && source.format !== undefined && isOwn(source.format),
  );
  if (broken !== undefined)
    return `${placeOf(broken.uri, root)} cannot be read as it is, so a name in it might be missed: mend it first.`;
  return undefined;
}

function unwritten({ of, name }: Name): string {
  if (of === 'decision') return `The id "${name}" comes from the name of the decision's file: rename that.`;
  if (of === 'area' || of === 'term' || of === 'marker')
    return `The id "${name}" is made of the ${of}'s own name: change that where it is written.`;
  return `The id "${name}" is made of a title or the name of a file: add "id: ${name}" there first, and rename that.`;
}

interface Renaming {
  readonly name: Name;
  readonly group: readonly Name[];
  readonly names: Names;
}

function newNameRefusal(newName: string, { name, group, names }: Renaming): string | undefined {
  if (newName === name.name) return undefined;
  if (name.of === 'tag') {
    if (/^\s|\s$|["'\\\p{Cc}]|^$/u.test(newName)) return 'A tag is one line of plain text, without quotes.';
    const isTaken = names.named(newName).some(({ of }) => of === 'tag');
    return isTaken ? `"${newName}" is a tag already; nobody could tell the two apart again.` : undefined;
  }
  if (!isSlug(newName))
    return `An id is lower case letters, digits, "-", "_" and ".", at most 64, such as "${slug(newName)}".`;
  const taken = names
    .named(newName)
    .find((other) => other.isDefinition && group.some((each) => each.isDefinition && isRival(each, other)));
  if (taken !== undefined) return `There is ${article(taken.of)} "${newName}" already.`;
  const isSpokenOf = sameName({ ...name, name: newName }, names).length > 1;
  return isSpokenOf ? `"${newName}" is spoken of already, and means something else.` : undefined;
}

/** Whether two definitions with one name would be taken for each other. */
function isRival(one: Name, other: Name): boolean {
  if (one.of !== other.of || !isRelated(one, other)) return false;
  return one.within === undefined || (one.within === other.within && one.uri === other.uri);
}

function article(of: Name['of']): string {
  return `${/^[aeiou]/.test(of) ? 'an' : 'a'} ${of}`;
}

function placeOf(uri: string, root: string): string {
  return relativePath(uri, root) ?? uri;
}
