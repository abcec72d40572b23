import type { Message } from '../kernel/decider.js';
import type { InspectionCommands } from '../inspection/facts.js';
import { inspection } from '../inspection/inspection.js';
import type { InspectionEvent } from './inspection-histories.js';
import { scenario } from './scenario.js';

/** A line of a table of refusals: why, after what, what is asked, and the code it is turned down with. */
export type Refused = readonly [
  why: string,
  history: readonly InspectionEvent[],
  command: Message<InspectionCommands>,
  code: string,
];

export function expectRefused([, history, command, code]: Refused): void {
  scenario(inspection)
    .given(...history)
    .when(command)
    .expectRejection(code);
}
