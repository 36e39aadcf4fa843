import { describe, expect, test } from 'vitest';
import { faultsOf, quotesOf } from '#tests/support/check-builder.ts';
import { aBudget, anItem } from '#core/plan/samples/plan-builder.ts';
import type { PlanItem } from '../plan-document.ts';
import { actionRepeated } from './action-repeated.ts';
import { budgetMissing } from './budget-missing.ts';
import { collaboratorMissing } from './collaborator-missing.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { leadMissing } from './lead-missing.ts';
import { moneyUnbudgeted } from './money-unbudgeted.ts';
import { needIsAction } from './need-is-action.ts';
import { ownerUnknown } from './owner-unknown.ts';

describe('owners', () => {
  const alone = { leads: [], collaborators: [], ownersText: null };

  test('nobody leads, where there is a column', () => {
    expect(faultsOf(leadMissing, { items: [anItem(), anItem({ ...alone, criterion: '1.9' })] })).toMatchObject([
      { message: 'Tiêu chí 1.9 chưa có người chủ trì.' },
    ]);
  });

  test('silent: no column; owners only inside sentences', () => {
    expect(faultsOf(leadMissing, { items: [anItem(alone)], itemFields: ['action'] })).toEqual([]);
    expect(faultsOf(leadMissing, { items: [anItem({ ownersText: null }), anItem(alone)] })).toEqual([]);
  });

  test('only those who help are named', () => {
    const items = [anItem(), anItem({ ownersText: '-\nTổ Thư viện', leads: [], collaborators: ['Tổ Thư viện'] })];
    expect(faultsOf(leadMissing, { items })).toMatchObject([{ where: { item: items[1]?.id } }]);
  });

  test('“Không” is nobody', () => {
    const items = [anItem(), anItem({ ownersText: 'Không', leads: ['Không'], collaborators: [], criterion: '1.9' })];
    expect(faultsOf(leadMissing, { items })).toHaveLength(1);
  });

  test('a comma with nobody after it', () => {
    const items = [
      anItem({ ownersText: 'Hiệu \ntrưởng,', leads: ['Hiệu trưởng'], collaborators: [] }),
      anItem({ ownersText: 'BGH', collaborators: [] }),
    ];
    expect(quotesOf(collaboratorMissing, { items })).toEqual(['Hiệu trưởng,']);
  });

  test('an empty cell in a column of its own', () => {
    const itemFields = ['action', 'owners', 'collaborators'] as const;
    const items = [
      anItem({ ownersText: 'Hiệu trưởng', collaborators: ['Kế toán'] }),
      anItem({ ownersText: 'Hiệu trưởng', collaborators: [], criterion: '1.9' }),
    ];
    expect(faultsOf(collaboratorMissing, { items, itemFields: [...itemFields] })).toMatchObject([
      { where: { field: 'collaborators' } },
    ]);
    const shared = [anItem(), anItem({ ownersText: 'Hiệu trưởng', collaborators: [] })];
    expect(faultsOf(collaboratorMissing, { items: shared, itemFields: [...itemFields] })).toEqual([]);
  });

  test('an empty cell below cells that reading joined', () => {
    const row = (ownersText: string, leads: string[], collaborators: string[]) =>
      anItem({ ownersText, leads, collaborators });
    const joined = [row('Hiệu trưởng\nKế toán', ['Hiệu trưởng'], ['Kế toán']), row('BGH\nTổ CM', ['BGH'], ['Tổ CM'])];
    const alone = row('Hiệu trưởng', ['Hiệu trưởng'], []);
    const itemFields = ['action', 'owners', 'collaborators'] as const;
    const found = (items: PlanItem[]) => faultsOf(collaboratorMissing, { items, itemFields: [...itemFields] });
    const helped = row('Tổ CM', [], ['Tổ CM']);
    expect(found([...joined, alone])).toMatchObject([{ where: { item: alone.id } }]);
    expect(found([...joined, helped, alone])).toHaveLength(1);
    expect(found([...joined, row('BGH,\nGV', ['BGH'], ['GV']), alone])).toEqual([]);
  });

  test.each([
    'Tổ Khoa học tự nhiên',
    'tổ Toán',
    'Tố Toán',
    'Tổ hành chính',
    'Nhóm Tiếng Anh',
    'Bộ phận một cửa',
    'Giáo viên Toán',
    'GV dạy Ngữ văn lớp 9',
    'Đội cờ đỏ',
    'Các lớp',
    'Đơn vị thi công',
    'Toàn thể HĐSP',
    'Đ/c Hà (PHT)',
    'Nguyễn Văn A (Hiệu trưởng)',
    'Không',
  ])('known: %s', (name) => {
    expect(faultsOf(ownerUnknown, { items: [anItem({ ownersText: name, leads: [name], collaborators: [] })] })).toEqual(
      [],
    );
  });

  test.each([
    'Hai giáo viên có tên trong lộ trình',
    'các giáo viên chủ nhiệm',
    'Phó hiệu trưởng bán trú',
    'Phòng Hành chính - Tổng hợp',
    'Trưởng thôn',
    'Chủ trường',
    'Giáo viên nhà trẻ',
    'GV trực',
    'Phó HT THCS',
    'Trưởng ban Thanh tra nhân dân',
    'Chủ tịch HĐQT',
    'Đ/c Lan - Thủ kho',
    'NV TB',
    'Phòng Công nghệ',
  ])('known: %s', (name) => {
    expect(quotesOf(ownerUnknown, { items: [anItem({ ownersText: name, leads: [name], collaborators: [] })] })).toEqual(
      [],
    );
  });

  test('a date in the wrong cell is told once', () => {
    const items = [anItem({ ownersText: 'Tháng 3/2025', leads: ['Tháng 3', '2025'], collaborators: [] })];
    expect(quotesOf(ownerUnknown, { items })).toEqual(['Tháng 3']);
  });

  test.each([
    'Tổ chức chuyên đề',
    'Giáo viên hạn chế về CNTT',
    'Bản đồ',
    'Theo quy định',
    'Đội ngũ máy tính',
    'Lịch (dự kiến)',
    'Phòng học bộ môn',
    'Hai bộ máy tính',
  ])('unknown: %s', (name) => {
    const items = [anItem({ ownersText: name, leads: [name], collaborators: [] })];
    expect(quotesOf(ownerUnknown, { items })).toEqual([name]);
  });

  test('what is no post, group or person', () => {
    const items = [
      anItem({
        ownersText: 'x',
        leads: ['Hồ sơ, sổ sách'],
        collaborators: ['Tổ CM', 'Nguyễn Thị Lan', 'Ban Vườn Trường'],
      }),
    ];
    expect(quotesOf(ownerUnknown, { items })).toContain('Hồ sơ, sổ sách');
    expect(quotesOf(ownerUnknown, { items })).not.toContain('Tổ CM');
    const school = { name: 'Trường Mầm non Nắng Sớm', posts: ['hồ sơ, sổ sách', 'ban vườn trường'] };
    expect(faultsOf(ownerUnknown, { items }, { school })).toEqual([]);
  });
});

