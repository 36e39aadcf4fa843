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
  'home.sample':
    'Đây là trường mẫu để xem thử. Khi muốn làm thật, hãy tạo trường của mình; trường mẫu vẫn còn, vào lại bằng tài khoản mẫu.',
  'school.title': 'Thông tin nhà trường',
  'school.lead':
    'Dùng cho kế hoạch lập từ nay về sau. Kế hoạch đã có giữ nguyên tên trường và cơ quan chủ quản như khi lập.',
  'school.schoolYearHint': 'Năm học nhà trường đang làm việc; tổ, nhóm và kế hoạch mới lấy theo năm này.',
  'school.save': 'Lưu thông tin nhà trường',
  'school.saved': 'Đã lưu thông tin nhà trường.',
  'school.nothingLost': 'Những gì bạn đã gõ vẫn còn.',
  'error.organisations.stale':
    'Thông tin nhà trường vừa được sửa ở nơi khác. Chưa có gì bị ghi đè; hãy mở lại trang rồi sửa tiếp.',
} as const;
