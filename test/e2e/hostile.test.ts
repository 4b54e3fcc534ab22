import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostilePayloads } from '../core/hostilePayloads';
import { startEditor } from '../host/editor.mjs';
import { goTo, hoverAt, openFile, runCommand, screenshot } from '../host/editorPage';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setUp.mjs';
import { picturePath } from './pictures';

/** Cards that one hover shows. */
const perHover = 3;
const fieldsOf = ['title', 'why', 'do', 'dont', 'owner', 'decision'] as const;

/** The short payloads, six to a philosophy, three philosophies to a word of the document. */
function hostileWorkspace(folder: string): number {
  const texts = hostilePayloads.map(({ text }) => text).filter((text) => text.length < 2_000);
  const philosophies = [];
  for (let at = 0; at < texts.length; at += fieldsOf.length) {
    const number = at / fieldsOf.length;
    const fields = Object.fromEntries(fieldsOf.map((field, index) => [field, texts[at + index] ?? 'plain']));
    const applies = { symbols: [`place${Math.floor(number / perHover)}`] };
    philosophies.push({
      id: `payload-${number}`,
      ...fields,
      exemplars: [texts[at]],
      examples: [{ bad: texts[at] }],
      applies,
    });
  }
  const places = Math.ceil(philosophies.length / perHover);
  mkdirSync(join(folder, '.leadlight'));
  writeFileSync(join(folder, '.leadlight/guidance.yaml'), JSON.stringify({ philosophies }));
  writeFileSync(
    join(folder, 'a.ts'),
    Array.from({ length: places }, (_, place) => `place${place};\n`).join(''),
  );
  return places;
}

/** What is drawn of a surface: every element's name and attributes. Runs in the page. */
function describeElements(
  surface: Element,
): readonly { name: string; attributes: Readonly<Record<string, string>> }[] {
  return [...surface.querySelectorAll('*')].map((element) => ({
    name: element.tagName.toLowerCase(),
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  }));
}

describe('a repository that means harm', function () {
  const folder = temporaryFolder();
  let places = 0;
  let editor: Awaited<ReturnType<typeof startEditor>>;
  let page: Awaited<ReturnType<typeof editor.openPage>>;

  before(async () => {
    places = hostileWorkspace(folder.path);
    editor = await startEditor({ workspace: folder.path, extension: root, trusted: false });
    page = await editor.openPage();
    await openFile(page, 'a.ts');
  });
  after(async () => {
    await editor?.stop();
    folder.remove();
  });

  /** Links lead to the web, into the workspace, or to Leadlight's own commands with a number; nothing else is drawn. */
  function check(elements: ReturnType<typeof describeElements>): void {
    for (const { name, attributes } of elements) {
      const shown = `${name} ${JSON.stringify(attributes)}`;
      assert.doesNotMatch(
        name,
        /^(?:img|script|iframe|object|embed|form|style|link|video|audio|svg|base|meta)$/,
        shown,
      );
      for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^on/, shown);
      for (const target of [attributes.href, attributes['data-href']]) {
        if (!target) continue;
        const isOurs =
          /^command:leadlight\.(?:openCardSource|foldCard|unfoldCard|muteCard|showMoreCards)\?%5B\d+%5D$/.test(
            target,
          );
        const isInside = target.includes(folder.path) && !/(?:\.\.|%2e%2e)(?:\/|%2f)/i.test(target);
        assert.ok(isOurs || isInside || /^(?:https?|mailto):/i.test(target), shown);
      }
    }
  }

  it('draws nothing but text, code and harmless links in the hover', async () => {
    let cards = 0;
    for (let place = 0; place < places; place++) {
      const hover = await hoverAt(page, { line: place + 1, column: 3 }, /Source.*Mute/s);
      cards += hover.text.match(/Got it/g)?.length ?? 0;
      check(
        await page
          .locator('.monaco-resizable-hover .monaco-hover:visible')
          .first()
          .evaluate(describeElements),
      );
    }
    assert.ok(cards > places * 2, `only ${cards} cards were drawn`);
    await screenshot(page, picturePath('hostile'));
  });

  it('draws nothing but text in the view Here and in the search', async () => {
    // The editor's own lists bring a style sheet each.
    const drawnIn = async (surface: string) =>
      (await page.locator(surface).first().evaluate(describeElements)).filter(({ name }) => name !== 'style');
    await goTo(page, 1, 3);
    await runCommand(page, 'Leadlight: Show Guidance Here');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'On this line' }).waitFor();
    check(await drawnIn('.sidebar .pane-body'));
    await runCommand(page, 'Leadlight: Search Guidance');
    await page.getByPlaceholder('Search everything that is written down').waitFor();
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    check(await drawnIn('.quick-input-list'));
  });

  it('asks the network for nothing', async () => {
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(
      asked.filter((address) => address.includes('evil.example')),
      [],
    );
  });
});
