/** Sentences of the script of the document page (`src/islands/document-page`): an area of its own, so that the browser gets nothing else. */
export const liveParts = {
  'liveParts.somebody': 'Người khác',
  'liveParts.changed': '{name} vừa sửa: {parts}.',
  'liveParts.added': 'thêm {section}',
  'liveParts.removed': 'xoá {section}',
  'liveParts.theirs':
    '{name} vừa lưu phần này như sau. Chữ bạn đang gõ vẫn còn nguyên; hãy chọn một bản, hoặc ghép vào ô của bạn.',
  'liveParts.takeTheirs': 'Lấy bản kia',
  'liveParts.keepMine': 'Giữ bản của tôi',
  'liveParts.blank': '(để trống)',
  'liveParts.lost': '{name} vừa xoá mục này. Chữ bạn gõ vẫn còn ở đây, chưa được lưu; hãy chép sang mục khác nếu cần.',
  'liveParts.dropMine': 'Bỏ chữ của tôi',
  'liveParts.bases': 'danh sách căn cứ',
  'liveParts.show': 'Hiện ra',
  'liveParts.here': '{names} đang ở phần này',
  'liveParts.atTable': 'bảng hạng mục',
  'liveParts.others': 'và {count} người khác',
  'liveParts.locked': 'Kế hoạch vừa chuyển bước, không lưu ở đây được nữa. Chữ chưa lưu còn giữ trên máy này.',
  'liveParts.signedOut':
    'Phiên làm việc đã hết. Chữ chưa lưu còn giữ trên máy này; hãy đăng nhập lại rồi mở lại trang này.',
  'liveParts.notAllowed': 'Bạn không còn được xem kế hoạch này.',
} as const;
