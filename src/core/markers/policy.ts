import type { MarkerPolicy } from '../guidance/model';
import type { Level } from '../guidance/schema';
import type { MarkerKind, MarkerPartName } from './marker';

/** What holds for a tag at a place: what the team agreed, or what Leadlight assumes where nobody said anything. */
export interface Policy {
  readonly tag: string;
  readonly aliases: readonly string[];
  readonly kind: MarkerKind;
  readonly means?: string;
  readonly require: readonly MarkerPartName[];
  /** `90d`, `12w`, `6mo`, `1y` */
  readonly expires?: string;
  readonly level: Level;
  readonly markdown: 'headings' | 'prose' | 'none';
  /** The entry that says so; `undefined` for a Leadlight default. */
  readonly entry?: MarkerPolicy;
}
