/**
 * What stands around the rows has no ids of its own. For the moment in which somebody is at a part, it is known by an id that is made of
 * its name, so that it can stand where the id of a row does and is never taken for one (those are of another version of UUID).
 */
const PREFIX = '00000000-0000-8000-8000-';

/** @param part "section-2.1", "recipients": as a page names it. @returns the same lower-case UUID for the same name, everywhere */
export function partId(part: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of part) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return (
    PREFIX +
    BigInt.asUintN(48, hash ^ (hash >> 16n))
      .toString(16)
      .padStart(12, '0')
  );
}

export function isPartId(id: string): boolean {
  return id.startsWith(PREFIX);
}
