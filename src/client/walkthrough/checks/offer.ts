import type { StepCheck } from '../../../core/walkthrough/playedWalkthrough';
import { type Finding, isChecked } from './finding';

/** What can be done in this window. */
export interface Here {
  readonly trusted: boolean;
  /** There is a machine whose tools can be asked. */
  readonly hasTools: boolean;
  /** There are terminals, which most tasks run in. */
  readonly hasTerminals: boolean;
}

/** Why a check cannot be made here, or a task be run; `undefined` where it can, and where there is nothing to check. */
export function whyNotHere({ kind }: StepCheck, here: Here): string | undefined {
  if (kind === 'tool' && !here.hasTools)
    return 'Leadlight runs in a browser here, where no tool can be asked for its version.';
  if (kind === 'task' && !here.hasTerminals)
    return 'Leadlight runs in a browser here, which has no terminal for tasks.';
  if (here.trusted) return undefined;
  if (kind === 'tool') return 'Restricted Mode: no tool is asked until you trust this folder.';
  return kind === 'task' ? 'Restricted Mode: no task runs until you trust this folder.' : undefined;
}

/** Whether a person says by themselves that it is done: nothing else can tell, here or anywhere. */
export function isByHand(check: StepCheck, here: Here, finding: Finding | undefined): boolean {
  if (check.kind === 'confirmed') return true;
  if (check.kind === 'command') return finding?.holds === 'unknown';
  if (!isChecked(check)) return false;
  if (check.kind === 'tool' && !here.hasTools) return true;
  if (check.kind === 'task') return !here.hasTerminals;
  return here.trusted && finding?.holds === 'unknown';
}
