import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { fileUri } from '../../src/node/fileUri';

describe('fileUri', () => {
  it('writes URIs as VS Code writes them', function () {
    const part = fc.string({
      unit: fc.constantFrom(...`aZ9 !"#$%&'()*+,-.:;<=>?@[]^_\`{|}~ä日😀`),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = process.platform === 'win32' ? `C:\\${parts.join('\\')}` : `/w/${parts.join('/')}`;
        assert.equal(fileUri(path), URI.file(path).toString());
      }),
    );
    assert.equal(fileUri('/'), 'file:///');
    assert.equal(fileUri('//server/share/a b'), 'file://server/share/a%20b');
  });
});
