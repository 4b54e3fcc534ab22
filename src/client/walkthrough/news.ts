import type { StepOutline } from '../../core/walkthrough/playedWalkthrough';
import { counted } from '../../core/text/counted';
import { hash } from '../../core/text/hash';
import type { SeenSteps } from '../state/progress';

/** What a step is to somebody who was here before. */
export type News = 'new' | 'changed';

/** The steps that are news, by their id; none for who is here for the first time. */
export function newsIn(
  outline: readonly StepOutline[],
  seen: SeenSteps | undefined,
): ReadonlyMap<string, News> {
  const news = new Map<string, News>();
  if (seen === undefined) return news;
  for (const { id, fingerprint } of outline) {
    const before = Object.hasOwn(seen, id) ? seen[id] : undefined;
    if (before !== fingerprint) news.set(id, before === undefined ? 'new' : 'changed');
  }
  return news;
}

/** The steps as they are now, as somebody who has seen them all remembers them. */
export function allSeen(outline: readonly StepOutline[]): SeenSteps {
  return Object.fromEntries(outline.map(({ id, fingerprint }) => [id, fingerprint]));
}

/** One sentence; empty where nothing is news. */
export function newsWords(news: ReadonlyMap<string, News>): string {
  const count = (wanted: News) => [...news.values()].filter((each) => each === wanted).length;
  const [added, changed] = [count('new'), count('changed')];
  const said = [
    added > 0 ? `${counted(added, 'step')} ${added === 1 ? 'is' : 'are'} new` : '',
    changed > 0 ? `${added > 0 ? changed : counted(changed, 'step')} changed` : '',
  ].filter(Boolean);
  return said.length === 0 ? '' : `${said.join(' and ')} since your last visit.`;
}

/** The same text as long as the same steps say the same that is news. */
export function newsKey(outline: readonly StepOutline[], news: ReadonlyMap<string, News>): string {
  const told = outline.filter(({ id }) => news.has(id)).map(({ id, fingerprint }) => [id, fingerprint]);
  return hash(JSON.stringify(told.sort()));
}
