import { Ajv } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { schemaFile } from './jsonSchema';
import { readText } from './repository';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readText(schemaFile)) as object,
);

/** What the JSON Schema that ships has against a file of `.leadlight/`, as `/path keyword`. Throws on broken YAML. */
export function schemaErrors(text: string): readonly string[] {
  return [parseAllDocuments(text)].flat().flatMap((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    // A comment alone is no document for the tools that read a schema.
    if (document.contents === null || validate(document.toJS())) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  });
}
