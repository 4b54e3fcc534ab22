import type { PlayedStep, PlayedWalkthrough } from '../../core/walkthrough/playedWalkthrough';
import { counted } from '../../core/text/counted';
import { escapeHtml } from '../../core/text/escapeHtml';
import { markOf, type StepMarks } from '../state/progress';
import { checkHtml } from './checks/checkHtml';
import { type Finding, isChecked, isLookedAt } from './checks/finding';
import { type Here, isByHand } from './checks/offer';
import { type News, newsWords } from './news';
import { action, button, given } from './pageParts';
import { pathHtml } from './pathHtml';
import type { RolePath } from './rolePath';
import { progressWords, stateOf, type StepState, stateWords } from './stepState';

export interface PageModel {
  readonly walkthrough: PlayedWalkthrough;
  readonly path: RolePath;
  readonly marks: StepMarks;
  /** What is new or changed since the person was here. */
  readonly news: ReadonlyMap<string, News>;
  /** Index of the step that is shown. */
  readonly current: number;
  readonly here: Here;
  /** What the latest look at the step that is shown came to. */
  readonly finding: Finding | undefined;
  /** Why nothing can tell that a command ended here, so that a person says so; `undefined` where it can be told. */
  readonly unwatched: string | undefined;
  /** Indexes of the options that were chosen wrongly. */
  readonly wrong: readonly number[];
  /** Why progress is not kept. */
  readonly fault: string | undefined;
  /** The address of an image, given its path in the workspace folder. */
  imageSource(path: string): string;
}

/** In the circle before a step. */
const icons: Readonly<Record<StepState, string>> = {
  open: '',
  done: '✓',
  skipped: '↷',
  changed: '↻',
  untrue: '!',
};

/** What `<main>` of the player holds: safe HTML of the core, and all other text escaped. */
export function pageHtml(model: PageModel): string {
  const { walkthrough, path, current, fault, imageSource } = model;
  const step = walkthrough.played[current];
  return [
    `<h1>${escapeHtml(walkthrough.title)}</h1>`,
    factsHtml([
      minutesOf(walkthrough),
      given('with', walkthrough.sponsor),
      given('for', walkthrough.roles.join(', ')),
      given('also read by', walkthrough.readBy?.join(', ')),
    ]),
    fault === undefined ? '' : `<p class="warning">${escapeHtml(fault)}</p>`,
    pageText(walkthrough.html, imageSource),
    pathHtml(path),
    given('', newsWords(model.news), (words) => `<p class="facts" id="news">${escapeHtml(words)}</p>`),
    step === undefined
      ? '<p class="warning">This walkthrough has no steps.</p>'
      : `<div class="columns">${listHtml(model)}<section aria-labelledby="step-title">${stepHtml(step, model)}</section></div>`,
  ].join('\n');
}

/** One stop for the key Tab, however many steps there are: the script lets arrows go through them. */
function listHtml({ walkthrough: { played }, marks, news, current }: PageModel): string {
  const states = played.map((step) => stateOf(step, marks));
  const done = states.filter((state) => state === 'done').length;
  const checkAll = played.some(({ check }) => isChecked(check))
    ? `<div class="actions">${button('checkAll', { label: 'Check all' })}</div>`
    : '';
  const items = played.map(({ id, title }, index) => {
    const state = states[index]!;
    const place = index === current ? ' aria-current="step"' : ' tabindex="-1"';
    return `<li><button ${action('select', id)} id="go-${index}" class="${state}"${place}>
<span class="mark" aria-hidden="true">${icons[state]}</span><span>${escapeHtml(title)}</span>
<span class="state">${[stateWords[state], news.get(id)].filter(Boolean).join(', ')}</span></button></li>`;
  });
  return `<nav aria-label="Steps"><p class="facts" id="progress">${progressWords(states)}</p>
<progress aria-labelledby="progress" max="${played.length}" value="${done}"></progress>
<ol>${items.join('\n')}</ol>${checkAll}</nav>`;
}

function stepHtml(step: PlayedStep, model: PageModel): string {
  const { walkthrough, marks, current, imageSource } = model;
  const state = stateOf(step, marks);
  const last = current === walkthrough.played.length - 1;
  return [
    `<h2 id="step-title" tabindex="-1">${escapeHtml(step.title)}</h2>`,
    factsHtml([
      `Step ${current + 1} of ${walkthrough.played.length}, ${stateWords[state]}`,
      given('', model.news.get(step.id), (word) => `${word} since your last visit`),
      minutesOf(step),
      given('for', step.roles.join(', ')),
      given('ask', step.ask),
    ]),
    pageText(step.html, imageSource),
    anchorHtml(step),
    commandHtml(step, model),
    questionHtml(step, model),
    checkHtml(step, { ...model, state, untrue: markOf(marks, step.id)?.untrue }),
    `<div class="actions">${stepButtons(step, model, state)}</div>`,
    `<div class="actions">${[
      current === 0 ? '' : button('previous', { label: 'Previous' }),
      last ? lastButton(walkthrough) : button('next', { label: 'Next' }),
      furtherButton(step),
      button('hard', { label: 'This step was hard', step: step.id }),
      button('source', { label: 'Open the source', step: step.id }),
    ].join('')}</div>`,
  ].join('\n');
}

