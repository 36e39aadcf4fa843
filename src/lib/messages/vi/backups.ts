/** Backups, restoring, taking a school along, and the audit log. */
export const backups = {
  'permission.backup.manage': 'Xem, tạo và tải bản sao lưu',
  'permission.school.export': 'Xuất toàn bộ dữ liệu của trường',
  'backups.menu': 'Sao lưu',
  'backups.title': 'Sao lưu và xuất dữ liệu',
  'backups.lead':
    'Dữ liệu và các tệp được sao lưu hằng ngày trên máy chủ. Hãy chép bản mới nhất sang ổ đĩa khác: máy hỏng thì bản nằm trong máy cũng mất.',
  'backups.kept': 'Các bản sao lưu đã kiểm tra',
  'backups.none': 'Chưa có bản sao lưu nào. Bản đầu tiên sẽ có sau lần sao lưu tới.',
  'backups.noneTitle': 'Chưa có bản sao lưu',
  'backups.next': 'Lần sao lưu tới: {at}. Máy tắt vào giờ đó thì sao lưu khi máy mở lại.',
  'backups.off': 'Máy chủ này không tự sao lưu theo giờ.',
  'backups.now': 'Sao lưu ngay',
  'backups.asked': 'Đang chuẩn bị sao lưu. Bạn có thể rời trang này.',
  'backups.running': 'Đang sao lưu',
  'backups.step.rows': 'Bảng dữ liệu {done}/{total}',
  'backups.step.files': 'Tệp {done}/{total}',
  'backups.step.documents': 'Kế hoạch {done}/{total}',
  'backups.step.load': 'Bảng dữ liệu {done} trên {total}',
  'backups.step.check': 'Đang đọc lại để kiểm tra',
  'backups.failed': 'Lần sao lưu lúc {at} không xong',
  'backups.when': 'Lúc',
  'backups.why': 'Lý do',
  'backups.size': 'Cỡ',
  'backups.holds': 'Gồm',
  'backups.take': 'Tải về',
  'backups.takeThis': 'Tải bản này',
  'backups.takeOf': 'Tải bản này, sao lưu lúc {at}',
  'backups.reason.nightly': 'Hằng ngày',
  'backups.reason.asked': 'Theo yêu cầu',
  'backups.reason.before-restore': 'Trước khi khôi phục',
  'backups.counts': '{rows} dòng, {files} tệp',
  'backups.lost': 'thiếu {count} tệp gốc',
  'backups.verified': 'Đã kiểm tra',
  'backups.secret': 'Bản sao lưu chứa mật khẩu đã mã hoá và dữ liệu cá nhân. Hãy giữ như giữ chìa khoá của trường.',
  'backups.several':
    'Máy chủ này dùng chung cho nhiều trường. Bản sao lưu chứa dữ liệu của mọi trường nên chỉ người quản trị máy chủ tạo và lấy được; dữ liệu riêng của trường bạn thì xuất ở dưới.',
  'backups.export': 'Xuất dữ liệu của trường',
  'backups.exportLead':
    'Một tệp nén gồm mọi kế hoạch (Word, Excel), mọi tệp đã tải lên và lịch sử, mở được trên máy nào cũng được. Máy chủ khác cũng nhận được tệp này. Mật khẩu không có trong đó.',
  'backups.exportNow': 'Tạo tệp xuất mới',
  'backups.exporting': 'Đang tạo tệp xuất',
  'backups.exportFailed': 'Lần xuất lúc {at} không xong',
  'backups.exportLast': 'Tệp xuất lúc {at}, {size}, {files} tệp kèm theo.',
  'backups.exportTake': 'Tải tệp xuất về',
  'backups.refresh': 'Xem tiến độ mới nhất',
  'error.backup.exists': 'Đã có tệp {path}. Chưa ghi gì. Hãy chọn tên khác.',
  'error.backup.unwritable':
    'Không ghi được vào {path}. Chưa ghi gì. Hãy kiểm tra thư mục có tồn tại và được phép ghi.',
  'error.backup.disk-full': 'Ổ đĩa đã đầy nên chưa sao lưu được. Dữ liệu đang dùng không bị ảnh hưởng.',
  'error.backup.no-room':
    'Ổ đĩa chỉ còn {free} MB trống, cần khoảng {needed} MB cho bản sao lưu. Hãy dọn ổ đĩa rồi sao lưu lại.',
  'error.backup.not-there': 'Không mở được tệp {path}.',
  'error.backup.not-an-archive': 'Tệp này không phải tệp sao lưu của Cải Tiến. Không có gì thay đổi.',
  'error.backup.foreign': 'Tệp này không phải bản sao lưu của Cải Tiến, hoặc đã bị sửa. Không có gì thay đổi.',
  'error.backup.truncated': 'Tệp sao lưu bị cắt cụt hoặc chưa chép xong. Không có gì thay đổi. Hãy chép lại tệp.',
  'error.backup.damaged':
    'Tệp sao lưu bị hỏng, hoặc không do Cải Tiến tạo ra (phần “{part}” không khớp). Không có gì thay đổi. Hãy dùng bản khác.',
  'error.backup.unsafe-path': 'Tệp chứa tên không an toàn “{path}” nên bị từ chối. Không có gì thay đổi.',
  'error.backup.newer-format':
    'Bản sao lưu này do phiên bản mới hơn tạo ra. Không có gì thay đổi. Hãy cập nhật Cải Tiến.',
  'error.backup.newer-version':
    'Bản sao lưu này có dữ liệu của phiên bản mới hơn ({version}). Không có gì thay đổi. Hãy cập nhật Cải Tiến rồi khôi phục.',
  'error.backup.other-version':
    'Bản sao lưu này thuộc một phiên bản khác mà chương trình không biết ({version}). Không có gì thay đổi.',
  'error.backup.is-school-export':
    'Đây là tệp xuất của một trường, không phải bản sao lưu. Hãy dùng: caitien school import TỆP',
  'error.backup.is-backup': 'Đây là bản sao lưu, không phải tệp xuất của một trường. Hãy dùng: caitien restore TỆP',
  'error.backup.not-empty':
    'Hệ thống đang có {schools} trường và {people} tài khoản nên không khôi phục đè lên. Không có gì thay đổi. Muốn thay toàn bộ, thêm --replace.',
  'error.backup.in-use':
    'Đang có {others} kết nối tới cơ sở dữ liệu. Hãy dừng Cải Tiến rồi khôi phục lại. Không có gì thay đổi.',
  'error.backup.already-running': 'Một bản sao lưu khác đang được tạo. Hãy đợi bản đó xong.',
  'error.backup.not-found': 'Không còn bản sao lưu này. Hãy mở lại trang để xem danh sách mới.',
  'error.backup.failed': 'Sao lưu không xong vì trục trặc ngoài dự tính. Dữ liệu đang dùng không bị ảnh hưởng.',
  'error.backup.already-shared':
    'Máy chủ này có nhiều trường, nên bản sao lưu chung chỉ người quản trị máy chủ lấy được. Hãy dùng “Xuất dữ liệu của trường”.',
  'error.backup.school-already-there': 'Trường “{school}” đã có trên máy chủ này. Không có gì thay đổi.',
  'error.backup.no-answer':
    'Cải Tiến đang chạy nhưng không trả lời. Hãy thử lại, hoặc dừng Cải Tiến rồi chạy lại lệnh.',
  'error.backup.name-the-school':
    'Máy chủ có {schools} trường. Hãy nêu một trường bằng --school MÃ (xem: caitien audit verify).',
} as const;
