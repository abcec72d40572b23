import { type AgendaRow, inspectionRegimes, type TaskKind, taskKinds } from '@soat/domain';
import { Shown } from '../platform/http/response.js';

export class AgendaEntryBody {
  @Shown({ type: String, format: 'uuid', description: 'Of the inspection or recommendation.' })
  readonly id: string;

  @Shown({ enum: ['inspection', 'recommendation'] })
  readonly category: AgendaRow['category'];

  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: String, description: 'Of the decision or the recommendation.' })
  readonly number: string;

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly title: AgendaRow['title'];

  @Shown({ enum: [...inspectionRegimes], enumName: 'Regime', nullable: true })
  readonly regime: AgendaRow['regime'];

  @Shown({ enum: [...taskKinds], enumName: 'TaskKind' })
  readonly kind: TaskKind;

  @Shown({ type: String, format: 'date' })
  readonly since: string;

  @Shown({ type: String, format: 'date', nullable: true, description: 'In force; null where nothing is counted.' })
  readonly dueOn: string | null;

  @Shown({ type: String, format: 'date', nullable: true })
  readonly originalDueOn: string | null;

  @Shown({ type: Boolean })
  readonly isOverdue: boolean;

  @Shown({ type: Number, nullable: true, description: 'Negative once the day has passed.' })
  readonly workingDaysLeft: number | null;
}
