/** Text for a list or the status bar, which would show `$(name)` as an icon. */
export function plainText(text: string): string {
  return text.replace(/\$\([\w-]+(?:~[\w-]+)?\)/g, '\\$&');
}
