import * as vscode from 'vscode';
import type { WalkthroughSummary } from '../../core/walkthrough/playedWalkthrough';
import { setContext } from '../contextKeys';
import { openSource } from '../openSource';
import type { StepChecks } from '../walkthrough/checks/stepChecks';
import type { Onboarding } from '../walkthrough/onboarding';
import { type StepCommandParts, StepCommands } from '../walkthrough/stepCommands';
import { type Known, leftOutNode, type OnboardingNode, stepNodes, walkthroughNode } from './onboardingTree';

/** The view Onboarding: the walkthroughs, and the steps of each as a person unfolds it. */
export function registerOnboardingView(parts: StepCommandParts, checks: StepChecks): vscode.Disposable {
  const { onboarding } = parts;
  const changed = new vscode.EventEmitter<void>();
  const stepCommands: StepCommands = new StepCommands(parts, () => view.selection[0]);
  const view = vscode.window.createTreeView<OnboardingNode>('leadlight.onboarding', {
    showCollapseAll: true,
    dragAndDropController: stepCommands,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node === undefined ? roots(onboarding) : children(onboarding, checks, node)),
      getTreeItem: toItem,
    },
  });
  return vscode.Disposable.from(
    changed,
    view,
    stepCommands,
    onboarding.onDidChange(() => {
      view.message = onboarding.fault ?? '';
      changed.fire();
    }),
    checks.onDidChange(() => changed.fire()),
    vscode.commands.registerCommand('leadlight.openStepSource', (node: unknown) => {
      const { step, walkthrough } = (node ?? {}) as Partial<OnboardingNode>;
      const source = step?.source ?? walkthrough?.source;
      return source && openSource(source);
    }),
  );
}

async function roots(onboarding: Onboarding): Promise<OnboardingNode[]> {
  const all = await onboarding.walkthroughs();
  setContext('leadlight.hasWalkthroughs', all.length > 0);
  return Promise.all(
    all.map(async (walkthrough) => {
      const repository = await onboarding.repositoryOf(walkthrough);
      const onPath = onboarding.onPath(walkthrough, repository).walkthrough;
      return walkthroughNode(onPath, known(onboarding, onPath, repository));
    }),
  );
}

async function children(
  onboarding: Onboarding,
  checks: StepChecks,
  { walkthrough, kind }: OnboardingNode,
): Promise<OnboardingNode[]> {
  if (kind !== 'walkthrough') return [];
  const whole = await onboarding.play(walkthrough.key);
  if (whole === undefined) return [];
  const repository = await onboarding.repositoryOf(whole);
  const { walkthrough: played, path } = onboarding.onPath(whole, repository);
  checks.watch({ walkthrough: played, repository });
  const nodes = stepNodes(played, known(onboarding, played, repository), checks.here);
  return path.leftOut === 0 ? [...nodes] : [...nodes, leftOutNode(played, path)];
}

function known(onboarding: Onboarding, walkthrough: WalkthroughSummary, repository: string): Known {
  return {
    marks: onboarding.marksOf(walkthrough, repository),
    news: onboarding.newsOf(walkthrough, repository),
  };
}

function toItem(node: OnboardingNode): vscode.TreeItem {
  const { id, label, description, icon, kind, walkthrough, step, detail } = node;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, kind === 'walkthrough' ? Collapsed : None);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  // Menus change only what Leadlight writes.
  const isOwn = walkthrough.format !== 'codetour';
  item.contextValue = `${kind}${node.isChecked ? '.checked' : ''}${isOwn ? '.own' : ''}`;
  const said = [label, description].filter(Boolean).join(', ');
  item.tooltip = [said, ...(detail === undefined ? [] : [detail])].join('\n');
  item.accessibilityInformation = { label: item.tooltip };
  if (step !== undefined)
    item.command = {
      command: 'leadlight.openWalkthrough',
      title: 'Open Walkthrough',
      arguments: [walkthrough.key, step.id],
    };
  if (kind === 'leftOut') item.command = { command: 'leadlight.chooseRole', title: 'Choose My Role...' };
  return item;
}
