import type { CheckRule } from './check-rule.ts';
import { quoted } from './quoted.ts';

/** Only what is wrong wherever it stands; variants that are merely older (qui định, lý/lí) are not listed. */
const MISSPELLINGS: Readonly<Record<string, string>> = {
  'sỉ số': 'sĩ số',
  'bác sỉ': 'bác sĩ',
  'sử lý': 'xử lý',
  'sử lí': 'xử lí',
  'sử phạt': 'xử phạt',
  'xữ lý': 'xử lý',
  'qui chế': 'quy chế',
  'quy chê': 'quy chế',
  'bổ xung': 'bổ sung',
  'xắp xếp': 'sắp xếp',
  'sắp sếp': 'sắp xếp',
  'sát nhập': 'sáp nhập',
  'cọ sát': 'cọ xát',
  'chuẩn đoán': 'chẩn đoán',
  'xúc tích': 'súc tích',
  'tựu chung': 'tựu trung',
  'thăm quan': 'tham quan',
  nghành: 'ngành',
  'tuyên tuyền': 'tuyên truyền',
  'tay nạn': 'tai nạn',
  'mội dung': 'nội dung',
  'nội dụng': 'nội dung',
  'hoc sinh': 'học sinh',
  'giáo viện': 'giáo viên',
  'gíao viên': 'giáo viên',
  'giáo duc': 'giáo dục',
  'chất lưọng': 'chất lượng',
  'chất lựơng': 'chất lượng',
  'hiệu trường trình': 'hiệu trưởng trình',
  'hiệu truởng': 'hiệu trưởng',
  'đánh gía': 'đánh giá',
  'kiễm tra': 'kiểm tra',
  'kiểm đinh': 'kiểm định',
  'kế hoach': 'kế hoạch',
  'kê hoạch': 'kế hoạch',
  'thưc hiện': 'thực hiện',
  'thực hiên': 'thực hiện',
  'trách nhiêm': 'trách nhiệm',
  'phu huynh': 'phụ huynh',
  'đãm bảo': 'đảm bảo',
  'bảo đãm': 'bảo đảm',
  'cũng cố': 'củng cố',
  'nổ lực': 'nỗ lực',
  'kỹ luật': 'kỷ luật',
  'kỷ năng': 'kỹ năng',
  'kỷ thuật': 'kỹ thuật',
  'lảnh đạo': 'lãnh đạo',
  'hổ trợ': 'hỗ trợ',
  'chia sẽ': 'chia sẻ',
  'đột suất': 'đột xuất',
  'suất sắc': 'xuất sắc',
  'xuất xắc': 'xuất sắc',
  'suất xắc': 'xuất sắc',
  'thiếu xót': 'thiếu sót',
  'sai xót': 'sai sót',
  'trao dồi': 'trau dồi',
  'chau dồi': 'trau dồi',
  'xử dụng': 'sử dụng',
  'sử dung': 'sử dụng',
  'xơ kết': 'sơ kết',
  'giảng dậy': 'giảng dạy',
  'cập nhập': 'cập nhật',
  'chỉnh chu': 'chỉn chu',
  'giúp đở': 'giúp đỡ',
  'sửa chửa': 'sửa chữa',
  'sữa chữa': 'sửa chữa',
  'sữa chửa': 'sửa chữa',
  'bồi dưởng': 'bồi dưỡng',
  'nuôi dưởng': 'nuôi dưỡng',
  'hướng dẩn': 'hướng dẫn',
  'mẩu giáo': 'mẫu giáo',
  'giữ vửng': 'giữ vững',
  'giử vững': 'giữ vững',
  'mỡ rộng': 'mở rộng',
  'cơ sỡ': 'cơ sở',
  'triễn khai': 'triển khai',
  'phát triễn': 'phát triển',
  'đẫy mạnh': 'đẩy mạnh',
  'đãy mạnh': 'đẩy mạnh',
  'bão vệ': 'bảo vệ',
  'bão đảm': 'bảo đảm',
  'đảm bão': 'đảm bảo',
  'chuẫn bị': 'chuẩn bị',
  'tiêu chuẫn': 'tiêu chuẩn',
  'trãi nghiệm': 'trải nghiệm',
  'khuông viên': 'khuôn viên',
  'khuân viên': 'khuôn viên',
  'rỏ ràng': 'rõ ràng',
  'dể dàng': 'dễ dàng',
  'đầy đũ': 'đầy đủ',
  'củng như': 'cũng như',
  'kỷ sư': 'kỹ sư',
  'kỹ niệm': 'kỷ niệm',
  'kỹ cương': 'kỷ cương',
  'khen thưỡng': 'khen thưởng',
  'hiệu trưỡng': 'hiệu trưởng',
  'tổ trưỡng': 'tổ trưởng',
  'khắt phục': 'khắc phục',
  'xắp sếp': 'sắp xếp',
  'chất luợng': 'chất lượng',
  'truờng học': 'trường học',
  'nhà truờng': 'nhà trường',
  internext: 'Internet',
};

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{M}]|lịch |phân )(?:${Object.keys(MISSPELLINGS).join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);

/** Without case and edges, to pass over most lines quickly. */
const ANY = new RegExp(Object.keys(MISSPELLINGS).join('|'));

export const misspelling: CheckRule = {
  id: 'misspelling',
  severity: 'hint',
  title: { vi: 'Lỗi chính tả thường gặp', en: 'Common misspelling' },
  explanation: {
    vi: 'Từ viết sai chính tả thường gặp trong hồ sơ nhà trường. Danh sách chỉ gồm những từ sai ở mọi ngữ cảnh.',
    en: 'A misspelling that is common in school documents; the list holds only what is wrong everywhere.',
  },
  example: 'duy trì sỉ số, sử lý rác thải',
  check: ({ passages }) =>
    passages
      .filter(({ lower }) => ANY.test(lower))
      .flatMap((passage) =>
        [...new Set(passage.text.match(PATTERN))].map((wrong) => {
          const right = MISSPELLINGS[wrong.toLowerCase()] ?? '';
          const suggestion = startsUpper(wrong) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
          return { where: passage.at(wrong), message: `${quoted(wrong)} viết sai chính tả.`, suggestion };
        }),
      ),
};

function startsUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
