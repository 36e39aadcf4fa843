import { AppError } from '#core/kernel/app-error.ts';

type Words = Readonly<Record<'vi' | 'en', string>>;

/** What went wrong before there was a page to say it on. `{name}` is filled from the details of the error. */
const WORDS: Readonly<Record<string, Words>> = {
  'config.invalid': {
    vi: 'Cấu hình sai – {problems}',
    en: 'Wrong settings – {problems}',
  },
  'web.port-taken': {
    vi: 'Cổng {port} đang được chương trình khác dùng. Hãy tắt chương trình đó, hoặc chạy bằng cổng khác: PORT=3001 npm start',
    en: 'Port {port} is used by another program. Stop it, or take another port: PORT=3001 npm start',
  },
  'web.port-refused': {
    vi: 'Không được phép mở cổng {port}. Hãy dùng cổng từ 1024 trở lên: PORT=3000 npm start',
    en: 'Not allowed to open port {port}. Take one from 1024 up: PORT=3000 npm start',
  },
  'data.in-use': {
    vi: 'Thư mục dữ liệu {directory} đang được một Cải Tiến khác dùng (tiến trình {pid}). Hãy tắt nó trước, hoặc đặt CAITIEN_DATA sang thư mục khác.',
    en: 'The data directory {directory} is in use by another Cải Tiến (process {pid}). Stop that one first, or set CAITIEN_DATA to another directory.',
  },
  'data.unwritable': {
    vi: 'Không ghi được vào thư mục dữ liệu {directory}. Hãy cấp quyền ghi, hoặc đặt CAITIEN_DATA sang thư mục khác.',
    en: 'Cannot write to the data directory {directory}. Allow writing there, or set CAITIEN_DATA to another directory.',
  },
  'data.disk-full': {
    vi: 'Ổ đĩa chứa {directory} đã đầy. Hãy giải phóng vài trăm MB rồi chạy lại; dữ liệu đã lưu vẫn còn nguyên.',
    en: 'The disk that holds {directory} is full. Free some hundred MB and start again; what was saved is still there.',
  },
  'database.disk-full': {
    vi: 'Ổ đĩa chứa cơ sở dữ liệu đã đầy nên chưa làm xong; những gì đã lưu vẫn còn nguyên. Hãy giải phóng vài trăm MB rồi chạy lại.',
    en: 'The disk that holds the database is full, so this was not done; what was saved is still there. Free some hundred MB and run it again.',
  },
  'data.unreachable': {
    vi: 'Người dùng chạy cơ sở dữ liệu không vào được {directory}. Hãy chạy không bằng root, hoặc đặt CAITIEN_DATA ra ngoài thư mục riêng của root.',
    en: 'The user that runs the database cannot get into {directory}. Start without root, or set CAITIEN_DATA outside the private directory of root.',
  },
  'database.no-binaries': {
    vi: 'Chưa có PostgreSQL kèm theo cho {platform}. Hãy chạy lại npm ci, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL 18.',
    en: 'No PostgreSQL is included for {platform}. Run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server.',
  },
  'database.cannot-run-here': {
    vi: 'PostgreSQL kèm theo không chạy được trên hệ thống này. Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 18.',
    en: 'The included PostgreSQL does not run on this system. Set DATABASE_URL to a PostgreSQL 18 server.',
  },
  'database.no-user-to-run-as': {
    vi: 'PostgreSQL không chạy bằng root và máy này không có người dùng postgres hay nobody. Hãy chạy bằng người dùng thường.',
    en: 'PostgreSQL does not run as root, and there is no user postgres or nobody here. Start as an ordinary user.',
  },
  'database.other-version': {
    vi: 'Dữ liệu trong {directory} thuộc phiên bản PostgreSQL khác. Hãy dùng bản Cải Tiến đã tạo ra nó để sao lưu, rồi khôi phục ở đây.',
    en: 'The data in {directory} belongs to another version of PostgreSQL. Back it up with the Cải Tiến that made it, then restore it here.',
  },
  'database.start-failed': {
    vi: 'Cơ sở dữ liệu không khởi động được. Xem tệp postgres.log trong thư mục dữ liệu.',
    en: 'The database did not start. See postgres.log in the data directory.',
  },
  'database.unreachable': {
    vi: 'Không kết nối được tới máy chủ trong DATABASE_URL: {reason}',
    en: 'Cannot connect to the server in DATABASE_URL: {reason}',
  },
  'database.migration-altered': {
    vi: 'Tệp migrations/{name}.sql đã bị sửa sau khi áp dụng. Hãy lấy lại tệp gốc.',
    en: 'migrations/{name}.sql was changed after it had been applied. Restore the original file.',
  },
  'database.migration-missing': {
    vi: 'Cơ sở dữ liệu mới hơn chương trình này: thiếu migrations/{name}.sql. Hãy cập nhật chương trình.',
    en: 'The database is newer than this program: migrations/{name}.sql is missing. Update the program.',
  },
  'database.migration-late': {
    vi: 'migrations/{name}.sql đứng trước một tệp đã áp dụng. Hãy đánh số lại.',
    en: 'migrations/{name}.sql sorts before one that is already applied. Give it a later number.',
  },
  'database.migration-invalid': {
    vi: 'migrations/{name} không đúng quy cách (NNNN-ten.sql, mỗi bước bắt đầu bằng "-- step").',
    en: 'migrations/{name} is not well formed (NNNN-name.sql, each step begins with "-- step").',
  },
  'web.not-built': {
    vi: 'Chưa có bản dựng của giao diện. Hãy chạy npm start.',
    en: 'The interface has not been built. Run npm start.',
  },
};

/** The sentence for an error while starting, or null when it is not one that a person can act on. */
export function startSentence(error: unknown, locale: 'vi' | 'en'): string | null {
  if (!(error instanceof AppError)) return null;
  const words = WORDS[error.code]?.[locale];
  return words?.replace(/\{(\w+)\}/g, (_all, name: string) => String(error.details[name] ?? '?')) ?? null;
}

/** Codes that have words, for the test that holds them complete. */
export const START_CODES: readonly string[] = Object.keys(WORDS);
