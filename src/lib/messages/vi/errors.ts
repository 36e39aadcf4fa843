/** One sentence for each `AppError` code, under `error.<code>`: what happened, what was kept, what to do. */
export const errors = {
  'error.general':
    'Có trục trặc ngoài dự tính. Những gì đã lưu vẫn còn nguyên. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
  'error.database.disk-full':
    'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Những gì đã lưu vẫn còn nguyên. Hãy để trang này mở và báo người quản trị.',
  'error.database.away':
    'Cơ sở dữ liệu đang khởi động lại. Những gì đã lưu vẫn còn nguyên. Hãy đợi ít giây rồi thử lại.',
  'error.page.not-found': 'Không có trang này. Có thể địa chỉ gõ nhầm, hoặc trang đã được chuyển đi.',
  'error.request.foreign-origin':
    'Yêu cầu này đến từ một trang khác nên không được nhận. Không có gì thay đổi. Hãy mở lại trang và làm lại từ đây.',
  'error.request.too-large': 'Yêu cầu lớn hơn {megabytes} MB nên không được nhận. Không có gì thay đổi.',
  'error.request.too-many-downloads': 'Bạn đã tải về quá nhiều tệp trong ít phút. Hãy đợi {minutes} phút rồi tải tiếp.',
  'error.upload.too-many-files':
    'Mỗi lần chỉ nhận tối đa {most} tệp: {most} tệp đầu đã được nhận, các tệp sau thì chưa. Hãy gửi tiếp các tệp còn lại.',
  'error.upload.too-many-at-once':
    'Trường đang gửi nhiều tệp cùng lúc nên tệp này chưa được nhận. Hãy đợi các tệp kia gửi xong rồi gửi lại.',
  'error.upload.cut-off': 'Việc gửi bị đứt giữa chừng nên tệp chưa được nhận. Hãy kiểm tra mạng rồi gửi lại.',
  'error.identity.not-signed-in': 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập rồi làm tiếp.',
  'error.identity.not-allowed': 'Tài khoản của bạn không có quyền làm việc này. Hãy nhờ hiệu trưởng hoặc thư ký.',
  'error.identity.no-membership': 'Tài khoản này chưa thuộc trường nào. Hãy nhờ hiệu trưởng thêm bạn vào trường.',
  'error.identity.wrong-credentials':
    'Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại; chú ý phím Caps Lock và bộ gõ tiếng Việt.',
  'error.identity.too-many-attempts': 'Đã thử quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại.',
  'error.identity.username-taken': 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  'error.organisations.already-set-up': 'Trường đã được tạo trước đó. Hãy đăng nhập bằng tài khoản đã có.',
  'error.organisations.not-found': 'Không có trường này trên máy chủ.',
} as const;
