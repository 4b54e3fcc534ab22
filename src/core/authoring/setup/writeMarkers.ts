import { defaultTags } from '../../markers/defaultTags';
import { yamlValue } from '../../text/yamlText';

const header = `# What a marker in a comment means here, and what it has to say. Leadlight shows this on the marker, and lists all of
# them in the view Debt.
#
# "require" takes owner, issue, due, cost and reason; "expires: 90d" counts from the day on which the line was written.
# With "level: info" or "level: warning" a marker that breaks its policy is a diagnostic. Begin without, and see.

markers:
  - tag: TODO
    aliases: ["@todo"]
    means: Work that we agreed to do later. It says what is missing, and who knows about it.
    require: [owner]
    # expires: 180d

  - tag: FIXME
    aliases: ["@fixme"]
    means: Something here is wrong. It says who puts it right, and which issue it is.
    require: [owner, issue]

  - tag: HACK
    aliases: ["@hack"]
    means: This works, by means that nobody should copy. It says what the right way would be.
    require: [owner]
`;

/** The policies for debt, and for what silences the tools that are used here. */
export function writeMarkers(suppressions: readonly string[]): string {
  const policies = defaultTags
    .filter(({ tag, kind }) => kind === 'suppression' && suppressions.includes(tag))
    .map(({ tag, aliases = [] }) =>
      [
        `  - tag: ${yamlValue(tag)}`,
        ...(aliases.length === 0 ? [] : [`    aliases: [${aliases.map(yamlValue).join(', ')}]`]),
        '    kind: suppression',
        '    means: We told a tool to look away here. It says why, so that the next reader can check it.',
        '    require: [reason]',
      ].join('\n'),
    );
  return [header.trimEnd(), ...policies].join('\n\n') + '\n';
}
