import * as vscode from 'vscode';
import { cleanLine } from '../../../core/text/markdown';
import { type Finding, no, unknown, yes } from './finding';

const fetchMs = 20_000;

/** A task by its name, as `build` or `npm: build`, in a workspace folder. */
export interface TaskWish {
  readonly task: string;
  readonly folder: vscode.Uri;
}

/** How the tasks of this window ended. */
export class Tasks implements vscode.Disposable {
  readonly #ended = new vscode.EventEmitter<void>();
  readonly onDidEnd = this.#ended.event;
  readonly #listener: vscode.Disposable;
  /** The latest end of each, the latest of all last. */
  readonly #ends = new Map<string, { readonly task: vscode.Task; readonly exitCode: number | undefined }>();

  constructor() {
    const onDidEndProcess = vscode.tasks.onDidEndTaskProcess(({ execution: { task }, exitCode }) => {
      const scope = typeof task.scope === 'object' ? task.scope.uri.toString() : task.scope;
      const key = JSON.stringify([scope, task.source, task.name]);
      this.#ends.delete(key);
      this.#ends.set(key, { task, exitCode });
      this.#ended.fire();
    });
    // Until then the editor counts it among those that run.
    const onDidEnd = vscode.tasks.onDidEndTask(() => this.#ended.fire());
    this.#listener = vscode.Disposable.from(onDidEndProcess, onDidEnd);
  }

  findingOf(wish: TaskWish): Finding {
    const name = cleanLine(wish.task);
    const end = [...this.#ends.values()].findLast(({ task }) => isMeant(task, wish));
    if (vscode.tasks.taskExecutions.some(({ task }) => isMeant(task, wish)))
      return unknown(`The task ${name} is running.`);
    if (end === undefined) return unknown(`The task ${name} has not ended in this window yet.`);
    if (end.exitCode === 0) return yes(`The task ${name} ended well.`);
    return no(
      end.exitCode === undefined
        ? `The task ${name} was stopped.`
        : `The task ${name} ended with exit code ${end.exitCode}.`,
    );
  }

  /** Starts a task because a person asked for it. Resolves to a sentence about that. */
  async run(wish: TaskWish): Promise<string> {
    const name = cleanLine(wish.task);
    if (!vscode.workspace.isTrusted) return `Restricted Mode: the task ${name} does not run.`;
    try {
      const task = await find(wish);
      if (task === undefined) return `There is no task ${name} here.`;
      await vscode.tasks.executeTask(task);
      return `The task ${name} runs.`;
    } catch {
      return `The task ${name} cannot be run here.`;
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#listener, this.#ended).dispose();
  }
}

/** A task that a person wrote goes before one that a tool's files offer. Who offers tasks may never answer. */
async function find(wish: TaskWish): Promise<vscode.Task | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<vscode.Task[]>((done) => (timer = setTimeout(() => done([]), fetchMs)));
  const all = await Promise.race([vscode.tasks.fetchTasks(), late]);
  clearTimeout(timer);
  const meant = all.filter((task) => isMeant(task, wish));
  return meant.find(({ source }) => source === 'Workspace') ?? meant[0];
}

function isMeant({ name, source, scope }: vscode.Task, { task, folder }: TaskWish): boolean {
  const isHere = typeof scope !== 'object' || withoutSlash(scope.uri) === withoutSlash(folder);
  return isHere && (name === task || `${source}: ${name}` === task);
}

function withoutSlash(uri: vscode.Uri): string {
  return uri.toString().replace(/\/$/, '');
}
