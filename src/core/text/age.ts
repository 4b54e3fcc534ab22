import { counted } from './counted';
import { addMonths, daysBetween } from './day';

/** How long ago a day was, in words such as `3 months`; both are days such as `2026-11-22`. */
export function ageInWords(from: string, today: string): string {
  const days = Math.max(0, daysBetween(from, today));
  if (days < 14) return counted(days, 'day');
  if (days < 60) return counted(Math.floor(days / 7), 'week');
  let months = Math.ceil(days / 30);
  while (addMonths(from, months) > today) months -= 1;
  return months < 24 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year');
}
