import { jsonRecord, recordOf } from './jsonRecord';

/** What a manifest depends on, by its name: modules as code imports them, as far as that can be told from it. */
const readers: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'package.json': ofNode,
  'go.mod': ofGo,
  'Cargo.toml': ofCargo,
  'pyproject.toml': ofPyproject,
  'requirements.txt': ofRequirements,
  'requirements-dev.txt': ofRequirements,
};

/** Names of the manifests that are read. */
export const dependencyFiles: readonly string[] = Object.keys(readers);

/** The modules that a manifest with this name depends on; none where it is broken. Never throws. */
export function dependenciesIn(name: string, text: string): readonly string[] {
  return Object.hasOwn(readers, name) ? readers[name]!(text) : [];
}

function ofNode(text: string): readonly string[] {
  const told = jsonRecord(text);
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
    Object.keys(recordOf(told[key])),
  );
}

/** What others need is not imported here. */
function ofGo(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => {
    if (line.endsWith('// indirect')) return [];
    return /^(?:require[ \t]+)?([\w.~-]+\.[\w.~/-]+)[ \t]+v\d/.exec(line)?.[1] ?? [];
  });
}

function ofCargo(text: string): readonly string[] {
  return inTables(text).flatMap(({ table, line }) => {
    const found = /(?:^|\.)(?:dev-|build-)?dependencies(?:\.([\w-]+))?$/.exec(table);
    if (found === null) return [];
    const [, own] = found;
    const name = own === undefined ? /^([\w-]+)[ \t]*[.=]/.exec(line)?.[1] : line === '' ? own : undefined;
    return name === undefined ? [] : [name.replaceAll('-', '_')];
  });
}

function ofPyproject(text: string): readonly string[] {
  let isList = false;
  return inTables(text).flatMap(({ table, line }) => {
    if (/^tool\.poetry\.(?:group\.[\w-]+\.|dev-)?dependencies$/.test(table)) {
      const name = /^([\w.-]+)[ \t]*=/.exec(line)?.[1];
      return name === undefined || name === 'python' ? [] : [importName(name)];
    }
    const isOther = table === 'project.optional-dependencies' || table === 'dependency-groups';
    if (table !== 'project' && !isOther) return [];
    const begins = isOther ? /^[\w-]+[ \t]*=[ \t]*\[/.test(line) : /^dependencies[ \t]*=[ \t]*\[/.test(line);
    isList ||= begins;
    if (!isList) return [];
    // The bracket of `requests[socks]` stands in quotes.
    isList = !line.replace(/"[^"]*"|'[^']*'/g, '').includes(']');
    return Array.from(line.matchAll(/["']([A-Za-z][\w.-]*)/g), ([, name]) => importName(name!));
  });
}

function ofRequirements(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const name = /^([A-Za-z][\w.-]*)[ \t]*(?:$|[[<>=!~;#@])/.exec(line)?.[1];
    return name === undefined ? [] : [importName(name)];
  });
}

/** Most packages of Python are imported by their name, as Python can write it. */
function importName(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

/** The lines of TOML with the table that each is in; an empty one begins it. */
function inTables(text: string): readonly { readonly table: string; readonly line: string }[] {
  let table = '';
  return linesOf(text).flatMap((line) => {
    const header = /^\[([^[\]]+)\]$/.exec(line)?.[1];
    if (header !== undefined) table = header.trim();
    return line === '' ? [] : [{ table, line: header === undefined ? line : '' }];
  });
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
