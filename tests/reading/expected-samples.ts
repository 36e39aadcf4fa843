/** A row as a careful person reads it; what is left out is not compared. */
export interface ExpectedItem {
  /** Criterion, or the standard when no criterion is named. */
  at?: string | null;
  levels?: string;
  /** First letters. */
  need?: string | null;
  result?: string | null;
  /** First and last twelve letters. */
  action?: [string, string];
  steps?: number;
  leads?: string;
  helpers?: string;
  time?: [string | null, string | null];
  open?: boolean;
  rhythm?: string | null;
  condition?: string | null;
  suggestion?: string | null;
  budget?: string | null;
  support?: string | null;
  evidence?: string | null;
}

export interface ExpectedPlan {
  formats: string[];
  document: Record<string, unknown>;
  results: Record<string, unknown>;
  recipients: number;
  /** "label:role" of the outermost sections. */
  sections: string[];
  items: ExpectedItem[];
}

const NO_RESULTS = { levels: {}, overallLevel: null };
const OPEN_2021: ExpectedItem = { time: ['2021-09', null], open: true };
const YEAR_2021: ExpectedItem = { time: ['2021-09', '2022-05'], open: false };
const SEPTEMBER: ExpectedItem = { levels: '1,2,3', time: ['2024-09', '2024-09'], suggestion: null };
const FREE: ExpectedItem = { budget: 'Không có', support: 'Không có' };
const AS_IT_COMES: ExpectedItem = { budget: 'Tuỳ tình hình thực tế' };
const RANGE_2025: ExpectedItem = { time: ['2025-09', '2026-05'], rhythm: null };
const FROM_SEPTEMBER: ExpectedItem = { time: ['2020-09', '2021-05'], leads: 'Hiệu trưởng', helpers: '' };

