/** The screens that can show a past day: those whose figures and files the API can tell as they were. */
const screens =
  /^\/(?:tong-quan|lap-lai|ton-tai|viec-can-lam|don-vi\/[^/]+|kien-nghi\/[^/]+|kiem-tra(?:\/(?!lenh-moi)[^/]+)?|chuong-trinh(?:\/(?!moi)[^/]+)?)$/;
/** Of these, the ones that tell what had happened as well as what was recorded: single files and histories. */
const occurredToo = /^\/(?:don-vi|kien-nghi|kiem-tra|chuong-trinh)\/[^/]+$/;

export function hasPast(pathname: string): boolean {
  return screens.test(pathname);
}

export function hasOccurred(pathname: string): boolean {
  return occurredToo.test(pathname);
}

const files: Readonly<Record<string, string>> = {
  'don-vi': 'units',
  'kiem-tra': 'inspections',
  'kien-nghi': 'recommendations',
  'chuong-trinh': 'programmes',
};

/** Where the API says what changed in the thing a screen shows; null where the screen shows many. */
export function comparedAt(pathname: string): string | null {
  const [, screen = '', id] = pathname.split('/');
  const stream = files[screen];
  return stream && id && occurredToo.test(pathname) && hasPast(pathname) ? `/api/v1/${stream}/${id}/changes` : null;
}
