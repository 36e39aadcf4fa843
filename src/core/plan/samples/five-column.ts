import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { aBudget, anItem, aRange, aSection, aTime, aWholeYear } from './plan-builder.ts';

const YEAR = { start: 2024 };

/** A kindergarten under Thông tư 19/2018, five columns, one table per standard, no criterion codes. */
export const fiveColumnPlan: PlanDocument = {
  letterhead: {
    governingBody: 'UBND HUYỆN ĐỒNG NẮNG',
    schoolName: 'TRƯỜNG MẦM NON NẮNG SỚM',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '55/KH-MNNS',
  numberText: 'Số: 55/KH-MNNS',
  date: '2024-09-10',
  dateText: 'Đồng Nắng, ngày 10 tháng 9 năm 2024',
  place: 'Đồng Nắng',
  title: ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG SAU TỰ ĐÁNH GIÁ', 'Trường Mầm non Nắng Sớm', 'Năm học: 2024 – 2025'],
  schoolName: 'Trường Mầm non Nắng Sớm',
  schoolType: 'preschool',
  schoolYear: YEAR,
  standardSet: '19/2018/TT-BGDĐT',
  assessmentPeriod: null,
  sections: [
    aSection('I', 'CĂN CỨ XÂY DỰNG KẾ HOẠCH', 'bases', [
      'Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường mầm non;',
      'Kết quả tự đánh giá của nhà trường năm học 2023 – 2024;',
      'Điều kiện thực tế về đội ngũ, cơ sở vật chất và nguồn lực.',
    ]),
    aSection(
      'II',
      'MỤC ĐÍCH, YÊU CẦU',
      'purpose',
      [],
      [
        aSection('1', 'Mục đích', 'purpose', [
          'Khắc phục những nội dung chưa đạt hoặc đạt nhưng chưa bền vững.',
          'Nâng cao chất lượng chăm sóc, nuôi dưỡng, giáo dục trẻ.',
        ]),
        aSection('2', 'Yêu cầu', 'purpose', [
          'Nội dung cụ thể, khả thi, phân công rõ trách nhiệm.',
          'Có lộ trình, thời gian và minh chứng cụ thể.',
        ]),
      ],
    ),
    aSection('III', 'NỘI DUNG CẢI TIẾN CHẤT LƯỢNG', 'items'),
    aSection('IV', 'TỔ CHỨC THỰC HIỆN', 'organisation', [
      'Hiệu trưởng: Chỉ đạo chung, kiểm tra, đánh giá.',
      'Phó hiệu trưởng: Phụ trách chuyên môn, theo dõi tiến độ.',
      'Tổ chuyên môn: Triển khai đến giáo viên.',
      'Giáo viên: Thực hiện tại lớp.',
    ]),
    aSection('V', 'GIÁM SÁT VÀ ĐÁNH GIÁ', 'monitoring', [
      'Kiểm tra theo tháng, học kỳ; đánh giá mức độ hoàn thành từng nội dung.',
      'Điều chỉnh kế hoạch khi cần thiết và lưu minh chứng phục vụ kiểm định.',
    ]),
  ],
  items: [
    row('1', 1, {
      need: 'Hồ sơ quản lý nhóm lớp cập nhật chưa kịp thời',
      steps: ['Rà soát, bổ sung hồ sơ theo danh mục', 'Phân công người kiểm tra chéo mỗi tháng'],
      time: aRange('9/2024 – 12/2024', '2024-09', '2024-12'),
      owners: ['Phó hiệu trưởng', 'Văn thư'],
      evidence: 'Danh mục hồ sơ, biên bản kiểm tra chéo',
    }),
    row('1', 2, {
      need: 'Kiểm tra nội bộ chưa thường xuyên',
      steps: ['Lập lịch kiểm tra từng tháng', 'Thông báo kết quả ngay sau kiểm tra'],
      time: aWholeYear('Cả năm', YEAR),
      owners: ['BGH'],
      evidence: 'Lịch kiểm tra, biên bản kiểm tra',
    }),
    row('2', 3, {
      need: 'Một số giáo viên còn lúng túng khi dùng phần mềm soạn bài',
      steps: ['Tập huấn tại trường 02 buổi', 'Giáo viên khá kèm giáo viên còn lúng túng'],
      time: aRange('10/2024', '2024-10'),
      owners: ['Phó hiệu trưởng', 'Tổ CM'],
      evidence: 'Kế hoạch tập huấn, sản phẩm của giáo viên',
    }),
    row('3', 4, {
      need: 'Đồ chơi ngoài trời ở điểm trường lẻ đã cũ, thiếu thang leo',
      steps: ['Kiểm kê, đề xuất bổ sung', 'Sửa chữa, sơn lại bằng vật liệu an toàn'],
      time: aRange('11/2024 – 3/2025', '2024-11', '2025-03'),
      owners: ['BGH'],
      evidence: 'Hóa đơn, hình ảnh trước và sau sửa chữa',
    }),
    row('4', 5, {
      need: 'Cha mẹ trẻ ít tham gia hoạt động trải nghiệm',
      steps: ['Gửi lịch hoạt động đầu tháng', 'Mời cha mẹ cùng trẻ trồng rau vào thứ Bảy'],
      time: aTime('Theo đợt', { recurrence: 'in rounds' }),
      owners: ['GV'],
      evidence: 'Danh sách tham gia, hình ảnh',
    }),
    row('5', 6, {
      need: 'Hoạt động khám phá chưa phát huy tính tích cực của trẻ',
      steps: ['Thiết kế góc thí nghiệm đơn giản', 'Ghi lại câu hỏi của trẻ để xây dựng bài tiếp theo'],
      time: aWholeYear('Cả năm', YEAR),
      owners: ['GV'],
      evidence: 'Kế hoạch giáo dục, sổ ghi chép của lớp',
    }),
  ],
  itemFields: ['need', 'action', 'owners', 'time', 'expectedEvidence'],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Đỗ Thị Mai Chi' },
  recipients: ['Phòng GD&ĐT huyện Đồng Nắng (để b/c);', 'Các tổ chuyên môn (để thực hiện);', 'Lưu: VT.'],
};

interface RowFacts {
  need: string;
  steps: string[];
  time: SchoolTime;
  owners: [string, ...string[]];
  evidence: string;
}

function row(standard: string, number: number, { need, steps, time, owners, evidence }: RowFacts): PlanItem {
  const [lead, ...collaborators] = owners;
  return anItem({
    id: `row-${number}`,
    standard,
    criterion: null,
    criterionText: null,
    need,
    expectedResult: null,
    action: steps.map((step) => `- ${step}`).join('\n'),
    steps,
    ownersText: owners.join(', '),
    leads: [lead],
    collaborators,
    time,
    budget: aBudget(null),
    expectedEvidence: evidence,
  });
}
