import * as vscode from 'vscode';
import { counted } from '../../core/text/counted';
import type { ServerLink } from '../link/serverLink';
import { say } from '../notice';
import { withPatience } from '../patience';
import { PlannedFiles } from '../plannedFiles';
import { writeNewFiles } from '../setUp/newFiles';
import { partItems } from '../setUp/setUpItems';
import { askSetUp } from '../setUp/setUpSteps';
import { writableFolder } from '../writable';

/** Begins a team's guidance with what fits the repository, and writes it when a person has seen it and says so. */
export function registerSetUpGuidance(link: ServerLink): vscode.Disposable {
  const preview = new PlannedFiles({ scheme: 'leadlight-new', title: 'New Team Guidance' });
  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand('leadlight.setUpGuidance', async () => {
      const folder = await writableFolder('Set up guidance in which folder?');
      if (folder === undefined) return;
      let isStopped = false;
      const found = await withPatience('Looking at what is in the repository', async (token) => {
        const answer = await link.setUp.lookAround(folder.uri.toString(), token);
        isStopped = token.isCancellationRequested;
        return answer;
      });
      if (isStopped) return;
      if (found === undefined) return say("Leadlight's language server does not run, so nothing is set up.");
      if (partItems(found).length === 0)
        return say('This folder has all that could be set up: it has guidance of each kind.');
      const files = await askSetUp(found, { link, preview }).finally(() => preview.close());
      if (files === undefined || !(await writeNewFiles(folder.uri, files))) return;
      say(
        `${counted(files.length, 'file')} written into .leadlight. Go through them together: begin with the why.`,
      );
    }),
  );
}
