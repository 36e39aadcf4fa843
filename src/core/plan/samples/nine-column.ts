import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { aBudget, anItem, aRange, aSection, aTime, aWholeYear } from './plan-builder.ts';

const YEAR = { start: 2023 };

/** A kindergarten under Thông tư 19/2018, one table of nine columns grouped by standard. */
export const nineColumnPlan: PlanDocument = {
  letterhead: {
    governingBody: 'PHÒNG GD&ĐT HUYỆN ĐỒNG NẮNG',
    schoolName: 'TRƯỜNG MẦM NON NẮNG SỚM',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '62/KH-MNNS',
  numberText: 'Số: 62/KH-MNNS',
  date: '2023-09-12',
  dateText: 'Đồng Nắng, ngày 12 tháng 9 năm 2023',
  place: 'Đồng Nắng',
  title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục', 'Năm học 2023 – 2024'],
  schoolName: 'Trường Mầm non Nắng Sớm',
  schoolType: 'preschool',
  schoolYear: YEAR,
  standardSet: '19/2018/TT-BGDĐT',
  assessmentPeriod: 'từ năm học 2018 – 2019 đến năm học 2022 – 2023',
  sections: [
    aSection('I', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', [
      '1. Khắc phục những điểm yếu đã nêu trong báo cáo tự đánh giá, giữ vững các tiêu chí đã đạt và từng bước nâng cao chất lượng nuôi dưỡng, chăm sóc, giáo dục trẻ.',
      '2. Mỗi giải pháp có người chủ trì, thời gian hoàn thành và minh chứng để kiểm tra được.',
      '3. Kế hoạch phù hợp với nguồn lực của nhà trường và được công khai đến toàn thể cán bộ, giáo viên, nhân viên, cha mẹ trẻ.',
    ]),
    aSection(
      'II',
      'CĂN CỨ XÂY DỰNG KẾ HOẠCH',
      'bases',
      [],
      [
        aSection('1', 'Văn bản chỉ đạo', 'bases', [
          '- Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường mầm non;',
          '- Công văn số 5942/BGDĐT-QLCL ngày 28 tháng 12 năm 2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá và đánh giá ngoài trường mầm non;',
          '- Kế hoạch số 58/KH-MNNS ngày 06 tháng 9 năm 2023 của Trường Mầm non Nắng Sớm về thực hiện nhiệm vụ năm học 2023 – 2024.',
        ]),
        aSection('2', 'Kết quả tự đánh giá (từ năm học 2018 – 2019 đến năm học 2022 – 2023)', 'results', [
          '- Số lượng tiêu chí đạt Mức 1: 25/25, tỷ lệ 100%;',
          '- Số lượng tiêu chí không đạt Mức 1: 0/25, tỷ lệ 0%;',
          '- Số lượng tiêu chí đạt Mức 2: 23/25, tỷ lệ 92%;',
          '- Số lượng tiêu chí không đạt Mức 2: 2/25, tỷ lệ 8%;',
          '- Số lượng tiêu chí đạt Mức 3: 14/19, tỷ lệ 73,7%;',
          '- Số lượng tiêu chí không đạt Mức 3: 5/19, tỷ lệ 26,3%;',
          '- Mức đánh giá của Trường Mầm non Nắng Sớm: Mức 1.',
        ]),
      ],
    ),
    aSection('III', 'NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG', 'items'),
    aSection(
      'IV',
      'TỔ CHỨC THỰC HIỆN',
      'organisation',
      [],
      [
        aSection('1', 'Hiệu trưởng, Chủ tịch Hội đồng tự đánh giá', null, [
          '- Phê duyệt, công khai kế hoạch; phân công nhiệm vụ và bố trí kinh phí để thực hiện.',
          '- Chủ trì họp kiểm điểm tiến độ vào cuối mỗi học kỳ.',
        ]),
        aSection('2', 'Phó hiệu trưởng', null, [
          '- Theo dõi các nội dung chuyên môn, chăm sóc, nuôi dưỡng; tổng hợp tiến độ hằng tháng.',
        ]),
        aSection('3', 'Thư ký Hội đồng tự đánh giá', null, [
          '- Thu nhận, mã hóa và lưu trữ minh chứng của từng tiêu chí theo đúng quy định.',
        ]),
        aSection('4', 'Cán bộ, giáo viên, nhân viên', null, [
          '- Thực hiện nhiệm vụ được phân công và nộp báo cáo cá nhân kèm minh chứng trước ngày 30 tháng 5 năm 2024.',
        ]),
      ],
    ),
  ],
  items: [
    row('1', '1.6', 'Quản lý hành chính, tài chính và tài sản', {
      expectedResult:
        'Có kế hoạch tài chính trung hạn 2024 – 2026 được Hội đồng trường thông qua (hiện mới có kế hoạch từng năm).',
      action:
        '- Phân tích các khoản thu, chi của ba năm gần nhất.\n- Xây dựng kế hoạch tài chính trung hạn, lấy ý kiến Hội đồng trường.\n- Công khai kế hoạch tại bảng tin và trên trang thông tin của trường.',
      steps: [
        'Phân tích các khoản thu, chi của ba năm gần nhất.',
        'Xây dựng kế hoạch tài chính trung hạn, lấy ý kiến Hội đồng trường.',
        'Công khai kế hoạch tại bảng tin và trên trang thông tin của trường.',
      ],
      owners: ['Hiệu trưởng', 'Kế toán'],
      time: aRange('Từ tháng 10/2023 đến tháng 12/2023', '2023-10', '2023-12'),
      budget: aBudget('Không', 0),
      support: 'Phòng Tài chính – Kế hoạch huyện hướng dẫn',
    }),
    row('1', '1.9', 'Thực hiện quy chế dân chủ cơ sở', {
      expectedResult:
        'Biên bản tiếp thu, giải trình ý kiến được công khai sau mỗi cuộc họp (hiện có cuộc họp chưa công khai).',
      action:
        'Ghi nhận ý kiến góp ý tại cuộc họp hội đồng sư phạm, giải trình bằng văn bản và niêm yết kết quả giải trình.',
      owners: ['Hiệu trưởng', 'Ban Thanh tra nhân dân'],
      time: aTime('Hằng tháng', { recurrence: 'monthly' }),
      budget: aBudget('Không', 0),
      support: 'Không',
    }),
    row('2', '2.2', 'Đối với giáo viên', {
      expectedResult:
        'Có thêm 02 giáo viên hoàn thành chương trình đại học (hiện 14/18 giáo viên có trình độ đại học).',
      action:
        'Sắp xếp giờ dạy để 02 giáo viên theo học lớp đại học; hỗ trợ một phần học phí từ quỹ phát triển hoạt động sự nghiệp.',
      owners: ['Hiệu trưởng', 'Chủ tịch Công đoàn'],
      time: aWholeYear('Cả năm học', YEAR),
      budget: aBudget(
        '12.000.000 đồng từ quỹ phát triển hoạt động sự nghiệp',
        12_000_000,
        'quỹ phát triển hoạt động sự nghiệp',
      ),
      support: 'Giáo viên trong tổ dạy thay khi cần',
    }),
    row('3', '3.5', 'Thiết bị, đồ dùng, đồ chơi', {
      expectedResult: 'Mỗi lớp 5 – 6 tuổi có góc khám phá khoa học với ít nhất 10 bộ đồ dùng (hiện có 6 bộ).',
      action:
        '- Kiểm kê đồ dùng của từng lớp và lập danh mục cần bổ sung.\n- Vận động cha mẹ trẻ cùng làm đồ dùng từ vật liệu sẵn có.\n- Mua thêm kính lúp, cân thăng bằng, bộ thí nghiệm nước.',
      steps: [
        'Kiểm kê đồ dùng của từng lớp và lập danh mục cần bổ sung.',
        'Vận động cha mẹ trẻ cùng làm đồ dùng từ vật liệu sẵn có.',
        'Mua thêm kính lúp, cân thăng bằng, bộ thí nghiệm nước.',
      ],
      owners: ['Phó hiệu trưởng', 'Tổ chuyên môn', 'Giáo viên'],
      time: aRange('Từ tháng 10/2023 đến tháng 3/2024', '2023-10', '2024-03'),
      budget: aBudget('18.500.000 đồng từ ngân sách', 18_500_000, 'ngân sách'),
      support: 'Ban đại diện cha mẹ trẻ phối hợp',
    }),
    row('3', '3.6', 'Khu vệ sinh, hệ thống cấp thoát nước', {
      expectedResult:
        'Khu vệ sinh của 04 lớp mẫu giáo có vách ngăn riêng cho trẻ trai, trẻ gái (hiện còn 02 lớp dùng chung).',
      action: 'Khảo sát, lập dự toán lắp vách ngăn; tham mưu với Ủy ban nhân dân huyện cấp kinh phí sửa chữa.',
      owners: ['Hiệu trưởng', 'Kế toán'],
      time: aRange('Tháng 01/2024', '2024-01'),
      budget: aBudget('Tùy tình hình thực tế'),
      support: 'Ủy ban nhân dân huyện cấp kinh phí',
    }),
    row('5', '5.3', 'Kết quả nuôi dưỡng và chăm sóc sức khỏe', {
      expectedResult: 'Tỷ lệ trẻ thừa cân giảm từ 7,2% xuống dưới 5% vào cuối năm học.',
      action:
        'Nhân viên y tế cân đo, theo dõi biểu đồ của từng trẻ; nhà bếp điều chỉnh thực đơn; giáo viên tăng thời gian vận động ngoài trời và trao đổi với cha mẹ trẻ.',
      owners: ['Phó hiệu trưởng', 'Nhân viên y tế', 'Giáo viên'],
      time: aRange('Từ tháng 9/2023 đến tháng 5/2024', '2023-09', '2024-05'),
      budget: aBudget('Không', 0),
      support: 'Trạm Y tế tư vấn dinh dưỡng',
    }),
  ],
  itemFields: ['criterion', 'expectedResult', 'action', 'owners', 'collaborators', 'time', 'budget', 'support', 'note'],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Đỗ Thị Mai Chi' },
  recipients: ['Phòng GD&ĐT huyện Đồng Nắng (để báo cáo);', 'Các tổ, đoàn thể (để thực hiện);', 'Lưu: VT.'],
};

interface RowFacts {
  expectedResult: string;
  action: string;
  steps?: string[];
  /** The first one leads. */
  owners: [string, ...string[]];
  time: SchoolTime;
  budget: PlanItem['budget'];
  support: string;
}

function row(standard: string, criterion: string, name: string, facts: RowFacts): PlanItem {
  const { owners, ...fields } = facts;
  const [lead, ...collaborators] = owners;
  return anItem({
    id: `row-${criterion}`,
    standard,
    criterion,
    criterionText: `Tiêu chí ${criterion}: ${name}`,
    ownersText: owners.join(', '),
    leads: [lead],
    collaborators,
    ...fields,
  });
}
