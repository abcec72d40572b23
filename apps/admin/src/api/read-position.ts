/** Reads that come from views and so may lag behind a command; a single case is read from its own stream and never does. */
const views = [
  /^\/api\/v1\/(?:inspections|recommendations|units|unit-overviews|programmes|repeat-matrix|checklists|checklist-kinds)$/,
  /^\/api\/v1\/(?:programmes|checklist-kinds)\/[^/]+$/,
  /^\/api\/v1\/inspections\/[^/]+\/self-check-comparison$/,
  /^\/api\/v1\/units\/[^/]+(?:\/timeline)?$/,
];

let highest = 0;

/** Remembers how far this tab's own commands have come. */
export function rememberPosition(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('position' in answer)) return;
  if (typeof answer.position === 'number') highest = Math.max(highest, answer.position);
}

/** The position a read of this path must have reached, so that people see what they just did; null when it matters not. */
export function positionToAwait(path: string): number | null {
  return highest > 0 && views.some((view) => view.test(path)) ? highest : null;
}
