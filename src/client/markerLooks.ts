import type { MarkerKind } from '../core/markers/marker';

/** Colours of the manifest. */
export type MarkerColor = (typeof looks)[keyof typeof looks]['color'];

/** How a kind of marker is drawn: its shape tells it apart as well as its colour. Icons are VS Code's product icons. */
export interface MarkerLook {
  readonly icon: string;
  readonly color: MarkerColor | 'descriptionForeground';
}

const looks = {
  TODO: { icon: 'checklist', color: 'leadlight.marker.todo' },
  FIXME: { icon: 'flame', color: 'leadlight.marker.fixme' },
  HACK: { icon: 'tools', color: 'leadlight.marker.hack' },
  BUG: { icon: 'bug', color: 'leadlight.marker.bug' },
  XXX: { icon: 'alert', color: 'leadlight.marker.other' },
} as const;

/** Each colour once. */
export const markerColors: readonly MarkerColor[] = [
  ...new Set(Object.values(looks).map(({ color }) => color)),
];

const other: MarkerLook = { icon: 'tag', color: 'leadlight.marker.other' };
const suppression: MarkerLook = { icon: 'eye-closed', color: 'descriptionForeground' };

export function markerLook(tag: string, kind: MarkerKind = 'debt'): MarkerLook {
  if (kind === 'suppression') return suppression;
  return Object.hasOwn(looks, tag) ? looks[tag as keyof typeof looks] : other;
}
