/** Records to write another one like, for who has none yet. What they say is replaced; how they say it stays. */
export const decisionModels = {
  /** https://adr.github.io/madr/, version 4, its short form. */
  madr: `---
status: accepted
date: 2026-01-01
decision-makers: nobody
---

# Old

## Context and Problem Statement

## Considered Options

## Decision Outcome

### Consequences
`,
  /** https://github.com/npryce/adr-tools, after Michael Nygard. */
  adrTools: `# 0. Old

Date: 2026-01-01

## Status

Accepted

## Context

## Decision

## Consequences
`,
  /** https://github.com/thomvaill/log4brains, which is MADR 2. */
  log4brains: `# Old

- Status: accepted
- Date: 2026-01-01

## Context and Problem Statement

## Considered Options

## Decision Outcome

## Links
`,
} as const;

export type DecisionModel = keyof typeof decisionModels;
