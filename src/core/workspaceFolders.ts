import { URI } from 'vscode-uri';
import { isInput } from './discourse/completeWording';
import type { WorkspaceGuidance } from './guidance/workspaceGuidance';
import type { HeadState } from './headState';
import type { WorkspaceNames } from './names/workspaceNames';
import type { WorkspaceDebt } from './workspaceDebt';
import type { WorkspaceReview } from './workspaceReview';
import { relativePath } from './text/links';

/** What the service keeps of a workspace folder. */
export interface WorkspaceFolder {
  /** URI, ending in `/`. */
  readonly root: string;
  readonly guidance: WorkspaceGuidance;
  readonly head: HeadState;
  readonly names: WorkspaceNames;
  readonly debt: WorkspaceDebt;
  readonly review: WorkspaceReview;
}

/** The workspace folders, and which of them a document belongs to. */
export class WorkspaceFolders {
  readonly #create: (root: string) => WorkspaceFolder;
  #all: readonly WorkspaceFolder[] = [];
  #innermostFirst: readonly WorkspaceFolder[] = [];

  constructor(create: (root: string) => WorkspaceFolder) {
    this.#create = create;
  }

  get all(): readonly WorkspaceFolder[] {
    return this.#all;
  }

  /** Keeps those that are there already. Returns the new ones. */
  replace(uris: readonly string[]): readonly WorkspaceFolder[] {
    const roots = [...new Set(uris.map(folderUri))];
    const before = this.#all;
    this.#all = roots.map((root) => before.find((folder) => folder.root === root) ?? this.#create(root));
    this.#innermostFirst = this.#all.toSorted((a, b) => b.root.length - a.root.length);
    for (const folder of before) {
      if (this.#all.includes(folder)) continue;
      folder.guidance.dispose();
      folder.names.dispose();
      folder.debt.dispose();
    }
    return this.#all.filter((folder) => !before.includes(folder));
  }

  /** Somebody may have committed or switched branches. Resolves when that counts. */
  async lookAtHead(): Promise<void> {
    await Promise.all(this.#all.map(({ head }) => head.look()));
  }

  /** The innermost folder that holds a file, and the file's path in it. */
  fileAt(uri: string): { readonly folder: WorkspaceFolder; readonly path: string } | undefined {
    for (const folder of this.#innermostFirst) {
      const path = relativePath(uri, folder.root);
      if (path !== undefined) return { folder, path };
    }
    return undefined;
  }

  /**
   * The innermost folder that a document belongs to. The sides of a diff have a scheme of their own and the file's
   * path; a text without a file belongs to the first folder, and what a person writes to others to none.
   */
  placeOf(
    documentUri: string,
  ): { readonly folder: WorkspaceFolder; readonly path: string | undefined } | undefined {
    const uri = URI.parse(documentUri);
    const file = this.fileAt(uri.toString());
    if (file !== undefined || uri.scheme === 'file' || this.#all.length === 0) return file;
    if (isInput(documentUri)) return undefined;
    for (const folder of this.#innermostFirst) {
      const { path } = URI.parse(folder.root);
      if (uri.path.startsWith(path)) return { folder, path: uri.path.slice(path.length) };
    }
    return uri.scheme === 'untitled' ? { folder: this.#all[0]!, path: undefined } : undefined;
  }

  /** Whether another of the folders lies inside this one. */
  hasInside({ root }: WorkspaceFolder): boolean {
    return this.#all.some((other) => other.root.length > root.length && other.root.startsWith(root));
  }

  /** Whether a file in a folder belongs to it, and not to one inside it. */
  owns(folder: WorkspaceFolder, uri: string): boolean {
    return this.#all.every(({ root }) => root.length <= folder.root.length || !uri.startsWith(root));
  }
}

/** As `WorkspaceFolder.root`. */
export function folderUri(uri: string): string {
  return normalize(uri).replace(/\/*$/, '/');
}

/** Editors encode URIs differently; core compares them as text. */
export function normalize(uri: string): string {
  return URI.parse(uri).toString();
}