function lastButton({ next }: PlayedWalkthrough): string {
  return next === undefined
    ? button('finish', { label: 'Finish' })
    : button('continue', { label: 'Go on with the next walkthrough', primary: true });
}

function furtherButton({ next }: PlayedStep): string {
  if (next === undefined) return '';
  const label = escapeHtml(`Go on with ${next.title}`);
  return `<button id="further" ${action('go')} data-walkthrough="${escapeHtml(next.key)}">${label}</button>`;
}

function stepButtons(step: PlayedStep, { unwatched, here, finding }: PageModel, state: StepState): string {
  // What is looked at all the time would be done again at once.
  if (state === 'done' && isLookedAt(step.check)) return '';
  if (state === 'done' || state === 'skipped')
    return button('reopen', { label: state === 'done' ? 'It is not done' : 'Do not skip it', step: step.id });
  const byHand =
    isByHand(step.check, here, finding) || (step.check.kind === 'command' && unwatched !== undefined);
  return [
    byHand ? button('done', { label: 'I have done this', step: step.id, primary: true }) : '',
    button('skip', { label: 'Skip', step: step.id }),
  ].join('');
}

function anchorHtml({ id, anchor, excerpt }: PlayedStep): string {
  const warning =
    anchor.state === 'found' || anchor.state === 'none' || anchor.message === undefined
      ? given('', anchor.message, (message) => `<p class="note">${escapeHtml(message)}</p>`)
      : `<p class="warning">${escapeHtml(`${anchorWords[anchor.state]} ${anchor.message}`)}</p>`;
  const lines = excerpt && `${anchor.path ?? ''}, from line ${excerpt.line + 1}`;
  const code = excerpt
    ? `<figure><figcaption class="facts">${escapeHtml(lines!)}</figcaption><pre tabindex="0"><code>${escapeHtml(excerpt.text)}</code></pre></figure>`
    : '';
  const canShow = anchor.state === 'found' || anchor.state === 'moved' || anchor.view !== undefined;
  const place = anchor.view ?? anchor.path;
  const show = canShow
    ? button('show', { label: `Show me ${place ?? ''}`.trim(), step: id, primary: true })
    : '';
  return `${warning}${code}${show}`;
}

const anchorWords = {
  moved: 'It moved.',
  ambiguous: 'The place is ambiguous.',
  missing: 'The place is gone.',
};

function commandHtml({ id, commands, check }: PlayedStep, { here, unwatched }: PageModel): string {
  const off =
    !here.trusted && 'Restricted Mode: nothing is typed into a terminal until you trust this folder.';
  return [
    ...commands.map(
      (command, option) => `<pre tabindex="0" aria-label="Command"><code>${escapeHtml(command)}</code></pre>
${button('command', { label: 'Type it into a terminal', step: id, option, off })}`,
    ),
    check.kind === 'command' ? given('', unwatched, (why) => `<p class="note">${escapeHtml(why)}</p>`) : '',
  ].join('\n');
}

function questionHtml(step: PlayedStep, { marks, wrong }: PageModel): string {
  const { check, id } = step;
  if (check.kind !== 'question') return '';
  const isDone = stateOf(step, marks) === 'done';
  const options = check.options.map((text, index) => {
    const said = isDone && index === check.answer ? 'right' : wrong.includes(index) ? 'not this one' : '';
    const attributes = `${action('answer', id)} data-option="${index}" id="option-${index}"`;
    return `<button ${attributes}>${escapeHtml(text)}${said && ` <strong>(${said})</strong>`}</button>`;
  });
  const because = isDone && check.because !== undefined ? `<p>${escapeHtml(check.because)}</p>` : '';
  return `<fieldset><legend>${escapeHtml(check.ask)}</legend>${options.join('\n')}${because}</fieldset>`;
}

function factsHtml(facts: readonly string[]): string {
  const said = facts.filter((fact) => fact !== '').join(' · ');
  return said === '' ? '' : `<p class="facts">${escapeHtml(said)}</p>`;
}

function minutesOf({ minutes }: { readonly minutes?: number }): string {
  return minutes === undefined ? '' : `About ${counted(minutes, 'minute')}`;
}

/**
 * HTML of the core, where a `<` or a `"` stands in tags that it wrote, and nowhere else. It names images by their path;
 * and who has no mouse scrolls code with keys.
 */
function pageText(html: string, imageSource: (path: string) => string): string {
  return html
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replace(
      /<img data-image="([^"]*)"/g,
      (_, path: string) => `<img src="${escapeHtml(imageSource(unescaped(path)))}"`,
    );
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => characters[name]!);
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
