import * as vscode from 'vscode';

/** What is chosen as a person goes on, or back to the step before; `undefined` where they left. */
export type Picked<T> = { readonly goes: 'on' | 'back'; readonly items: readonly T[] } | undefined;

export interface PickStepOptions<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  readonly items: readonly (T | vscode.QuickPickItem)[];
  /** Those of the items that can be chosen. */
  isChoice(item: T | vscode.QuickPickItem): item is T;
  /** Whether several can be chosen, with boxes to tick; those that are `picked` are ticked at first. */
  readonly isMany: boolean;
  onButton?(item: T): void;
}

/** One step of several. It stays open when a person looks at something else meanwhile. */
export function pickStep<T extends vscode.QuickPickItem>(options: PickStepOptions<T>): Promise<Picked<T>> {
  const picker = vscode.window.createQuickPick<T | vscode.QuickPickItem>();
  picker.title = options.title;
  picker.step = options.step;
  picker.totalSteps = options.totalSteps;
  picker.placeholder = options.placeholder;
  picker.canSelectMany = options.isMany;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.items = options.items;
  if (options.isMany) picker.selectedItems = options.items.filter(({ picked }) => picked === true);
  if (options.step > 1) picker.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (picked: Picked<T>) => {
      resolve(picked);
      listeners.dispose();
    };
    const chosen = () => picker.selectedItems.filter(options.isChoice);
    const listeners = vscode.Disposable.from(
      picker,
      picker.onDidAccept(() => end({ goes: 'on', items: chosen() })),
      picker.onDidTriggerButton(() => end({ goes: 'back', items: chosen() })),
      picker.onDidTriggerItemButton(({ item }) => options.isChoice(item) && options.onButton?.(item)),
      picker.onDidHide(() => end(undefined)),
    );
    picker.show();
  });
}
