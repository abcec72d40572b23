import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type AuthoredChecklistRow,
  authoredChecklists,
  type ChecklistDraft,
  type ChecklistEdition,
  type ChecklistStatus,
  checklistEditions,
  type CommandName,
  commandsOf,
  refusal,
  type Text,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { AuthoredChecklistsTable } from './authored-checklists.table.js';

export interface EditionShortly extends Pick<ChecklistEdition, 'edition' | 'validFrom' | 'validTo' | 'source'> {
  readonly items: number;
}

/** A kind of checklist with its editions; `built-in` is a data file of this release. */
export interface ChecklistKindShortly {
  /** Null for what is built in. */
  readonly id: string | null;
  readonly kind: string;
  readonly code: string;
  readonly title: Text;
  readonly bodyName: string | null;
  readonly status: ChecklistStatus | 'built-in';
  readonly withdrawn: AuthoredChecklistRow['withdrawn'];
  readonly editions: readonly EditionShortly[];
}

export interface ChecklistKindShown extends ChecklistKindShortly {
  /** What is being written; null where nothing is, or the reader is not one who writes. */
  readonly draft: ChecklistDraft | null;
  readonly length: number | null;
  readonly mayAsk: readonly CommandName[];
}

export class ListChecklistKinds extends Query<readonly ChecklistKindShortly[]> {
  constructor(
    readonly person: Person,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

/** @throws Rejection for a kind there is not, or of which the reader may know nothing yet. */
export class ShowChecklistKind extends Query<ChecklistKindShown> {
  constructor(
    readonly person: Person,
    readonly kind: string,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListChecklistKinds)
export class ListChecklistKindsHandler implements IQueryHandler<ListChecklistKinds> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, atLeast }: ListChecklistKinds): Promise<readonly ChecklistKindShortly[]> {
    await this.readAfterWrite.waitFor([authoredChecklists.name], atLeast);
    const rows = await this.dataSource.getRepository(AuthoredChecklistsTable).find({ order: { kind: 'ASC' } });
    return [...builtIn(), ...rows.filter((row) => isTold(row, person)).map((row) => asTold(shortly(row), row, person))];
  }
}

@QueryHandler(ShowChecklistKind)
export class ShowChecklistKindHandler implements IQueryHandler<ShowChecklistKind> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, kind, atLeast }: ShowChecklistKind): Promise<ChecklistKindShown> {
    // What no kind can be called, a database need not be asked for.
    if (!/^[a-z0-9-]{1,60}$/.test(kind)) throw refusal('checklist.unknown');
    await this.readAfterWrite.waitFor([authoredChecklists.name], atLeast);
    const mayAsk = commandsOf(person.role);
    const house = builtIn().find((each) => each.kind === kind);
    if (house) return { ...house, draft: null, length: null, mayAsk };
    const row = await this.dataSource.getRepository(AuthoredChecklistsTable).findOneBy({ kind });
    if (!row || !isTold(row, person)) throw refusal('checklist.unknown');
    const draft = isAuthor(person) ? row.draft : null;
    return { ...asTold(shortly(row), row, person), draft, length: row.length, mayAsk };
  }
}

function isAuthor({ role }: Person): boolean {
  return commandsOf(role).includes('DraftChecklist');
}

/** Nobody inspects by a draft, so it is its authors' until it is published. */
function isTold(row: AuthoredChecklistRow, person: Person): boolean {
  return row.editions.length > 0 || isAuthor(person);
}

/** To whoever does not write it, a checklist is what was published of it. */
function asTold(
  shown: ChecklistKindShortly,
  { editions, withdrawn }: AuthoredChecklistRow,
  person: Person,
): ChecklistKindShortly {
  if (isAuthor(person)) return shown;
  return { ...shown, title: editions.at(-1)?.title ?? shown.title, status: withdrawn ? 'withdrawn' : 'published' };
}

function shortly(row: AuthoredChecklistRow): ChecklistKindShortly {
  const { id, kind, code, title, bodyName, status, withdrawn, editions } = row;
  return { id, kind, code, title, bodyName, status, withdrawn, editions: editions.map(inShort) };
}

function inShort({ edition, validFrom, validTo, source, items }: ChecklistEdition): EditionShortly {
  return { edition, validFrom, validTo, source, items: items.length };
}

function builtIn(): readonly ChecklistKindShortly[] {
  return [...new Set(checklistEditions.map(({ kind }) => kind))].flatMap((kind) => {
    const editions = checklistEditions.filter((edition) => edition.kind === kind);
    const last = editions.at(-1);
    if (!last) return [];
    const { code, title } = last;
    const nobody = { id: null, bodyName: null, withdrawn: null, status: 'built-in' } as const;
    return [{ ...nobody, kind, code, title, editions: editions.map(inShort) }];
  });
}
