import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { hostilePayloads } from '../core/hostilePayloads';
import { startEditor } from '../host/editor.mjs';
import { webview } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { chooseWalkthrough } from './walkthroughList';

/** What a page would run or load, beside what harms in Markdown. */
const pagePayloads = [
  '<script>alert(1)</script>',
  '</code></pre></main><script src="https://evil.example/a.js"></script>',
  '<img src="https://evil.example/a.png" onerror="alert(1)">',
  '<svg onload="alert(1)"><script>alert(1)</script></svg>',
  '<style>@import "https://evil.example/a.css"; body { background: url(https://evil.example/b.png) }</style>',
  '<link rel="stylesheet" href="https://evil.example/a.css"><base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<iframe srcdoc="<script>parent.alert(1)</script>" src="https://evil.example/"></iframe>',
  '<form action="https://evil.example/"><input autofocus onfocus="alert(1)"></form>',
  '<details open ontoggle="alert(1)">a</details><video><source onerror="alert(1)"></video>',
  '" onmouseover="alert(1)" style="background:url(https://evil.example/c.png)',
  "' autofocus onfocus='alert(1)' tabindex='0",
  '![a](https://evil.example/d.png) ![b](//evil.example/e.png) ![c](data:image/svg+xml;base64,PHN2Zz4=)',
  '![a](file:///etc/passwd.png) ![b](../../outside.png) ![c](/etc/outside.png) ![d](vscode-file://a/b.png)',
  '[a](command:workbench.action.terminal.new) [b](vbscript:x) [c](data:text/html,<script>alert(1)</script>)',
  '${alert(1)} {{constructor.constructor("alert(1)")()}} <%= 1 %>',
];
const payloads = [
  ...pagePayloads,
  ...hostilePayloads.map(({ text }) => text).filter((text) => text.length < 2_000),
];

/** One payload a step, in every place where a step has text; and the same as tours of CodeTour. */
function hostileWorkspace(folder: string): void {
  const steps = payloads.map((text, index) => ({
    id: `step-${index}`,
    title: text,
    text,
    run: text,
    roles: [text],
    ...(index % 2 === 0 && { at: { file: text, text } }),
    ...(index % 3 === 0 && {
      done: { question: { ask: text, options: [text, 'b'], answer: text, because: text } },
    }),
  }));
  const walkthrough = { id: 'harm', title: pagePayloads.join(' '), sponsor: pagePayloads[0], steps };
  const guidance = {
    walkthroughs: [{ ...walkthrough, text: pagePayloads.join('\n\n'), open: 'first-open' }],
  };
  const tour = {
    title: 'A tour that means harm',
    isPrimary: true,
    nextTour: pagePayloads[0],
    steps: pagePayloads.map((text) => ({
      title: text,
      description: `${text}\n\n>> ${text}`,
      uri: text,
      contents: text,
      commands: [text],
      view: text,
    })),
  };
  mkdirSync(join(folder, '.leadlight'));
  mkdirSync(join(folder, '.tours'));
  writeFileSync(join(folder, '.leadlight/harm.yaml'), JSON.stringify(guidance));
  writeFileSync(join(folder, '.tours/harm.tour'), JSON.stringify(tour));
}

/** Whether the editor itself asks for an address: for its parts, its gallery, and files of the workspace and ours. */
function isOurs(address: string, workspace: string): boolean {
  const { hostname, pathname, protocol } = new URL(address);
  if (!protocol.startsWith('http') || hostname === '127.0.0.1' || hostname === 'open-vsx.org') return true;
  if (!hostname.endsWith('.vscode-resource.vscode-cdn.net')) return false;
  return [workspace, join(root, 'media')].some((folder) => pathname.startsWith(`${folder}/`));
}

/** What the page may be made of, and where a link may lead. */
const harmless =
  /^(?:h[1-6]|p|div|nav|ol|ul|li|section|span|button|progress|strong|em|del|code|pre|blockquote|hr|br|a|img|table|thead|tbody|tr|th|td|fieldset|legend|figure|figcaption)$/;
const attributes =
  /^(?:id|class|type|tabindex|data-(?:type|step|option|role|path|fragment|walkthrough)|aria-[a-z]+|role|max|value|href|src|alt|align|start)$/;

