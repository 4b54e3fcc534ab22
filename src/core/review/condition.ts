import type { Predicate as PredicateData } from '../guidance/predicateSchema';
import type { Problem } from '../guidance/problem';
import type { Path } from '../guidance/yamlTree';
import { compilePredicate, unreadable } from './predicates/compilePredicate';
import { outcome, toVerdict } from './predicates/outcome';
import { PredicateReader, type PredicateSource } from './predicates/predicateReader';
import { pathsOf, viewOf } from './predicates/view';
import type { Condition } from './verdict';

/** Compiles what `when` or a part of `auto` asks of a diff; `path` is where it stands among the parts. */
export function compileCondition(
  data: PredicateData,
  source: PredicateSource & { readonly path: Path },
): { readonly condition: Condition; readonly problems: readonly Problem[] } {
  const reader = new PredicateReader(source);
  const predicate = compilePredicate(data, reader, source.path);
  const condition: Condition = {
    reads: reader.reads,
    lasting: reader.lasting,
    async evaluate(facts) {
      await facts.turn();
      const view = viewOf(facts, source.folder);
      // Without this, a negation would hold for folders that nobody touched.
      if (view.folder !== '' && view.files.length === 0)
        return toVerdict(outcome(false, 'no file of the folder that asks this changed', { scope: [] }));
      const verdict = toVerdict(await predicate(view));
      if (view.folder === '' || verdict.scope !== undefined) return verdict;
      return { ...verdict, scope: pathsOf(view.files) };
    },
  };
  return { condition, problems: reader.problems };
}

/** A condition of which nothing could be read: the item stays in. */
export const unreadableCondition: Condition = {
  reads: false,
  lasting: [],
  evaluate: () => Promise.resolve(toVerdict(unreadable)),
};
