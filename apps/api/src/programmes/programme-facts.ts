import { Injectable } from '@nestjs/common';
import {
  checklist,
  checklistEditions,
  type PilotSite,
  type PlannedItemGiven,
  type ProgrammeBody,
  refusal,
  type UnitSnapshot,
  type Uuid,
  unit,
} from '@soat/domain';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { idOfName } from '../platform/named-id.js';
import type { PilotSiteBody, PlannedItemBody, ProgrammeBodyBody } from './programme.bodies.js';

/** Turns ids in a programme into what its events must carry: the bodies as they were called that day. */
@Injectable()
export class ProgrammeFacts {
  constructor(private readonly executor: CommandExecutor) {}

  async item(body: PlannedItemBody): Promise<PlannedItemGiven> {
    const { itemId, code, text, time, inspectionType, checklistKind = null, unannouncedQuota = null } = body;
    if (checklistKind !== null && !(await this.isChecklist(checklistKind)))
      throw refusal('programme.checklist-unknown', { kind: checklistKind });
    return {
      itemId,
      code,
      text,
      lead: await this.bodies(body.lead),
      coordinating: await this.bodies(body.coordinating),
      implementing: await this.bodies(body.implementing),
      time,
      inspectionType,
      checklistKind,
      unannouncedQuota: unannouncedQuota && { count: unannouncedQuota.count, per: unannouncedQuota.per },
    };
  }

  pilotSites(sites: readonly PilotSiteBody[] = []): Promise<readonly PilotSite[]> {
    return Promise.all(sites.map(async ({ unitId, place }) => ({ unit: await this.snapshot(unitId), place })));
  }

  /** @throws Rejection when there is no such unit. */
  async snapshot(id: Uuid): Promise<UnitSnapshot> {
    const { state } = await this.executor.load('unit', id, unit);
    if (state.status === 'absent') throw refusal('programme.unit-unknown', { unitId: id });
    return state.unit;
  }

  /** Built in, or made by people and published at least once. */
  private async isChecklist(kind: string): Promise<boolean> {
    if (checklistEditions.some((edition) => edition.kind === kind)) return true;
    const { state } = await this.executor.load('checklist', idOfName('checklist', kind), checklist);
    return state.status !== 'absent' && state.checklist.editions.length > 0;
  }

  private bodies(bodies: readonly ProgrammeBodyBody[] = []): Promise<readonly ProgrammeBody[]> {
    return Promise.all(
      bodies.map(async ({ name, unitId }) => ({
        name,
        unit: unitId === undefined ? null : await this.snapshot(unitId),
      })),
    );
  }
}
