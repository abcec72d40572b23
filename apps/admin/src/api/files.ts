import { currentSession } from '../session/session.js';
import { addressOf, ask, headersOf, parsed, type Query, refused, textOf } from './client.js';

/** Reads what is no JSON: an export, a bundle, a proof. A link could not: the token goes in a header. @throws ProblemError */
export async function getFile(path: string, query: Query = {}): Promise<File> {
  const session = currentSession();
  const response = await ask(addressOf(path, query), { headers: headersOf(session, '*/*') });
  if (!response.ok) throw refused(response, parsed(await textOf(response)), session);
  return new File([await response.blob()], nameOf(response, path), {
    type: response.headers.get('content-type') ?? 'application/octet-stream',
  });
}

/** As the server calls it, else by the address. */
function nameOf(response: Response, path: string): string {
  const [, named] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return named ?? path.split('/').at(-1) ?? 'soat';
}

/** Hands a file to the person, as a link to it would. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: file.name });
  link.click();
  // Not at once: the browser takes up the download a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
