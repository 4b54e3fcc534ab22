import * as vscode from 'vscode';
import { registerChooseRole } from './commands/chooseRole';
import type { TourHost } from '../core/guidance/tourWhen';
import type { AskTool } from '../core/walkthrough/toolAnswer';
import { registerCheckWalkthrough } from './commands/checkWalkthrough';
import { registerAuthoringCommands } from './commands/authoringCommands';
import { registerCommitAndReview } from './commands/commitAndReview';
import { registerCompleteMarker } from './commands/completeMarker';
import { registerCopyIssueText } from './commands/copyIssueText';
import { EntryPreview } from './capture/entryPreview';
import { registerCaptureCommands } from './commands/captureCommands';
import { registerCancelScan } from './commands/cancelScan';
import { registerClearDebtFilter } from './commands/clearDebtFilter';
import { registerCopyMarker } from './commands/copyMarker';
import { registerCreateFirstPhilosophy } from './commands/createFirstPhilosophy';
import { registerCreateFirstWalkthrough } from './commands/createFirstWalkthrough';
import { registerExportDebt } from './commands/exportDebt';
import { registerExportGuidance } from './commands/exportGuidance';
import { registerFilterDebt } from './commands/filterDebt';
import { registerFoldCard } from './commands/foldCard';
import { registerGroupDebt } from './commands/groupDebt';
import { registerHelpMeWordThis } from './commands/helpMeWordThis';
import { registerImportTodoTree } from './commands/importTodoTree';
import { registerMuteCard } from './commands/muteCard';
import { registerOpenCardSource } from './commands/openCardSource';
import { registerOpenMarkerToSide } from './commands/openMarkerToSide';
import { registerOpenRepository } from './commands/openRepository';
import { registerOpenSources } from './commands/openSources';
import { registerReportIssue } from './commands/reportIssue';
import { registerRestartServer } from './commands/restartServer';
import { registerReviewCommands } from './commands/reviewCommands';
import { registerScanWorkspace } from './commands/scanWorkspace';
import { registerSearchGuidance } from './commands/searchGuidance';
import { registerSetUpGuidance } from './commands/setUpGuidance';
import { registerShowUnowned, registerWhoOwnsThis } from './commands/showOwners';
import { registerShowBranchDebt } from './commands/showBranchDebt';
import { registerShowCost } from './commands/showCost';
import { registerShowLeftOut } from './commands/showLeftOut';
import { registerShowHere } from './commands/showHere';
import { registerShowLog } from './commands/showLog';
import { registerShowMoreCards } from './commands/showMoreCards';
import { registerShowMyNotes } from './commands/showMyNotes';
import { registerShowMuted } from './commands/showMuted';
import { registerShowPlaces } from './commands/showPlaces';
import { registerShowProblems } from './commands/showProblems';
import { registerStepWasHard } from './commands/stepWasHard';
import { registerUnfoldCard } from './commands/unfoldCard';
import { registerWalkthroughCommands } from './commands/walkthroughCommands';
import { registerBaseTexts } from './baseTexts';
import { registerConcernCommands } from './commands/concernCommands';
import { Concerns } from './concerns/concerns';
import { ConcernThreads } from './concerns/concernThreads';
import { registerCommitBox } from './commitBox';
import { registerContextKeys, setHoverShown } from './contextKeys';
import { Debt } from './debt';
import { registerDecorations } from './decorations';
import { Diagnostics } from './diagnostics';
import { registerFindings } from './findings';
import { Here } from './here';
import { registerHighlights } from './highlights';
import { createCardHandles } from './hover/cardHandles';
import { provideHover } from './hover/provideHover';
import type { CreateClient } from './link/client';
import { registerServerLife } from './link/serverLife';
import { ServerLink } from './link/serverLink';
import { registerPostCommit } from './postCommit';
import { Review } from './review';
import { registerReviewBar } from './reviewBar';
import { registerServerNotice } from './serverNotice';
import { isOn, onDidChangeReading, onDidChangeSettings, readingChoices } from './settings';
import { marksKey, PersonalState } from './state/personalState';
import { progressKey, ProgressStore } from './state/progressStore';
import { ReviewChoices } from './state/reviewChoices';
import { personalFiles } from './state/personalFiles';
import { registerStatusBar } from './statusBar';
import { registerIssueTextAction } from './issueTextAction';
import { registerDebtView } from './views/debtView';
import { registerGuidanceView } from './views/guidanceView';
import { registerHereView } from './views/hereView';
import { registerOnboardingView } from './views/onboardingView';
import { registerReviewView } from './views/reviewView';
import { registerFirstOpen } from './walkthrough/firstOpen';
import { StepChecks } from './walkthrough/checks/stepChecks';
import { Onboarding } from './walkthrough/onboarding';
import { Player } from './walkthrough/player';
import { Preview } from './walkthrough/preview';
import { Recording } from './walkthrough/recording';
import { Notes } from './walkthrough/notes';
import { StepClock } from './walkthrough/stepClock';
import { registerStepPlace } from './walkthrough/stepPlace';
import { registerTellNews } from './walkthrough/tellNews';
import { registerWatchSteps } from './walkthrough/watchSteps';
import { onDidChangeYamlTool, yamlTool } from './yamlTool';

