// The page of a walkthrough: says what was clicked, and shows what it is sent. All HTML is made outside of it.
const editor = acquireVsCodeApi();
const main = document.querySelector('main');
const status = document.querySelector('[role="status"]');
let drawn = '';
editor.setState({ key: document.body.dataset.key });

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-type], [data-path], [data-walkthrough]');
  if (target === null || target.getAttribute('aria-disabled') === 'true') return;
  const { type, step, option, role, walkthrough, path, fragment = '' } = target.dataset;
  event.preventDefault();
  if (path !== undefined) editor.postMessage({ type: 'link', path, fragment });
  else if (walkthrough !== undefined) editor.postMessage({ type: 'go', walkthrough, step });
  else editor.postMessage({ type, step, option: Number(option), role });
});

// The list of steps is one stop for the key Tab; arrows go through it.
document.addEventListener('keydown', (event) => {
  const steps = [...document.querySelectorAll('nav ol button')];
  const at = steps.indexOf(event.target);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: steps.length - 1 }[event.key];
  if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  steps[to]?.focus();
});

window.addEventListener('message', ({ data }) => {
  if (typeof data?.html !== 'string') return;
  const done = textOf('progress');
  const shown = main.dataset.step;
  if (data.html !== drawn) draw(data.html, shown === data.step);
  drawn = data.html;
  main.dataset.step = data.step;
  document.body.dataset.key = data.key;
  editor.setState({ key: data.key });
  // A step that is done by itself, or is not so any more, is said to who does not see the list.
  const progress = shown === data.step && textOf('progress') !== done ? textOf('progress') : '';
  status.textContent = [data.said, progress].filter((text) => text !== '').join(' ');
});

/** Replaces the page. Another step begins at its heading; the same one goes on where the reader was. */
function draw(html, isSame) {
  const focused = document.activeElement;
  const hadFocus = focused !== document.body;
  const at = stops().indexOf(focused);
  const scrolled = document.querySelector('nav')?.scrollTop ?? 0;
  main.innerHTML = html;
  const heading = document.getElementById('step-title');
  document.querySelector('nav')?.scrollTo({ top: scrolled });
  if (!isSame) document.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  if (!isSame) heading?.scrollIntoView({ block: 'nearest' });
  if (!hadFocus) return;
  const same = focused.id === '' ? stops()[at] : document.getElementById(focused.id);
  // Who said that a step is done goes on from there.
  const next = document.querySelector('#next, #continue');
  ((isSame && (same ?? next)) || heading)?.focus({ preventScroll: isSame });
}

function stops() {
  return [...main.querySelectorAll('a, button, pre')];
}

function textOf(id) {
  return document.getElementById(id)?.textContent ?? '';
}

editor.postMessage({ type: 'ready' });
