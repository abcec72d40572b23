import {
  type Actor,
  assertMayAsk,
  type ChecklistCommands,
  checklist,
  type Decider,
  decide,
  type EarlierFindingsRow,
  type EarlierOn,
  earlierFindings,
  earlierFindingsFor,
  earlierOn,
  earlierRecommendations,
  type EarlierRecommendationsRow,
  fold,
  foldRow,
  followUpPolicy,
  type InspectionCommands,
  type InspectionEvents,
  type InspectionState,
  type LegalDate,
  type Instant,
  inspection,
  isOwing,
  legalDayOf,
  liveFindings,
  type Message,
  type ProgrammeCommands,
  type ProgrammeState,
  programme,
  type RecommendationBoardRow,
  type RecommendationCommands,
  type RecommendationEvents,
  type RecommendationState,
  recommendation,
  recommendationBoard,
  recurrencesOf,
  type StreamCategory,
  type UnitCommands,
  type UnitState,
  unit,
  type Uuid,
} from '@soat/domain';
import { SeededRandom } from './random.js';

export type AnyCommand =
  | Message<UnitCommands>
  | Message<ProgrammeCommands>
  | Message<ChecklistCommands>
  | Message<InspectionCommands>
  | Message<RecommendationCommands>;

/** One command of the story, to be asked for real. */
export interface Step {
  readonly at: Instant;
  readonly by: Actor;
  readonly category: StreamCategory;
  readonly id: Uuid;
  readonly command: AnyCommand;
}

/**
 * The story as it is made up: a small world that runs the same deciders in memory, so that each next command knows what
 * came of the ones before. Its steps are then asked of the real system, in the same order.
 */
export class World {
  readonly steps: Step[] = [];
  private now: Instant = '2023-01-01T00:00:00.000Z';
  private readonly states = new Map<string, unknown>();
  private readonly earlier = new Map<Uuid, EarlierRecommendationsRow>();
  /** By unit and inspection. */
  private readonly findings = new Map<Uuid, Map<Uuid, EarlierFindingsRow>>();
  private readonly board = new Map<Uuid, RecommendationBoardRow>();

  constructor(private readonly seed: number) {}

  /** For whatever has a name of its own. */
  chance(name: string): SeededRandom {
    return SeededRandom.named(this.seed, name);
  }

  /** Forward only: what is told has happened. */
  moveTo(at: Instant): void {
    if (at < this.now) throw new Error(`the story goes back from ${this.now} to ${at}`);
    this.now = at;
  }

  get time(): Instant {
    return this.now;
  }

  /** The legal day it is in the story. */
  get today(): LegalDate {
    return legalDayOf(this.now);
  }

