import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { setUpNeovim } from '../host/systemTools.mjs';
import { commandLine } from './commandLine';

/** Starts the server, waits until it has something to say about a place, and writes that to standard output. */
const script = (file: string, line: number, character: number) => `
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
}
local text
vim.wait(30000, function()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 2000) or {}
  local answer = answers[id]
  text = answer and answer.result and answer.result.contents and answer.result.contents.value
  return text ~= nil
end, 200)
io.stdout:write(text or 'no hover')
vim.cmd('qa!')
`;

describe('Neovim', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('asks for a hover over leadlight lsp --stdio and gets the card', async function () {
    const nvim = await setUpNeovim();
    if (nvim === undefined) this.skip();
    const shop = join(folder.path, 'shop');
    cpSync(join(root, 'test/workspaces/shop'), shop, { recursive: true });
    const lua = join(folder.path, 'hover.lua');
    writeFileSync(lua, script('src/http/admin.ts', 17, 28));
    const { stdout, stderr } = spawnSync(nvim, ['--headless', '--clean', '-n', '-c', `luafile ${lua}`], {
      cwd: shop,
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.match(stdout, /\*\*The clock is passed in\*\*/, stderr);
    assert.match(stdout, /Source: \[\.leadlight\/guidance\.yaml:\d+\]/);
  });
});
