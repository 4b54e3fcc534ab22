import { counted } from '../../core/text/counted';
import { escapeHtml } from '../../core/text/escapeHtml';
import type { RolePath } from './rolePath';

/** Where a person chooses whose steps they walk, and how many are left out; empty where all steps are for everybody. */
export function pathHtml({ roles, role, leftOut }: RolePath): string {
  if (roles.length === 0) return '';
  const choice = (value: string, label: string, index: number) =>
    `<button type="button" data-type="role" data-role="${escapeHtml(value)}" id="role-${index}" aria-pressed="${(role ?? '') === value}">${escapeHtml(label)}</button>`;
  const choices = ['', ...roles].map((each, index) => choice(each, each || 'Everything', index));
  return `<div class="actions" role="group" aria-labelledby="path-title">
<span id="path-title">Your path</span>${choices.join('')}</div>
<p class="facts" id="left-out">${escapeHtml(leftOutWords(leftOut, role))}</p>`;
}

/** How many steps are for others, as a sentence. */
export function leftOutWords(leftOut: number, role: string | undefined): string {
  if (role === undefined) return 'Some steps are for one role only. Choose yours to leave out the others.';
  return leftOut === 0
    ? 'No step is left out.'
    : `${counted(leftOut, 'step')} for other roles ${leftOut === 1 ? 'is' : 'are'} left out.`;
}
