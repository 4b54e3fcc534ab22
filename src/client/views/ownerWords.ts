import type { FileOwner } from '../../core/features/owners';
import { cut } from '../../core/text/cut';

const longest = 40;

/** Who owns a file, short enough to stand beside its name; plain text. */
export function ownerLabel({ who }: FileOwner): string {
  return cut(who, longest);
}

/** The same with the rule and its line: `Owner: @web (*.ts · .github/CODEOWNERS:4)`; plain text. */
export function ownerWords({ who, rule }: FileOwner): string {
  return `Owner: ${who} (${rule})`;
}
