import { findSchoolYear } from '#core/kernel/school-year.ts';
import { timeOfNarrative } from '#core/plan/find-times.ts';
import { ownersOfSentence } from '#core/plan/owner-sentence.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { aBudget, anItem, aSection } from './plan-builder.ts';

const YEAR = findSchoolYear('2023-2024');

/** A lower-secondary school under Thông tư 18/2018: sentences under criterion headings, owners and times inside them. */
export const narrativePlan: PlanDocument = {
  letterhead: {
    governingBody: 'PHÒNG GD&ĐT THỊ XÃ BẾN MƠ',
    schoolName: 'TRƯỜNG THCS SUỐI REO',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '104/KH-THCSSR',
  numberText: 'Số: 104/KH-THCSSR',
  date: '2023-09-20',
  dateText: 'Bến Mơ, ngày 20 tháng 9 năm 2023',
  place: 'Bến Mơ',
  title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục năm học 2023 – 2024'],
  schoolName: 'Trường THCS Suối Reo',
  schoolType: 'lower-secondary',
  schoolYear: YEAR,
  standardSet: '18/2018/TT-BGDĐT',
  assessmentPeriod: 'từ năm học 2018 – 2019 đến năm học 2022 – 2023',
  sections: [
    aSection(null, '', 'opening', [
      'Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học;',
      'Căn cứ Công văn số 5932/BGDĐT-QLCL ngày 28 tháng 12 năm 2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông;',
      'Trường THCS Suối Reo lập kế hoạch cải tiến chất lượng giáo dục năm học 2023 – 2024 như sau:',
    ]),
    aSection('I', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', [
      '1. Phát huy điểm mạnh, khắc phục điểm yếu đã nêu trong báo cáo tự đánh giá.',
      '2. Việc làm cụ thể, đúng người, đúng thời hạn, có minh chứng để đối chiếu.',
    ]),
    aSection(
      'II',
      'THỰC TRẠNG',
      'results',
      [],
      [
        aSection('1', 'Kết quả đánh giá từ năm học 2018 – 2019 đến năm học 2022 – 2023', 'results', [
          '- Số lượng tiêu chí đạt Mức 1: 28/28, tỷ lệ 100%',
          '- Số lượng tiêu chí không đạt Mức 1: 0/28, tỷ lệ 0%',
          '- Số lượng tiêu chí đạt Mức 2: 25/28, tỷ lệ 89,3%',
          '- Số lượng tiêu chí không đạt Mức 2: 3/28, tỷ lệ 10,7%',
          '- Số lượng tiêu chí đạt Mức 3: 12/20, tỷ lệ 60%',
          '- Số lượng tiêu chí không đạt Mức 3: 8/20, tỷ lệ 40%',
          '- Mức đánh giá của Trường THCS Suối Reo: Mức 1.',
        ]),
      ],
    ),
    aSection('III', 'NỘI DUNG VÀ GIẢI PHÁP THỰC HIỆN', 'items'),
    aSection('IV', 'TỔ CHỨC THỰC HIỆN', 'organisation', [
      '1. Hiệu trưởng triển khai kế hoạch đến toàn thể cán bộ, giáo viên, nhân viên và Ban đại diện cha mẹ học sinh.',
      '2. Phó hiệu trưởng theo dõi nội dung chuyên môn, tổng hợp tiến độ vào cuối mỗi tháng.',
      '3. Tổ trưởng chuyên môn, tổ trưởng văn phòng tổ chức thực hiện trong tổ và báo cáo tại cuộc họp liên tịch.',
      '4. Cuối năm học, từng cá nhân nộp báo cáo kết quả kèm minh chứng cho Hiệu trưởng trước ngày 30 tháng 5 năm 2024.',
    ]),
  ],
  items: [
    paragraph('1', '1.5', 'Khối lớp và tổ chức lớp học', [
      'Năm học 2023-2024, Hiệu trưởng chỉ đạo giáo viên chủ nhiệm hướng dẫn học sinh tự quản trong giờ sinh hoạt lớp, luân phiên nhiệm vụ lớp trưởng để nhiều em được rèn luyện.',
    ]),
    paragraph('1', '1.10', 'Đảm bảo an ninh trật tự, an toàn trường học', [
      'Hiệu trưởng phối hợp với Công an tập huấn kỹ năng thoát hiểm cho toàn trường.',
      'Thời gian thực hiện: tháng 10/2023',
    ]),
    paragraph('2', '2.2', 'Đối với giáo viên', [
      'Từ tháng 10/2023 đến tháng 4/2024, Phó hiệu trưởng tổ chức dự giờ theo nghiên cứu bài học ở từng tổ, mỗi giáo viên được góp ý ít nhất hai lần.',
    ]),
    paragraph('3', '3.2', 'Phòng học, phòng học bộ môn và khối phục vụ học tập', [
      'Hiệu trưởng lập dự toán bổ sung dụng cụ cho phòng học bộ môn Khoa học tự nhiên, sắp xếp lại giá để hóa chất theo quy định an toàn.',
      'Thời gian thực hiện: từ tháng 11/2023 đến tháng 01/2024',
    ]),
    paragraph('4', '4.1', 'Ban đại diện cha mẹ học sinh', [
      'Năm học 2023-2024, Hiệu trưởng mời Ban đại diện cha mẹ học sinh cùng xây dựng lịch tiếp cha mẹ học sinh, công khai lịch trên trang thông tin của trường.',
    ]),
    paragraph('5', '5.3', 'Thực hiện nội dung giáo dục địa phương theo quy định', [
      'Học kỳ II, tổ chuyên môn thiết kế hai tiết học tại làng nghề dệt chiếu, sản phẩm của học sinh được trưng bày ở thư viện.',
    ]),
  ],
  itemFields: ['criterion', 'action', 'time'],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Trịnh Quốc Thái' },
  recipients: ['Phòng GD&ĐT thị xã Bến Mơ (để b/c);', 'Các tổ chuyên môn, tổ văn phòng (t/h);', 'Lưu: VT.'],
};

function paragraph(standard: string, criterion: string, name: string, paragraphs: string[]): PlanItem {
  const action = paragraphs.join('\n');
  const owners = ownersOfSentence(paragraphs[0] ?? '');
  return anItem({
    id: `criterion-${criterion}`,
    standard,
    criterion,
    criterionText: `Tiêu chí ${criterion}. ${name}`,
    expectedResult: null,
    action,
    ownersText: null,
    leads: owners.leads,
    collaborators: owners.collaborators,
    time: timeOfNarrative(paragraphs, { schoolYear: YEAR }),
    budget: aBudget(null),
  });
}
