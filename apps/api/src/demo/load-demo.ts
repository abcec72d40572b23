import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  assertMayAsk,
  type ChecklistCommands,
  checklist,
  eventCatalogue,
  followUpPolicy,
  inspection,
  type InspectionCommands,
  type Instant,
  type Message,
  type ProgrammeCommands,
  programme,
  type Recorded,
  type RecommendationCommands,
  type RecommendationEvents,
  recommendation,
  type UnitCommands,
  unit,
} from '@soat/domain';
import { v5 } from 'uuid';
import type { Clock } from '../platform/clock.js';
import {
  type CommandAnswer,
  type CommandContext,
  CommandExecutor,
  type CommandRequest,
} from '../platform/command-handling/execute.js';
import { EventCodec } from '../platform/event-store/codec.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { importDraft } from '../platform/event-store/import-draft.js';
import type { Importing } from '../platform/event-store/importing.js';
import { draftLog } from '../platform/event-store/open-event-store.js';
import { errorCode } from '../platform/http/error-code.js';
import { reactionContext } from '../platform/policies/policy.js';
import { townId } from './cast.js';
import { storyOf } from './story.js';
import type { Step } from './world.js';

export const demoSeed = 20230401;
const namespace = '3b1f4c52-6a0e-4c7d-9f7e-6f1b1c0d2a11';

/** Which story a log was begun with, so that a loading that was cut off goes on where it stopped. */
interface Begun {
  readonly seed: number;
  readonly now: Instant;
  readonly isShort: boolean;
  readonly isComplete: boolean;
}

/** How the story is told. */
export interface Telling {
  /** Only what is told one by one, without the routine of the years. */
  readonly isShort?: boolean;
  /** The log's door for a draft. */
  readonly importing?: Importing | null;
}

export interface Told {
  readonly seed: number;
  readonly commands: number;
  readonly events: number;
  readonly ms: number;
}

/**
 * Tells the demo's story to an empty log, by the same commands and rules as everyone's, with the clock set to the story's
 * time. Where the log has a door for it, the story is told to a draft and brought in at once: a commit for each of its
 * commands would take longer than all the rest. Null when the log is not empty: a demo is never mixed into anything else.
 */
export async function loadDemo(
  store: EventStore,
  clock: Clock,
  dataFolder: string,
  { isShort = false, importing = null }: Telling = {},
): Promise<Told | null> {
  const file = path.join(dataFolder, 'demo.json');
  const begun = await readBegun(file);
  const head = await store.head();
  if (head > 0 && (begun === null || begun.isComplete)) return null;
  const story: Begun = head > 0 && begun ? begun : { seed: demoSeed, now: clock.now(), isShort, isComplete: false };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(story));

  const startedMs = performance.now();
  const draft = importing && head === 0 ? draftLog(clock.nowMs) : null;
  const teller = new Teller(draft ?? store, story);
  const steps = storyOf(story.seed, story.now, story.isShort);
  try {
    for (const [index, step] of steps.entries()) {
      clock.tell(step.at);
      await teller.tell(step, index);
    }
  } finally {
    clock.tell(null);
  }
  if (importing && draft) await importDraft(draft, importing);
  await writeFile(file, JSON.stringify({ ...story, isComplete: true }));
  return {
    seed: story.seed,
    commands: steps.length,
    events: teller.events,
    ms: Math.round(performance.now() - startedMs),
  };
}

class Teller {
  /** Recorded so far. */
  events = 0;
  private readonly codec = new EventCodec(eventCatalogue);
  private readonly executor: CommandExecutor;

  constructor(
    private readonly store: EventStore,
    private readonly story: Begun,
  ) {
    this.executor = new CommandExecutor(store, this.codec);
  }

  async tell(step: Step, index: number): Promise<void> {
    const { by, category, id, command, at } = step;
    assertMayAsk(by, command.type);
    const commandId = v5(`${this.story.seed} ${this.story.now} ${index}`, namespace);
    const context: CommandContext = {
      // The story's own id says it all: the same seed and time tell the same command at the same place.
      stamp: { id: commandId, digest: createHash('sha256').update(commandId).digest('hex'), actor: by.id },
      person: { id: by.id, role: by.role, onBehalfOf: null },
      occurredAt: at,
      effectiveOn: effectiveOn(step),
      causationId: null,
      correlationId: commandId,
      isSimulated: true,
    };
    switch (category) {
      case 'unit':
        await this.counted({
          category,
          id,
          decider: unit,
          command: command as Message<UnitCommands>,
          unitIdOf: () => id,
          context,
        });
        return;
      case 'programme':
        await this.counted({
          category,
          id,
          decider: programme,
          command: command as Message<ProgrammeCommands>,
          unitIdOf: () => townId,
          context,
        });
        return;
      case 'checklist': {
        const asked = command as Message<ChecklistCommands>;
        await this.counted({
          category,
          id,
          decider: checklist,
          command: asked,
          unitIdOf: (state) => (state.status === 'absent' ? bodyOf(asked) : state.checklist.body.id),
          context,
        });
        return;
      }
      case 'inspection':
        await this.askInspection(id, command as Message<InspectionCommands>, context);
        return;
      case 'recommendation': {
        const issue = command as Message<RecommendationCommands>;
        const answer = await this.counted({
          category,
          id,
          decider: recommendation,
          command: issue,
          unitIdOf: (state) => (state.status === 'absent' ? unitOf(issue) : state.order.unit.id),
          context,
        });
        await this.react(answer);
      }
    }
  }

  private askInspection(
    id: string,
    command: Message<InspectionCommands>,
    context: CommandContext,
  ): Promise<CommandAnswer> {
    return this.counted({
      category: 'inspection',
      id,
      decider: inspection,
      command,
      unitIdOf: (state) => (state.status === 'absent' ? unitOf(command) : state.file.order.unit.id),
      context,
    });
  }

  private async counted<S, C extends object, E extends object>(
    request: CommandRequest<S, C, E>,
  ): Promise<CommandAnswer> {
    const answer = await this.executor.execute(request);
    if (!answer.isReplay) this.events += answer.eventIds.length;
    return answer;
  }

  /** What the policy runner would do a moment later, under the same command ids, so that it finds it done in the story's time. */
  private async react({ id, eventIds }: CommandAnswer): Promise<void> {
    const stored = await this.store.read({ category: 'recommendation', id });
    for (const entry of stored.filter((candidate) => eventIds.includes(candidate.id))) {
      const event = this.codec.decode(entry) as Recorded<RecommendationEvents>;
      for (const [index, reaction] of followUpPolicy.react(event).entries())
        await this.askInspection(
          reaction.id,
          reaction.command,
          reactionContext(followUpPolicy, event, index, reaction),
        );
    }
  }
}

function effectiveOn({ command }: Step): string | null {
  if ('signedOn' in command.data && typeof command.data.signedOn === 'string') return command.data.signedOn;
  if ('adoptedOn' in command.data && typeof command.data.adoptedOn === 'string') return command.data.adoptedOn;
  if ('validFrom' in command.data && typeof command.data.validFrom === 'string') return command.data.validFrom;
  return null;
}

function unitOf(command: Message<InspectionCommands> | Message<RecommendationCommands>): string {
  if ('unit' in command.data) return command.data.unit.id;
  throw new Error(`${command.type} does not begin a stream`);
}

function bodyOf(command: Message<ChecklistCommands>): string {
  if (command.type === 'DraftChecklist') return command.data.body.id;
  throw new Error(`${command.type} does not begin a stream`);
}

async function readBegun(file: string): Promise<Begun | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Begun;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
