import { vietnamClock } from '#core/kernel/vietnam-time.ts';

export interface ExportIndex {
  school: string;
  at: Date;
  plans: { title: string; year: string; rows: number; folder: string; issued: string[] }[];
  uploads: { name: string; path: string | null }[];
  entries: number;
}

/** The page that opens the archive without any program of ours: what is where, in the words of a school. */
export function exportIndexHtml(index: ExportIndex): string {
  const plans = index.plans.map(
    ({ title, year, rows, folder, issued }) => `<tr><td>${escape(title)}</td><td>${escape(year)}</td><td>${rows}</td>
<td>${[link(`${folder}/ke-hoach.docx`, 'Word'), link(`${folder}/ke-hoach.xlsx`, 'Excel'), link(`${folder}/ke-hoach.json`, 'dữ liệu'), ...issued.map((path) => link(path, path.slice(path.lastIndexOf('/') + 1)))].join(' · ')}</td></tr>`,
  );
  const uploads = index.uploads.map(
    ({ name, path }) =>
      `<li>${path === null ? `${escape(name)} <em>(tệp không còn trên máy chủ khi xuất)</em>` : link(path, name)}</li>`,
  );
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(index.school)}: dữ liệu từ Cải Tiến</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c2426; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #b8c0c2; padding: .4rem .6rem; text-align: left; vertical-align: top; }
a { color: #0a5c63; }
</style>
<h1>${escape(index.school)}</h1>
<p>Toàn bộ dữ liệu của trường trong Cải Tiến, lúc ${vietnamClock(index.at).slice(0, 16)}. Mở được mà không cần phần mềm nào của hệ thống.</p>
<h2>Kế hoạch (${index.plans.length})</h2>
<table><thead><tr><th>Tên</th><th>Năm học</th><th>Hạng mục</th><th>Tệp</th></tr></thead><tbody>
${plans.join('\n')}
</tbody></table>
<h2>Tệp đã tải lên (${index.uploads.length})</h2>
<ul>
${uploads.join('\n')}
</ul>
<h2>Lịch sử</h2>
<p>${index.entries} việc đã làm: ${link('lich-su/nhat-ky.xlsx', 'bảng Excel')} · ${link('lich-su/nhat-ky.jsonl', 'dữ liệu, kèm mã kiểm tra')}.</p>
<h2>Đưa sang máy chủ khác</h2>
<p>Người quản trị máy chủ mới chạy: <code>caitien school import TÊN-TỆP.zip</code>. Thư mục <code>du-lieu</code> dành cho việc này; mật khẩu không có trong tệp, mỗi người được đặt mật khẩu mới. <code>manifest.json</code> ghi mã kiểm tra SHA-256 của từng tệp.</p>
</html>
`;
}

function link(path: string, words: string): string {
  const address = path.split('/').map(encodeURIComponent).join('/');
  return `<a href="${escape(address)}">${escape(words)}</a>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
