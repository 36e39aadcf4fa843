import { expect, test } from 'vitest';
import { COUNTRY, missingLetterhead, MOTTO, ownLetterhead } from './own-letterhead.ts';

const school = { name: 'Trường Mầm non Ổi Hồng', governingBody: 'UBND xã Bình Minh' };

test('a school stands under its governing body, a group under its school', () => {
  expect(ownLetterhead(school)).toEqual({
    governingBody: 'UBND XÃ BÌNH MINH',
    schoolName: 'TRƯỜNG MẦM NON ỔI HỒNG',
    country: COUNTRY,
    motto: MOTTO,
  });
  expect(ownLetterhead(school, 'Tổ Lá')).toMatchObject({
    governingBody: 'TRƯỜNG MẦM NON ỔI HỒNG',
    schoolName: 'TỔ LÁ',
  });
});

test('only lines that are not there are offered, and only such as the school knows', () => {
  const own = ownLetterhead(school);
  expect(missingLetterhead(own, own)).toBeNull();
  const typed = { governingBody: 'PHÒNG GD&ĐT', schoolName: ' … ', country: COUNTRY, motto: null };
  expect(missingLetterhead(typed, own)).toEqual({ schoolName: 'TRƯỜNG MẦM NON ỔI HỒNG', motto: MOTTO });
  const none = { governingBody: null, schoolName: null, country: null, motto: null };
  expect(missingLetterhead(none, ownLetterhead({ ...school, governingBody: null }))).not.toHaveProperty(
    'governingBody',
  );
});
