import type {
  PlayedWalkthrough,
  StepOutline,
  WalkthroughSummary,
} from '../../core/walkthrough/playedWalkthrough';

/** Which steps a person of a role walks. */
export interface RolePath {
  /** What can be chosen: the roles that steps are for, each once, as they come. */
  readonly roles: readonly string[];
  /** What was chosen, where steps are for it; `undefined`: everything. */
  readonly role: string | undefined;
  /** Steps for other roles. */
  readonly leftOut: number;
}

export function rolesIn(outline: readonly StepOutline[]): readonly string[] {
  return [...new Set(outline.flatMap(({ roles }) => roles))];
}

/** A walkthrough without the steps for other roles. A role that no step is for leaves nothing out. */
export function onPath<T extends WalkthroughSummary | PlayedWalkthrough>(
  walkthrough: T,
  chosen: string | undefined,
): { readonly walkthrough: T; readonly path: RolePath } {
  const roles = rolesIn(walkthrough.outline);
  const role = roles.find((each) => each === chosen);
  const isFor = (step: StepOutline) =>
    role === undefined || step.roles.length === 0 || step.roles.includes(role);
  const outline = walkthrough.outline.filter(isFor);
  const played = 'played' in walkthrough ? { played: walkthrough.played.filter(isFor) } : {};
  return {
    walkthrough: { ...walkthrough, ...played, outline, steps: outline.length },
    path: { roles, role, leftOut: walkthrough.outline.length - outline.length },
  };
}
