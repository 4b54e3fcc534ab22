import { URI, Utils } from 'vscode-uri';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageIdOf } from '../comments/languages';
import type { Host } from '../host';
import { scanRegions } from '../comments/scanRegions';
import { decode } from '../text/decode';
import { findMarkers } from './findMarkers';
import type { MarkerScanner } from './scanner';
import { toScannedMarker } from './scannedMarker';

const maxBytes = 2_000_000;

/** Looks for markers through the host, one file after another. */
export function createHostScanner(host: Host): MarkerScanner {
  return {
    async scan({ root, files, tagSets, signal, onFile, onSkipped, onProgress }) {
      for (const [index, { path, tagSet }] of files.entries()) {
        if (signal?.aborted) return;
        const content = await host.readFile(Utils.joinPath(URI.parse(root), path).toString(), maxBytes);
        if (signal?.aborted) return;
        const decoded = content?.kind === 'bytes' ? decode(content.bytes) : undefined;
        if (content === undefined) onSkipped({ path, reason: 'cannot be read' });
        else if (content.kind === 'tooLarge') onSkipped({ path, reason: 'is over 2 MB' });
        else if (decoded?.kind === 'notText') onSkipped({ path, reason: `is ${decoded.reason}` });
        else if (decoded?.kind === 'text') {
          const document = TextDocument.create('', languageIdOf(path), 0, decoded.text);
          const regions = scanRegions(decoded.text, document.languageId);
          const markers = findMarkers(decoded.text, regions, tagSets[tagSet]!).map((marker) =>
            toScannedMarker(document, marker),
          );
          if (markers.length > 0) onFile({ path, markers });
        }
        onProgress?.(index + 1);
      }
    },
    dispose() {
      // Nothing is held.
    },
  };
}
