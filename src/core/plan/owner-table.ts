/** A post (one person holds it), a group inside the school, a body (council, organisation, authority), or a named person. */
export type OwnerKind = 'post' | 'group' | 'body' | 'person';

export interface OwnerEntry {
  key: string;
  label: string;
  kind: OwnerKind;
  /** Other ways to write it, without tones, in lower case, hyphens and dots as blanks. The label counts by itself. */
  aliases: string[];
}

/** Posts, groups and bodies that plans of schools name, with their usual abbreviations. */
export const OWNERS: readonly OwnerEntry[] = [
  entry(
    'leadership',
    'Ban giám hiệu',
    'group',
    'bgh|ban lanh dao|lanh dao nha truong|lanh dao truong|ban giam hieu nha truong|ban giam doc|lanh dao',
  ),
  entry(
    'principal',
    'Hiệu trưởng',
    'post',
    'ht|hieu truong nha truong|hieu truong truong|thu truong don vi|giam doc|dc hieu truong',
  ),
  entry(
    'deputy-principal',
    'Phó hiệu trưởng',
    'post',
    'pht|p ht|p hieu truong|pho ht|cac pho hieu truong|hieu pho|pho hieu truong nha truong|phht|pho giam doc|pho hieu truong chuyen mon|pht chuyen mon|pho hieu truong phu trach chuyen mon',
  ),
  entry('managers', 'Cán bộ quản lý', 'group', 'cbql|can bo quan li|cac can bo quan ly'),
  entry('school', 'Nhà trường', 'body', 'truong|toan truong|don vi'),
  entry('school-board', 'Hội đồng trường', 'body', 'hdt|hoi dong truong nha truong'),
  entry('board-chair', 'Chủ tịch Hội đồng trường', 'post', 'chu tich hdt|ct hoi dong truong'),
  entry('council', 'Hội đồng tự đánh giá', 'body', 'hd tu danh gia|hd tdg|hdtdg|hoi dong tdg'),
  entry(
    'council-chair',
    'Chủ tịch Hội đồng tự đánh giá',
    'post',
    'chu tich hoi dong|chu tich hd tdg|chu tich hdtdg|chu tich hoi dong tdg',
  ),
  entry(
    'council-members',
    'Các thành viên Hội đồng tự đánh giá',
    'group',
    'cac thanh vien cua hoi dong tu danh gia|thanh vien hoi dong tu danh gia|thanh vien hd tdg|cac thanh vien hoi dong|cac thanh vien hd tdg|thanh vien hoi dong',
  ),
  entry('secretariat', 'Nhóm thư ký', 'group', 'to thu ky|ban thu ky|nhom thu ki'),
  entry(
    'secretary',
    'Thư ký hội đồng',
    'post',
    'thu ky|thu ki|thu ky hoi dong truong|thu ky hoi dong tu danh gia|tkhd',
  ),
  entry(
    'working-group',
    'Nhóm công tác',
    'group',
    'cac nhom cong tac|nhom chuyen trach|cac nhom chuyen trach|cac nhom',
  ),
  entry(
    'monitoring-team',
    'Tổ giám sát',
    'group',
    'to giam sat ke hoach cai tien chat luong|ban giam sat|to kiem tra|to giam sat ke hoach',
  ),
  entry(
    'subject-teams',
    'Tổ chuyên môn',
    'group',
    'to cm|tcm|cac to cm|cac to chuyen mon|cac to|to khoi|cac to khoi|khoi chuyen mon|khoi cm|to khoi chuyen mon|bo phan chuyen mon|chuyen mon|cac khoi|to khoi cm',
  ),
  entry(
    'team-leader',
    'Tổ trưởng chuyên môn',
    'post',
    'ttcm|to truong cm|to truong|to truong to chuyen mon|cac to truong chuyen mon|cac to truong|tt cm|to khoi truong|to truong to cm|cac ttcm|to truong cac to chuyen mon|to truong to khoi',
  ),
  entry('deputy-team-leader', 'Tổ phó chuyên môn', 'post', 'tpcm|to pho cm|to pho'),
  entry(
    'grade-leader',
    'Khối trưởng',
    'post',
    'cac khoi truong|khoi truong chuyen mon|khoi truong cac khoi|truong khoi',
  ),
  entry('academic-office', 'Tổ giáo vụ', 'group', 'giao vu|bo phan giao vu|phong giao vu|phong dao tao'),
  entry('office-team', 'Tổ văn phòng', 'group', 'to vp|tvp|bo phan van phong|van phong'),
  entry('office-leader', 'Tổ trưởng văn phòng', 'post', 'to truong vp|to truong to van phong|ttvp|tt vp'),
  entry(
    'homeroom-teachers',
    'Giáo viên chủ nhiệm',
    'group',
    'gvcn|gv chu nhiem|cac gvcn|giao vien chu nhiem lop|gvcn lop|gvcn cac lop',
  ),
  entry('subject-teachers', 'Giáo viên bộ môn', 'group', 'gvbm|gv bo mon|gv bm|giao vien giang day'),
  entry(
    'teachers',
    'Giáo viên',
    'group',
    'gv|cac giao vien|toan the giao vien|cac gv|giao vien cac lop|100 giao vien|gv cac lop|giao vien toan truong|giao vien nha truong|doi ngu giao vien',
  ),
  entry(
    'universalisation-teacher',
    'Giáo viên phổ cập giáo dục',
    'post',
    'giao vien pcgd|gv pcgd|gv pho cap|can bo pho cap',
  ),
  entry('staff', 'Nhân viên', 'group', 'nv|cac nhan vien|toan the nhan vien'),
  entry('teachers-and-staff', 'Giáo viên, nhân viên', 'group', 'gv nv|gvnv|giao vien va nhan vien'),
  entry(
    'everybody',
    'Cán bộ, giáo viên, nhân viên',
    'group',
    'cb gv nv|cbgvnv|cb gvnv|cbgv nv|cbql gv nv|cbqlgvnv|cbvc|can bo giao vien va nhan vien|can bo quan ly giao vien nhan vien|tap the cb gv nv|toan the cb gv nv|toan the can bo giao vien nhan vien|can bo giao vien nhan vien cua truong|can bo giao vien nhan vien nha truong|can bo vien chuc|vien chuc|cb gv|cbgv|can bo giao vien|toan the cbgvnv|toan the cbgv|hoi dong su pham|hdsp|tap the su pham|doi ngu|tat ca cb gv nv|cac ca nhan|cac bo phan|ca nhan phu trach',
  ),
  entry('accountant', 'Kế toán', 'post', 'nv ke toan|nhan vien ke toan|ke toan truong|bo phan ke toan|kt'),
  entry('accountant-treasurer', 'Kế toán, thủ quỹ', 'group', 'ke toan thu quy|ke toan thu qui'),
  entry('treasurer', 'Thủ quỹ', 'post', 'thu qui|nhan vien thu quy'),
  entry('clerk', 'Văn thư', 'post', 'nv van thu|nhan vien van thu|vt'),
  entry('accountant-clerk', 'Kế toán, văn thư', 'group', 'ke toan van thu'),
  entry(
    'nurse',
    'Y tế',
    'post',
    'nhan vien y te|nv y te|can bo y te|yt|nvyt|y te truong hoc|nhan vien y te truong hoc|y te hoc duong|nv yt|y si',
  ),
  entry('librarian', 'Nhân viên thư viện', 'post', 'thu vien|nv thu vien|can bo thu vien|nvtv|phu trach thu vien'),
  entry(
    'equipment',
    'Nhân viên thiết bị',
    'post',
    'thiet bi|nv thiet bi|can bo thiet bi|thu vien thiet bi|nv thu vien thiet bi|nhan vien thiet bi thu vien|nhan vien thu vien thiet bi',
  ),
  entry('lab', 'Nhân viên thí nghiệm', 'post', 'nv thi nghiem'),
  entry(
    'it',
    'Phụ trách công nghệ thông tin',
    'post',
    'cntt|phu trach cntt|nv cntt|can bo cntt|gv tin hoc|giao vien tin hoc|to cong nghe thong tin|to cntt',
  ),
  entry('guard', 'Bảo vệ', 'post', 'nv bao ve|nhan vien bao ve|bv'),
  entry('supervisor', 'Giám thị', 'post', 'to giam thi|ban giam thi|quan sinh|ban quan sinh|giao vu'),
  entry('storekeeper', 'Thủ kho', 'post', 'nhan vien thu kho'),
  entry(
    'kitchen',
    'Cấp dưỡng',
    'group',
    'nhan vien nuoi duong|nhan vien cap duong|nv cap duong|nha bep|to bep|bep|nv nuoi duong|to nuoi duong|bo phan nuoi duong|nhan vien nau an|nhan vien bep|to cap duong|cd',
  ),
  entry('service', 'Nhân viên phục vụ', 'post', 'phuc vu|nv phuc vu|tap vu|nhan vien tap vu|lao cong'),
  entry(
    'counsellor',
    'Giáo viên tư vấn tâm lý',
    'post',
    'to tu van tam ly|to tu van|tu van hoc duong|to tu van hoc duong',
  ),
  entry(
    'team-organiser',
    'Tổng phụ trách Đội',
    'post',
    'tpt doi|tpt|tong phu trach|gv tpt doi|tpt doi tntp|tong phu trach doi tntp|giao vien tong phu trach doi|lien doi|doi thieu nien|doi tntp|doi|gv tong phu trach|doi tntp ho chi minh|doi thieu nien tien phong ho chi minh',
  ),
  entry(
    'party',
    'Chi bộ',
    'body',
    'cap uy|chi uy|bch chi bo|bi thu chi bo|chi bo dang|dang uy|cap uy chi bo|dang bo|to chuc dang|chi bo nha truong',
  ),
  entry('party-secretary', 'Bí thư Chi bộ', 'post', 'bi thu'),
  entry(
    'union',
    'Công đoàn',
    'body',
    'cd truong|bch cong doan|ban chap hanh cong doan|cong doan truong|cong doan co so|cdcs|cong doan nha truong|bch cd|to chuc cong doan',
  ),
  entry(
    'union-chair',
    'Chủ tịch Công đoàn',
    'post',
    'ct cong doan|ctcd|chu tich cd|ct cd|chu tich cong doan co so|ct cdcs',
  ),
  entry(
    'youth-union',
    'Đoàn Thanh niên',
    'body',
    'doan tn|dtn|chi doan|doan thanh nien cong san ho chi minh|doan truong|doan tncs|bi thu doan|bi thu chi doan|doan tncs ho chi minh|doan tncs hcm|bch doan truong|bch chi doan|chi doan giao vien|doan',
  ),
  entry(
    'organisations',
    'Các đoàn thể',
    'body',
    'doan the|cac to chuc doan the|cac doan the trong truong|cac to chuc|cac to chuc doan the trong nha truong|cac doan the nha truong|cac to chuc trong nha truong',
  ),
  entry(
    'teams-and-organisations',
    'Các tổ chuyên môn, các đoàn thể trong trường',
    'group',
    'cac to chuyen mon cac doan the|cac to cac doan the',
  ),
  entry('inspection', 'Ban thanh tra nhân dân', 'body', 'ban ttnd|ttnd|thanh tra nhan dan|btttnd|bttnd'),
  entry('emulation', 'Hội đồng thi đua khen thưởng', 'body', 'hoi dong thi dua|hoi dong td kt|hd tdkt|ban thi dua'),
  entry(
    'website',
    'Ban biên tập website',
    'group',
    'ban bien tap|to website|quan tri website|ban quan tri website|phu trach website',
  ),
  entry('learning-promotion', 'Hội khuyến học', 'body', 'chi hoi khuyen hoc|ban khuyen hoc'),
  entry(
    'parents-committee',
    'Ban đại diện cha mẹ học sinh',
    'body',
    'bddcmhs|bdd cmhs|ban dd cmhs|ban dai dien cha me tre|bdd cmt|bddcmte|bddcmt|ban dai dien cmhs|hoi cha me hoc sinh|hoi cmhs|hoi phu huynh|bdd cha me hoc sinh|ban dai dien cha me tre em|hoi phu huynh hoc sinh|ban dai dien hoi cha me hoc sinh|cmhs|bdd cha me tre|ban dai dien cmt|bdd cmte|bddcmtre|ban phu huynh',
  ),
  entry(
    'parents',
    'Phụ huynh',
    'group',
    'cha me hoc sinh|cha me tre|phu huynh hoc sinh|phhs|cha me|cac bac phu huynh|gia dinh|ph',
  ),
  entry('pupils', 'Học sinh', 'group', 'hs|cac em hoc sinh|toan the hoc sinh|tre|hoc vien|toan the hs'),
  entry(
    'people-committee',
    'Ủy ban nhân dân',
    'body',
    'ubnd|ubnd xa|ubnd phuong|ubnd huyen|ubnd quan|ubnd thi tran|ubnd thanh pho|ubnd tinh|uy ban|uy ban thi tran|uy ban nhan dan xa|uy ban nhan dan phuong|uy ban nhan dan huyen|uy ban nhan dan thi tran|chinh quyen dia phuong|dia phuong|cap uy chinh quyen dia phuong|lanh dao dia phuong|chinh quyen|uy ban nhan dan quan|dang uy ubnd|cac cap lanh dao|cap tren|lanh dao cap tren',
  ),
  entry(
    'education-office',
    'Phòng Giáo dục và Đào tạo',
    'body',
    'pgd|pgddt|phong gd dt|phong gddt|phong gd|phong giao duc|phong giao duc dao tao|phong gd va dt|phong van hoa xa hoi|phong vh xh|phong vhxh|phong van hoa',
  ),
  entry(
    'education-department',
    'Sở Giáo dục và Đào tạo',
    'body',
    'sgd|sgddt|so gd dt|so gddt|so gd|so giao duc|so giao duc dao tao|so gd va dt',
  ),
  entry(
    'finance-office',
    'Phòng Tài chính – Kế hoạch',
    'body',
    'phong tc kh|phong tai chinh|phong tckh|phong tai chinh va ke hoach',
  ),
  entry(
    'police',
    'Công an',
    'body',
    'cong an xa|cong an phuong|ca xa|cong an phong chay chua chay|cong an pccc|cong an dia phuong|ca phuong',
  ),
  entry(
    'health-station',
    'Trạm y tế',
    'body',
    'trung tam y te|tram y te xa|tram y te phuong|co quan y te|trung tam y te xa|tyt',
  ),
  entry(
    'benefactors',
    'Các nhà hảo tâm',
    'group',
    'manh thuong quan|cac manh thuong quan|nha tai tro|doanh nghiep|cac doanh nghiep',
  ),
];

function entry(key: string, label: string, kind: OwnerKind, aliases: string): OwnerEntry {
  return { key, label, kind, aliases: aliases.split('|') };
}
