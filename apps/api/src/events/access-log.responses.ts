import { type AccessSubject, accessSubjects } from '../platform/access/access-log.js';
import { Shown } from '../platform/http/response.js';
import type { ReadingListed } from './access-log.query.js';

export class ReadingBody implements ReadingListed {
  @Shown({ type: String, format: 'date-time' })
  readonly at: string;

  @Shown({ type: String })
  readonly actor: string;

  @Shown({ type: String, nullable: true })
  readonly actorName: string | null;

  @Shown({ type: String })
  readonly role: string;

  @Shown({ type: String, nullable: true })
  readonly onBehalfOf: string | null;

  @Shown({ enum: [...accessSubjects], enumName: 'AccessSubject' })
  readonly subject: AccessSubject;

  @Shown({ type: String, format: 'uuid', nullable: true })
  readonly subjectId: string | null;

  @Shown({
    type: String,
    nullable: true,
    description: 'Of a bundle what it is of, of a history how it was narrowed down, of changes between which moments.',
  })
  readonly scope: string | null;

  @Shown({
    type: String,
    nullable: true,
    description: 'The past moment that was asked for, with the basis where it was not recorded; null for now.',
  })
  readonly asOf: string | null;

  @Shown({ type: String, format: 'uuid' })
  readonly requestId: string;
}
