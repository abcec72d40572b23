import { unitKinds } from '@soat/domain';
import { LegalDateField, Nested, OneLine, OneOf, UuidField } from '../platform/http/fields.js';

export class LegalDocumentBody {
  @OneLine({ max: 60, example: '01/NQ-HĐND' })
  readonly number: string;

  @LegalDateField()
  readonly signedOn: string;
}

export class EstablishBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly id: string;

  @OneLine({ max: 200 })
  readonly name: string;

  @OneLine({ max: 20, description: 'Official code; not an identity, since codes are re-used.' })
  readonly code: string;

  @OneOf(unitKinds, { name: 'UnitKind' })
  readonly kind: (typeof unitKinds)[number];

  @UuidField({ optional: true })
  readonly parentId?: string;

  @Nested(() => LegalDocumentBody, { optional: true })
  readonly basis?: LegalDocumentBody;

  @LegalDateField()
  readonly validFrom: string;
}

export class RenameBody {
  @OneLine({ max: 200 })
  readonly name: string;

  @Nested(() => LegalDocumentBody)
  readonly basis: LegalDocumentBody;

  @LegalDateField()
  readonly validFrom: string;
}

export class HeadBody {
  @OneLine({ max: 100 })
  readonly headName: string;

  @Nested(() => LegalDocumentBody, { optional: true })
  readonly basis?: LegalDocumentBody;

  @LegalDateField()
  readonly validFrom: string;
}
