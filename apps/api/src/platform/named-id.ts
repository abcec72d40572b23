import type { Uuid } from '@soat/domain';
import { v5 } from 'uuid';

const names = '0d6e0d0c-6f2b-5e39-9a53-3a1a7f4a7c10';

/**
 * The stream of a thing that people know by its name: two who name it alike meet in one stream, where the second is turned
 * down. A look at a view before writing would let both through.
 */
export function idOfName(category: string, name: string): Uuid {
  return v5(`${category}/${name}`, names);
}
