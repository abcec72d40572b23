import type { ChecklistDraft, ChecklistEdition, ChecklistStatus, CommandName, Text } from '@soat/domain';

/** GET /checklist-kinds. */
export interface ChecklistKindRow {
  /** Null for what is built in. */
  readonly id: string | null;
  readonly kind: string;
  readonly code: string;
  readonly title: Text;
  readonly bodyName: string | null;
  readonly status: ChecklistStatus | 'built-in';
  readonly withdrawn: { readonly from: string; readonly reason: string } | null;
  readonly editions: readonly (Pick<ChecklistEdition, 'edition' | 'validFrom' | 'validTo' | 'source'> & {
    readonly items: number;
  })[];
}

/** GET /checklist-kinds/:kind. */
export interface ChecklistKindShown extends ChecklistKindRow {
  readonly draft: ChecklistDraft | null;
  readonly length: number | null;
  readonly mayAsk: readonly CommandName[];
}
