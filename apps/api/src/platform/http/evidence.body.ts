import { type Evidence, evidenceKinds } from '@soat/domain';
import { InstantField, OneLine, OneOf, WholeNumber } from './fields.js';

/** A file declared by its digest before its bytes have come; every feature that takes evidence takes it like this. */
export class EvidenceBody {
  @OneLine({ max: 64, min: 64, description: 'SHA-256 of the file, lower-case hex.' })
  readonly sha256: string;

  @WholeNumber({ min: 1, max: 1_073_741_824, description: 'Bytes.' })
  readonly size: number;

  @OneLine({ max: 100, example: 'image/jpeg' })
  readonly mediaType: string;

  @OneLine({ max: 255 })
  readonly name: string;

  @OneOf(evidenceKinds, { name: 'EvidenceKind' })
  readonly kind: (typeof evidenceKinds)[number];

  @InstantField({ optional: true, description: 'Device clock; a claim.' })
  readonly capturedAt?: string;
}

export function evidenceOf(bodies: readonly EvidenceBody[] | undefined): readonly Evidence[] {
  return (bodies ?? []).map(({ sha256, size, mediaType, name, kind, capturedAt }) => ({
    sha256,
    size,
    mediaType,
    name,
    kind,
    capturedAt: capturedAt ?? null,
  }));
}
