// The page of a walkthrough: says what was clicked, and shows what it is sent. All HTML is made outside of it.
const editor = acquireVsCodeApi();
const main = document.querySelector('main');
const status = document.querySelector('[role="status"]');
editor.setState({ key: document.body.dataset.key });

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-type], [data-path]');
  if (target === null || target.getAttribute('aria-disabled') === 'true') return;
  const { type, step, option, path, fragment = '' } = target.dataset;
  event.preventDefault();
  if (path !== undefined) editor.postMessage({ type: 'link', path, fragment });
  else editor.postMessage({ type, step, option: Number(option) });
});

window.addEventListener('message', ({ data }) => {
  if (typeof data?.html !== 'string') return;
  const focused = document.activeElement?.id;
  const hadFocus = document.activeElement !== document.body;
  const shown = main.dataset.step;
  main.innerHTML = data.html;
  main.dataset.step = data.step;
  document.body.dataset.key = data.key;
  editor.setState({ key: data.key });
  status.textContent = data.said;
  // Another step begins at its heading; the same one goes on where the reader was.
  const heading = document.getElementById('step-title');
  if (shown !== data.step) {
    if (hadFocus) heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  } else if (hadFocus) {
    (document.getElementById(focused) ?? heading)?.focus({ preventScroll: true });
  }
});

editor.postMessage({ type: 'ready' });
