import { cleanLine } from '../../text/markdown';
import { yamlValue } from '../../text/yamlText';
import type { AreaDraft, AreaDrafts } from './found';

const header = `# Who leads which part of the code now, and who stands in. Leadlight names them on cards, in the view Here, on debt and
# in reviews; leading is a role, so let it change.
#
`;
const origins = {
  codeowners: `# Drafted from CODEOWNERS, which is read in any case: an area here comes before its rules, and can say more.
# Of two areas that are about the same file, the later one counts.
`,
  git: `# Drafted from who committed where lately, which says who knows the code, and not who leads it. Talk about it first.
# Handles are made of e-mail addresses: check each of them.
`,
};
const more = `# More keys: ask: "#channel", reviewers: ["@jon"], away: [{ from: 2027-03-01, to: 2027-03-14 }].

areas:
`;

export function writeAreas({ from, areas }: AreaDrafts): string {
  return `${header}${origins[from]}${more}${areas.map(areaText).join('\n')}`;
}

function areaText({ name, files, lead, delegate, note }: AreaDraft): string {
  const globs = files.map(yamlValue);
  return [
    `  - name: ${yamlValue(name)}`,
    `    files: ${globs.length === 1 ? globs[0]! : `[${globs.join(', ')}]`}`,
    ...(note === undefined ? [] : [`    # ${cleanLine(note)}`]),
    ...(lead === undefined ? [] : [`    lead: ${yamlValue(lead)}`]),
    ...(delegate === undefined ? [] : [`    delegate: ${yamlValue(delegate)}`]),
    '',
  ].join('\n');
}
