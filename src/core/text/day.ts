/** The calendar day of a moment in the reader's time zone, such as `2026-11-22`; days compare as text. */
export function dayOf(moment: Date): string {
  return written(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** Whether a text is a day of the calendar in that form. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isInCalendar(numbersOf(text));
}

/** `day` must be a day; what would be after the year 9999 is its last day. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(numberOf(numbersOf(day)) + days);
}

/** The same day of another month, or the last one of that month where it is shorter; at the latest 9999-12-31. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = numbersOf(day);
  const sum = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(sum / 12), (sum % 12) + 1];
  if (newYear > 9999) return lastDay;
  return written(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)));
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return numberOf(numbersOf(to)) - numberOf(numbersOf(from));
}

type YearMonthDate = readonly [year: number, month: number, date: number];

const lastDay = '9999-12-31';

function numbersOf(day: string): YearMonthDate {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function written(year: number, month: number, date: number): string {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`;
}

function isInCalendar([year, month, date]: YearMonthDate): boolean {
  return date >= 1 && date <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Days since 0000-03-01: years that begin in March end with their leap day. */
function numberOf([year, month, date]: YearMonthDate): number {
  const marchYear = month < 3 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + date - 1;
}

function dayOfNumber(number: number): string {
  if (number > numberOf(numbersOf(lastDay))) return lastDay;
  let year = Math.floor(number / 365.2425) + 1;
  while (numberOf([year, 1, 1]) > number) year -= 1;
  let month = 12;
  while (numberOf([year, month, 1]) > number) month -= 1;
  return written(year, month, number - numberOf([year, month, 1]) + 1);
}
