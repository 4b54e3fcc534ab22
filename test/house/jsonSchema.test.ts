import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { minimatch } from 'minimatch';
import { isShape, type ProblemCode, problemCodes } from '../../src/core/guidance/problemCodes';
import { jsonSchema, schemaFile } from './jsonSchema';
import { exists, filesUnder, readText } from './repository';
import { schemaErrors } from './schemaErrors';

const { contributes } = JSON.parse(readText('package.json')) as {
  readonly contributes: {
    readonly yamlValidation: readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
  };
};

describe('the JSON Schema of guidance', () => {
  it('is what the schema says; if not, run `npm run docs`', async () => {
    assert.equal(readText(schemaFile), await jsonSchema());
  });

  it('is contributed for YAML files of .leadlight at any depth', () => {
    const [validation, ...others] = contributes.yamlValidation;
    assert.equal(others.length, 0);
    assert.ok(exists(validation!.url));
    assert.equal(validation?.url, `./${schemaFile}`);
    // The language server of that extension looks into no folder with a dot that a glob does not name.
    const isChecked = (path: string) => validation.fileMatch.some((glob) => minimatch(path, `**/${glob}`));
    for (const folder of ['shop', 'shop/packages/api', '.worktrees/shop', 'home/.a/b/.c/shop'])
      for (const file of ['team.yaml', 'team.yml', 'deep/er/team.yaml', 'deep/team.yml'])
        assert.ok(isChecked(`/${folder}/.leadlight/${file}`), `${folder} ${file}`);
    for (const path of ['/shop/leadlight/a.yaml', '/.shop/a.yaml', '/shop/.leadlight/a.md'])
      assert.ok(!isChecked(path), path);
  });

  it('has nothing against our own guidance, and what comes along', () => {
    const files = ['.leadlight', 'media/starter/.leadlight'].flatMap((folder) => filesUnder(folder, '.yaml'));
    assert.ok(files.length > 10);
    for (const file of files) assert.deepEqual(schemaErrors(readText(file)), [], file);
  });

  it('has nothing against the sample', () => {
    const shop = 'test/workspaces/shop';
    const files = ['walkthroughs', 'markers', 'review', 'areas'].map(
      (name) => `${shop}/.leadlight/${name}.yaml`,
    );
    for (const file of [...files, `${shop}/worker/.leadlight/guidance.yaml`])
      assert.deepEqual(schemaErrors(readText(file)), [], file);
  });

  it('finds what is wrong with a type, a key or a value, and nothing once it is mended', () => {
    const wrong = examplesOf(['wrong-type', 'unknown-key', 'missing-value', 'unknown-value']);
    for (const { code, mistaken, mended } of wrong) {
      assert.notDeepEqual(schemaErrors(mistaken), [], code);
      assert.deepEqual(schemaErrors(mended), [], code);
    }
  });

  it('leaves to Leadlight what it says itself beside another tool that reads the schema', () => {
    // What is no value for us is none for the schema's own parser, too.
    const own = (Object.keys(problemCodes) as ProblemCode[]).filter(
      (code) => !isShape(code) && !/^too-|^unknown-alias$/.test(code),
    );
    const mistakes = examplesOf(own).filter(({ mistaken }) => mistaken !== '');
    assert.ok(mistakes.length > 15);
    for (const { code, mistaken } of mistakes) assert.deepEqual(schemaErrors(mistaken), [], code);
    // `bad-value` stands for more than its example.
    assert.deepEqual(schemaErrors('markers: [{ tag: TODO, means: Later., expires: 3 weeks }]\n'), []);
    assert.deepEqual(schemaErrors('direction: { until: soon }\n'), []);
  });

  it('takes a section that is still empty', () => {
    assert.deepEqual(schemaErrors('areas:\ndirection:\ndisable:\n'), []);
    assert.deepEqual(schemaErrors('# Nothing yet\n'), []);
  });

  it('finds a mistake deep in a condition', () => {
    const item = (when: string) => `checklists: [{ id: a, title: A, items: [{ ask: B?, when: ${when} }] }]\n`;
    assert.deepEqual(schemaErrors(item('{ any: [{ not: { changed: src/** } }] }')), []);
    assert.notDeepEqual(schemaErrors(item('{ any: [{ not: { change: src/** } }] }')), []);
  });
});

/** The YAML examples of problems on the page that explains them. */
function examplesOf(codes: readonly ProblemCode[]) {
  const page = readText('media/problems.md');
  return codes.map((code) => {
    const section = page.split(/^## /m).find((text) => text.startsWith(`${code}\n`)) ?? '';
    const texts = fromMarkdown(section).children.flatMap((node) =>
      node.type === 'code' && node.lang === 'yaml' ? [node.value] : [],
    );
    const [mistaken = '', mended = ''] = texts;
    return { code, mistaken, mended };
  });
}
