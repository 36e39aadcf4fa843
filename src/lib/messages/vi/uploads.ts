/** Bringing files and what became of each; `error.document.*` are the sentences of reading. */
export const uploads = {
  'uploads.menu': 'Tải lên',
  'uploads.title': 'Tải kế hoạch lên',
  'uploads.lead':
    'Chọn một hay nhiều tệp, của một hay nhiều năm. Tệp gốc luôn được giữ nguyên; bản đọc được đặt cạnh bản gốc để bạn xem lại.',
  'uploads.chosenNone': 'Chưa chọn tệp nào; cũng có thể kéo tệp thả vào đây.',
  'uploads.chooseLabel': 'Tệp kế hoạch cải tiến chất lượng',
  'uploads.formats':
    'Word, PDF, Excel, trang web đã lưu, tệp chữ, hoặc ảnh chụp; mỗi tệp không quá {megabytes}\u00A0MB.',
  'uploads.send': 'Tải lên và đọc',
  'uploads.none': 'Hãy chọn ít nhất một tệp rồi bấm “Tải lên và đọc”.',
  'uploads.list': 'Các tệp đã tải lên',
  'uploads.emptyTitle': 'Chưa có tệp nào',
  'uploads.empty': 'Bắt đầu bằng kế hoạch cải tiến chất lượng của năm học trước, đúng như tệp đang có.',
  'uploads.refresh': 'Xem tiến độ mới nhất',
  'uploads.leave': 'Bạn có thể rời trang này; việc đọc vẫn tiếp tục và kết quả nằm lại đây.',
  'uploads.older': 'Các tệp cũ hơn',
  'uploads.newest': 'Về các tệp mới nhất',
  'uploads.sending': 'Đang gửi {percent}%',
  'uploads.sendingFailed':
    'Chưa gửi được “{name}”. Hãy kiểm tra mạng rồi chọn lại tệp này; các tệp khác không bị ảnh hưởng.',
  'uploads.waiting': 'Đã nhận, chờ đến lượt đọc',
  'uploads.step.open': 'Đang mở tệp',
  'uploads.step.page': 'Trang {done}/{total}',
  'uploads.step.pageUnknown': 'Đang đọc trang {done}',
  'uploads.step.picture': 'Đang nhận chữ trong ảnh',
  'uploads.step.convert': 'Đang chuyển sang dạng đọc được',
  'uploads.step.recognise': 'Đang xếp thành hạng mục',
  'uploads.stateReading': 'Đang đọc',
  'uploads.stateReview': 'Chờ xem lại',
  'uploads.stateAccepted': 'Đã nhận',
  'uploads.stateFailed': 'Không đọc được',
  'uploads.stateOther': 'Không phải kế hoạch',
  'uploads.stateDiscarded': 'Đã bỏ bản đọc',
  'uploads.items': '{count} hạng mục',
  'uploads.noItems': 'Không thấy hạng mục nào',
  'uploads.unread': '{count} chỗ chưa đọc được',
  'uploads.allRead': 'đã đọc hết',
  'uploads.review': 'Xem lại',
  'uploads.openPlan': 'Mở kế hoạch',
  'uploads.readAgain': 'Đọc lại',
  'uploads.original': 'Tệp gốc',
  'uploads.other.self-assessment-report': 'Đây là báo cáo tự đánh giá, không phải kế hoạch cải tiến.',
  'uploads.other.external-evaluation-report': 'Đây là báo cáo đánh giá ngoài, không phải kế hoạch cải tiến.',
  'uploads.other.result-notice': 'Đây là thông báo kết quả đánh giá ngoài, không phải kế hoạch cải tiến.',
  'uploads.other.other': 'Văn bản này không phải kế hoạch cải tiến chất lượng.',
  'uploads.otherKept':
    'Tệp được giữ lại nhưng không đưa vào bảng kế hoạch. Nếu đây đúng là kế hoạch, hãy lập kế hoạch mới và chép nội dung vào.',
  'uploads.legacy': 'Văn bản theo bộ tiêu chí trước năm 2018; tiêu chí được giữ như trong tệp, không quy đổi.',
  'error.upload.not-found': 'Không có tệp này trong trường của bạn. Có thể địa chỉ gõ nhầm.',
  'error.upload.not-a-plan': 'Tệp này không phải kế hoạch cải tiến nên không lập được bản đọc. Tệp gốc vẫn còn.',
  'error.document.empty': 'Tệp rỗng, không có gì để đọc. Hãy mở tệp trên máy để kiểm tra rồi tải lại.',
  'error.document.too-large':
    'Tệp lớn hơn {megabytes}\u00A0MB nên không nhận được. Hãy giảm cỡ ảnh trong tệp hoặc tách thành nhiều tệp.',
  'error.document.too-many-pages':
    'Tệp có {pages} trang, nhiều hơn {limit} trang mà hệ thống đọc được. Hãy tách lấy phần kế hoạch rồi tải lại.',
  'error.document.too-many-pixels': 'Ảnh trong tệp quá lớn. Hãy giảm cỡ ảnh hoặc quét lại ở 300 điểm rồi tải lại.',
  'error.document.no-text':
    'Không tìm thấy dòng chữ nào trong ảnh. Nếu đây là bản quét văn bản, hãy quét lại cho rõ, đúng chiều, ở 300 điểm rồi tải lại.',
  'error.document.encrypted': 'Tệp có mật khẩu nên không mở được. Hãy bỏ mật khẩu rồi tải lại.',
  'error.document.corrupted':
    'Tệp bị hỏng hoặc chưa tải xong nên không đọc được. Hãy mở bằng Word hay Excel, lưu thành tệp mới rồi tải lại.',
  'error.document.wrong-type':
    'Tên tệp ghi “.{extension}” nhưng bên trong không phải vậy. Hãy mở tệp, lưu đúng dạng rồi tải lại.',
  'error.document.unsupported':
    'Hệ thống chưa đọc được loại tệp này. Hãy lưu thành Word (.docx), PDF, Excel (.xlsx) hoặc trang web rồi tải lại.',
  'error.document.zip-bomb': 'Tệp nén chứa dữ liệu lớn bất thường nên không được mở. Hãy lưu lại thành tệp mới.',
  'error.document.timeout':
    'Đọc quá lâu mà chưa xong nên đã dừng; có thể máy đang bận. Hãy đọc lại một lần nữa; vẫn không được thì tách tệp nhỏ hơn.',
  'error.document.out-of-memory': 'Tệp cần quá nhiều bộ nhớ nên đã dừng. Hãy tách tệp nhỏ hơn rồi tải lại.',
  'error.document.writer-failed': 'Chưa in được bản PDF. Thử lại; nếu vẫn không được, tải bản Word.',
  'error.document.writer-out-of-memory': 'Bản PDF cần quá nhiều bộ nhớ nên đã dừng. Hãy tải bản Word.',
  'error.document.writer-timeout': 'Bản PDF in quá lâu nên đã dừng. Thử lại, hoặc tải bản Word.',
  'error.document.reader-failed':
    'Không đọc được tệp này vì trục trặc ngoài dự tính. Tệp gốc vẫn được giữ; hãy thử lưu thành dạng khác.',
  'error.upload.not-worth-reading-again':
    'Đọc lại tệp này cũng không khác. Hãy sửa tệp theo lời nhắc rồi tải lên lần nữa.',
  'error.document.cancelled': 'Việc đọc đã dừng giữa chừng. Hãy tải lại tệp.',
  'error.document.legacy-encoding':
    'Chữ trong tệp dùng bảng mã cũ (TCVN3, VNI) nên không đọc được. Hãy chuyển sang Unicode rồi tải lại.',
  'error.document.needs-libreoffice':
    'Máy này chưa có LibreOffice để đọc tệp .{format}. Hãy lưu thành .{instead} rồi tải lại, hoặc nhờ người quản trị cài LibreOffice rồi đọc lại.',
  'error.files.disk-full': 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được tệp. Hãy báo người quản trị.',
  'error.files.unwritable': 'Máy chủ không ghi được tệp. Hãy báo người quản trị.',
  'error.files.missing': 'Không tìm thấy tệp gốc trên máy chủ. Hãy báo người quản trị.',
  'error.files.damaged': 'Tệp gốc trên máy chủ đã bị hỏng. Hãy báo người quản trị.',
} as const;
