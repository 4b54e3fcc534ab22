import type { Predicate as PredicateData, Preset } from '../../guidance/predicateSchema';
import type { Path } from '../../guidance/yamlTree';
import { compileComparison } from '../comparison';
import type { Pattern } from '../../text/pattern';
import { branch, commitMessage } from './branch';
import { addedLine, removedLine } from './changedLines';
import { content } from './content';
import { counterpart } from './counterpart';
import { commits, debt, fileCount, lines, testRatio } from './counts';
import { inLanguages, ownedBy } from './fileFilters';
import {
  being,
  type changes,
  everyFile,
  type FileKey,
  matching,
  noFile,
  someFile,
  someKey,
} from './fileKeys';
import { key } from './key';
import { lockfile } from './lockfile';
import type { Mapping, Predicate } from './mapping';
import { firstTime, guidanceChanged } from './otherKeys';
import { notOf, type Outcome } from './outcome';
import type { PredicateReader } from './predicateReader';
import { presetGlobs, testGlobs } from './presets';
import { skippedTests } from './skippedTests';
import type { View } from './view';

type LeafKey = Exclude<keyof PredicateData, 'all' | 'any' | 'not'>;
type ReadKey<V> = (value: V, reader: PredicateReader, path: Path) => Partial<Mapping> | undefined;

/** What each key of a mapping adds to it; `undefined` where its value could not be read. */
export const predicateKeys: { readonly [K in LeafKey]: ReadKey<NonNullable<PredicateData[K]>> } = {
  changed: choosing('changed'),
  added: choosing('added'),
  modified: choosing('modified'),
  deleted: choosing('deleted'),
  renamed: choosing('renamed'),
  binary: choosing('binary'),
  only(values, reader, path) {
    const globs = reader.globs(values, path);
    return globs && { fileKeys: [everyFile(globs, matching(values))] };
  },
  preset: (names, reader) => ({ fileKeys: [ofPresets(names, reader)] }),
  languages: (ids) => ({ filters: [inLanguages(ids)] }),
  owner: (handles) => ({ filters: [ownedBy(handles)] }),
  without(values, reader, path) {
    const globs = reader.globs(values, path);
    return globs && { quick: [noFile(globs, matching(values))] };
  },
  counterpart(values, reader, path) {
    const mates = reader.mates(values, path);
    return mates && { quick: [counterpart(mates)] };
  },
  lockfile: (wanted) => ({ quick: [wanted ? lockfile() : denied(lockfile())] }),
  lines: (text) => ({ quick: [lines(compileComparison(text))] }),
  fileCount: (text) => ({ quick: [fileCount(compileComparison(text))] }),
  commits: (text) => ({ quick: [commits(compileComparison(text))] }),
  testRatio: (text, reader) => ({ quick: [testRatio(compileComparison(text), reader.ownGlobs(testGlobs))] }),
  debt: (text) => ({ slow: [debt(compileComparison(text))] }),
  addedLine: searching((patterns, { compilers }) => ({ quick: [addedLine(patterns, compilers)] })),
  removedLine: searching((patterns, { compilers }) => ({ quick: [removedLine(patterns, compilers)] })),
  content: searching((patterns) => ({ slow: [content(patterns)] })),
  key(values, reader, path) {
    const parts = reader.keyedParts(values, path);
    return parts && { slow: [key(parts)] };
  },
  skippedTests: (wanted, { compilers }) => ({ slow: [asked(wanted, skippedTests(compilers))] }),
  branch: searching((patterns) => ({ quick: [branch(patterns)] })),
  commitMessage: searching((patterns) => ({ quick: [commitMessage(patterns)] })),
  guidanceChanged: (wanted) => ({ quick: [wanted ? guidanceChanged() : denied(guidanceChanged())] }),
  firstTime: (wanted) => ({ slow: [asked(wanted, firstTime())] }),
};

/** Of several, one must hold; each file of `docsOnly` and `testsOnly` together is one or the other. */
function ofPresets(names: readonly Preset[], reader: PredicateReader): FileKey {
  const keyOf = (chosen: readonly Preset[]) => {
    const rows = chosen.map((name) => presetGlobs[name]);
    const globs = reader.ownGlobs(rows.flatMap((row) => row.globs));
    const words = being({
      one: rows.map(({ one }) => one).join(' or '),
      many: rows.map(({ many }) => many).join(' or '),
    });
    return rows[0]?.isOnly === true ? everyFile(globs, words) : someFile('changed', globs, words);
  };
  const only = names.filter((name) => presetGlobs[name].isOnly);
  const some = names.filter((name) => !presetGlobs[name].isOnly);
  return someKey([some, only].filter(({ length }) => length > 0).map(keyOf));
}

function choosing(change: keyof typeof changes): ReadKey<readonly string[]> {
  return (values, reader, path) => {
    const globs = reader.globs(values, path);
    return globs && { fileKeys: [someFile(change, globs, matching(values))] };
  };
}

function searching(
  search: (patterns: readonly Pattern[], reader: PredicateReader) => Partial<Mapping>,
): ReadKey<readonly string[]> {
  return (values, reader, path) => {
    const patterns = reader.patterns(values, path);
    return patterns && search(patterns, reader);
  };
}

/** What `false` asks for. */
function denied(predicate: (view: View) => Outcome): (view: View) => Outcome {
  return (view) => notOf(predicate(view));
}

function asked(wanted: boolean, predicate: Predicate): Predicate {
  return wanted ? predicate : async (view) => notOf(await predicate(view));
}
