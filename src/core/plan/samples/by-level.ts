import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { aBudget, anItem, aRange, aSection } from './plan-builder.ts';

/** A primary school under Thông tư 17/2018, rows grouped by level, start and end in two columns. */
export const byLevelPlan: PlanDocument = {
  letterhead: {
    governingBody: 'UBND HUYỆN ĐỒNG NẮNG',
    schoolName: 'TRƯỜNG TIỂU HỌC HOA MAI VÀNG',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  number: '71/KH-THHMV',
  numberText: 'Số: 71/KH-THHMV',
  date: '2022-09-15',
  dateText: 'Đồng Nắng, ngày 15 tháng 9 năm 2022',
  place: 'Đồng Nắng',
  title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục', 'Năm học 2022 – 2023'],
  schoolName: 'Trường Tiểu học Hoa Mai Vàng',
  schoolType: 'primary',
  schoolYear: { start: 2022 },
  standardSet: '17/2018/TT-BGDĐT',
  assessmentPeriod: 'giai đoạn từ năm 2017 đến 2022',
  sections: [
    aSection('I', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', [
      '1. Đưa ra giải pháp khắc phục điểm yếu để các tiêu chí chưa đạt Mức 2 đạt được trong năm học, đồng thời chuẩn bị điều kiện cho Mức 3.',
      '2. Giải pháp sát với thực tế của nhà trường, có người chịu trách nhiệm và thời hạn rõ ràng.',
      '3. Cả trường cùng thực hiện, Hội đồng tự đánh giá theo dõi và điều chỉnh.',
    ]),
    aSection(
      'II',
      'CĂN CỨ XÂY DỰNG KẾ HOẠCH',
      'bases',
      [],
      [
        aSection('1', 'Báo cáo tự đánh giá (giai đoạn từ năm 2017 đến 2022 của Trường).', 'bases'),
        aSection('2', 'Các văn bản quy phạm pháp luật, văn bản hướng dẫn hiện hành:', 'bases', [
          '- Thông tư số 17/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường tiểu học;',
          '- Công văn số 5932/BGDĐT-QLCL ngày 28 tháng 12 năm 2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông;',
          '- Quyết định số 64/QĐ-THHMV ngày 05 tháng 9 năm 2022 của Trường Tiểu học Hoa Mai Vàng về việc thành lập Hội đồng tự đánh giá.',
        ]),
        aSection('3', 'Kết quả đánh giá đã đạt được trong năm học 2021 – 2022:', 'results', [
          '- Số lượng và tỷ lệ phần trăm (%) các tiêu chí đạt và không đạt Mức 1:',
          '+ Số lượng đạt: 27/27 - Tỷ lệ: 100%',
          '+ Số lượng không đạt: 0/27 - Tỷ lệ: 0%',
          '- Số lượng và tỷ lệ phần trăm (%) các tiêu chí đạt và không đạt Mức 2:',
          '+ Số lượng đạt: 24/27 - Tỷ lệ: 88,9%',
          '+ Số lượng không đạt: 3/27 - Tỷ lệ: 11,1%',
          '- Số lượng và tỷ lệ phần trăm (%) các tiêu chí đạt và không đạt Mức 3:',
          '+ Số lượng đạt: 13/19 - Tỷ lệ: 68,4%',
          '+ Số lượng không đạt: 6/19 - Tỷ lệ: 31,6%',
          '* Mức đánh giá của Trường Tiểu học Hoa Mai Vàng: Mức 1',
        ]),
        aSection(
          '4',
          'Chủ trương, định hướng, giải pháp trọng tâm của nhà trường',
          'strategy',
          [],
          [
            aSection('a', 'Chủ trương', 'strategy', [
              'Giữ gìn môi trường học tập thân thiện, coi tiến bộ của từng học sinh là thước đo của mọi hoạt động.',
            ]),
            aSection('b', 'Định hướng', 'strategy', [
              'Bồi dưỡng đội ngũ để thực hiện Chương trình giáo dục phổ thông 2018; từng bước bổ sung thiết bị cho các lớp học theo lộ trình.',
            ]),
            aSection('c', 'Giải pháp trọng tâm', 'strategy', [
              '- Sinh hoạt chuyên môn theo nghiên cứu bài học ít nhất 2 lần mỗi tháng.',
              '- Xây dựng tủ sách dùng chung ở từng khối lớp.',
            ]),
          ],
        ),
      ],
    ),
    aSection('III', 'NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC', 'items'),
    aSection(
      'IV',
      'TỔ CHỨC THỰC HIỆN',
      'organisation',
      [],
      [
        aSection('1', 'Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá', null, [
          '- Chỉ đạo chung; phân công thành viên Hội đồng tự đánh giá phụ trách từng tiêu chuẩn.',
          '- Báo cáo kết quả với Phòng GD&ĐT huyện Đồng Nắng khi kết thúc năm học.',
        ]),
        aSection('2', 'Các thành viên của Hội đồng tự đánh giá', null, [
          '- Đôn đốc việc thực hiện ở tiêu chuẩn được giao, cập nhật minh chứng hằng tháng.',
        ]),
        aSection('3', 'Cán bộ, giáo viên, nhân viên của trường', null, [
          '- Thực hiện nhiệm vụ được phân công và phản ánh kịp thời khó khăn với hiệu trưởng.',
        ]),
      ],
    ),
  ],
  items: [
    row(2, '1', '1.4', 'Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng', {
      action:
        'Tổ chuyên môn đăng ký mỗi học kỳ một chuyên đề theo nghiên cứu bài học, dự giờ, rút kinh nghiệm và lưu biên bản để áp dụng cho cả khối.',
      lead: 'Phó hiệu trưởng',
      time: aRange('Từ tháng 9 năm 2022\nĐến tháng 4 năm 2023', '2022-09', '2023-04'),
      budget: aBudget('Không', 0),
      support: 'Cụm chuyên môn cử giáo viên cốt cán cùng dự giờ.',
    }),
    row(2, '2', '2.2', 'Đối với giáo viên', {
      action:
        'Bố trí thời khóa biểu để 03 giáo viên học nâng chuẩn; giao tổ chuyên môn kèm cặp giáo viên mới trong việc dùng thiết bị dạy học.',
      lead: 'Hiệu trưởng',
      time: aRange('Từ tháng 9 năm 2022\nĐến tháng 5 năm 2023', '2022-09', '2023-05'),
      budget: aBudget('Kinh phí chi thường xuyên', null, 'Kinh phí chi thường xuyên'),
      support: 'Giáo viên được hỗ trợ học phí theo quy định.',
    }),
    row(2, '3', '3.6', 'Thư viện', {
      action:
        '- Kiểm kê, thanh lọc sách cũ.\n- Vận động cha mẹ học sinh và cựu học sinh tặng sách.\n- Mở thư viện ngoài trời vào giờ ra chơi.',
      steps: [
        'Kiểm kê, thanh lọc sách cũ.',
        'Vận động cha mẹ học sinh và cựu học sinh tặng sách.',
        'Mở thư viện ngoài trời vào giờ ra chơi.',
      ],
      lead: 'Nhân viên thư viện',
      time: aRange('Từ tháng 10 năm 2022\nĐến tháng 12 năm 2022', '2022-10', '2022-12'),
      budget: aBudget('15 triệu đồng từ ngân sách và nguồn tài trợ', 15_000_000, 'ngân sách và nguồn tài trợ'),
      support: 'Ban đại diện cha mẹ học sinh phối hợp vận động.',
    }),
    row(
      3,
      '4',
      '4.2',
      'Công tác tham mưu cấp ủy đảng, chính quyền và phối hợp với các tổ chức, cá nhân của nhà trường',
      {
        action:
          'Ký kết phối hợp với Đoàn xã và Hội Khuyến học xây dựng sân chơi văn hóa cuối tuần, để trường trở thành nơi sinh hoạt chung của địa phương.',
        lead: 'Hiệu trưởng',
        time: aRange('Từ tháng 11 năm 2022\nĐến tháng 5 năm 2023', '2022-11', '2023-05'),
        budget: aBudget('Tùy tình hình thực tế'),
        support: 'Ủy ban nhân dân huyện cho mượn thiết bị âm thanh.',
      },
    ),
    row(3, '5', '5.3', 'Thực hiện các hoạt động giáo dục khác', {
      action:
        'Tổng phụ trách Đội cùng giáo viên chủ nhiệm tổ chức câu lạc bộ theo sở thích, mỗi học sinh tham gia ít nhất một câu lạc bộ.',
      lead: 'Tổng phụ trách Đội',
      time: aRange('Từ tháng 10 năm 2022\nĐến tháng 5 năm 2023', '2022-10', '2023-05'),
      budget: aBudget('Không', 0),
      support: 'Nhà trường bố trí phòng và sân cho câu lạc bộ.',
    }),
  ],
  itemFields: ['criterion', 'level', 'expectedResult', 'action', 'owners', 'time', 'budget', 'support'],
  signature: { role: 'HIỆU TRƯỞNG', name: 'Lê Hoàng Phúc An' },
  recipients: ['Phòng GD&ĐT huyện Đồng Nắng (để b/c);', 'Thành viên Hội đồng tự đánh giá;', 'Lưu: VT.'],
};

interface RowFacts {
  action: string;
  steps?: string[];
  lead: string;
  time: SchoolTime;
  budget: PlanItem['budget'];
  support: string;
}

function row(level: number, standard: string, criterion: string, name: string, { lead, ...facts }: RowFacts): PlanItem {
  return anItem({
    id: `row-${level}-${criterion}`,
    standard,
    criterion,
    criterionText: `Tiêu chí ${criterion}: ${name}`,
    levels: [level],
    expectedResult: `Đạt mức ${level}`,
    ownersText: lead,
    leads: [lead],
    collaborators: [],
    ...facts,
  });
}
