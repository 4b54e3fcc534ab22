import type { PlayedStep, PlayedWalkthrough } from '../../../src/core/walkthrough/playedWalkthrough';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function playedStep(id: string, more: Partial<PlayedStep> = {}): PlayedStep {
  return {
    id,
    title: `Step ${id}`,
    html: '',
    roles: [],
    source: { uri: 'file:///w/.leadlight/walkthroughs.yaml', range },
    anchor: { state: 'none' },
    commands: [],
    check: { kind: 'confirmed' },
    fingerprint: id,
    ...more,
  };
}

export function walkthroughOf(played: readonly PlayedStep[]): PlayedWalkthrough {
  return {
    key: 'first-day',
    id: 'first-day',
    title: 'Your first day',
    folder: 'file:///w/',
    source: { uri: 'file:///w/.leadlight/walkthroughs.yaml', range },
    format: 'leadlight',
    open: 'first-open',
    roles: [],
    steps: played.length,
    outline: played.map(({ id, fingerprint, roles }) => ({ id, fingerprint, roles })),
    html: '',
    played,
  };
}
