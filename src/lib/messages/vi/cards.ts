/** Cards to sign in with. */
export const cards = {
  'cards.title': 'Thẻ đăng nhập',
  'cards.lead':
    'Thẻ giấy có hình QR và mã số, cho người không muốn nhớ mật khẩu. Chọn người, in, cắt rời. Mất thẻ thì thu hồi, thẻ không mở được nữa.',
  'cards.choose': 'Chọn {name}',
  'cards.state': 'Thẻ',
  'cards.none': 'Chưa có',
  'cards.validUntil': 'Dùng được đến {date}',
  'cards.lastUsed': 'dùng gần nhất {moment}',
  'cards.neverUsed': 'chưa dùng lần nào',
  'cards.withdraw': 'Thu hồi',
  'cards.withdrawNamed': 'Thu hồi thẻ của {name}',
  'cards.withdrawn': 'Đã thu hồi thẻ.',
  'cards.days': 'Thẻ mới dùng được trong',
  'cards.dayCount': '{count} ngày',
  'cards.replaces': 'Ai đã có thẻ mà được in thẻ mới thì thẻ cũ bị thu hồi.',
  'cards.without': 'Và mọi người chưa có thẻ',
  'cards.print': 'Làm thẻ để in',
  'cards.chooseSomebody': 'Hãy chọn ít nhất một người.',
  'cards.ready': '{count} thẻ đã sẵn sàng để in',
  'cards.readyLead':
    'In trang này ngay (Ctrl + P): mã trên thẻ không lưu lại ở đâu và không xem lại được. Ai cầm thẻ là vào được, hãy giữ như chìa khoá.',
  'cards.printNow': 'In thẻ',
  'cards.onlyHere':
    'Hình QR trên các thẻ này chỉ mở được trên chính máy này, vì bạn đang mở hệ thống bằng địa chỉ {origin}. Mã số thì dùng được ở mọi máy. Muốn QR mở được trên điện thoại, hãy mở trang bằng địa chỉ mạng của máy chủ rồi làm thẻ.',
  'cards.card': 'Thẻ đăng nhập',
  'cards.code': 'Mã thẻ',
  'cards.howTo': 'Quét hình, hoặc mở {address} rồi gõ mã.',
  'cards.until': 'Đến {date}',
  'cards.qr': 'Hình QR để đăng nhập',
  'cardEntry.title': 'Vào bằng thẻ',
  'cardEntry.lead': 'Gõ 16 chữ số ở dòng “Mã thẻ” trên thẻ giấy của bạn.',
  'cardEntry.scanned': 'Đã đọc được thẻ. Bấm nút để vào.',
  'cardEntry.submit': 'Vào',
  'cardEntry.link': 'Vào bằng thẻ giấy',
  'cardEntry.password': 'Vào bằng mật khẩu',
  'error.identity.wrong-card':
    'Mã thẻ không đúng, hoặc thẻ đã hết hạn hay bị thu hồi. Hãy xem lại từng số; nếu vẫn không được, nhờ hiệu trưởng in thẻ mới.',
  'error.identity.card.not-found': 'Người này không có thẻ nào đang dùng được.',
  'error.identity.second-factor-needed':
    'Tài khoản này dùng xác thực hai bước nên không vào bằng thẻ được. Hãy đăng nhập bằng mật khẩu.',
} as const;
