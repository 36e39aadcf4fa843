import { expect, test } from 'vitest';
import { boundParagraphs, withSoftBreaks } from './row-breaks.ts';
import { textWidth } from './text-width.ts';

const LONG = 'Rà soát hồ sơ của từng tiêu chí, đối chiếu với yêu cầu và ghi biên bản sau mỗi lần họp';

test('a single line at either end is bound to its neighbour, what stands between stays', () => {
  expect(boundParagraphs(['- Một', '- Hai', '- Ba', '- Bốn', '- Năm'], 40)).toEqual([
    '- Một\n- Hai',
    '- Ba',
    '- Bốn\n- Năm',
  ]);
  expect(boundParagraphs(['- Một', LONG, '- Ba'], 40)).toEqual([`- Một\n${LONG}\n- Ba`]);
});

test('paragraphs of several lines and a paragraph alone stay as they are', () => {
  expect(boundParagraphs([LONG, LONG, LONG], 40)).toEqual([LONG, LONG, LONG]);
  expect(boundParagraphs(['- Một'], 40)).toEqual(['- Một']);
  expect(boundParagraphs([], 40)).toEqual([]);
});

test('only a word wider than the room gets places to break, behind its signs first', () => {
  expect(withSoftBreaks('mua 12.000.000 đồng', 25, 12)).toBe('mua 12.000.000 đồng');
  const link = withSoftBreaks('xem https://truong.edu.vn/ke-hoach/2023-2024/cai-tien', 25, 12);
  expect(link).toContain('/\u200B');
  const parts = withSoftBreaks('x'.repeat(80), 25, 12).split('\u200B');
  expect(parts.length).toBeGreaterThan(2);
  for (const part of [...parts, ...link.split(/[ \u200B]/)]) expect(textWidth(part, 12)).toBeLessThanOrEqual(25);
});
