import * as vscode from 'vscode';
import type { PlayedStep, WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { deletedNote, type Note } from '../state/note';
import type { PersonalState } from '../state/personalState';
import type { RecordFiles } from '../state/recordFiles';
import type { StepClock } from './stepClock';

export interface NotesOptions {
  readonly files: RecordFiles<Note>;
  readonly personal: Pick<PersonalState, 'at'>;
  readonly clock: Pick<StepClock, 'secondsOf'>;
}

/** A note, and the workspace folder that it is about. */
export interface KeptNote {
  readonly note: Note;
  readonly folder: vscode.Uri;
}

/** What this person wrote about steps that were hard, kept by repository on this machine only. */
export class Notes {
  readonly #options: NotesOptions;

  constructor(options: NotesOptions) {
    this.#options = options;
  }

  /** Those of the repositories of this window, the latest first. Never rejects. */
  async all(): Promise<readonly KeptNote[]> {
    const found = new Map<string, KeptNote>();
    for (const { uri: folder } of vscode.workspace.workspaceFolders ?? [])
      for (const note of await this.#options.files.read(await this.#placeOf(folder)))
        if (note.state === 'kept' && !found.has(note.id)) found.set(note.id, { note, folder });
    return [...found.values()].toSorted((a, b) => (a.note.written > b.note.written ? -1 : 1));
  }

  /** @throws where the storage cannot be written */
  async write(
    text: string,
    { walkthrough, step }: { readonly walkthrough: WalkthroughSummary; readonly step: PlayedStep },
  ): Promise<void> {
    const { key, title, folder } = walkthrough;
    const at = new Date().toISOString();
    const { path } = step.anchor;
    await this.#options.files.write(await this.#placeOf(vscode.Uri.parse(folder)), {
      version: 1,
      id: crypto.randomUUID(),
      state: 'kept',
      text,
      seconds: this.#options.clock.secondsOf(key, step.id),
      walkthrough: { key, title },
      step: { id: step.id, title: step.title },
      ...(path !== undefined && { path }),
      written: at,
      at,
    });
  }

  /** @throws where the storage cannot be written */
  async delete({ note, folder }: KeptNote): Promise<void> {
    const gone = deletedNote(note, new Date().toISOString());
    await this.#options.files.write(await this.#placeOf(folder), gone);
  }

  async #placeOf(folder: vscode.Uri): Promise<readonly string[]> {
    return [(await this.#options.personal.at(folder)).repository];
  }
}
