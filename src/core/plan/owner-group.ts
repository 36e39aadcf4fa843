import { remember } from '#core/kernel/remember.ts';
import { squash } from '#core/kernel/text.ts';
import { ownerForm } from './owner-known.ts';

/** Groups of a school begin so: "Tổ Khoa học tự nhiên", "Nhóm Tiếng Anh". With tones: "tổ chức …" is done, "bản đồ" is a thing; a scan may mistake the tone of "tổ". */
const GROUP =
  /^(?:(?:các|toàn thể|tất cả|toàn bộ|tập thể) )*(?:t[ổốồỗ] (?!ch[ứừ]c )|nhóm (?!hàng )|đội (?!ngũ )|bộ phận |ban |hội (?!nghị|thảo|thi |họp)|chi hội |chi đoàn |câu lạc bộ |clb |phòng (?=công nghệ|tuyển sinh|truyền thông|nhân sự|y tế|tư vấn|chất lượng|hỗ trợ|học vụ|hành chính|tổ chức|đào tạo|giáo vụ|công tác|quản l[ýí]|kế hoạch|tài vụ|tài chính|kế toán|nghiệp vụ|khảo thí|nội vụ|kinh tế)|khối |lớp |trung tâm |trạm |công an |quỹ |đơn vị (?!tính)|công ty |nhà thầu|nhà tài trợ|doanh nghiệp|chuyên gia|báo cáo viên|mạnh thường quân)/iu;
/** What stands without a name behind it. */
const ALONE =
  /^(?:(?:các|toàn thể|tất cả|toàn bộ) )+(?:lớp|khối|đội|nhóm|hội|tổ|bộ phận|đơn vị|đoàn thể|học sinh|phụ huynh)$/iu;
/** "Giáo viên Toán", "GV dạy Ngữ văn", "Giáo viên thỉnh giảng": told apart from what else may follow by what they teach. */
const TEACHER = /^(?:cac |nhom )?(?:giao vien|gv)(?: day| bo mon| mon)* /;
const TAUGHT =
  /^(?:toan|ngu van|van|tieng|ngoai ngu|tin|vat li|vat ly|hoa|sinh|su|lich su|dia|cong nghe|am nhac|my thuat|mi thuat|nghe thuat|the duc|the chat|gdtc|gdcd|gdqp|giao duc|khoa hoc|khtn|khxh|dao duc|quoc phong|kinh te|thinh giang|hop dong|nuoi duong|tu van)(?: |$)/;
const LONGEST = 7;

/** Whether a typed name is that of a group inside a school, though no school has to have it. */
export const namesGroup = remember((name: string): boolean => {
  const typed = squash(name);
  if (ALONE.test(typed)) return true;
  const form = ownerForm(name);
  if (form.split(' ').length > LONGEST) return false;
  const teacher = TEACHER.exec(form);
  return GROUP.test(typed) || (teacher !== null && TAUGHT.test(form.slice(teacher[0].length)));
});
