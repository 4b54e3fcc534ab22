import type { RecordKind } from './record';

/** What a person wrote about a step that was hard. It stays on their machine until they share it. */
export interface Note {
  readonly version: 1;
  readonly id: string;
  /** A deleted note has no words any more. */
  readonly state: 'kept' | 'deleted';
  readonly text: string;
  /** How long the step was in view, in seconds. */
  readonly seconds: number;
  readonly walkthrough: { readonly key: string; readonly title: string };
  readonly step: { readonly id: string; readonly title: string };
  /** Of the step's place, relative to the workspace folder. */
  readonly path?: string;
  /** When it was written, and when it changed last; ISO 8601 in UTC. */
  readonly written: string;
  readonly at: string;
}

export const noteKind: RecordKind<Note> = {
  folder: 'notes',
  name: 'note',
  isRecord: isNote,
  idOf: ({ id }) => id,
  timeOf: ({ at }) => at,
};

/** What is left of a note: enough for other windows to know that it is gone. */
export function deletedNote({ id, written }: Note, at: string): Note {
  const nothing = { walkthrough: { key: '', title: '' }, step: { id: '', title: '' } };
  return { version: 1, id, state: 'deleted', text: '', seconds: 0, ...nothing, written, at };
}

function isNote(value: object): value is Note {
  const { id, state, text, seconds, walkthrough, step, path, written, at } = value as Record<string, unknown>;
  const { key, title } = (walkthrough ?? {}) as Record<string, unknown>;
  const { id: stepId, title: stepTitle } = (step ?? {}) as Record<string, unknown>;
  return (
    [id, text, written, at, key, title, stepId, stepTitle, path ?? ''].every(
      (each) => typeof each === 'string',
    ) &&
    ['kept', 'deleted'].includes(state as string) &&
    Number.isFinite(seconds)
  );
}