/** The system that extensions run on. */
export type System = 'linux' | 'mac' | 'windows';

export interface HostOptions {
  readonly host: 'node' | 'web';
  readonly system: System;
  readonly createClient: CreateClient;
  /** `undefined` where no program can run. */
  readonly askTool?: AskTool;
}

/** Registers everything and returns: the language client is loaded, and the server started, after that. */
export function activateWith(
  context: vscode.ExtensionContext,
  { host, system, createClient, askTool }: HostOptions,
): void {
  const own = <T extends vscode.Disposable>(thing: T): T => {
    context.subscriptions.push(thing);
    return thing;
  };
  const log = own(vscode.window.createOutputChannel('Leadlight', { log: true }));
  context.globalState.setKeysForSync([marksKey, progressKey]);
  const personal = own(new PersonalState(context.globalState));
  const diagnostics = new Diagnostics(personal);
  const handles = createCardHandles();
  const link: ServerLink = own(
    new ServerLink({
      log,
      connect: async (hooks) => {
        const { connect } = await import('./link/connect');
        return connect({
          ...hooks,
          createClient,
          log,
          isTrusted: vscode.workspace.isTrusted,
          reading: readingChoices(),
          yamlTool: yamlTool(),
          cacheFolder: cacheFolder(context),
          problemPage: vscode.Uri.joinPath(context.extensionUri, 'media', 'problems.md'),
          starter: vscode.Uri.joinPath(context.extensionUri, 'media', 'starter'),
          middleware: {
            provideHover: (document, position, token, next) =>
              provideHover({ document, position }, token, {
                server: link,
                personal,
                handles,
                onShown: setHoverShown,
                otherwise: () => next(document, position, token),
              }),
            provideCompletionItem: (document, position, context, token, next) =>
              isOn('completion', document) ? next(document, position, context, token) : undefined,
            provideCodeActions: (document, range, context, token, next) =>
              isOn('fixes', document) ? next(document, range, context, token) : undefined,
            provideDocumentLinks: (document, token, next) =>
              isOn('references', document) ? next(document, token) : undefined,
            provideDefinition: (document, position, token, next) =>
              isOn('references', document) ? next(document, position, token) : undefined,
            provideReferences: (document, position, options, token, next) =>
              isOn('references', document) ? next(document, position, options, token) : undefined,
            provideRenameEdits: (document, position, newName, token, next) =>
              isOn('references', document) ? next(document, position, newName, token) : undefined,
            prepareRename: (document, position, token, next) =>
              isOn('references', document) ? next(document, position, token) : undefined,
            provideDocumentSymbols: (document, token, next) =>
              isOn('references', document) ? next(document, token) : undefined,
            provideWorkspaceSymbols: (query, token, next) =>
              isOn('references') ? next(query, token) : undefined,
            provideFoldingRanges: (document, context, token, next) =>
              isOn('references', document) ? next(document, context, token) : undefined,
            provideSelectionRanges: (document, positions, token, next) =>
              isOn('references', document) ? next(document, positions, token) : undefined,
            provideCodeLenses: (document, token, next) =>
              isOn('codeLens', document) ? next(document, token) : undefined,
            handleDiagnostics: (uri, published, show) => diagnostics.publish(uri, published, show),
          },
        });
      },
    }),
  );
  const here = own(new Here({ link, personal }));
  const debt = own(new Debt({ link, store: context.workspaceState, host }));
  const files = personalFiles(context.globalStorageUri);
  const concerns = own(new Concerns({ files: files.concerns, personal }));
  const review = own(
    new Review({
      link,
      personal,
      choices: new ReviewChoices(context.workspaceState),
      answers: files.answers,
      concerns,
    }),
  );

  const progress = own(new ProgressStore(context.globalState));
  const onboarding = own(new Onboarding({ link, personal, progress, host: tourHost(system) }));
  const clock = own(new StepClock(onboarding, context.workspaceState));
  const notes = new Notes({ files: files.notes, personal, clock });
  const checks = own(new StepChecks({ progress, askTool }));
  const player = own(new Player(context.extensionUri, { onboarding, checks }));
  const preview = own(new Preview({ link, personal, askTool, extension: context.extensionUri }));
  const recording = own(new Recording(context.workspaceState, onboarding));

  own(personal.onDidChange(() => diagnostics.refresh()));
  own(onDidChangeSettings(() => diagnostics.refresh()));
  own(link.onDidChangeState((state) => (state === 'running' ? undefined : diagnostics.forget())));
  own(registerContextKeys(link, personal));
  own(registerDecorations({ extension: context.extensionUri, link, personal }));
  own(registerHighlights({ extension: context.extensionUri, link }));
  own(registerFindings(link));
  own(registerStatusBar(here));
  own(registerHereView(here));
  own(registerGuidanceView(link));
  own(registerDebtView(debt));
  own(registerBaseTexts(link));
  own(registerReviewBar(review, link));
  own(registerCommitBox(review));
  own(registerPostCommit());
  const reviewView = own(registerReviewView(review));
  own(registerOnboardingView({ onboarding, link }, checks));
  own(registerWatchSteps(onboarding, checks));
  own(registerStepPlace(onboarding));
  own(registerFirstOpen({ link, onboarding, progress, player }));
  own(registerTellNews({ link, onboarding, player, store: context.workspaceState }));
  own(registerServerNotice(link));
  own(registerIssueTextAction(link));

  own(registerShowHere(here));
  own(registerSearchGuidance(link));
  own(registerWhoOwnsThis(link));
  own(registerExportGuidance(link));
  own(registerShowUnowned(link));
  own(registerOpenSources(link));
  own(registerOpenRepository());
  own(registerShowProblems());
  own(registerShowMuted(personal));
  own(registerSetUpGuidance(link));
  own(registerCreateFirstPhilosophy());
  own(registerRestartServer(link));
  own(registerShowLog(log));
  own(registerCopyIssueText(link));
  own(registerReportIssue({ extension: context.extension, host, link }));

  own(registerScanWorkspace(debt, link));
  own(registerCancelScan(debt));
  own(registerGroupDebt(debt));
  own(registerFilterDebt(debt));
  own(registerClearDebtFilter(debt));
  own(registerShowBranchDebt(debt));
  own(registerExportDebt(debt));
  own(registerShowLeftOut(link));
  own(registerShowCost(link));
  own(registerImportTodoTree());
  own(registerOpenMarkerToSide());
  own(registerCopyMarker());

  own(registerReviewCommands({ review, view: reviewView }, link));
  own(registerWalkthroughCommands({ onboarding, player }));
  own(registerChooseRole(onboarding));
  own(registerStepWasHard(onboarding, notes));
  own(registerShowMyNotes(onboarding, notes));
  own(registerCheckWalkthrough({ onboarding, checks }));
  own(registerAuthoringCommands({ link, onboarding, recording, preview }));
  own(registerCreateFirstWalkthrough());
  own(registerCaptureCommands({ link, preview: own(new EntryPreview(context.extensionUri, link)) }));

  own(registerHelpMeWordThis());
  own(registerCommitAndReview());
  own(registerConcernCommands(concerns, own(new ConcernThreads(concerns, link.onDidChangeReview))));

  own(registerOpenCardSource(handles));
  own(registerCompleteMarker(handles));
  own(registerFoldCard(handles, personal));
  own(registerUnfoldCard(handles, personal));
  own(registerMuteCard(handles, personal));
  own(registerShowMoreCards(handles));
  own(registerShowPlaces(link));

  own(vscode.workspace.onDidGrantWorkspaceTrust(() => void link.tellTrust()));
  own(onDidChangeYamlTool(() => void link.tellYamlTool(yamlTool())));
  own(onDidChangeReading(() => void link.tellReading(readingChoices())));
  own(vscode.window.onDidChangeWindowState(({ focused }) => void (focused && link.tellFocus())));
  own(registerServerLife(link));
}

/** Of this workspace and this version: other versions may find other markers. Not where the server cannot write. */
function cacheFolder({ storageUri, extension }: vscode.ExtensionContext): vscode.Uri | undefined {
  if (storageUri?.scheme !== 'file') return undefined;
  return vscode.Uri.joinPath(storageUri, (extension.packageJSON as { version: string }).version);
}

function tourHost(system: System): TourHost {
  return vscode.env.uiKind === vscode.UIKind.Web ? `${system}-web` : system;
}
