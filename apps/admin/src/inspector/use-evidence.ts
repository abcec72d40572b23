import type { Evidence, EvidenceKind } from '@soat/domain';
import { useState } from 'react';
import type { EvidenceBody } from '../api/inspections.js';
import { useT } from '../i18n/use-t.js';
import type { EvidencePickerProps, PickedFile } from '../ui/evidence-picker.js';

export interface EvidenceForm {
  readonly picker: EvidencePickerProps;
  /** What the files can be declared as; empty where nobody minds. */
  readonly kinds: readonly EvidenceKind[];
  /** Of all files here; null leaves each to what it looks like. */
  readonly kind: EvidenceKind | null;
  readonly chooseKind: (kind: EvidenceKind) => void;
  readonly bodies: readonly EvidenceBody[];
  /** Marks the field when evidence is needed and there is none; tells whether all is well. */
  readonly check: () => boolean;
}

/** Files for a form, with the complaint when they are needed and missing. */
export function useEvidence(
  label: string,
  isRequired: boolean,
  kindsAsked: readonly EvidenceKind[] = [],
): EvidenceForm {
  const t = useT();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [chosen, chooseKind] = useState<EvidenceKind | null>(null);
  const [isChecked, setChecked] = useState(false);
  // An address is no file.
  const kinds = kindsAsked.filter((kind) => kind !== 'url');
  const isMissing = isRequired && files.length === 0;
  const first = files[0];
  return {
    picker: {
      label,
      value: files,
      onChange: setFiles,
      hint: t('inspector.evidence.declared'),
      error: isChecked && isMissing ? t('inspector.evidence.missing') : undefined,
    },
    kinds,
    kind: chosen ?? (first ? kindOf(first, kinds) : null),
    chooseKind,
    bodies: files.map((file) => evidenceBody(file, chosen ?? kindOf(file, kinds))),
    check: () => {
      setChecked(true);
      return !isMissing;
    },
  };
}

/** The pieces that answer what an item asks for. */
export function evidenceThatCounts(
  evidence: readonly Evidence[],
  { evidence: { kinds } }: { readonly evidence: { readonly kinds: readonly EvidenceKind[] } },
): readonly Evidence[] {
  return evidence.filter((piece) => kinds.includes(piece.kind));
}

/** Files that nobody asks to be of a kind. */
export function evidenceBodies(files: readonly PickedFile[]): readonly EvidenceBody[] {
  return files.map((file) => evidenceBody(file, kindOf(file, [])));
}

/** What a file looks like, unless the item asks for something else: then the picture is of that. */
function kindOf({ mediaType }: PickedFile, kinds: readonly EvidenceKind[]): EvidenceKind {
  const looks = mediaType.startsWith('image/') ? 'photo' : mediaType.startsWith('video/') ? 'video' : 'document';
  return kinds.includes(looks) ? looks : (kinds[0] ?? looks);
}

function evidenceBody({ sha256, size, mediaType, name }: PickedFile, kind: EvidenceKind): EvidenceBody {
  return { sha256, size, mediaType, name, kind };
}
