import type { CellObject } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

const HEADS = ['STT', 'Họ và tên', 'Chức vụ', 'Tổ', 'Điện thoại', 'Tên đăng nhập'];

/** People who do not exist. */
const PEOPLE = [
  ['1', 'Trần Thị Thí Dụ', 'Phó hiệu trưởng', 'Ban giám hiệu', '0900000001', ''],
  ['2', 'Lê Thị Ví Dụ', 'Giáo viên', 'Tổ Lá', '0900000002', ''],
  ['3', 'Phạm Văn Mẫu', 'Kế toán', 'Tổ văn phòng', '0900000003', 'ketoan'],
];

/** A staff list to fill in: one person a row, telephones as text so that Excel keeps their first zero. */
export async function writeStaffSample(): Promise<Uint8Array> {
  const cell = (value: string, rest: Partial<CellObject> = {}): CellObject => ({
    value,
    type: String,
    format: '@',
    ...rest,
  });
  const rows = [
    HEADS.map((head) => cell(head, { fontWeight: 'bold' })),
    ...PEOPLE.map((row) => row.map((text) => cell(text))),
  ];
  const columns = [6, 30, 26, 22, 16, 18].map((width) => ({ width }));
  const file = writeXlsxFile([{ sheet: 'Danh sách', data: rows, columns }], {
    fontFamily: 'Times New Roman',
    fontSize: 12,
  });
  return new Uint8Array(await file.toBuffer());
}
