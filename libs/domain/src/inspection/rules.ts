import type { Decider } from '../kernel/decider.js';
import type {
  InspectionCommands,
  InspectionEvents,
  InspectionFile,
  InspectionState,
  InspectionStatus,
} from './facts.js';

type Whole = Decider<InspectionState, InspectionCommands, InspectionEvents>;

/** One chapter of the inspection's two tables; `inspection.ts` binds the chapters, and a missing entry does not compile there. */
export interface InspectionRules<C extends keyof InspectionCommands, E extends keyof InspectionEvents> {
  readonly decide: Pick<Whole['decide'], C>;
  readonly evolve: Pick<Whole['evolve'], E>;
}

export function withFile(
  state: InspectionState,
  change: (file: InspectionFile) => Partial<InspectionFile>,
): InspectionState {
  return state.status === 'absent' ? state : { ...state, file: { ...state.file, ...change(state.file) } };
}

export function became(
  state: InspectionState,
  status: InspectionStatus,
  change: Partial<InspectionFile> = {},
): InspectionState {
  return state.status === 'absent' ? state : { status, file: { ...state.file, ...change } };
}
