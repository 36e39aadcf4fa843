import { aBudget, anItem, aRange, aSection } from './plan-builder.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';

/** A primary school under Thông tư 57/2026: Biểu 2, priority problems only. */
export const bieu2Plan: PlanDocument = {
  letterhead: {
    governingBody: 'UBND XÃ ĐỒNG NẮNG',
    schoolName: 'TRƯỜNG TIỂU HỌC HOA MAI VÀNG',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '83/KH-THHMV',
  numberText: 'Số: 83/KH-THHMV',
  date: '2026-09-18',
  dateText: 'Đồng Nắng, ngày 18 tháng 9 năm 2026',
  place: 'Đồng Nắng',
  title: ['KẾ HOẠCH', 'Cải tiến chất lượng', 'Năm học 2026 – 2027'],
  schoolName: 'Trường Tiểu học Hoa Mai Vàng',
  schoolType: 'primary',
  schoolYear: { start: 2026 },
  standardSet: '57/2026/TT-BGDĐT',
  assessmentPeriod: null,
  sections: [
    aSection('I', 'THÔNG TIN CHUNG', 'opening', [
      '- Tên trường: Trường Tiểu học Hoa Mai Vàng, loại hình công lập.',
      '- Quy mô năm học 2026 – 2027: 20 lớp, 612 học sinh; 34 cán bộ, giáo viên, nhân viên.',
    ]),
    aSection('II', 'CĂN CỨ', 'bases', [
      '- Thông tư số 57/2026/TT-BGDĐT ngày 07 tháng 7 năm 2026 của Bộ trưởng Bộ Giáo dục và Đào tạo quy định về bảo đảm chất lượng giáo dục đối với cơ sở giáo dục mầm non, cơ sở giáo dục phổ thông, cơ sở giáo dục thường xuyên; công nhận đạt chuẩn quốc gia đối với trường mầm non và trường phổ thông;',
      '- Công văn số 5208/BGDĐT-GDPT ngày 07 tháng 8 năm 2026 của Bộ Giáo dục và Đào tạo hướng dẫn thực hiện nhiệm vụ giáo dục phổ thông năm học 2026 – 2027;',
      '- Báo cáo tự đánh giá của Trường Tiểu học Hoa Mai Vàng năm học 2025 – 2026.',
    ]),
    aSection('III', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', [
      '1. Tập trung nguồn lực cho các vấn đề ưu tiên đã được Hội đồng tự đánh giá thống nhất.',
      '2. Kết quả đo được bằng chỉ số, có thông tin, minh chứng kèm theo.',
    ]),
    aSection('IV', 'VẤN ĐỀ TRỌNG TÂM', 'priorities', [
      'Hội đồng tự đánh giá chọn bốn vấn đề ưu tiên thuộc bốn tiêu chuẩn, nêu trong bảng ở mục V.',
    ]),
    aSection('V', 'KẾ HOẠCH CẢI TIẾN', 'items'),
    aSection('VI', 'THEO DÕI, ĐÁNH GIÁ', 'monitoring', [
      '- Cuối học kỳ I: rà soát tiến độ từng nội dung, điều chỉnh nguồn lực khi cần.',
      '- Cuối năm học: đánh giá kết quả theo chỉ số, đề xuất nội dung chuyển sang năm học sau.',
    ]),
    aSection(
      'VII',
      'TỔ CHỨC THỰC HIỆN',
      'organisation',
      [],
      [
        aSection('1', 'Hiệu trưởng', null, ['- Chỉ đạo chung, bố trí nguồn lực, phê duyệt điều chỉnh.']),
        aSection('2', 'Hội đồng tự đánh giá', null, ['- Theo dõi tiến độ, tổng hợp minh chứng, báo cáo hiệu trưởng.']),
        aSection('3', 'Các tổ chuyên môn, tổ văn phòng', null, [
          '- Thực hiện nội dung được phân công, báo cáo hằng tháng.',
        ]),
      ],
    ),
    aSection('VIII', 'CƠ CHẾ ĐÁNH GIÁ, BÁO CÁO', 'reporting', [
      'Nhà trường báo cáo UBND xã Đồng Nắng và Sở Giáo dục và Đào tạo khi kết thúc học kỳ I và kết thúc năm học.',
    ]),
  ],
  items: [
    problem('1', '1.3', 'Quản lý kế hoạch, nguồn lực, thông tin và dữ liệu', {
      currentState: 'Dữ liệu học sinh, thiết bị và tài chính được lưu ở nhiều tệp riêng của từng bộ phận.',
      need: 'Số liệu giữa các bộ phận còn lệch nhau, tổng hợp báo cáo chậm',
      cause: 'Chưa có quy trình cập nhật và người kiểm tra chéo',
      expectedResult: 'Một bộ dữ liệu dùng chung, cập nhật trước ngày 5 hằng tháng',
      action: '- Ban hành quy trình cập nhật dữ liệu.\n- Phân công người kiểm tra chéo số liệu mỗi tháng.',
      steps: ['Ban hành quy trình cập nhật dữ liệu.', 'Phân công người kiểm tra chéo số liệu mỗi tháng.'],
      resultIndicator: 'Không còn báo cáo có số liệu lệch giữa các bộ phận',
      owners: ['Hiệu trưởng', 'Văn thư', 'Kế toán'],
      time: aRange('Từ tháng 9/2026 đến tháng 12/2026', '2026-09', '2026-12'),
      budget: aBudget('Không', 0),
      evidence: 'Quy trình, nhật ký cập nhật dữ liệu',
      progress: 'Đang thực hiện',
    }),
    problem('2', '2.2', 'Giáo viên', {
      currentState: '22/28 giáo viên (78,6%) dùng được học liệu số ở mức cơ bản.',
      need: 'Giáo viên lớn tuổi còn lúng túng khi thiết kế bài học số',
      cause: 'Tập huấn tập trung, ít thời gian thực hành theo môn',
      expectedResult: 'Mỗi giáo viên có ít nhất 4 bài học số được tổ chuyên môn góp ý',
      action: 'Tổ chuyên môn sinh hoạt theo nhóm nhỏ, giáo viên cốt cán kèm cặp và cùng thiết kế bài học.',
      steps: [],
      resultIndicator: '28/28 giáo viên có đủ 4 bài học số',
      owners: ['Phó hiệu trưởng', 'Tổ chuyên môn'],
      time: aRange('Từ tháng 10/2026 đến tháng 4/2027', '2026-10', '2027-04'),
      budget: aBudget('6.000.000 đồng từ kinh phí chi thường xuyên', 6_000_000, 'kinh phí chi thường xuyên'),
      evidence: 'Kho bài học số, biên bản sinh hoạt tổ',
      progress: 'Chưa hoàn thành',
    }),
    problem('3', '3.4', 'Quản lý, theo dõi, hỗ trợ học sinh và giáo dục hòa nhập', {
      currentState: 'Nhà trường có 5 học sinh học hòa nhập, 3 em có kế hoạch giáo dục cá nhân.',
      need: 'Kế hoạch giáo dục cá nhân chưa lập cho mọi học sinh hòa nhập',
      cause: 'Giáo viên mới nhận lớp chưa được hướng dẫn lập kế hoạch',
      expectedResult: '5/5 học sinh hòa nhập có kế hoạch giáo dục cá nhân',
      action: 'Mời chuyên gia hướng dẫn, giáo viên chủ nhiệm cùng cha mẹ lập và rà soát kế hoạch mỗi học kỳ.',
      steps: [],
      resultIndicator: '5/5 kế hoạch được lập và rà soát hai lần',
      owners: ['Phó hiệu trưởng', 'Giáo viên chủ nhiệm'],
      time: aRange('Từ tháng 10/2026 đến tháng 5/2027', '2026-10', '2027-05'),
      budget: aBudget('Không', 0),
      evidence: 'Kế hoạch giáo dục cá nhân, biên bản rà soát',
      progress: 'Đang thực hiện',
    }),
    problem('4', '4.2', 'Môi trường giáo dục an toàn, tích cực, hỗ trợ phát triển học sinh', {
      currentState: 'Cổng trường sát đường liên xã, giờ tan học thường ùn ứ.',
      need: 'Khu vực đón học sinh chưa có lối đi riêng, nguy cơ mất an toàn',
      cause: 'Cha mẹ học sinh dừng xe sát cổng, chưa phân luồng',
      expectedResult: 'Học sinh ra về theo hai lối, không còn ùn ứ quá 10 phút',
      action: '- Kẻ vạch, đặt biển phân luồng theo khối lớp.\n- Lập đội trực cổng gồm giáo viên và cha mẹ học sinh.',
      steps: ['Kẻ vạch, đặt biển phân luồng theo khối lớp.', 'Lập đội trực cổng gồm giáo viên và cha mẹ học sinh.'],
      resultIndicator: 'Sổ trực cổng không ghi nhận va chạm',
      owners: ['Hiệu trưởng', 'Tổng phụ trách Đội', 'Bảo vệ'],
      time: aRange('Tháng 10/2026', '2026-10'),
      budget: aBudget('4.500.000 đồng từ nguồn tài trợ', 4_500_000, 'nguồn tài trợ'),
      evidence: 'Sổ trực cổng, hình ảnh lối đi mới',
      progress: 'Đang thực hiện',
    }),
  ],
  itemFields: [
    'criterion',
    'currentState',
    'need',
    'cause',
    'expectedResult',
    'action',
    'resultIndicator',
    'time',
    'owners',
    'collaborators',
    'budget',
    'expectedEvidence',
    'progress',
  ],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Lê Hoàng Phúc An' },
  recipients: ['UBND xã Đồng Nắng (Phòng Văn hóa - Xã hội);', 'Sở Giáo dục và Đào tạo;', 'Lưu: VT.'],
};

interface ProblemFacts {
  currentState: string;
  need: string;
  cause: string;
  expectedResult: string;
  action: string;
  steps: string[];
  resultIndicator: string;
  owners: [string, ...string[]];
  time: SchoolTime;
  budget: PlanItem['budget'];
  evidence: string;
  progress: string;
}

function problem(standard: string, criterion: string, name: string, facts: ProblemFacts): PlanItem {
  const { owners, evidence, ...fields } = facts;
  const [lead, ...collaborators] = owners;
  return anItem({
    id: `problem-${criterion}`,
    standard,
    criterion,
    criterionText: `Tiêu chí ${criterion}: ${name}`,
    ownersText: owners.join(', '),
    leads: [lead],
    collaborators,
    expectedEvidence: evidence,
    ...fields,
  });
}
