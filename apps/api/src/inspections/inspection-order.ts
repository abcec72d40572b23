import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type ChecklistKind,
  type ChecklistUsed,
  checklistEditions,
  editionInForce,
  findEdition,
  type InspectionCommands,
  type Message,
  procedureFor,
  refusal,
  type TeamMember,
  type UnitSnapshot,
  type Uuid,
  unit,
  withTargets,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import type { OrderBody } from './inspection.bodies.js';

/** Turns ids in an order into what the event must carry: the unit and the body of that day, the checklist, the team. */
@Injectable()
export class InspectionOrders {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: PeopleDirectory,
  ) {}

  async commandFrom(body: OrderBody, by: Actor): Promise<Message<InspectionCommands>> {
    const { regime = 'internal-check', type = 'unannounced' } = body;
    return {
      type: 'OrderInspection',
      data: {
        by,
        number: body.number,
        signedOn: body.signedOn,
        basis: body.basis,
        regime,
        type,
        procedure: procedureFor({ regime, type, on: body.signedOn }),
        inspectedPeriod: body.inspectedPeriod ?? null,
        fieldworkUntil: body.fieldworkUntil ?? null,
        reinspectionOf: body.reinspectionOf ?? null,
        programmeItem: body.programmeItem ?? null,
        unit: await this.snapshot(body.unitId),
        orderedBy: {
          body: await this.snapshot(body.orderedByUnitId),
          person: { name: by.name, title: this.people.find(by.id)?.title ?? '' },
        },
        checklist: checklistFor(body),
        team: body.team.map((member) => this.teamMember(member)),
      },
    };
  }

  /** The unit as it is called and led today. */
  async snapshot(id: Uuid): Promise<UnitSnapshot> {
    const { state } = await this.executor.load('unit', id, unit);
    if (state.status === 'absent') throw refusal('inspection.unit-unknown', { unitId: id });
    return state.unit;
  }

  teamMember({ personId, role }: Pick<TeamMember, 'personId' | 'role'>): TeamMember {
    const person = this.people.find(personId);
    if (!person) throw refusal('inspection.team-member-unknown', { personId });
    return { personId, name: person.name, role, unitId: person.unitId };
  }
}

function checklistFor({ checklistKind, checklistEdition, signedOn, targets, number }: OrderBody): ChecklistUsed {
  const isKnown = (kind: string): kind is ChecklistKind => checklistEditions.some((edition) => edition.kind === kind);
  const edition = !isKnown(checklistKind)
    ? null
    : checklistEdition === undefined
      ? editionInForce(checklistKind, signedOn)
      : findEdition(checklistKind, checklistEdition);
  if (!edition) throw refusal('inspection.checklist-unknown', { kind: checklistKind });
  const items = withTargets(
    edition.items,
    Object.fromEntries((targets ?? []).map(({ itemCode, target }) => [itemCode, target])),
    number,
  );
  return { kind: edition.kind, edition: edition.edition, title: edition.title, items };
}
