import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { setUpNeovim } from '../host/systemTools.mjs';
import { commandLine } from './commandLine';

interface Place {
  readonly file: string;
  /** 0-based, as LSP has them. */
  readonly line: number;
  readonly character: number;
}

/**
 * Starts the server over a file, waits until it answers a request about a place (`result`), and writes to standard
 * output what `show`, an expression of Lua, makes of the answer.
 */
const script = ({ file, line, character }: Place, method: string, { more = '', show }: Asked) => `
vim.cmd('edit ' .. ${JSON.stringify(file)})
local id = vim.lsp.start_client({
  name = 'leadlight',
  cmd = { ${JSON.stringify(process.execPath)}, ${JSON.stringify(commandLine)}, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, id)
local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  position = { line = ${line}, character = ${character} },
  ${more}
}
local text
vim.wait(30000, function()
  local answers = vim.lsp.buf_request_sync(0, ${JSON.stringify(method)}, params, 2000) or {}
  local answer = answers[id]
  local result = answer and answer.result
  if type(result) == 'table' and next(result) ~= nil then text = ${show} end
  return text ~= nil
end, 200)
io.stdout:write(text or 'no answer')
vim.cmd('qa!')
`;

interface Asked {
  /** What the file holds, where it is not one of the shop. */
  readonly text?: string;
  /** More of the request's parameters, as fields of a table of Lua. */
  readonly more?: string;
  readonly show: string;
}

describe('Neovim', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  /** What Neovim writes; `undefined` where there is none. */
  async function ask(place: Place, method: string, asked: Asked): Promise<string | undefined> {
    const nvim = await setUpNeovim();
    if (nvim === undefined) return undefined;
    const shop = join(folder.path, method.replace('/', '-'));
    cpSync(join(root, 'test/workspaces/shop'), shop, { recursive: true });
    if (asked.text !== undefined) writeFileSync(join(shop, place.file), asked.text);
    const lua = join(shop, 'ask.lua');
    writeFileSync(lua, script(place, method, asked));
    const { stdout, stderr } = spawnSync(nvim, ['--headless', '--clean', '-n', '-c', `luafile ${lua}`], {
      cwd: shop,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return `${stdout}${stdout === 'no answer' ? stderr : ''}`;
  }

  it('asks for a hover over leadlight lsp --stdio and gets the card', async function () {
    const place = { file: 'src/http/admin.ts', line: 17, character: 28 };
    const told = await ask(place, 'textDocument/hover', { show: 'result.contents.value' });
    if (told === undefined) this.skip();
    assert.match(told, /\*\*The clock is passed in\*\*/);
    assert.match(told, /Source: \[\.leadlight\/guidance\.yaml:\d+\]/);
  });

  const reference = { file: '.leadlight/review.yaml', line: 42, character: 30 };

  it('goes to the entry that a question names', async function () {
    const show = `(result[1] or result).targetUri or (result[1] or result).uri`;
    const told = await ask(reference, 'textDocument/definition', { show });
    if (told === undefined) this.skip();
    assert.match(told, /\/\.leadlight\/guidance\.yaml$/);
  });

  it('renames an entry in all files', async function () {
    const show = `(function()
      vim.lsp.util.apply_workspace_edit(result, 'utf-16')
      local lines = {}
      for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
        for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
          if line:find('cents-only', 1, true) then table.insert(lines, vim.trim(line)) end
        end
      end
      return table.concat(lines, '\\n')
    end)()`;
    const told = await ask(reference, 'textDocument/rename', { more: "newName = 'cents-only',", show });
    if (told === undefined) this.skip();
    assert.deepEqual(told.split('\n').sort(), [
      '- id: cents-only',
      'philosophy: cents-only',
      'philosophy: cents-only',
    ]);
  });

  it('completes a glob in guidance with the folders of the workspace', async function () {
    const place = { file: '.leadlight/areas.yaml', line: 3, character: 16 };
    const show = `(function()
      local labels = {}
      for _, item in ipairs(result.items) do table.insert(labels, item.label) end
      return table.concat(labels, '\\n')
    end)()`;
    const told = await ask(place, 'textDocument/completion', { show });
    if (told === undefined) this.skip();
    assert.ok(told.split('\n').includes('src/payments/'), told);
    assert.ok(told.split('\n').includes('src/**/*.ts'), told);
  });

  it('shows what is wrong in guidance', async function () {
    const place = { file: '.leadlight/new.yaml', line: 0, character: 0 };
    const show = `(function()
      local told = {}
      for _, each in ipairs(vim.diagnostic.get(0)) do
        table.insert(told, each.lnum .. ':' .. each.col .. ' ' .. each.code .. ': ' .. each.message)
      end
      return told[1] and table.concat(told, '\\n')
    end)()`;
    const text = 'terms:\n  - term: cart 🛒\n    mean: What a person wants to buy.\n';
    const told = await ask(place, 'textDocument/documentSymbol', { text, show });
    if (told === undefined) this.skip();
    assert.equal(
      told,
      [
        '2:4 unknown-key: Leadlight does not know the key "mean" here. Did you mean "means"?',
        '1:4 missing-value: Say what the term means: add "means".',
      ].join('\n'),
    );
  });
});
