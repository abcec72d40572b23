import type { UseQueryResult } from '@tanstack/react-query';
import { useGet } from '../api/hooks.js';
import type { ProblemError } from '../api/problem-error.js';

/** GET /trail/checkpoint/stamp: the newest checkpoint as documents carry it. */
export interface Stamp {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly sealedAt: string;
  readonly note: string;
  readonly qrSvg: string;
}

export function useStamp(): UseQueryResult<Stamp, ProblemError> {
  return useGet<Stamp>('/api/v1/trail/checkpoint/stamp');
}

/** The picture without a request of its own: a print does not wait for one. */
export function pictureOf({ qrSvg }: Stamp): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrSvg)}`;
}

/** The signed note as a file, to be kept elsewhere than here. */
export function noteOf({ note, size }: Stamp): File {
  return new File([note], `soat-niem-phong-${size}.txt`, { type: 'text/plain;charset=utf-8' });
}
