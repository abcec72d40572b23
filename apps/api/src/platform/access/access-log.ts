import { Injectable } from '@nestjs/common';
import type { Instant, PersonId, Uuid } from '@soat/domain';
import { DataSource } from 'typeorm';

/** What was looked at: a case's file, a bundle, one event, a history as a file. */
export const accessSubjects = ['inspection', 'recommendation', 'bundle', 'event', 'history'] as const;
export type AccessSubject = (typeof accessSubjects)[number];

/** One reading. */
export interface Reading {
  readonly at: Instant;
  readonly actor: PersonId;
  readonly role: string;
  readonly onBehalfOf: PersonId | null;
  readonly subject: AccessSubject;
  /** Null for what is about no single thing. */
  readonly subjectId: Uuid | null;
  /** Of a bundle what it is of, of a history how it was narrowed down, of changes between which moments. */
  readonly scope: string | null;
  /** As it was asked, with the basis where that is not what was recorded; null for now. */
  readonly asOf: string | null;
  readonly requestId: Uuid;
}

interface Waiting {
  readonly reading: Reading;
  readonly settle: (error?: unknown) => void;
}

// A hundred readers at once are one statement; no statement grows without bound.
const batchMax = 200;

/**
 * Writes down who looked at what, beside the log and not in it: a reading decides nothing, and readings outnumber events. It is
 * kept in the database of the read models, where the answers come from, so that either both are there or neither is.
 */
@Injectable()
export class AccessLog {
  private readonly waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Until it is on the disk. What comes while others are written is written together. @throws the driver's error */
  record(reading: Reading): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ reading, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    for (let batch = this.waiting.splice(0, batchMax); batch.length > 0; batch = this.waiting.splice(0, batchMax)) {
      try {
        await this.write(batch.map(({ reading }) => reading));
        for (const { settle } of batch) settle();
      } catch (error) {
        for (const { settle } of batch) settle(error);
      }
    }
    this.isWriting = false;
  }

  private async write(readings: readonly Reading[]): Promise<void> {
    await this.dataSource.query(
      `insert into soat_log.access_log (at, actor, role, on_behalf_of, subject, subject_id, scope, as_of, request_id)
       select (row ->> 'at')::timestamptz, row ->> 'actor', row ->> 'role', row ->> 'onBehalfOf', row ->> 'subject',
              (row ->> 'subjectId')::uuid, row ->> 'scope', row ->> 'asOf', (row ->> 'requestId')::uuid
         from json_array_elements($1::json) as row`,
      [JSON.stringify(readings)],
    );
  }
}
