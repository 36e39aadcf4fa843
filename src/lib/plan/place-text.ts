import type { Place } from '#core/documents/block.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** "trang 3, bảng 1, hàng 4": as much as the format of the source knows. */
export function placeText(place: Place, t: Translate): string {
  const { page, table, row, paragraph } = place;
  const inside =
    table !== null && row !== null
      ? t('review.tableOf', { table, row })
      : paragraph !== null
        ? t('review.paragraphOf', { paragraph })
        : '';
  return [page === null ? '' : t('review.pageOf', { page }), inside].filter((part) => part !== '').join(', ');
}
