import type { SameKeys } from '../message.ts';
import type { staffList as vi } from '../vi/staff-list.ts';

export const staffList: SameKeys<typeof vi> = {
  'staff.import': 'Import a list',
  'staff.title': 'Import the staff list',
  'staff.lead':
    'From the Excel, CSV, Word or PDF file that the school has. See what would happen to each person first; the same list again adds nobody.',
  'staff.file': 'File with the list',
  'staff.fileHint':
    'The head of the table has “Họ và tên”; the columns Chức vụ, Tổ, Điện thoại, Tên đăng nhập, Vai trò may be there or not, in any order. At most 4 MB.',
  'staff.look': 'Preview',
  'staff.byPhone': 'New people without a username in the list sign in by their telephone number',
  'staff.sample': 'Download a sample file (Excel)',
  'staff.noFile': 'Choose the file with the list.',
  'staff.noTable':
    'There is no table with a column “Họ và tên” in this file; nobody was added. Look at the head of the table, or use the sample file.',
  'staff.tooMany': 'The list has more than {most} people. Split it into several files.',
  'staff.preview': 'Preview: {name}',
  'staff.summary': 'Adds {add}, changes {change}, {same} are right already, {problem|row has|rows have} a problem.',
  'staff.nothing': 'This list changes nothing.',
  'staff.row': 'Row',
  'staff.what': 'What happens',
  'staff.team': 'Team',
  'staff.add': 'Add',
  'staff.change': 'Change: {fields}',
  'staff.same': 'Right already',
  'staff.problem': 'Not accepted',
  'staff.sameName':
    'Somebody of the same name has another telephone. If it is one person, make the telephones agree first.',
  'staff.unknownColumns': 'Columns that are not used: {columns}',
  'staff.leftOut': 'Rows that are nobody: {rows}',
  'staff.problemRow': 'Row {row}, {name}: {problem}',
  'staff.leaveOut': 'Leave out the {count|row|rows} with a problem and accept the others',
  'staff.accept': 'Accept the list',
  'staff.otherFile': 'Choose another file',
  'staff.changed':
    'While you were looking, the people of the school changed. Nothing was written. Look again, then accept.',
  'staff.mustLeaveOut': 'Some rows cannot be accepted. Mend the file, or tick that they are left out.',
  'staff.done': 'The list is accepted',
  'staff.doneLead': 'Added {add}, changed {change}.',
  'staff.passwords': 'One-time passwords',
  'staff.print': 'Print to cut apart',
  'staff.howTo': 'Sign in at {address} and choose a password of your own.',
  'staff.passwordsLead':
    'Print this page now: the passwords are shown once, work for 14 days and must be changed at the first sign-in.',
  'staff.field.displayName': 'name',
  'staff.field.username': 'username',
  'staff.field.jobTitle': 'position',
  'staff.field.team': 'team',
  'staff.field.phone': 'telephone',
  'staff.field.role': 'role',
  'field.row.twice': 'This person is in a row above already. If they are two of one name, give telephone or username.',
  'field.row.several': 'Several people of the school have this name. Give username or telephone.',
};