  /** A version 7 UUID of the story's own time. */
  newId(random: SeededRandom): Uuid {
    const time = Date.parse(this.now).toString(16).padStart(12, '0');
    const [one, other, third] = [random.hex(), random.hex(), random.hex()];
    const variant = random.pick(['8', '9', 'a', 'b']);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(3, 6)}-${other}${third.slice(0, 4)}`;
  }

  askUnit(id: Uuid, by: Actor, command: Message<UnitCommands>): UnitState {
    return this.ask('unit', unit, id, by, command).state;
  }

  askProgramme(id: Uuid, by: Actor, command: Message<ProgrammeCommands>): ProgrammeState {
    return this.ask('programme', programme, id, by, command).state;
  }

  askChecklist(id: Uuid, by: Actor, command: Message<ChecklistCommands>): void {
    this.ask('checklist', checklist, id, by, command);
  }

  askInspection(id: Uuid, by: Actor, command: Message<InspectionCommands>): InspectionState {
    const { state, events } = this.ask('inspection', inspection, id, by, command);
    this.found(id, state, by, events);
    return state;
  }

  /** The inspection hears of it by the policy, as it does in the running system. */
  askRecommendation(id: Uuid, unitId: Uuid, by: Actor, command: Message<RecommendationCommands>): RecommendationState {
    const { state, events } = this.ask('recommendation', recommendation, id, by, command);
    for (const message of events) this.noted(id, unitId, by, message);
    return state;
  }

  inspectionOf(id: Uuid): InspectionState {
    return (this.states.get(id) as InspectionState | undefined) ?? inspection.initial;
  }

  unitOf(id: Uuid): UnitState {
    return (this.states.get(id) as UnitState | undefined) ?? unit.initial;
  }

  recommendationOf(id: Uuid): RecommendationState {
    return (this.states.get(id) as RecommendationState | undefined) ?? recommendation.initial;
  }

  /** Those the unit owes something on that are due by then, as the board shows them at the story's time. */
  owingUntil(horizon: LegalDate): readonly RecommendationBoardRow[] {
    return [...this.board.values()].filter(({ status, dueOn }) => isOwing(status) && dueOn <= horizon);
  }

  /** The findings of an inspection that came before, as the running system tells its team. */
  recurrencesIn(id: Uuid): InspectionCommands['IdentifyRecurrences']['found'] {
    const state = this.inspectionOf(id);
    if (state.status === 'absent') return [];
    const unitId = state.file.order.unit.id;
    const rows = [...(this.findings.get(unitId)?.values() ?? [])];
    return recurrencesOf(unitId, liveFindings(state.file), earlierFindingsFor(rows, id), legalDayOf(this.now));
  }

  earlierAt(unitId: Uuid): EarlierOn {
    return earlierOn(this.earlier.get(unitId) ?? null, legalDayOf(this.now));
  }

  private ask<S, C extends object, E extends object>(
    category: StreamCategory,
    decider: Decider<S, C, E>,
    id: Uuid,
    by: Actor,
    command: Message<C>,
  ): { readonly state: S; readonly events: readonly Message<E>[] } {
    assertMayAsk(by, command.type as AnyCommand['type']);
    const before = (this.states.get(id) as S | undefined) ?? decider.initial;
    const events = decide(decider, before, command);
    const state = fold(decider, events, before);
    this.states.set(id, state);
    this.steps.push({ at: this.now, by, category, id, command: command as Message<object> as AnyCommand });
    return { state, events };
  }

  private recorded<E extends object>(category: StreamCategory, id: Uuid, unitId: Uuid, by: Actor, message: Message<E>) {
    return {
      ...message,
      position: 0,
      id: '',
      stream: { category, id },
      version: 0,
      unitId,
      actor: by.id,
      role: by.role,
      onBehalfOf: null,
      commandId: '',
      causationId: null,
      correlationId: '',
      occurredAt: this.now,
      recordedAt: this.now,
      effectiveOn: null,
      isSimulated: true,
    };
  }

  private found(id: Uuid, state: InspectionState, by: Actor, events: readonly Message<InspectionEvents>[]): void {
    if (state.status === 'absent') return;
    const unitId = state.file.order.unit.id;
    const rows = this.findings.get(unitId) ?? new Map<Uuid, EarlierFindingsRow>();
    this.findings.set(unitId, rows);
    for (const message of events) {
      if (!(message.type in earlierFindings.handle)) continue;
      const event = this.recorded('inspection', id, unitId, by, message);
      const row = foldRow(earlierFindings, rows.get(id) ?? null, event);
      if (row) rows.set(id, row);
    }
  }

  private noted(id: Uuid, unitId: Uuid, by: Actor, message: Message<RecommendationEvents>): void {
    const event = this.recorded('recommendation', id, unitId, by, message);
    const row = foldRow(earlierRecommendations, this.earlier.get(unitId) ?? null, event);
    if (row) this.earlier.set(unitId, row);
    const shown = foldRow(recommendationBoard, this.board.get(id) ?? null, event);
    if (shown) this.board.set(id, shown);
    for (const reaction of followUpPolicy.react(event)) {
      const before = this.inspectionOf(reaction.id);
      const events = decide(inspection, before, reaction.command);
      const state = fold(inspection, events, before);
      this.states.set(reaction.id, state);
      this.found(reaction.id, state, by, events);
    }
  }
}
