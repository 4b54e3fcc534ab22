import { escapeHtml } from '../../core/text/escapeHtml';

export interface ShellOptions {
  readonly key: string;
  /** Fresh for each page. */
  readonly nonce: string;
  /** What the editor serves files of the extension and of the workspace from. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly title: string;
}

/** The document of the player, empty: no inline script or style, and nothing from the network. */
export function pageShell({ key, nonce, source, script, style, title }: ShellOptions): string {
  const policy = [
    `default-src 'none'`,
    `img-src ${source}`,
    `style-src ${source}`,
    `font-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body data-key="${escapeHtml(key)}">
<main></main>
<p role="status"></p>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}
