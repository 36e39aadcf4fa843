export const home = {
  'home.title': 'Việc tiếp theo',
  'home.hello': 'Chào {name}',
  'home.emptyTitle': 'Bắt đầu từ kế hoạch năm trước',
  'home.emptyLead':
    'Tải lên kế hoạch cải tiến chất lượng đã có, ở dạng Word, PDF, Excel hay trang web đã lưu. Hệ thống đọc thành bảng đặt cạnh bản gốc và chỉ ra những chỗ nên xem lại.',
  'home.upload': 'Tải kế hoạch lên',
  'home.review': 'Xem lại bản đọc',
  'home.plans': 'Kế hoạch của trường',
  'home.standardsTitle': 'Tra cứu bộ tiêu chuẩn',
  'home.standardsLead': 'Yêu cầu từng mức của mỗi tiêu chí, căn cứ và văn bản liên quan.',
  'home.standardsAction': 'Mở bộ tiêu chuẩn',
  'home.schoolYear': 'Năm học {year}',
} as const;
