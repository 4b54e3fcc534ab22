import type { MarkerPolicy } from '../guidance/model';
import type { MarkerKind } from './marker';

/** What holds for a tag at a place: what the team agreed, or what Leadlight assumes where nobody said anything. */
export interface Policy extends Pick<
  MarkerPolicy,
  'tag' | 'aliases' | 'means' | 'require' | 'expires' | 'level' | 'markdown'
> {
  readonly kind: MarkerKind;
  /** The entry that says so; `undefined` for a Leadlight default. */
  readonly entry?: MarkerPolicy;
}