describe('empty cells', () => {
  test.each([
    [budgetMissing, 'budget', { budget: aBudget(null) }],
    [evidenceMissing, 'expectedEvidence', { expectedEvidence: ' ' }],
  ] as const)('%o', (rule, field, empty) => {
    const items = [anItem({ expectedEvidence: 'Biên bản' }), anItem(empty)];
    expect(faultsOf(rule, { items, itemFields: [field] })).toMatchObject([{ where: { item: items[1]?.id, field } }]);
    expect(faultsOf(rule, { items, itemFields: ['action'] })).toEqual([]);
  });

  test('money in the action and none in the budget', () => {
    const items = [
      anItem({ action: 'Mua máy chiếu, 12 triệu đồng', budget: aBudget('Không', 0) }),
      anItem({ action: 'Mua máy chiếu, 12 triệu đồng', budget: aBudget('12 triệu', 12_000_000) }),
      anItem({ action: 'Vận động 3 đội tham gia', budget: aBudget('Không', 0) }),
    ];
    expect(faultsOf(moneyUnbudgeted, { items })).toMatchObject([{ where: { item: items[0]?.id } }]);
  });
});

describe(needIsAction.id, () => {
  const need = (text: string) => ({ items: [anItem({ need: text })] });

  test.each([
    '-Lập kế hoạch sửa chữa, nâng cấp bếp theo hướng đảm bảo vệ sinh',
    'Xây dựng đề án nhà đa năng',
    'Tăng cường kiểm tra',
    '- Mở rộng vườn rau cho trẻ',
    'Lắp đặt mái che sân tập',
  ])('%s', (text) => {
    expect(faultsOf(needIsAction, need(text))).toHaveLength(1);
  });

  test.each([
    'Tổ chức chuyên đề chưa thường xuyên',
    'Thiết bị thiếu và xuống cấp',
    'Thực hiện hồ sơ còn chậm',
    'Xây dựngmới',
    '',
  ])('silent: %s', (text) => {
    expect(faultsOf(needIsAction, need(text))).toEqual([]);
  });

  test('in Biểu 2 the weakness, which stands above what is to be improved', () => {
    const found = (text: string) =>
      faultsOf(needIsAction, {
        items: [anItem({ need: text, currentState: 'Đạt Mức 1' })],
        itemFields: ['need', 'currentState'],
      });
    expect(found('Tăng cường công khai\nCông khai thông tin')).toHaveLength(1);
    expect(found('Công khai chưa kịp thời\nTăng cường công khai')).toEqual([]);
  });

  test('silent in Biểu 2 without its weakness', () => {
    expect(faultsOf(needIsAction, { ...need('Xây dựng kho học liệu'), itemFields: ['need', 'currentState'] })).toEqual(
      [],
    );
  });
});

test(`${actionRepeated.id}: word for word, long enough`, () => {
  const action = 'Tham mưu với Ủy ban nhân dân huyện nâng cấp phòng học cho trẻ';
  const items = [anItem({ action }), anItem(), anItem({ action: `${action} ` })];
  expect(faultsOf(actionRepeated, { items })).toMatchObject([
    { message: expect.stringMatching(/^Hàng 3 ghi việc làm giống hệt hàng 1: /) },
  ]);
  expect(faultsOf(actionRepeated, { items: [anItem({ action: 'Họp tổ' }), anItem({ action: 'Họp tổ' })] })).toEqual([]);
});