export const EXPECTED: Record<string, ExpectedPlan> = {
  '000': {
    formats: ['docx', 'txt', 'pdf'],
    document: {
      schoolName: 'Trường mầm non Bé Ngoan',
      schoolType: 'preschool',
      governingBody: null,
      schoolYear: '2021-2022',
      number: null,
      date: null,
      place: null,
      signer: { name: null, role: null },
      standardSet: '19/2018/TT-BGDĐT',
      assessmentPeriod: 'từ năm học 2015-2016 đến năm 2020-2021',
    },
    results: {
      levels: {
        '1': { met: 25, total: 25, statedPercent: 100 },
        '2': { met: 25, total: 25, statedPercent: 100 },
        '3': { met: 5, total: 19, statedPercent: 26.3 },
      },
      overallLevel: 2,
    },
    recipients: 0,
    sections: [':opening', 'I:purpose', 'II:results', 'II:items', 'III:organisation'],
    items: [
      { at: '1.1', time: ['2021-02', null], open: true, leads: 'hiệu trưởng; nhà trường', helpers: 'văn thư' },
      { at: '1.2', ...OPEN_2021, leads: 'Chủ tịch Hội đồng; nhà trường' },
      { at: '1.3', ...OPEN_2021, condition: 'khi có phong trào' },
      { at: '1.4', ...OPEN_2021, rhythm: 'monthly', leads: 'hiệu trưởng', action: ['Từ tháng 9 n', ': hàng tháng'] },
      { at: '1.5', time: ['2021-06', '2022-05'], open: false },
      { at: '1.6', time: ['2022-01', '2022-01'], leads: 'hiệu trưởng', helpers: 'kế toán' },
      { at: '1.7', ...YEAR_2021, rhythm: 'monthly' },
      { at: '1.8', time: ['2021-10', '2021-10'], leads: 'Hiệu trưởng' },
      { at: '1.9', ...OPEN_2021, rhythm: 'monthly' },
      { at: '1.10', time: ['2021-10', '2021-10'], action: ['Năm học 2021', 'háng 10/2021'] },
      { at: '2.1', time: ['2020-10', null], open: true, leads: 'hiệu trưởng', helpers: 'phó hiệu trưởng' },
      { at: '2.2', time: ['2021-02', null], open: true },
      { at: '2.3', ...YEAR_2021, leads: 'cán bộ quản lý' },
      { at: '3.1', ...OPEN_2021 },
      { at: '3.2', ...OPEN_2021, leads: 'hiệu trưởng' },
      { at: '3.3', ...OPEN_2021, leads: 'hiệu trưởng' },
      { at: '3.4', ...OPEN_2021, leads: 'hiệu trưởng' },
      { at: '3.5', time: ['2021-09', null], suggestion: '2022-05', leads: 'ban giám hiệu', helpers: 'giáo viên' },
      { at: '3.6', ...OPEN_2021, leads: 'hiệu trưởng', helpers: 'y tế' },
      { at: '4.1', ...YEAR_2021, leads: 'ban giám hiệu' },
      { at: '4.2', ...YEAR_2021, leads: 'Hiệu trưởng' },
      { at: '5.1', ...OPEN_2021 },
      { at: '5.2', ...OPEN_2021, rhythm: 'monthly', leads: 'hiệu trưởng', helpers: 'phó hiệu trưởng; tổ trưởng' },
      { at: '5.3', ...OPEN_2021, leads: 'hiệu trưởng' },
      { at: '5.4', ...OPEN_2021, leads: 'hiệu trưởng', helpers: 'giáo viên' },
    ],
  },
  '001': {
    formats: ['docx', 'txt', 'pdf', 'doc'],
    document: {
      schoolType: 'preschool',
      governingBody: 'UBND QUẬN BÌNH THẠNH',
      schoolYear: '2024-2025',
      number: null,
      date: '2024-09-05',
      place: 'Bình thạnh',
      signer: { name: 'Nguyễn Thị Nam Phương', role: 'HIỆU TRƯỞNG' },
      standardSet: '19/2018/TT-BGDĐT',
      assessmentPeriod: 'từ năm 2020 đến 2025',
    },
    results: NO_RESULTS,
    recipients: 2,
    sections: ['I:purpose', 'II:bases', 'III:items', 'VI:organisation'],
    items: [
      {
        at: '1.5',
        ...SEPTEMBER,
        ...FREE,
        leads: 'Hiệu trưởng',
        helpers: '',
        result: 'Phân bổ lại số ',
        action: ['Đảm bảo sắp ', 'iáo dục trẻ.'],
      },
      {
        at: '1.6',
        ...SEPTEMBER,
        ...FREE,
        leads: 'Hiệu trưởng',
        result: '- Xây dựng được',
        action: ['Hiệu trưởng ', ' nhà trường.'],
      },
      {
        at: '1.9',
        ...SEPTEMBER,
        ...FREE,
        leads: 'Hiệu trưởng',
        result: 'Thực hiện tốt q',
        action: ['Hiệu trưởng ', ' của kế toán'],
      },
      {
        at: '1.10',
        ...SEPTEMBER,
        ...FREE,
        leads: 'Hiệu trưởng',
        result: 'Phối hợp chính ',
        action: ['Hiệu trưởng ', 'ón, trả trẻ.'],
      },
      {
        at: '3.2',
        ...SEPTEMBER,
        ...AS_IT_COMES,
        support: 'Giáo viên và tr',
        leads: 'BGH',
        result: 'Bổ sung đầu sác',
        action: ['Hiệu trưởng ', 'ộng của trẻ.'],
      },
      {
        at: '3.3',
        ...SEPTEMBER,
        ...AS_IT_COMES,
        support: 'Tuỳ tình hình t',
        leads: 'BGH',
        result: 'Sắp xếp, bố trí',
        action: ['Cán bộ quản ', 'o nhân viên.'],
      },
      {
        at: '3.4',
        ...SEPTEMBER,
        ...AS_IT_COMES,
        support: 'Tuỳ tình hình t',
        leads: 'Hiệu trưởng',
        result: 'Trang bị một số',
        action: ['Hiệu trưởng ', 'dụng bán trú'],
      },
      {
        at: '5.4',
        ...SEPTEMBER,
        ...FREE,
        leads: 'BGH',
        helpers: 'GV',
        result: 'Đảm bảo tỷ lệ c',
        action: ['Hiệu trưởng ', ' chuyên cần.'],
      },
    ],
  },
  '002': {
    formats: ['docx', 'txt', 'pdf'],
    document: {
      schoolName: 'TRƯỜNG MN LIÊM HẢI',
      schoolType: 'preschool',
      governingBody: 'UBND XÃ NINH GIANG',
      schoolYear: '2025-2026',
      number: null,
      date: '2026-04-06',
      place: 'Ninh Giang',
      signer: { name: 'Nguyễn Thị Hiến', role: 'HIỆU TRƯỞNG' },
      standardSet: null,
      assessmentPeriod: null,
    },
    results: NO_RESULTS,
    recipients: 3,
    sections: ['I:bases', 'II:purpose', 'III:items', 'IV:organisation', 'V:monitoring', 'VI:'],
    items: [
      { at: '1', ...RANGE_2025, leads: 'BGH', steps: 1, need: 'Hồ sơ quản lý còn th', evidence: 'Hồ sơ, sổ sách' },
      { at: '1', ...RANGE_2025, leads: 'BGH', steps: 3, need: 'Công tác kiểm tra nộ', evidence: 'Biên bản kiểm tra' },
      { at: '2', time: ['2025-10', '2025-10'], leads: 'PHT; Tổ CM', steps: 2, evidence: 'Kế hoạch, chứng chỉ' },
      { at: '2', ...RANGE_2025, leads: 'Tổ CM', helpers: '', steps: 2, evidence: 'Biên bản sinh hoạt' },
      { at: '3', ...RANGE_2025, leads: 'BGH', steps: 1, need: '-Lập kế hoạch sửa ch' },
      { at: '3', time: ['2026-06', '2027-05'], suggestion: null, leads: 'BGH', evidence: 'Kế hoạch dự án' },
      { at: '3', time: ['2025-09', '2026-03'], leads: 'BGH', evidence: 'Hóa đơn, hình ảnh' },
      { at: '3', ...RANGE_2025, leads: 'GV', steps: 2, evidence: 'Hình ảnh lớp' },
      { at: '4', ...RANGE_2025, leads: 'GV', steps: 2, evidence: 'Nội dung trao đổi' },
      { at: '4', time: [null, null], rhythm: 'in rounds', leads: 'BGH', steps: 2, evidence: 'Kế hoạch' },
      { at: '5', ...RANGE_2025, leads: 'GV', steps: 2, need: 'Hoạt động: Còn 1 số ' },
      { at: '5', ...RANGE_2025, leads: 'GV', steps: 2, evidence: 'Hồ sơ đánh giá' },
    ],
  },
  '003': {
    formats: ['docx', 'txt', 'pdf'],
    document: {
      schoolName: 'TRƯỜNG TH CẦU XÁNG',
      schoolType: 'primary',
      governingBody: 'UBND HUYỆN HÓC MÔN',
      schoolYear: '2020-2021',
      number: '97/KH-CX',
      date: '2020-08-15',
      place: 'Hóc Môn',
      signer: { name: 'TRƯƠNG VĂN HẬU', role: 'HIỆU TRƯỞNG' },
      standardSet: '17/2018/TT-BGDĐT',
      assessmentPeriod: 'từ năm 2015 đến 2020',
    },
    results: {
      levels: {
        '1': { met: 27, total: 27, statedPercent: 100 },
        '2': { met: 18, total: 27, statedPercent: 66.3 },
        '3': { met: 1, total: 19, statedPercent: 5.3 },
      },
      overallLevel: 1,
    },
    recipients: 3,
    sections: ['I:purpose', 'II:bases', 'III:items', 'VI:organisation'],
    items: [
      { at: '1.5', levels: '1', ...FROM_SEPTEMBER, result: 'Đạt mức 1', budget: 'Không', support: 'Hiệu trưởng tiế' },
      {
        at: '3.2',
        levels: '1',
        ...FROM_SEPTEMBER,
        result: 'Đạt mức 1',
        budget: 'Kinh phí ngân sách cấp trên và nguồn tài trợ',
      },
      { at: '3.4', levels: '1', ...FROM_SEPTEMBER, result: 'Đạt mức 1', budget: null, support: '- Lãnh đạo nhà ' },
      { at: '1.2', levels: '2', ...FROM_SEPTEMBER, time: ['2020-06', '2021-05'], result: 'Đạt mức 2', budget: 'Không' },
      { at: '1.4', levels: '2', ...FROM_SEPTEMBER, result: 'Đạt mức 2', budget: 'Không', support: 'Hiệu trưởng liê' },
      { at: '5.3', levels: '2', ...FROM_SEPTEMBER, result: 'Đạt mức 2', budget: 'Không', support: 'Hiệu trưởng căn' },
    ],
  },
  '004': {
    formats: ['docx', 'txt', 'pdf', 'html'],
    document: {
      schoolName: 'TRƯỜNG MN HOA HỒNG',
      schoolType: 'preschool',
      governingBody: 'PHÒNG GD&ĐT HỒNG DÂN',
      schoolYear: '2020-2021',
      number: '18/KH-MNHH',
      date: '2020-09-14',
      place: 'Vĩnh Lộc',
      signer: { name: null, role: 'HIỆU TRƯỞNG' },
      standardSet: '19/2018/TT-BGDĐT',
    },
    results: {
      levels: {
        '1': { met: 25, total: 25, statedPercent: 100 },
        '2': { met: 25, total: 25, statedPercent: 100 },
        '3': { met: 13, total: 19, statedPercent: 68.42 },
      },
      overallLevel: 2,
    },
    recipients: 4,
    sections: [':opening', 'I:purpose', 'II:', 'III:results', 'B:strategy', 'C:organisation'],
    items: [
      { at: null, time: ['2020-10', '2020-10'], leads: '', helpers: '', steps: 0 },
      { at: '1.1', time: ['2020-10', '2020-10'], leads: '', steps: 2 },
      { at: null, time: ['2020-11', '2021-05'], leads: 'Hiệu trưởng nhà trường' },
      { at: '1.4', time: ['2020-11', null], suggestion: '2021-05', steps: 2 },
      { at: '1', time: ['2021-04', '2021-04'], leads: '' },
      { at: null, time: ['2020-09', '2021-05'], leads: 'nhà trường; Hiệu trưởng' },
      {
        at: null,
        time: ['2020-01', '2025-12'],
        leads: 'Hiệu trưởng',
        helpers: 'Phó Hiệu trưởng; Tổ trưởng chuyên môn',
      },
      { at: null, time: ['2020-09', null], open: true, leads: 'Hiệu trưởng' },
      { at: null, time: ['2020-09', null], open: true, leads: 'Nhà trường' },
      { at: null, time: [null, null], condition: 'khi có mở lớp', leads: 'nhà trường' },
      { at: null, time: ['2020-11', '2021-01'], condition: 'Khi có mở lớp', leads: 'Hiệu trưởng' },
      { at: null, time: ['2020-09', '2020-11'], leads: 'Nhà trường' },
      { at: null, time: ['2020-08', '2020-08'], leads: 'trường', helpers: 'BĐDCMTE' },
      { at: null, time: ['2020-09', '2021-05'], leads: '' },
    ],
  },
};
