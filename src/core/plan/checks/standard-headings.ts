import type { Place } from '#core/documents/block.ts';
import { squash } from '#core/kernel/text.ts';
import type { CheckedDocument } from './checked-document.ts';
import { numberFaults, numberLabel, type NumberFault } from './number-label.ts';

/** "3. Tiêu chuẩn 4: …" above the rows of the standard. */
export interface StandardHeading {
  label: string;
  title: string;
  standard: number;
  place: Place;
}

const HEADING = /^\s*(\d{1,2}|[IVX]{1,4}|[A-E])\s*[.,)/-]\s*(Tiêu chuẩn\s+(\d)(?!\d|[.,]\d).*)$/iu;
const LONGEST = 160;

/**
 * Faults in the numbers of headings that hold the rows of a standard: reading puts them into the rows, so they are looked for in the
 * source. A new round (under the next level) begins where the standards begin anew; numbers that are those of the standards may skip.
 */
export function standardHeadingFaults({ plan, source }: CheckedDocument): NumberFault<StandardHeading>[] {
  const own = new Set(plan.sections.flatMap(({ place }) => place?.paragraph ?? []));
  const headings = (source?.texts ?? []).flatMap(({ text, place }) => headingOf(text, place));
  return rounds(headings).flatMap((round) => {
    return numberFaults(round, ({ label }) => label).filter(
      ({ kind, entry, earlier }) =>
        !(kind === 'gap' && isOfStandard(entry) && isOfStandard(earlier)) && !own.has(entry.place.paragraph ?? -1),
    );
  });
}

function headingOf(text: string, place: Place): StandardHeading[] {
  if (place.table !== null || text.length > LONGEST) return [];
  const match = HEADING.exec(squash(text));
  if (!match) return [];
  return [{ label: match[1] ?? '', title: match[2] ?? '', standard: Number(match[3]), place }];
}

function isOfStandard({ label, standard }: StandardHeading): boolean {
  return numberLabel(label)?.value === standard;
}

function rounds(headings: readonly StandardHeading[]): StandardHeading[][] {
  const all: StandardHeading[][] = [];
  for (const [at, heading] of headings.entries()) {
    const before = headings[at - 1];
    if (before === undefined || heading.standard <= before.standard) all.push([]);
    all.at(-1)?.push(heading);
  }
  return all;
}
