import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertNotAhead,
  type ChecklistEdition,
  type ChecklistUsed,
  checklist,
  checklistEditions,
  editionInForce,
  itemToOrderBy,
  type InspectionCommands,
  type Message,
  type Procedure,
  procedureFor,
  type Role,
  type ProgrammeItem,
  programme,
  refusal,
  type TeamMember,
  type UnitSnapshot,
  type Uuid,
  unit,
  withTargets,
} from '@soat/domain';
import { Clock } from '../platform/clock.js';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { fieldWords } from '../platform/http/field-words.js';
import { HttpProblem } from '../platform/http/problem.js';
import { idOfName } from '../platform/named-id.js';
import type { OrderBody } from './inspection.bodies.js';

/** Turns ids in an order into what the event must carry: the unit and the body of that day, the checklist, the team. */
@Injectable()
export class InspectionOrders {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  async commandFrom(body: OrderBody, by: Actor): Promise<Message<InspectionCommands>> {
    const { regime = 'internal-check', type = 'unannounced' } = body;
    assertNotAhead(body.signedOn, this.clock.today());
    const procedure = procedureFor({ regime, type, on: body.signedOn });
    return {
      type: 'OrderInspection',
      data: {
        by,
        number: body.number,
        signedOn: body.signedOn,
        basis: body.basis,
        regime,
        type,
        procedure,
        inspectedPeriod: body.inspectedPeriod ?? null,
        fieldworkUntil: body.fieldworkUntil ?? null,
        reinspectionOf: body.reinspectionOf ?? null,
        programmeItem: await this.programmeItem(body),
        unit: await this.snapshot(body.unitId),
        orderedBy: {
          body: await this.snapshot(body.orderedByUnitId),
          person: { name: by.name, title: this.people.find(by.id)?.title ?? '' },
        },
        checklist: await this.checklistFor(body),
        team: body.team.map((member) => this.teamMember(member, procedure.teamFrom)),
      },
    };
  }

  /** What the order carries from now on, whatever becomes of the checklist. */
  private async checklistFor(body: OrderBody): Promise<ChecklistUsed> {
    const { checklistKind: kind, checklistEdition: number, signedOn, targets } = body;
    const editions = await this.editionsOf(kind);
    const asked = number === undefined ? editions : editions.filter((each) => each.edition === number);
    const edition = editionInForce(kind, signedOn, asked);
    if (!edition) throw refusal('inspection.checklist-unknown', { kind });
    const items = withTargets(
      edition.items,
      Object.fromEntries((targets ?? []).map(({ itemCode, target }) => [itemCode, target])),
      body.number,
    );
    return { kind: edition.kind, edition: edition.edition, title: edition.title, items };
  }

  /** Of what is built in, or of what people made. */
  private async editionsOf(kind: string): Promise<readonly ChecklistEdition[]> {
    const builtIn = checklistEditions.filter((edition) => edition.kind === kind);
    if (builtIn.length > 0) return builtIn;
    const { state } = await this.executor.load('checklist', idOfName('checklist', kind), checklist);
    return state.status === 'absent' ? [] : state.checklist.editions;
  }

  private async programmeItem({ programmeItem, fromProgramme }: OrderBody): Promise<ProgrammeItem | null> {
    if (!fromProgramme) return programmeItem ? { ...programmeItem, link: null } : null;
    // Two answers to one question: neither is taken in silence.
    if (programmeItem)
      throw new HttpProblem('validation-failed', {
        errors: [{ pointer: '/programmeItem', code: 'unknown-property', message: fieldWords('unknown-property') }],
      });
    const { programmeId, itemId } = fromProgramme;
    const { state } = await this.executor.load('programme', programmeId, programme);
    if (state.status === 'absent') throw refusal('inspection.programme-unknown', { programmeId });
    const { code, text } = itemToOrderBy(state, itemId);
    return { plan: state.programme.number, item: code, text, link: { programmeId, itemId } };
  }

  /** The unit as it is called and led today. */
  async snapshot(id: Uuid): Promise<UnitSnapshot> {
    const { state } = await this.executor.load('unit', id, unit);
    if (state.status === 'absent') throw refusal('inspection.unit-unknown', { unitId: id });
    return state.unit;
  }

  teamMember(
    { personId, role }: Pick<TeamMember, 'personId' | 'role'>,
    from: Procedure['teamFrom'] = 'outside',
  ): TeamMember {
    const person = this.people.find(personId);
    if (!person) throw refusal('inspection.team-member-unknown', { personId });
    // Who leads by the order and not by the role could start the check, and never end it.
    const roles: Role[] = role === 'lead' ? ['team-lead'] : ['inspector', 'team-lead'];
    // A self-check is done by the unit's own people; that they are of this very unit is for the decider to say.
    if (from === 'own-unit') roles.push('unit-officer', 'unit-head');
    if (!roles.includes(person.role))
      throw refusal('inspection.member-may-not-inspect', { name: person.name, role: person.role });
    return { personId, name: person.name, role, unitId: person.unitId };
  }
}
