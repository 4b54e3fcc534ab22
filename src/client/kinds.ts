import type { Kind } from '../core/guidance/model';

/** How each kind of entry is named and drawn; icons are names of VS Code's product icons. */
export const kinds: Readonly<
  Record<Kind, { readonly one: string; readonly many: string; readonly icon: string }>
> = {
  philosophy: { one: 'Philosophy', many: 'Philosophies', icon: 'lightbulb' },
  change: { one: 'Change', many: 'Changes', icon: 'arrow-swap' },
  marker: { one: 'Marker', many: 'Markers', icon: 'tag' },
  term: { one: 'Term', many: 'Terms', icon: 'symbol-key' },
  decision: { one: 'Decision', many: 'Decisions', icon: 'law' },
  checklist: { one: 'Checklist', many: 'Checklists', icon: 'checklist' },
  walkthrough: { one: 'Walkthrough', many: 'Walkthroughs', icon: 'compass' },
  area: { one: 'Area', many: 'Areas', icon: 'organization' },
};
