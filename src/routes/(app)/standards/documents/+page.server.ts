import { fold } from '#core/kernel/text.ts';
import { type LegalDocument, legalKey, wasInForce } from '#core/standards/legal-document.ts';
import { dayOf } from '#lib/dates.ts';
import { readStandards } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

/** Documents of one page. */
const PAGE = 40;

export const load: PageServerLoad = ({ locals, url }) => {
  const context = locals.context();
  const { legal } = readStandards(context);
  const today = dayOf(context.clock.now());
  const query = url.searchParams.get('q')?.trim() ?? '';
  const words = fold(query).split(' ').filter(Boolean);
  const found = legal.documents.filter((document) => words.every((word) => haystack(document).includes(word)));
  const first = Math.max(
    0,
    found.findIndex((document) => legalKey(document) === url.searchParams.get('from')),
  );
  return {
    query,
    found: found.length,
    first,
    earlier: first > 0 ? legalKey(found[Math.max(0, first - PAGE)]!) : null,
    later: found[first + PAGE] ? legalKey(found[first + PAGE]!) : null,
    compiled: legal.compiled,
    unknowns: legal.unknowns,
    total: legal.documents.length,
    documents: found
      .slice(first, first + PAGE)
      .map((document) => ({ ...document, force: wasInForce(document, today) })),
  };
};

function haystack({ number, otherNumbers, kind, issuer, title }: LegalDocument): string {
  return fold([number, ...otherNumbers, kind, issuer, title ?? ''].join(' '));
}
