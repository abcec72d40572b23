import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  inspection,
  isToldToUnit,
  maySee,
  recommendation,
  refusal,
  sightedInspection,
  sightedRecommendation,
  sightOf,
  type Uuid,
  unit,
} from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { EventStore, type StoredEvent } from '../platform/event-store/event-store.js';
import { HttpProblem } from '../platform/http/problem.js';
import { bundleLines, type BundleScope, type Disclosure } from '../platform/trail/bundle.js';
import { Trail } from '../platform/trail/trail.js';
import { sizeUnknown } from './trail.queries.js';
import type { Sealed, TrailStore } from '../platform/trail/trail-store.js';

const pageSize = 1_000;

/** How much of a case's events a person may have. */
type CaseRule = (event: StoredEvent) => Disclosure | 'nothing';

/** History in one file that verifies without this server. */
@Injectable()
export class Bundles {
  constructor(
    private readonly trail: Trail,
    private readonly store: EventStore,
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  /** An inspection and the recommendations that came of it. @throws Rejection inspection.unknown; HttpProblem */
  async ofInspection(person: Person, id: Uuid, pinned: number | undefined): Promise<Readable> {
    const sealed = await this.sealed(pinned);
    const { state } = await this.executor.load('inspection', id, inspection);
    if (state.status === 'absent' || !maySee(person, sightedInspection(state.file)))
      throw refusal('inspection.unknown');
    const streams = [
      { category: 'inspection', id } as const,
      ...state.file.recommendations.map((each) => ({ category: 'recommendation', id: each.id }) as const),
    ];
    const events = (await Promise.all(streams.map((stream) => this.store.read(stream))))
      .flat()
      .filter(({ position }) => position <= sealed.size)
      .sort((one, other) => one.position - other.position);
    return this.lines(person, { kind: 'inspection', id }, sealed, pinned, [events]);
  }

  /** What a person may see of a unit's history. @throws Rejection access.role-may-not, unit.unknown; HttpProblem */
  async ofUnit(person: Person, id: Uuid, pinned: number | undefined): Promise<Readable> {
    const sight = sightOf(person);
    if (sight === 'nothing') throw refusal('access.role-may-not', { role: person.role });
    const sealed = await this.sealed(pinned);
    const { state } = await this.executor.load('unit', id, unit);
    if (state.status === 'absent' || (sight === 'own-unit' && person.unitId !== id)) throw refusal('unit.unknown');
    return this.lines(person, { kind: 'unit', id }, sealed, pinned, this.pagesOfUnit(id, sealed.size));
  }

  /** The whole log, for who sees everything. @throws Rejection access.role-may-not; HttpProblem */
  async ofEverything(person: Person, pinned: number | undefined): Promise<Readable> {
    const sealed = await this.sealed(pinned);
    if (sightOf(person) !== 'everything') throw refusal('access.role-may-not', { role: person.role });
    return this.lines(person, { kind: 'everything', id: null }, sealed, pinned, this.pages(sealed.size));
  }

  private lines(
    person: Person,
    scope: BundleScope,
    sealed: Sealed,
    pinned: number | undefined,
    pages: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
  ): Readable {
    const rules = new Map<string, CaseRule>();
    const ruleOf = async ({ stream }: StoredEvent): Promise<CaseRule> => {
      const key = `${stream.category}-${stream.id}`;
      const rule = rules.get(key) ?? (await this.ruleOf(person, stream));
      rules.set(key, rule);
      return rule;
    };
    const judged = new Map<string, Disclosure>();
    async function* seen() {
      for await (const page of pages) {
        const shown: StoredEvent[] = [];
        for (const event of page) {
          const disclosure = (await ruleOf(event))(event);
          if (disclosure === 'nothing') continue;
          judged.set(event.id, disclosure);
          shown.push(event);
        }
        yield shown;
        judged.clear();
      }
    }
    return Readable.from(
      bundleLines(this.trailStore(), {
        scope,
        madeAt: this.clock.now(),
        verifierKeys: this.trail.verifierKeys,
        sealed,
        pinned: pinned ?? null,
        events: seen(),
        disclosed: (event) => judged.get(event.id) ?? 'leaf-only',
      }),
    );
  }

  private async ruleOf(person: Person, { category, id }: StoredEvent['stream']): Promise<CaseRule> {
    const sight = sightOf(person);
    if (sight === 'everything' || category === 'unit') return () => 'shown';
    switch (category) {
      case 'inspection': {
        const { state } = await this.executor.load('inspection', id, inspection);
        if (state.status === 'absent' || !maySee(person, sightedInspection(state.file))) return () => 'nothing';
        const { path } = state.file.order.procedure;
        // That there is more than the unit is told it may know: the numbers in the stream would say so anyway.
        return ({ type }) => (sight !== 'own-unit' || isToldToUnit(type, path) ? 'shown' : 'leaf-only');
      }
      case 'recommendation': {
        const { state } = await this.executor.load('recommendation', id, recommendation);
        const isSeen = state.status !== 'absent' && maySee(person, sightedRecommendation(state));
        return () => (isSeen ? 'shown' : 'nothing');
      }
      default:
        // A programme names its unannounced items.
        return () => 'nothing';
    }
  }

  private async *pages(until: number): AsyncIterable<readonly StoredEvent[]> {
    for (let after = 0; after < until; after += pageSize) {
      const page = await this.store.readAll(after, pageSize);
      yield page.filter(({ position }) => position <= until);
    }
  }

  private async *pagesOfUnit(unitId: Uuid, until: number): AsyncIterable<readonly StoredEvent[]> {
    for (let after = 0; ; ) {
      const page = await this.trailStore().eventsOfUnit(unitId, after, pageSize);
      const last = page.at(-1);
      yield page.filter(({ position }) => position <= until);
      if (!last || page.length < pageSize || last.position >= until) return;
      after = last.position;
    }
  }

  /** @throws HttpProblem trail-absent, trail-not-sealed, trail-size-unknown */
  private async sealed(pinned: number | undefined): Promise<Sealed> {
    const sealed = await this.trailStore().latest();
    if (!sealed) throw new HttpProblem('trail-not-sealed', { headers: { 'retry-after': '1' } });
    if (pinned !== undefined && pinned > sealed.size) throw sizeUnknown('pinned', sealed.size);
    return sealed;
  }

  private trailStore(): TrailStore {
    if (!this.trail.store) throw new HttpProblem('trail-absent');
    return this.trail.store;
  }
}