/** What of the page is not harmless, as HTML. Runs in the page. */
function harmIn(
  main: Element,
  { names, allowed }: { readonly names: string; readonly allowed: string },
): readonly string[] {
  return [...main.querySelectorAll('*')]
    .filter((element) => {
      const href = element.getAttribute('href') ?? '#';
      const path = element.getAttribute('data-path') ?? '';
      return !(
        new RegExp(names).test(element.localName) &&
        [...element.attributes].every(({ name }) => new RegExp(allowed).test(name)) &&
        (href === '#' || /^https?:\/\//.test(href)) &&
        !/^[/\\]|\.\.\/|^[a-z]+:/i.test(path)
      );
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 300));
}

for (const host of ['node', 'web'] as const) {
  describe(`a walkthrough that means harm, in the ${host} host`, () => {
    const folder = temporaryFolder();
    let editor: Awaited<ReturnType<typeof startEditor>>;
    let page: Page;
    let player: FrameLocator;
    let frame: Frame;
    /** What ran, was asked of the network, or was kept from it by the page's policy. */
    const events: string[] = [];

    before(async () => {
      hostileWorkspace(folder.path);
      editor = await startEditor({ workspace: folder.path, extension: root, host, trusted: false });
      page = await editor.openPage({
        prepare: async (opened) => {
          opened.context().on('request', (request) => {
            if (!isOurs(request.url(), folder.path)) events.push(`request ${request.url()}`);
          });
          opened.on('dialog', (dialog) => {
            events.push(`dialog ${dialog.message()}`);
            void dialog.dismiss();
          });
          opened.context().on('page', (other) => events.push(`page ${other.url()}`));
          opened.on('console', (message) => {
            if (/evil\.example|inline (?:script|style|event)/i.test(message.text()))
              events.push(message.text());
          });
          await Promise.resolve();
        },
      });
      player = webview(page);
      await player.locator('#step-title').waitFor();
      frame = (await (await player.locator('main').elementHandle())!.ownerFrame())!;
    });
    after(async () => {
      await editor?.stop();
      folder.remove();
    });

    /** Opens one step after the other, and looks at all that is drawn. */
    async function play(count: number): Promise<void> {
      for (let index = 0; index < count; index++) {
        await player.locator(`#go-${index}`).click();
        await player.locator(`#go-${index}[aria-current]`).waitFor();
        if (await player.locator('#option-0').isVisible()) {
          for (const option of ['option-1', 'option-0']) await player.locator(`#${option}`).click();
          await player.locator(`#go-${index}.done`).waitFor();
        }
        const harm = await player
          .locator('main')
          .evaluate(harmIn, { names: harmless.source, allowed: attributes.source });
        assert.deepEqual(harm, [], `step ${index}`);
      }
      assert.deepEqual(events, []);
    }

    it('is text, code, harmless links and nothing else', async () => {
      assert.ok(payloads.length > 80);
      await play(payloads.length);
    });

    it('changes nothing with messages that the page does not send', async () => {
      const before = await player.locator('main').innerHTML();
      const tabs = await page.locator('.tab').allInnerTexts();
      await frame.evaluate(`for (const message of [
        null, 42, 'next', [], ['next'], {}, { type: 'run', command: 'touch ran' }, { type: 'open', uri: 'file:///etc/passwd' },
        { type: 'command', command: 'workbench.action.terminal.new' }, { type: 'command', step: 'no-such-step', option: 0 }, { type: 'command', step: 'step-0', option: 7 },
        { type: 'done' }, { type: 'done', step: '__proto__' }, { type: 'select', step: 7 }, { type: 'answer', step: 'step-0' },
        { type: 'answer', step: 'step-0', option: 1e9 }, { type: 'constructor', step: 'step-1' },
        { type: 'link', path: '/etc/passwd' }, { type: 'link', path: '../outside' }, { type: 'link', path: 'file:///etc/passwd' },
        { type: 'link', path: 'command:workbench.action.terminal.new' }, { html: '<script>alert(1)</script>' },
      ]) editor.postMessage(message)`);
      // The page itself keeps a greyed button from saying anything.
      assert.equal(await player.locator('#command-0').getAttribute('aria-disabled'), 'true');
      await frame.evaluate(`for (const { dataset } of document.querySelectorAll('nav ol button'))
        editor.postMessage({ type: 'command', step: dataset.step, option: 0 })`);
      await page.waitForTimeout(1_500);
      assert.equal(await player.locator('main').innerHTML(), before);
      assert.deepEqual(await page.locator('.tab').allInnerTexts(), tabs);
      assert.equal(await page.locator('.terminal-wrapper').count(), 0);
      assert.deepEqual(events, []);
    });

    it('is no more as a tour of CodeTour', async () => {
      await chooseWalkthrough(page, 'A tour that means harm');
      await player.getByRole('heading', { level: 1, name: 'A tour that means harm' }).waitFor();
      await play(pagePayloads.length);
    });

    it('could load and run nothing, even where its text became HTML', async () => {
      const blocked = await frame.evaluate(async () => {
        const kinds = new Set<string>();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          kinds.add(effectiveDirective),
        );
        const holder = document.createElement('div');
        holder.innerHTML =
          '<img src="https://evil.example/a.png" onerror="alert(1)"><iframe src="https://evil.example/"></iframe>' +
          '<link rel="stylesheet" href="https://evil.example/a.css"><b style="color: red">a</b><audio src="https://evil.example/a.ogg"></audio>';
        const script = document.createElement('script');
        script.textContent = 'alert(1)';
        document.body.append(holder, script);
        await fetch('https://evil.example/').catch(() => undefined);
        await new Promise((done) => setTimeout(done, 500));
        holder.remove();
        script.remove();
        return [...kinds].sort();
      });
      assert.deepEqual(blocked, [
        'connect-src',
        'frame-src',
        'img-src',
        'media-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ]);
      assert.deepEqual(
        events.filter((event) => event.startsWith('dialog')),
        [],
      );
    });
  });
}
