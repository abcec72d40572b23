import {
  type Actor,
  type LegalDate,
  type LegalDocument,
  procedureFor,
  type Procedure,
  type TeamMember,
  type UnitSnapshot,
  type Uuid,
} from '@soat/domain';
import type { PersonListed } from '../platform/access/people-directory.js';
import { snapshot } from './acts.js';
import type { Fate } from './fate.js';
import { programmeNumber } from './programmes.js';
import type { Subject } from './subjects.js';
import type { World } from './world.js';

/** What a check of the story is about, on either path. */
export interface Case {
  readonly subject: Subject;
  readonly unitId: Uuid;
  readonly number: string;
  /** The lead first. */
  readonly team: readonly PersonListed[];
  /** Items that fail, and what becomes of each. */
  readonly fails: Readonly<Record<string, Fate>>;
}

/** The lead, and who writes down what is found. */
export function teamOf({ number, team }: Case): { readonly lead: PersonListed; readonly recorder: PersonListed } {
  const [lead, recorder] = team;
  if (!lead) throw new Error(`nobody leads ${number}`);
  return { lead, recorder: recorder ?? lead };
}

export function asMembers(team: readonly PersonListed[]): readonly TeamMember[] {
  return team.map(({ id, name, unitId }, index) => ({
    personId: id,
    name,
    role: index === 0 ? ('lead' as const) : ('member' as const),
    unitId,
  }));
}

export function order(
  world: World,
  id: Uuid,
  told: Case,
  paper: {
    readonly by: Actor & { readonly title: string };
    readonly body?: UnitSnapshot;
    readonly signedOn: LegalDocument['signedOn'];
    readonly fieldworkUntil?: LegalDate;
    readonly inspectedPeriod?: { readonly from: LegalDate; readonly to: LegalDate };
  },
): Procedure {
  const { subject, number, unitId } = told;
  const { by, signedOn } = paper;
  const { regime, type, checklist } = subject;
  const procedure = procedureFor({ regime, type, on: signedOn });
  const programmeItem = subject.programmeItem(signedOn);
  world.askInspection(id, by, {
    type: 'OrderInspection',
    data: {
      by,
      number,
      signedOn,
      basis: `Kế hoạch số ${programmeNumber(Number(signedOn.slice(0, 4)))} của UBND thị xã Vĩnh Châu, mục ${programmeItem.item}`,
      regime,
      type,
      procedure,
      inspectedPeriod: paper.inspectedPeriod ?? null,
      fieldworkUntil: paper.fieldworkUntil ?? null,
      reinspectionOf: null,
      programmeItem,
      unit: snapshot(world, unitId),
      orderedBy: {
        body: paper.body ?? snapshot(world, subject.orderedBy),
        person: { name: by.name, title: by.title },
      },
      checklist: {
        kind: checklist.kind,
        edition: checklist.edition,
        title: checklist.title,
        items: checklist.items,
      },
      team: asMembers(told.team),
    },
  });
  return procedure;
}
