/** At most `length` UTF-16 units of a text, and an ellipsis where that is not all; no character is cut in two. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(length - 1, length + 1));
  return `${text.slice(0, isPair ? length - 1 : length)} …`;
}
