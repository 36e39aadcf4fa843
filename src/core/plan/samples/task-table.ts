import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { ownersOfSentence } from '#core/plan/owner-sentence.ts';
import { aBudget, anItem, aRange, aSection, aTime, aWholeYear } from './plan-builder.ts';

const YEAR = { start: 2021 };

/** A primary school under Thông tư 17/2018, a table of tasks with three columns: number, task, time. */
export const taskTablePlan: PlanDocument = {
  letterhead: {
    governingBody: 'PHÒNG GD&ĐT HUYỆN ĐỒNG NẮNG',
    schoolName: 'TRƯỜNG TIỂU HỌC HOA MAI VÀNG',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '48/KH-THHMV',
  numberText: 'Số: 48/KH-THHMV',
  date: '2021-09-14',
  dateText: 'Đồng Nắng, ngày 14 tháng 9 năm 2021',
  place: 'Đồng Nắng',
  title: ['KẾ HOẠCH', 'Thực hiện cải tiến chất lượng giáo dục', 'Năm học 2021 – 2022'],
  schoolName: 'Trường Tiểu học Hoa Mai Vàng',
  schoolType: 'primary',
  schoolYear: YEAR,
  standardSet: '17/2018/TT-BGDĐT',
  assessmentPeriod: null,
  sections: [
    aSection(null, '', 'opening', [
      'Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường tiểu học;',
      'Căn cứ Công văn số 5932/BGDĐT-QLCL ngày 28/12/2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông;',
      'Trường Tiểu học Hoa Mai Vàng xây dựng kế hoạch cải tiến chất lượng giáo dục năm học 2021 – 2022 như sau:',
    ]),
    aSection(
      'A',
      'KẾT QUẢ ĐẠT ĐƯỢC',
      'results',
      [],
      [
        aSection('1', 'Kết quả tự đánh giá (tại thời điểm tháng 5 năm 2021)', 'results', [
          '+ Tổng số các tiêu chí đạt Mức 1: 27/27, tỷ lệ: 100%',
          '+ Tổng số các tiêu chí đạt Mức 2: 27/27, tỷ lệ: 100%',
          '+ Tổng số các tiêu chí đạt Mức 3: 14/19, tỷ lệ: 73,68%',
          '+ Tổng số các tiêu chí chưa đạt Mức 3: 5/19, tỷ lệ: 26,32%',
          '- Mức đánh giá của trường: Mức 2.',
        ]),
        aSection('2', 'Hạn chế', null, [
          '- Việc lưu minh chứng ở một số tổ chưa thành nền nếp.',
          '- Thiết bị dùng chung của khối 1 còn ít so với số lớp.',
        ]),
      ],
    ),
    aSection('B', 'KẾ HOẠCH, THỜI GIAN THỰC HIỆN', 'items'),
    aSection(
      'C',
      'TỔ CHỨC THỰC HIỆN',
      'organisation',
      [],
      [
        aSection('I', 'Hội đồng tự đánh giá', null, [
          '1. Phân công nhiệm vụ cho từng thành viên, chỉ đạo các tổ thực hiện.',
          '2. Thực hiện chế độ báo cáo với Phòng GD&ĐT huyện Đồng Nắng.',
        ]),
        aSection('II', 'Các tổ chuyên môn, các đoàn thể', null, [
          '1. Tổ chức thực hiện nhiệm vụ được giao.',
          '2. Thu thập minh chứng để bổ sung vào các tiêu chí được phân công.',
        ]),
      ],
    ),
  ],
  items: [
    task(
      1,
      'Hội đồng tự đánh giá rà soát hồ sơ từng tiêu chí, lập danh mục minh chứng cần bổ sung.',
      aRange('Tháng 9/2021', '2021-09'),
    ),
    task(
      2,
      'Hiệu trưởng chỉ đạo tổ chuyên môn xây dựng kế hoạch bồi dưỡng giáo viên dạy lớp 2 theo Chương trình giáo dục phổ thông 2018.',
      aRange('Từ tháng 10/2021 đến 12/2021', '2021-10', '2021-12'),
    ),
    task(
      3,
      'Nhà trường phối hợp với Ban đại diện cha mẹ học sinh cải tạo góc đọc sách của khối 1.',
      aRange('Tháng 11/2021', '2021-11'),
    ),
    task(
      4,
      'Nhân viên y tế hướng dẫn giáo viên sơ cứu ban đầu và phòng bệnh theo mùa.',
      aRange('Tháng 12/2021', '2021-12'),
    ),
    task(
      5,
      'Kế toán tham gia lớp bồi dưỡng về lập báo cáo tài chính.',
      aTime('Khi có mở lớp', { condition: 'Khi có mở lớp' }),
    ),
    task(6, 'Phó hiệu trưởng dự giờ, góp ý việc sử dụng thiết bị ở các lớp.', aWholeYear('Cả năm học', YEAR)),
  ],
  itemFields: ['action', 'time'],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Lê Hoàng Phúc An' },
  recipients: ['Phòng GD&ĐT huyện Đồng Nắng (để b/c);', 'CB-GV-NV (t/h);', 'Lưu: VT.'],
};

function task(number: number, action: string, time: SchoolTime): PlanItem {
  const owners = ownersOfSentence(action);
  return anItem({
    id: `task-${number}`,
    standard: null,
    criterion: null,
    criterionText: null,
    expectedResult: null,
    action,
    ownersText: null,
    leads: owners.leads,
    collaborators: owners.collaborators,
    time,
    budget: aBudget(null),
  });
}
