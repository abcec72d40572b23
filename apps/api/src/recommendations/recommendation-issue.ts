import { Injectable } from '@nestjs/common';
import {
  type Actor,
  deadlineFor,
  deadlineGiven,
  deadlineRuleFor,
  type Finding,
  finalDocumentOf,
  findingsToRemedy,
  type InspectionFile,
  inspection,
  isDisputed,
  type Message,
  maySee,
  type RecommendationCommands,
  recommendationNumber,
  refusal,
  type ResponsibleBodies,
  type Severity,
  severities,
  sightedInspection,
  type UnitSnapshot,
  type Uuid,
  unit,
  vietnamCalendar,
} from '@soat/domain';
import { Clock } from '../platform/clock.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import type { ExternalBody, IssueBody } from './recommendation.bodies.js';

/**
 * Turns ids into what a recommendation must carry: its findings as the final document left them, the bodies of that day, and a
 * due date computed from the profile and the calendar in force. That document is final, so no race can change them here.
 */
@Injectable()
export class RecommendationIssues {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  async commandFrom(body: IssueBody, by: Actor): Promise<Message<RecommendationCommands>> {
    const { state } = await this.executor.load('inspection', body.inspectionId, inspection);
    if (state.status === 'absent' || !maySee(by, sightedInspection(state.file)))
      throw refusal('recommendation.inspection-unknown', { inspectionId: body.inspectionId });
    const { file } = state;
    const findings = body.findingIds.map((findingId) => {
      const finding = findingsToRemedy(file).find((candidate) => candidate.findingId === findingId);
      if (!finding) throw refusal('recommendation.finding-not-live', { findingId });
      if (isDisputed(finding)) throw refusal('recommendation.finding-disputed', { number: finding.number });
      return finding;
    });
    const startOn = this.clock.today();
    const severity = highest(findings.map((finding) => finding.severity));
    const rule = deadlineRuleFor({ regime: file.order.regime, purpose: 'remedy-recommendation', severity, startOn });
    const implementing = body.implementingUnitIds ?? [file.order.unit.id];
    return {
      type: 'IssueRecommendation',
      data: {
        by,
        number: numberOf(file, findings),
        kind: body.kind,
        text: body.text,
        unit: file.order.unit,
        source: {
          inspectionId: body.inspectionId,
          inspectionNumber: file.order.number,
          teamIds: file.team.map((member) => member.personId),
          finalDocument: finalDocumentOf(file),
        },
        findings: findings.map(answeredFinding),
        bodies: await this.bodiesOf({ ...body, implementingUnitIds: implementing }),
        verificationPoints: body.verificationPoints,
        deadline: deadlineFor({ rule, startOn, calendar: vietnamCalendar }),
        amountToRecover: body.amountToRecover ?? null,
      },
    };
  }

  /** What an external document says; its date is taken as it stands. */
  async externalFrom(body: ExternalBody, by: Actor): Promise<Message<RecommendationCommands>> {
    const { document, kind, text, number, verificationPoints, severity } = body;
    const signed = { number: document.number, signedOn: document.signedOn };
    const unit = await this.snapshot(body.unitId);
    return {
      type: 'EnterExternalRecommendation',
      data: {
        by,
        on: this.clock.today(),
        number,
        kind,
        text,
        unit,
        severity,
        source: {
          issuer: body.issuer,
          issuerName: body.issuerName,
          title: document.title,
          document: signed,
          evidence: evidenceOf(body.evidence),
        },
        bodies: await this.bodiesOf({ ...body, implementingUnitIds: body.implementingUnitIds ?? [body.unitId] }),
        verificationPoints,
        deadline: deadlineGiven({ startOn: document.signedOn, dueOn: body.dueOn, calendar: vietnamCalendar }),
        amountToRecover: body.amountToRecover ?? null,
      },
    };
  }

  /** Bodies by their ids, as they are called today. */
  async bodiesOf(ids: {
    readonly leadUnitId: Uuid;
    readonly coordinatingUnitIds?: readonly Uuid[];
    readonly implementingUnitIds: readonly Uuid[];
  }): Promise<ResponsibleBodies> {
    return {
      lead: await this.snapshot(ids.leadUnitId),
      coordinating: await this.snapshots(ids.coordinatingUnitIds ?? []),
      implementing: await this.snapshots(ids.implementingUnitIds),
    };
  }

  private snapshots(ids: readonly Uuid[]): Promise<readonly UnitSnapshot[]> {
    return Promise.all(ids.map((id) => this.snapshot(id)));
  }

  private async snapshot(id: Uuid): Promise<UnitSnapshot> {
    const { state } = await this.executor.load('unit', id, unit);
    if (state.status === 'absent') throw refusal('recommendation.body-unknown', { unitId: id });
    return state.unit;
  }
}

function numberOf({ order, recommendations }: InspectionFile, [first]: readonly Finding[]): string {
  return recommendationNumber({
    inspectionNumber: order.number,
    orderedOn: order.signedOn,
    findingNumber: first?.number ?? '',
    earlier: recommendations.filter(({ findingIds }) => first && findingIds.includes(first.findingId)).length,
  });
}

function answeredFinding({
  findingId,
  number,
  itemCode,
  severity,
  criteria,
  condition,
  place,
  evidence,
  recordedBy,
}: Finding) {
  return { findingId, number, itemCode, severity, criteria, condition, place, evidence, recordedBy };
}

function highest(found: readonly Severity[]): Severity {
  return [...severities].reverse().find((severity) => found.includes(severity)) ?? 'minor';
}
