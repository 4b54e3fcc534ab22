/** The owners that a marker's `owner` names, the first first: several are written `maya, ben` or `@maya @ben`. */
export function ownersIn(written: string): readonly string[] {
  return written
    .split(/[,;&]|\s(?=@)/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
